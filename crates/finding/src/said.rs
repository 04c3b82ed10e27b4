//! What was said at one look, and whether a later look still carries it. Refuses new claims: an
//! answer that was not given stays not given.
//!
//! A claim is made at a set look and counted against the budget there. Later looks spend less or
//! more, so a claim that is not made anew is not gone for that. It is still carried while the 95%
//! interval of the later look leaves zero out on the same side; else it is taken back.

use record::LocalDay;
use series::{Series, Subject};

use crate::being_asked::BeingAsked;
use crate::course::{self, Course};
use crate::flickers::Flickers;
use crate::medication_change::MedicationChange;
use crate::pattern_change::{PatternChange, Watched};
use crate::strategy_effect::StrategyEffect;
use crate::triggers::{Lag, Triggers};
use crate::{Answer, Basis, Interval, Question};

/// What a claim is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The level of numbness.
    Level,
    /// What comes before numbness or a flicker.
    Candidate {
        /// The candidate.
        subject: Subject,
        /// How far before.
        lag: Lag,
    },
    /// A change of dose, by its first day.
    Dose {
        /// The medicine, in the person's words.
        medicine: String,
    },
    /// Something tried on drawn days.
    Trial {
        /// What was tried, in the person's words.
        label: String,
    },
    /// Something that is watched from day to day.
    Watched(Watched),
    /// Days without prompts.
    Asked,
}

/// One claim of one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The question.
    pub question: Question,
    /// What it is about.
    pub about: About,
    /// Days that it speaks of; with the subject they tell two claims apart.
    pub span: (LocalDay, LocalDay),
    /// The day among them that it names; the first where it names none.
    pub day: LocalDay,
    /// More numbness (or more of what is watched, or flickers more likely).
    pub is_up: bool,
    /// The size as it was said; points of 100, an odds ratio for flickers, standard deviations for
    /// what is watched.
    pub size: Interval,
    /// Last day whose data it rests on.
    pub look_day: LocalDay,
    /// Name of the method.
    pub method: &'static str,
    /// Version of the method.
    pub method_version: &'static str,
}

impl Claim {
    /// Whether two looks say the same thing, whatever its size.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.question == other.question
            && self.about == other.about
            && self.is_up == other.is_up
            && self.span.0 <= other.span.1
            && other.span.0 <= self.span.1
    }

    fn holds(&self, size: &Interval, zero: f64) -> bool {
        if self.is_up {
            size.low > zero
        } else {
            size.high < zero
        }
    }
}

/// The answers of one look.
#[derive(Debug, Clone, Copy)]
pub struct AtLook<'a> {
    /// The series as it stood at that look.
    pub series: &'a Series,
    /// What is it doing?
    pub course: &'a Answer<Course>,
    /// What comes before it?
    pub triggers: &'a Answer<Triggers>,
    /// What comes before a flicker?
    pub flickers: &'a Answer<Flickers>,
    /// Did the medicine change it?
    pub medication_change: &'a Answer<MedicationChange>,
}

