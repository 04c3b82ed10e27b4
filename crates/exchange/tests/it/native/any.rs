//! Any record, with facts of every kind.

use crate::filled;
use proptest::option;
use proptest::prelude::*;
use record::{
    Activity, Assessment, Beep, Contact, DayStart, DoseAmount, Event, Fact, FactBody, FactKey,
    Flicker, FlickerStrength, Form, InputDevice, Intensity, Item, ItemId, ItemResponse, Label,
    LocalDay, MedicationAdministration, MedicationStatement, Minutes, Moment, Note, Occasion,
    OccasionState, PlannedDose, Polarity, Practice, Profile, Record, Response, ResponseScale, Role,
    Said, SamplingPlan, Sheet, SheetLine, SleepNight, Source, Suspect, Unreality, Window, Zone,
};

pub(super) fn zone(idx: usize) -> Zone {
    let names = ["Europe/Amsterdam", "UTC", "+05:30", "America/Sao_Paulo"];
    Zone::new(names[idx % names.len()]).unwrap()
}

pub(super) fn items() -> Vec<Item> {
    let item = |id: &str, scale, role, window| Item {
        id: ItemId::new(id).unwrap(),
        scale,
        role,
        window,
    };
    vec![
        item(
            "felt",
            ResponseScale::LINE_0_100,
            Role::Outcome(Polarity::HigherIsMoreFeeling),
            Window::Momentary,
        ),
        item(
            "far",
            ResponseScale::line(-0.1, 0.3).unwrap(),
            Role::Outcome(Polarity::HigherIsMoreNumb),
            Window::Daily,
        ),
        item(
            "tired",
            ResponseScale::Open,
            Role::Candidate,
            Window::Momentary,
        ),
        item(
            "flicker",
            ResponseScale::Steps { min: 0, max: 2 },
            Role::Context,
            Window::SinceLast,
        ),
    ]
}

fn moment() -> BoxedStrategy<Moment> {
    (-2_000_000_000i64..7_000_000_000, 0usize..4)
        .prop_map(|(seconds, idx)| Moment::from_unix_seconds(seconds, &zone(idx)).unwrap())
        .boxed()
}

fn label() -> BoxedStrategy<Label> {
    "[a-zé\"\\\\ 😀]{0,20}x"
        .prop_map(|text| Label::new(&text).unwrap())
        .boxed()
}

fn device() -> impl Strategy<Value = InputDevice> {
    prop_oneof![
        Just(InputDevice::Keyboard),
        Just(InputDevice::Pointer),
        Just(InputDevice::Terminal),
        Just(InputDevice::File),
        Just(InputDevice::Unknown),
    ]
}

fn response(idx: usize) -> BoxedStrategy<ItemResponse> {
    let value = match idx {
        0 => (0.0..=100.0).boxed(),
        1 => (-0.1..=0.3).boxed(),
        2 => any::<f64>()
            .prop_filter("finite", |v| v.is_finite())
            .boxed(),
        _ => (0u8..=2).prop_map(f64::from).boxed(),
    };
    let response = prop_oneof![
        4 => value.prop_map(Response::Value),
        1 => Just(Response::Skipped),
        1 => Just(Response::NotAsked),
    ];
    (response, device(), option::of(any::<u32>()))
        .prop_map(move |(response, device, latency_ms)| {
            let item = &items()[idx];
            ItemResponse {
                latency_ms,
                ..ItemResponse::new(item, response, device).unwrap()
            }
        })
        .boxed()
}

fn occasion() -> BoxedStrategy<FactBody> {
    let plan = prop_oneof![
        Just(SamplingPlan::Signal),
        Just(SamplingPlan::Interval),
        Just(SamplingPlan::Voluntary),
        Just(SamplingPlan::Recall),
    ];
    let answers = (
        response(0),
        response(1),
        response(2),
        response(3),
        1usize..=4,
    );
    let answered = (answers, option::of(any::<u64>())).prop_map(|((a, b, c, d, n), seed)| {
        let responses = [d, b, c, a].into_iter().take(n).collect();
        OccasionState::Answered(Assessment::new(responses, seed).unwrap())
    });
    let state = prop_oneof![
        Just(OccasionState::Scheduled),
        Just(OccasionState::Missed),
        answered,
    ];
    let beep = (moment(), option::of(moment())).prop_map(|(scheduled_at, sent_at)| Beep {
        scheduled_at,
        sent_at,
    });
    let numbers = (option::of(any::<u32>()), option::of(any::<u32>()));
    let form = prop_oneof![
        Just(Form::CheckIn),
        Just(Form::Morning),
        Just(Form::Evening),
        Just(Form::Weekly),
        Just(Form::SelfCheck),
        Just(Form::Safety),
        Just(Form::ToldByOther),
    ];
    ((plan, form), option::of(beep), numbers, state)
        .prop_map(|((plan, form), beep, (day_no, beep_no), state)| {
            FactBody::Occasion(Occasion {
                plan,
                form,
                beep,
                day_no,
                beep_no,
                state,
            })
        })
        .boxed()
}

