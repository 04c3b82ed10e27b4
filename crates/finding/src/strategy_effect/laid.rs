//! An experiment as its test sees it: what might have been drawn, what was, and how much of an effect each
//! day has because of each part of it. Refuses what can not have been drawn.

use series::{Drawn, Trial};
use stats::randomization::{Design, Tails, build_up};

use super::plan::{design_of, tails};
use super::{contrast, starts};

/// What a test needs.
pub(super) struct Laid {
    pub design: Design,
    /// A part of the design each.
    pub assigned: Vec<bool>,
    pub tails: Tails,
    /// Share of the effect that each day has because of each part, days counted from the first.
    pub shares: Vec<Vec<f64>>,
}

/// `None` where it can not have been drawn, or tells hardly any days apart.
pub(super) fn laid(trial: &Trial) -> Option<Laid> {
    let (mut laid, apart) = match trial.drawn {
        Drawn::StartDays(of) => {
            let laid = starts::laid(trial, of)?;
            let apart = starts::apart(&laid.shares, of.earliest, &laid.assigned)?;
            (laid, apart)
        }
        Drawn::Pairs | Drawn::Restricted { .. } => {
            let design = design_of(trial).filter(|design| design.contains(&trial.assigned))?;
            let n_periods = trial.assigned.len();
            let shares = build_up(n_periods, trial.days_per_period, trial.half_life_days);
            let apart = contrast(&shares, trial.days_per_period, &trial.assigned)?;
            let laid = Laid {
                design,
                assigned: trial.assigned.clone(),
                tails: tails(),
                shares,
            };
            (laid, apart)
        }
    };
    for share in laid.shares.iter_mut().flatten() {
        *share /= apart;
    }
    Some(laid)
}
