//! Tests at the door of the room: data in, numbers out.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss, clippy::float_cmp)] // Tests may stop short.

mod association;
mod changepoint;
mod chart;
mod dense;
mod gls;
mod graph;
mod hostile;
mod logistic;
mod pelt;
mod posterior;
mod published;
mod randomization;
mod reliable_change;
mod single_case;
mod spells;
mod start_days;
mod survival;