fn dose() -> BoxedStrategy<DoseAmount> {
    (0.0..1000.0, label())
        .prop_map(|(amount, unit)| DoseAmount::new(amount, unit).unwrap())
        .boxed()
}

fn minutes() -> impl Strategy<Value = Option<Minutes>> {
    option::of((0u32..1440).prop_map(Minutes))
}

fn night(at: Moment) -> BoxedStrategy<FactBody> {
    let parts = proptest::collection::vec(any::<bool>(), 4);
    let lengths = (minutes(), minutes(), minutes());
    (parts, lengths, option::of(0u32..9), option::of(1u8..=5))
        .prop_map(
            move |(known, (latency, awake, asleep), n_awakenings, quality)| {
                let part =
                    |idx: usize, hours: i64| known[idx].then(|| at.plus_seconds(hours * 3600));
                let night = SleepNight {
                    into_bed: part(0, -9),
                    tried_to_sleep: part(1, -8),
                    latency,
                    n_awakenings,
                    awake,
                    final_wake: part(2, 0),
                    out_of_bed: part(3, 1),
                    asleep,
                    quality,
                };
                FactBody::SleepNight(night.checked().unwrap())
            },
        )
        .boxed()
}

fn body(at: Moment) -> BoxedStrategy<FactBody> {
    let flicker = (any::<bool>(), option::of(label())).prop_map(|(is_clear, word)| {
        let strength = if is_clear {
            FlickerStrength::Clear
        } else {
            FlickerStrength::Trace
        };
        FactBody::Flicker(Flicker { strength, word })
    });
    let starts = at.clone();
    let event = (label(), option::of(0i64..1_000_000), any::<bool>()).prop_map(
        move |(label, lasts, is_sensitive)| {
            let ends_at = lasts.map(|seconds| starts.plus_seconds(seconds));
            FactBody::Event(Event::new(label, &starts, ends_at, is_sensitive).unwrap())
        },
    );
    let intensity = prop_oneof![
        Just(Intensity::Light),
        Just(Intensity::Moderate),
        Just(Intensity::Vigorous),
    ];
    let activity = (option::of(label()), any::<u32>(), option::of(intensity)).prop_map(
        |(label, minutes, intensity)| {
            FactBody::Activity(Activity {
                label,
                minutes: Minutes(minutes),
                intensity,
            })
        },
    );
    let step = (label(), dose(), -9000i32..40_000, option::of(0i32..900)).prop_map(
        |(medicine, dose, from, lasts)| {
            let from = LocalDay::from_number(from).unwrap();
            let to = lasts.map(|days| from.plus_days(days));
            let step = MedicationStatement::new(medicine, dose, from, to);
            FactBody::MedicationStatement(step.unwrap())
        },
    );
    let taken =
        (label(), any::<bool>(), option::of(dose())).prop_map(|(medicine, is_taken, dose)| {
            FactBody::MedicationAdministration(MedicationAdministration {
                medicine,
                is_taken,
                dose,
            })
        });
    prop_oneof![
        occasion(),
        flicker,
        event,
        night(at),
        activity,
        step,
        taken,
        later_kinds()
    ]
    .boxed()
}

