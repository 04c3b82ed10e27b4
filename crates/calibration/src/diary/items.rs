//! The check-in's items and how each leans on the latent lines. Refuses wording.

use record::{Item, ItemId, Polarity, ResponseScale, Role, Window};

use crate::LifeError;

/// How an item's answer comes about: `base + numb x (numbness - 50) + tense x (tension - 40)`,
/// with noise of `sd`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loading {
    pub id: &'static str,
    pub base: f64,
    pub numb: f64,
    pub tense: f64,
    pub sd: f64,
}

const fn load(id: &'static str, base: f64, numb: f64, tense: f64, sd: f64) -> Loading {
    Loading {
        id,
        base,
        numb,
        tense,
        sd,
    }
}

/// Asked at every check-in, besides the two numbness items and the flicker.
pub(crate) const TENSION: Loading = load("tension", 40.0, 0.0, 1.0, 6.0);

/// Asked in turns, one a check-in.
pub(crate) const UNREALITY: [Loading; 2] = [
    load("body_apart", 32.0, 0.55, 0.15, 9.0),
    load("world_apart", 30.0, 0.5, 0.2, 9.0),
];

/// One of these a check-in, in balanced blocks of twelve.
pub(crate) const ROTATING: [Loading; 12] = [
    load("positive_strength", 45.0, -0.7, -0.1, 10.0),
    load("negative_strength", 40.0, -0.35, 0.5, 11.0),
    load("autopilot", 45.0, 0.6, 0.1, 11.0),
    load("outsider", 35.0, 0.55, 0.15, 11.0),
    load("thoughts_apart", 32.0, 0.45, 0.2, 11.0),
    load("time_odd", 30.0, 0.4, 0.15, 12.0),
    load("world_flat", 36.0, 0.6, 0.1, 11.0),
    load("body_signals", 50.0, -0.4, 0.2, 12.0),
    load("care_others", 58.0, -0.5, 0.0, 12.0),
    load("not_caring", 38.0, 0.6, 0.0, 12.0),
    load("mind_on_symptoms", 35.0, 0.3, 0.4, 13.0),
    load("absorbed_outside", 48.0, -0.5, -0.2, 13.0),
];

/// Every item of the check-in.
pub(crate) fn items() -> Result<Vec<Item>, LifeError> {
    let line = ResponseScale::LINE_0_100;
    let mut items = Vec::new();
    let mut push = |id: &str, scale, role, window| -> Result<(), LifeError> {
        items.push(Item {
            id: ItemId::new(id)?,
            scale,
            role,
            window,
        });
        Ok(())
    };
    let feeling = Role::Outcome(Polarity::HigherIsMoreFeeling);
    let numb = Role::Outcome(Polarity::HigherIsMoreNumb);
    push("feeling_strength", line, feeling, Window::Momentary)?;
    push("feeling_distance", line, numb, Window::Momentary)?;
    push(TENSION.id, line, Role::Candidate, Window::Momentary)?;
    for loading in UNREALITY.iter().chain(&ROTATING) {
        push(loading.id, line, Role::Context, Window::Momentary)?;
    }
    let steps = ResponseScale::Steps { min: 0, max: 2 };
    push("flicker", steps, Role::Context, Window::SinceLast)?;
    Ok(items)
}