impl AtLook<'_> {
    /// Everything that is claimed at this look.
    #[must_use]
    pub fn claims(&self) -> Vec<Claim> {
        let mut claims = self.of_course();
        claims.extend(self.of_triggers());
        claims.extend(self.of_flickers());
        claims.extend(self.of_medicine());
        claims
    }

    /// Whether a claim of an earlier look is made again here, or its interval still leaves zero
    /// out on the same side. `None` for questions that are not asked at looks.
    #[must_use]
    pub fn carries(&self, claim: &Claim) -> Option<bool> {
        match claim.question {
            Question::Course => Some(self.course_carries(claim)),
            Question::Triggers => Some(self.triggers_carry(claim)),
            Question::Flickers => Some(self.flickers_carry(claim)),
            Question::MedicationChange => Some(self.medicine_carries(claim)),
            Question::Now
            | Question::StrategyEffect
            | Question::PatternChange
            | Question::BeingAsked => None,
        }
    }

    fn of_course(&self) -> Vec<Claim> {
        let Answer::Finding(course, basis) = self.course else {
            return Vec::new();
        };
        let one = |change: &course::Change| {
            let size = (change.size, change.size.estimate > 0.0);
            let about = (About::Level, (change.earliest, change.latest));
            Claim {
                day: change.day,
                ..claim(Question::Course, about, size, (course.look_day, basis))
            }
        };
        course.changes.iter().map(one).collect()
    }

    fn of_triggers(&self) -> Vec<Claim> {
        let Answer::Finding(triggers, basis) = self.triggers else {
            return Vec::new();
        };
        let span = (self.series.numbness.first_day, triggers.look_day);
        triggers
            .claims()
            .map(|tested| {
                let about = candidate(&tested.subject, tested.lag);
                let size = (tested.effect, tested.effect.estimate > 0.0);
                let at = (triggers.look_day, basis);
                claim(Question::Triggers, (about, span), size, at)
            })
            .collect()
    }

    fn of_flickers(&self) -> Vec<Claim> {
        let Answer::Finding(flickers, basis) = self.flickers else {
            return Vec::new();
        };
        let span = (self.series.numbness.first_day, flickers.look_day);
        flickers
            .claims()
            .map(|tested| {
                let about = candidate(&tested.subject, tested.lag);
                let size = (tested.odds_ratio, tested.odds_ratio.estimate > 1.0);
                let at = (flickers.look_day, basis);
                claim(Question::Flickers, (about, span), size, at)
            })
            .collect()
    }

    fn of_medicine(&self) -> Vec<Claim> {
        let Answer::Finding(found, basis) = self.medication_change else {
            return Vec::new();
        };
        let claims = found.effects.iter().filter(|effect| effect.is_claim());
        claims
            .filter_map(|effect| {
                let day = effect.change.first_day()?;
                let medicine = effect.change.medicine.clone();
                let size = (effect.size, effect.size.estimate > 0.0);
                let about = (About::Dose { medicine }, (day, day));
                let at = (found.look_day, basis);
                Some(claim(Question::MedicationChange, about, size, at))
            })
            .collect()
    }

    fn course_carries(&self, claim: &Claim) -> bool {
        let Some(course) = self.course.finding() else {
            return false;
        };
        if self.of_course().iter().any(|other| claim.is_same(other)) {
            return true;
        }
        // Not claimed anew: the step is measured again, with the other changes held still.
        let others: Vec<LocalDay> = course.changes.iter().map(|change| change.day).collect();
        let fits = |day: &LocalDay| *day >= claim.span.0 && *day <= claim.span.1;
        let elsewhere: Vec<LocalDay> = others.into_iter().filter(|day| !fits(day)).collect();
        course::step_at(self.series, (claim.day, &elsewhere), course.look_day)
            .is_some_and(|size| claim.holds(&size, 0.0))
    }

    fn triggers_carry(&self, claim: &Claim) -> bool {
        let tested = self.triggers.finding().into_iter().flat_map(|t| &t.tested);
        tested
            .filter(|tested| claim.about == candidate(&tested.subject, tested.lag))
            .any(|tested| claim.holds(&tested.effect, 0.0))
    }

    fn flickers_carry(&self, claim: &Claim) -> bool {
        let tested = self.flickers.finding().into_iter().flat_map(|f| &f.tested);
        tested
            .filter(|tested| claim.about == candidate(&tested.subject, tested.lag))
            .any(|tested| claim.holds(&tested.odds_ratio, 1.0))
    }

    fn medicine_carries(&self, claim: &Claim) -> bool {
        let found = self.medication_change.finding().into_iter();
        let effects = found.flat_map(|found| &found.effects);
        effects
            .filter(|effect| {
                let is_dose =
                    matches!(&claim.about, About::Dose { medicine } if *medicine == effect.change.medicine);
                is_dose && effect.change.first_day() == Some(claim.span.0)
            })
            .any(|effect| claim.holds(&effect.size, 0.0))
    }
}

/// What is claimed outside of looks: experiments and days without prompts, each read once on the
/// day after its end, and alarms of the watching, each on its own day.
#[must_use]
pub fn by_day(
    strategy: &Answer<StrategyEffect>,
    pattern: &Answer<PatternChange>,
    asked: &Answer<BeingAsked>,
) -> Vec<Claim> {
    let mut claims = Vec::new();
    if let Answer::Finding(strategy, basis) = strategy {
        for tried in strategy.tried.iter().filter(|tried| tried.is_claim()) {
            let (begins, ends) = (tried.trial.begins, tried.trial.ends());
            let label = tried.trial.label.clone();
            let about = (About::Trial { label }, (begins, ends));
            let size = (tried.size, tried.size.estimate > 0.0);
            let at = (ends.plus_days(1), basis);
            claims.push(claim(Question::StrategyEffect, about, size, at));
        }
    }
    if let Answer::Finding(pattern, basis) = pattern {
        for alarm in &pattern.alarms {
            let about = About::Watched(alarm.watched.clone());
            let size = Interval {
                estimate: alarm.size_sd,
                low: alarm.size_sd,
                high: alarm.size_sd,
                ci_level: 0.0,
            };
            let about = (about, (alarm.day, alarm.until));
            let size = (size, alarm.is_higher);
            claims.push(claim(
                Question::PatternChange,
                about,
                size,
                (alarm.day, basis),
            ));
        }
    }
    if let Answer::Finding(asked, basis) = asked
        && asked.is_claim()
    {
        let size = (asked.size, asked.size.estimate > 0.0);
        let at = (asked.days.1.plus_days(1), basis);
        claims.push(claim(
            Question::BeingAsked,
            (About::Asked, asked.days),
            size,
            at,
        ));
    }
    claims
}

fn candidate(subject: &Subject, lag: Lag) -> About {
    let subject = subject.clone();
    About::Candidate { subject, lag }
}

fn claim(
    question: Question,
    (about, span): (About, (LocalDay, LocalDay)),
    (size, is_up): (Interval, bool),
    (look_day, basis): (LocalDay, &Basis),
) -> Claim {
    Claim {
        question,
        about,
        span,
        day: span.0,
        is_up,
        size,
        look_day,
        method: basis.method,
        method_version: basis.method_version,
    }
}
