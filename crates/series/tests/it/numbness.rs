//! Occasions laid out: gaps stay gaps, doubles are counted, sources are not mixed.

use record::{
    Assessment, Beep, Fact, FactBody, FactKey, Form, InputDevice, Item, ItemId, ItemResponse,
    LocalDay, Moment, Occasion, OccasionState, Polarity, Profile, Record, Response, ResponseScale,
    Role, SamplingPlan, Source, Window, Zone,
};
use series::{NumbnessSeries, Outcome, QualityNote, day_means, outcomes};

fn item(id: &str, polarity: Polarity, scale: ResponseScale) -> Item {
    Item {
        id: ItemId::new(id).unwrap(),
        scale,
        role: Role::Outcome(polarity),
        window: Window::Momentary,
    }
}

fn items() -> Vec<Item> {
    vec![
        item(
            "feeling_strength",
            Polarity::HigherIsMoreFeeling,
            ResponseScale::LINE_0_100,
        ),
        item(
            "feeling_distance",
            Polarity::HigherIsMoreNumb,
            ResponseScale::LINE_0_100,
        ),
        item(
            "mood",
            Polarity::HigherIsMoreFeeling,
            ResponseScale::line(1.0, 7.0).unwrap(),
        ),
    ]
}

/// One line a fact: wall clock, then `item=value` words, or `missed`, or a leading `recall`.
fn record(lines: &[&str]) -> Record {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let facts = lines.iter().enumerate().map(|(idx, line)| {
        let (clock, rest) = line.split_at(16);
        let moment = Moment::from_wall_clock(clock, &zone).unwrap();
        let words: Vec<&str> = rest.split_whitespace().collect();
        let responses: Vec<ItemResponse> = words
            .iter()
            .filter_map(|word| word.split_once('='))
            .map(|(id, value)| {
                let item = items().into_iter().find(|i| i.id.as_str() == id).unwrap();
                let response = value.parse().map_or(Response::Skipped, Response::Value);
                ItemResponse::new(&item, response, InputDevice::Keyboard).unwrap()
            })
            .collect();
        let plan = if words.contains(&"recall") {
            SamplingPlan::Recall
        } else {
            SamplingPlan::Voluntary
        };
        let other = [
            ("evening", Form::Evening),
            ("self_check", Form::SelfCheck),
            ("safety", Form::Safety),
        ];
        let form = other.iter().find(|(name, _)| words.contains(name));
        let state = if words.contains(&"missed") {
            OccasionState::Missed
        } else {
            OccasionState::Answered(Assessment::new(responses, None).unwrap())
        };
        let prompt = [("shown", true), ("unshown", false)]
            .into_iter()
            .find(|(name, _)| words.contains(name))
            .map(|(_, is_shown)| Beep {
                scheduled_at: moment.clone(),
                sent_at: is_shown.then(|| moment.clone()),
            });
        let occasion = Occasion {
            plan,
            form: form.map_or(Form::CheckIn, |(_, form)| *form),
            beep: prompt,
            day_no: None,
            beep_no: None,
            state,
        };
        let mut key = [0; 16];
        key[0] = u8::try_from(idx).unwrap();
        Fact {
            key: FactKey::from_bytes(key),
            moment: moment.clone(),
            recorded_at: moment,
            source: Source::ByHand,
            body: FactBody::Occasion(occasion),
        }
    });
    Record::new(Profile::new(zone.clone()), items(), facts.collect()).unwrap()
}

fn series(lines: &[&str]) -> NumbnessSeries {
    let until = LocalDay::parse("2030-01-01").unwrap();
    NumbnessSeries::new(&record(lines), &Outcome::CheckIn, until).unwrap()
}

#[test]
fn numbness_is_the_mean_of_lack_and_distance_and_one_alone_stands_in() {
    let series = series(&[
        "2026-03-01 09:00 feeling_strength=30 feeling_distance=50",
        "2026-03-01 12:00 feeling_strength=30 feeling_distance=skip",
    ]);
    let values: Vec<f64> = series.answered().map(|(_, v)| v).collect();
    assert_eq!(values, [60.0, 70.0]);
}

