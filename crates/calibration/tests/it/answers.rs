//! The ten named people, asked at every look: what their stories say an honest program tells.

use calibration::person;
use finding::course::{self, Course, Pattern};
use finding::now::{self, Now};
use finding::{Answer, Looks};
use record::LocalDay;
use series::{NumbnessSeries, QualityNote, Series};

const SEED: u64 = 20_261_123;

/// The answers to one person.
struct Told {
    first_day: LocalDay,
    series: NumbnessSeries,
    now: Answer<Now>,
    /// The course at each look, oldest first.
    courses: Vec<Course>,
}

fn ask(name: &str) -> Told {
    let life = person(name).unwrap();
    let today = life.now.day(life.record.profile.day_start);
    let (outcome, _) = series::outcomes(&life.record).remove(0);
    let series = NumbnessSeries::new(&life.record, &outcome, today).unwrap();
    let line = life.record.profile.threshold();
    let mut courses = Vec::new();
    let mut day = Some(Looks::first_day());
    while let Some(look_day) = day.filter(|day| *day <= series.n_days()) {
        let until = series
            .first_day
            .plus_days(i32::try_from(look_day).unwrap() - 1);
        let seen = NumbnessSeries::new(&life.record, &outcome, until).unwrap();
        day = Looks::latest(look_day, 1).unwrap().next_day;
        courses.extend(
            course::answer(Some(&Series::of_numbness(seen)), line, SEED)
                .finding()
                .cloned(),
        );
    }
    Told {
        first_day: life.truth.first_day,
        now: now::answer(Some(&series), today),
        series,
        courses,
    }
}

impl Told {
    fn has_no_claim(&self) -> bool {
        self.courses.iter().all(|course| !course.is_claim())
    }

    fn last(&self) -> &Course {
        self.courses.last().unwrap()
    }

    fn pattern(&self) -> Pattern {
        self.last().spells.as_ref().unwrap().pattern
    }

    fn day(&self, day: LocalDay) -> i32 {
        day.days_since(self.first_day)
    }
}

#[test]
fn the_people_in_whom_nothing_lasts_get_no_claim_at_any_look() {
    for name in ["wout", "fenna", "sami", "lotte", "noor"] {
        let told = ask(name);
        assert!(!told.courses.is_empty(), "{name}");
        assert!(told.has_no_claim(), "{name}: {:?}", told.last().changes);
    }
}

#[test]
fn fennas_answers_are_marked_as_lying_at_one_end() {
    let told = ask("fenna");
    let is_marked = |note: &QualityNote| matches!(note, QualityNote::AtOneEnd(60..=80));
    assert!(told.series.notes.iter().any(is_marked));
    assert!(told.now.finding().unwrap().week.low >= 0.0);
}

#[test]
fn samis_travel_doubles_and_memories_are_seen_and_claim_nothing() {
    let told = ask("sami");
    let has = |what: fn(&QualityNote) -> bool| told.series.notes.iter().any(what);
    assert!(has(|note| matches!(note, QualityNote::Doubled(1..))));
    assert!(has(|note| matches!(note, QualityNote::FromMemory(1..))));
    assert!(has(|note| matches!(note, QualityNote::ClockChanges(4..))));
    assert!(told.series.missing > 0.3);
    let now = told.now.finding().unwrap();
    assert!(!now.is_told_apart(), "{now:?}");
}

#[test]
fn maras_wave_is_told_as_over_and_today_is_not_raised() {
    let told = ask("mara");
    assert_eq!(told.pattern(), Pattern::Temporary);
    let spells = &told.last().spells.as_ref().unwrap().spells;
    assert_eq!(spells.len(), 1, "{spells:?}");
    // The wave came in the evening of day 40 and was half gone by day 49.
    assert!(
        (38..=43).contains(&told.day(spells[0].from.0)),
        "{spells:?}"
    );
    assert!(!spells[0].is_open);
    assert!(told.now.finding().unwrap().difference.low <= 0.0);
}

#[test]
fn jorens_numbness_is_told_as_lasting_since_he_lost_his_job() {
    let told = ask("joren");
    assert_eq!(told.pattern(), Pattern::Persistent);
    let spells = &told.last().spells.as_ref().unwrap().spells;
    let (_, earliest, latest) = spells.first().unwrap().from;
    assert!((43..=50).contains(&told.day(earliest)), "{spells:?}");
    assert!(told.day(latest) >= 46, "{spells:?}");
    assert!(spells.last().unwrap().is_open);
    for change in told.courses.iter().flat_map(|course| &course.changes) {
        let (earliest, latest) = (told.day(change.earliest), told.day(change.latest));
        assert!(
            earliest <= 46 && 44 <= latest && change.size.low > 0.0,
            "{change:?}"
        );
    }
}

#[test]
fn tessas_spells_are_told_as_coming_back() {
    let told = ask("tessa");
    assert_eq!(told.pattern(), Pattern::Recurrent);
    assert!(told.last().spells.as_ref().unwrap().spells.len() >= 3);
    assert!(told.has_no_claim());
}

#[test]
fn what_is_claimed_of_bram_and_ilse_has_the_right_sign() {
    let bram = ask("bram");
    let rises = |change: &course::Change| change.size.low > 0.0;
    assert!(bram.courses.iter().flat_map(|c| &c.changes).all(rises));
    let ilse = ask("ilse");
    for change in ilse.courses.iter().flat_map(|course| &course.changes) {
        // Up after day 55, down after day 108; the onset takes two weeks.
        let day = ilse.day(change.day);
        let is_rise = (48..=80).contains(&day) && change.size.estimate > 0.0;
        let is_easing = (100..=130).contains(&day) && change.size.estimate < 0.0;
        assert!(is_rise || is_easing, "{change:?}");
    }
}
