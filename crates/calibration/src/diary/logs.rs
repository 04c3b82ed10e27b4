//! Nights, events, movement, medicines, practices, flickers and notes as facts. Refuses check-ins.

use record::{
    Activity, DoseAmount, Event, FactBody, Flicker, FlickerStrength, Intensity, Label,
    MedicationAdministration, MedicationStatement, Minutes, Moment, Note, Practice, SleepNight,
};

use crate::LifeError;
use crate::draws::{Draws, Stream};
use crate::recipe::Medicine;
use crate::truth::HappeningKind;
use crate::world::{Happening, Night};

use super::Desk;

/// Words that a flicker can carry.
const FLICKER_WORDS: [&str; 8] = [
    "warmth",
    "calm",
    "interest",
    "amused",
    "touched",
    "sad",
    "irritated",
    "close",
];

/// Writes everything that is no check-in.
pub(super) fn write(desk: &mut Desk<'_>) -> Result<(), LifeError> {
    let world = desk.world;
    for (day, night) in (0u32..).zip(&world.nights) {
        // Nobody sleeps a plain night on the way to another zone.
        if night.is_written && !desk.clock.is_travel_day(day) {
            write_night(desk, day, night)?;
        }
    }
    for happening in world.happenings.iter().filter(|h| h.is_written) {
        write_happening(desk, happening)?;
    }
    let mut words = Draws::new(desk.seed, Stream::FlickerWords, 0);
    for flicker in &world.flickers {
        let word = words.one_of(&FLICKER_WORDS).copied();
        let has_word = words.chance(0.6);
        if flicker.is_written {
            let body = FactBody::Flicker(Flicker {
                strength: if flicker.is_clear {
                    FlickerStrength::Clear
                } else {
                    FlickerStrength::Trace
                },
                word: match word.filter(|_| has_word) {
                    Some(word) => Some(Label::new(word)?),
                    None => None,
                },
            });
            desk.write(flicker.at, flicker.at + 10.0 / 86_400.0, body)?;
        }
    }
    if let Some(medicine) = &desk.recipe.medicine {
        write_doses(desk, medicine)?;
        write_missed(desk, medicine)?;
    }
    for note in &desk.recipe.diary.notes {
        desk.write(note.at, note.at, FactBody::Note(Note::new(&note.text)?))?;
    }
    Ok(())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "minutes of one night"
)]
fn write_night(desk: &mut Desk<'_>, day: u32, night: &Night) -> Result<(), LifeError> {
    let woke_at = f64::from(day) + night.wake_hour / 24.0;
    let final_wake = desk.clock.moment(woke_at)?;
    let back = |minutes: f64| final_wake.plus_seconds(-60 * minutes as i64);
    let tried = night.minutes + night.latency + night.awake;
    let body = SleepNight {
        into_bed: Some(back(tried + 10.0)),
        tried_to_sleep: Some(back(tried)),
        latency: Some(Minutes(night.latency as u32)),
        n_awakenings: Some(night.n_awakenings),
        awake: Some(Minutes(night.awake as u32)),
        final_wake: Some(final_wake.clone()),
        out_of_bed: Some(final_wake.plus_seconds((60.0 * night.lying) as i64)),
        asleep: None,
        quality: Some(night.quality),
    }
    .checked()?;
    desk.write(woke_at, woke_at + 25.0 / 1440.0, FactBody::SleepNight(body))
}

fn write_happening(desk: &mut Desk<'_>, happening: &Happening<'_>) -> Result<(), LifeError> {
    let label = Label::new(&happening.pulse.label)?;
    let moment = desk.clock.moment(happening.at)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at least a minute"
    )]
    let minutes = Minutes(happening.minutes as u32);
    let body = match happening.kind {
        HappeningKind::Practice => FactBody::Practice(Practice::new(label, Some(minutes))),
        HappeningKind::Activity => FactBody::Activity(Activity {
            label: Some(label),
            minutes,
            intensity: Some(Intensity::Moderate),
        }),
        HappeningKind::Stress
        | HappeningKind::Arousal
        | HappeningKind::Contact
        | HappeningKind::Exposure
        | HappeningKind::Other => {
            let is_sensitive = happening.pulse.is_sensitive;
            FactBody::Event(Event::new(label, &moment, None, is_sensitive)?)
        }
    };
    // Written down when it is over, a quarter of an hour later at the earliest.
    let written_at = happening.at + (happening.minutes + 15.0) / 1440.0;
    desk.write(happening.at, written_at, body)
}

fn dose(medicine: &Medicine, amount: f64) -> Result<DoseAmount, LifeError> {
    Ok(DoseAmount::new(amount, Label::new(&medicine.unit)?)?)
}

fn write_doses(desk: &mut Desk<'_>, medicine: &Medicine) -> Result<(), LifeError> {
    for (idx, step) in medicine.steps.iter().enumerate() {
        let from = desk.world.first_day.plus_days(step.day);
        let to = medicine
            .steps
            .get(idx + 1)
            .map(|next| desk.world.first_day.plus_days(next.day - 1));
        let body = FactBody::MedicationStatement(MedicationStatement::new(
            Label::new(&medicine.label)?,
            dose(medicine, step.amount)?,
            from,
            to,
        )?);
        let noon = f64::from(step.day) + 0.5;
        // What began before the record is told on its first day.
        desk.write(noon, noon.max(0.4) + 0.01, body)?;
    }
    Ok(())
}

fn write_missed(desk: &mut Desk<'_>, medicine: &Medicine) -> Result<(), LifeError> {
    let mut draws = Draws::new(desk.seed, Stream::Doses, 0);
    for day in 0..desk.recipe.days {
        let is_missed = draws.chance(medicine.missed_share);
        let hour = draws.between(20.0, 21.0);
        let amount = medicine
            .steps
            .iter()
            .rev()
            .find(|step| i64::from(step.day) <= i64::from(day))
            .map_or(0.0, |step| step.amount);
        if is_missed && amount > 0.0 {
            let body = FactBody::MedicationAdministration(MedicationAdministration {
                medicine: Label::new(&medicine.label)?,
                is_taken: false,
                dose: Some(dose(medicine, amount)?),
            });
            let at = f64::from(day) + hour / 24.0;
            desk.write(at, at + 1.0 / 24.0, body)?;
        }
    }
    Ok(())
}

impl Desk<'_> {
    fn write(&mut self, at: f64, written_at: f64, body: FactBody) -> Result<(), LifeError> {
        let moment: Moment = self.clock.moment(at)?;
        self.push(moment, written_at, body)
    }
}