fn later_kinds() -> BoxedStrategy<FactBody> {
    let rated = || option::of(0u8..=100);
    let practice =
        (label(), minutes(), rated(), rated()).prop_map(|(strategy, minutes, before, after)| {
            FactBody::Practice(Practice {
                strategy,
                minutes,
                unreality: Unreality::new(before, after).unwrap(),
            })
        });
    let sheet =
        (label(), prop::collection::vec("[a-z\n\"é]{0,40}x", 1..6)).prop_map(|(sheet, words)| {
            let line = |(idx, words): (usize, String)| SheetLine {
                field: Label::new(&format!("field_{idx}")).unwrap(),
                words: Note::new(&words).unwrap(),
            };
            let lines = words.into_iter().enumerate().map(line).collect();
            FactBody::Sheet(Sheet::new(sheet, lines).unwrap())
        });
    let note = "[a-z\n\"é\t]{0,80}x".prop_map(|text| FactBody::Note(Note::new(&text).unwrap()));
    let contact = (label(), option::of(0.0f64..=100.0))
        .prop_map(|(with, heard)| FactBody::Contact(Contact::new(with, heard).unwrap()));
    let planned = (label(), dose(), -9000i32..40_000).prop_map(|(medicine, dose, from)| {
        FactBody::PlannedDose(PlannedDose {
            medicine,
            dose,
            from: LocalDay::from_number(from).unwrap(),
        })
    });
    let filled = filled::response();
    prop_oneof![practice, note, contact, planned, sheet, filled].boxed()
}

pub(super) fn fact() -> BoxedStrategy<Fact> {
    let source = prop_oneof![
        Just(Source::ByHand),
        (any::<[u8; 32]>(), any::<u32>()).prop_map(|(file, line)| Source::Import { file, line }),
    ];
    moment()
        .prop_flat_map(move |at| {
            let recorded = option::of(moment());
            let known = at.clone();
            (any::<[u8; 16]>(), recorded, source.clone(), body(at)).prop_map(
                move |(key, recorded, source, body)| Fact {
                    key: FactKey::from_bytes(key),
                    moment: known.clone(),
                    recorded_at: recorded.unwrap_or_else(|| known.clone()),
                    source,
                    body,
                },
            )
        })
        .boxed()
}

fn suspect() -> impl Strategy<Value = Suspect> {
    let day = |number| LocalDay::from_number(number).unwrap();
    (label(), 0i32..40_000, option::of(1i32..900)).prop_map(move |(name, named_on, lasts)| {
        let suspect = Suspect::new(name, day(named_on));
        match lasts {
            Some(days) => suspect.dropped(day(named_on + days)).unwrap(),
            None => suspect,
        }
    })
}

pub(super) fn profile() -> impl Strategy<Value = Profile> {
    (
        0usize..4,
        0u16..=720,
        option::of(0.0..=100.0),
        1u16..=240,
        any::<bool>(),
        proptest::collection::vec(suspect(), 0..4),
    )
        .prop_map(|(idx, starts, threshold, lock, has_read, suspects)| {
            let mut profile = Profile::new(zone(idx));
            for suspect in suspects {
                profile.name_suspect(suspect).unwrap();
            }
            profile.day_start = DayStart::from_minutes(starts).unwrap();
            profile.set_threshold(threshold).unwrap();
            profile.set_lock_after_minutes(lock).unwrap();
            profile.has_read_safety = has_read;
            profile
        })
}

/// A claim that was shown, taken back or not.
pub(super) fn said() -> impl Strategy<Value = Said> {
    let day = |number| LocalDay::from_number(number).unwrap();
    let texts = ("[a-z_]{1,20}", "\\PC{1,40}x", "\\PC{1,80}x");
    let days = (0i32..40_000, 0i32..900, option::of(1i32..900));
    (texts, any::<bool>(), -100.0..100.0, 0.0..50.0, days).prop_map(
        move |((question, about, sentence), is_up, size, half, (from, lasts, back))| Said {
            question,
            about,
            is_up,
            span: (day(from), day(from + lasts)),
            sentence,
            size: (size, size - half, size + half),
            look_day: day(from + lasts),
            shown_on: day(from + lasts + 1),
            taken_back_on: back.map(|days| day(from + lasts + days)),
            method: ("a-method".to_owned(), "1".to_owned()),
        },
    )
}

/// Any record.
pub fn record() -> impl Strategy<Value = Record> {
    let facts = proptest::collection::vec(fact(), 0..20);
    let said = proptest::collection::vec(said(), 0..4);
    (profile(), facts, said).prop_map(|(profile, facts, said)| {
        let mut record = Record::new(profile, items(), facts).unwrap();
        record.said = said;
        record.questionnaires = vec![filled::questionnaire()];
        record
    })
}
