//! Numbers that conditions look at, out of the record and out of findings. Refuses to estimate: a
//! finding brings its own interval.

use std::collections::BTreeMap;

use content::rules::Measure;
use finding::course::Course;
use finding::medication_change::MedicationChange;
use finding::now::Now;
use finding::strategy_effect::StrategyEffect;
use finding::{Answer, Lately};
use record::{Fact, FactBody, Form, LocalDay, Occasion, Record, SamplingPlan};

use crate::doses::{DoseDays, days_since};
use crate::practices;

/// Events of the list that stand for being hurt at home and for violence.
const HARD_EVENTS: [&str; 2] = ["hard_at_home", "rough_things"];

/// Findings that rules may look at; `None`: not looked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Findings<'a> {
    /// Days above the line.
    pub lately: Option<&'a Lately>,
    /// This week against the weeks before.
    pub now: Option<&'a Answer<Now>>,
    /// Changes of level.
    pub course: Option<&'a Answer<Course>>,
    /// Changes of dose.
    pub medication_change: Option<&'a Answer<MedicationChange>>,
    /// Experiments.
    pub strategy_effect: Option<&'a Answer<StrategyEffect>>,
}

/// All measures of one record at one time.
pub struct Measures<'a> {
    record: &'a Record,
    findings: &'a Findings<'a>,
    today: LocalDay,
    doses: DoseDays,
}

impl<'a> Measures<'a> {
    pub fn new(record: &'a Record, findings: &'a Findings<'a>, today: LocalDay) -> Self {
        Self {
            record,
            findings,
            today,
            doses: DoseDays::of(record),
        }
    }

    /// One number; `None` where too little is known.
    pub fn value(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::DaysAboveLine => self.findings.lately?.share_above,
            Measure::SpellsAboveLine => self.findings.lately?.n_spells.map(f64::from),
            Measure::DaysSinceDoseRaised => days_since(&self.doses.raised, self.today),
            Measure::DaysSinceDoseLowered => days_since(&self.doses.lowered, self.today),
            Measure::DaysSinceDoseLeftOut => days_since(&self.left_out(), self.today),
            Measure::DaysSinceRiskyStop => days_since(&self.doses.risky_stops, self.today),
            Measure::DaysSinceHardEvent => days_since(&self.hard_events(), self.today),
            Measure::NumbnessRise => self.numbness_rise(),
            Measure::UnrealityRises => {
                let rises = practices::rising_exercises(self.record);
                Some(f64::from(rises.iter().map(|(_, n)| *n).max().unwrap_or(0)))
            }
            Measure::CheckInsADay => Some(self.check_ins_a_day()),
            Measure::LastingRise => self.lasting_rise(),
            Measure::StrategyWeeks => Some(practices::strategy_weeks(self.record, self.today)),
            Measure::Improvement => self.improvement(),
        }
    }

    fn hard_events(&self) -> Vec<LocalDay> {
        let starts = self.record.profile.day_start;
        let events = self.record.events();
        let hard = events.filter(|(_, event)| HARD_EVENTS.contains(&event.label.as_str()));
        hard.map(|(moment, _)| moment.day(starts)).collect()
    }

    /// Days on which a dose was written down as left out.
    fn left_out(&self) -> Vec<LocalDay> {
        let starts = self.record.profile.day_start;
        let is_left_out = |fact: &&Fact| match &fact.body {
            FactBody::MedicationAdministration(dose) => !dose.is_taken,
            _ => false,
        };
        let facts = self.record.facts().iter().filter(is_left_out);
        facts.map(|fact| fact.moment.day(starts)).collect()
    }

    /// The lower end of the surest rise: this week against the weeks before, or since a dose was raised
    /// in the last eight weeks. Zero where the answers are there and none can be told apart.
    fn numbness_rise(&self) -> Option<f64> {
        let week = self.findings.now.and_then(Answer::finding);
        let since_dose = self.findings.medication_change.and_then(Answer::finding);
        let told_apart = since_dose.into_iter().flat_map(|found| &found.effects);
        let of_dose = told_apart
            .filter(|effect| effect.is_claim() && effect.size.low > 0.0)
            .filter(|effect| {
                let last = effect.change.last_day();
                last.is_some_and(|day| self.today.days_since(day) <= 56)
            })
            .map(|effect| effect.size.low);
        let of_week = week.map(|now| now.difference.low.max(0.0));
        of_dose.chain(of_week).reduce(f64::max)
    }

    fn check_ins_a_day(&self) -> f64 {
        let starts = self.record.profile.day_start;
        let mut per_day: BTreeMap<LocalDay, u32> = BTreeMap::new();
        let is_check_in = |occasion: &Occasion| {
            occasion.plan == SamplingPlan::Voluntary && occasion.form == Form::CheckIn
        };
        for (moment, _) in self.record.occasions().filter(|(_, o)| is_check_in(o)) {
            let day = moment.day(starts);
            if (0..7).contains(&self.today.days_since(day)) {
                *per_day.entry(day).or_default() += 1;
            }
        }
        f64::from(per_day.into_values().max().unwrap_or(0))
    }

    /// Lower end of the rise over all lasting changes of level; zero where none can be told apart.
    fn lasting_rise(&self) -> Option<f64> {
        let course = self.findings.course?.finding()?;
        let low: f64 = course.changes.iter().map(|change| change.size.low).sum();
        Some(low.max(0.0))
    }

    /// Lower end of the surest change for the better; zero where none can be told apart.
    fn improvement(&self) -> Option<f64> {
        let week = self.findings.now.and_then(Answer::finding);
        let of_week = week.map(|now| (-now.difference.high).max(0.0));
        let course = self.findings.course.and_then(Answer::finding);
        let of_course = course.map(|course| {
            let latest = course.latest_change();
            latest.map_or(0.0, |change| (-change.size.high).max(0.0))
        });
        let tried = self.findings.strategy_effect.and_then(Answer::finding);
        let of_tried = tried.map(|found| {
            let claims = found.tried.iter().filter(|tried| tried.is_claim());
            claims
                .map(|tried| (-tried.size.high).max(0.0))
                .fold(0.0, f64::max)
        });
        [of_week, of_course, of_tried]
            .into_iter()
            .flatten()
            .reduce(f64::max)
    }
}
