//! Pages as functions from views to markup. Refuses to look anything up: the view has it all.

pub mod advice;
pub mod answers;
pub mod away;
pub mod back;
pub mod cards;
pub mod course;
pub mod day;
pub mod experiments;
pub mod first_run;
pub mod form;
pub mod guided;
pub mod happened;
pub mod help;
pub mod layout;
pub mod lock;
pub mod medicines;
pub mod pace;
pub mod plan;
pub mod quiet_days;
pub mod report;
pub mod roots;
pub mod sheet;
pub mod strategies;
pub mod time;
pub mod today;
pub mod week;