#[test]
fn a_prompt_that_was_never_shown_left_nothing_unanswered() {
    let series = series(&[
        "2026-03-01 09:00 feeling_strength=30 shown",
        "2026-03-01 18:00 missed shown",
        "2026-03-02 09:00 missed unshown",
        "2026-03-02 18:00 feeling_strength=50 shown",
        "2026-03-03 09:00 missed unshown",
    ]);
    assert_eq!(series.points.len(), 3);
    assert_eq!(series.last_day, LocalDay::parse("2026-03-02").unwrap());
    assert!((series.missing - 1.0 / 3.0).abs() < 1e-12);
}

#[test]
fn a_feeling_asked_about_on_another_form_is_no_check_in() {
    let lines = [
        "2026-03-01 09:00 feeling_strength=30",
        "2026-03-01 21:00 evening feeling_strength=90",
        "2026-03-02 10:00 self_check feeling_strength=0 feeling_distance=100",
        "2026-03-02 11:00 safety feeling_strength=0",
        "2026-03-02 12:00 evening missed",
        "2026-03-03 09:00 feeling_strength=50",
    ];
    let both = series(&lines);
    let alone = series(&[lines[0], lines[5]]);
    let of = |series: &NumbnessSeries| -> Vec<f64> { series.answered().map(|(_, v)| v).collect() };
    assert_eq!(of(&both), [70.0, 50.0]);
    assert_eq!(both.points.len(), 2);
    assert!((both.missing - alone.missing).abs() < 1e-12);
    assert_eq!(outcomes(&record(&lines)), [(Outcome::CheckIn, 2)]);
}

#[test]
fn missed_occasions_and_empty_days_stay_missing() {
    let series = series(&[
        "2026-03-01 09:00 feeling_strength=30",
        "2026-03-02 09:00 missed",
        "2026-03-05 09:00 feeling_strength=10",
    ]);
    assert_eq!(series.points.len(), 3);
    assert_eq!(series.n_answered(), 2);
    assert_eq!(day_means(&series).len(), 2);
    assert_eq!(series.n_days(), 5);
}

#[test]
fn an_occasion_that_speaks_of_nothing_relevant_is_no_gap() {
    let series = series(&[
        "2026-03-01 09:00 feeling_strength=30",
        "2026-03-01 12:00 mood=4",
    ]);
    assert_eq!(series.points.len(), 1);
}

#[test]
fn real_time_runs_on_over_the_change_of_clocks() {
    let series = series(&[
        "2026-03-28 12:00 feeling_strength=30",
        "2026-03-29 12:00 feeling_strength=30",
    ]);
    let hours = (series.points[1].time_days - series.points[0].time_days) * 24.0;
    assert!((hours - 23.0).abs() < 1e-9, "{hours}");
    assert!(series.notes.contains(&QualityNote::ClockChanges(1)));
}

#[test]
fn doubles_are_used_once_and_counted() {
    let series = series(&[
        "2026-03-01 09:00 feeling_strength=30",
        "2026-03-01 09:00 feeling_strength=30",
    ]);
    assert_eq!(series.n_answered(), 1);
    assert!(series.notes.contains(&QualityNote::Doubled(1)));
}

#[test]
fn what_was_written_from_memory_is_kept_apart() {
    let series = series(&[
        "2026-03-01 09:00 feeling_strength=30",
        "2026-03-01 12:00 recall feeling_strength=90",
    ]);
    assert_eq!((series.n_answered(), series.recalled.len()), (1, 1));
}

#[test]
fn days_after_the_one_asked_for_are_not_seen() {
    let record = record(&[
        "2026-03-01 09:00 feeling_strength=30",
        "2026-03-03 02:00 feeling_strength=31",
        "2026-03-03 09:00 feeling_strength=90",
    ]);
    let until = LocalDay::parse("2026-03-02").unwrap();
    let series = NumbnessSeries::new(&record, &Outcome::CheckIn, until).unwrap();
    assert_eq!(series.n_answered(), 2);
    assert_eq!(series.last_day, until);
}

#[test]
fn an_imported_item_is_turned_so_that_more_is_more_numb() {
    let record = record(&["2026-03-01 09:00 mood=7", "2026-03-01 12:00 mood=1"]);
    let (outcome, n) = outcomes(&record).into_iter().next().unwrap();
    assert_eq!((outcome.name(), n), ("mood", 2));
    let until = LocalDay::parse("2030-01-01").unwrap();
    let series = NumbnessSeries::new(&record, &outcome, until).unwrap();
    let values: Vec<f64> = series.answered().map(|(_, v)| v).collect();
    assert_eq!(values, [0.0, 100.0]);
}
