//! Any fact that can be said: strategies for property tests. Refuses only what `record` refuses.

use proptest::option::of;
use proptest::prelude::*;
use record::{
    Activity, Assessment, Beep, Contact, DayStart, DoseAmount, Event, Fact, FactBody, FactKey,
    Flicker, FlickerStrength, Form, ImportFile, InputDevice, Intensity, Item, ItemId, ItemResponse,
    Label, LocalDay, MedicationAdministration, MedicationStatement, Minutes, Moment, Note,
    Occasion, OccasionState, PlannedDose, Polarity, Practice, Profile, Response, ResponseScale,
    Role, SamplingPlan, Sheet, SheetLine, SleepNight, Source, Suspect, Unreality, Window, Zone,
};

const ZONES: [&str; 8] = [
    "UTC",
    "Europe/Amsterdam",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "+05:30",
    "-03",
    "Z",
];

/// The file that imported facts come from.
pub fn file() -> ImportFile {
    ImportFile {
        digest: [7; 32],
        name: "день 🧊 \u{202e}txt.csv".to_owned(),
        format: "table".to_owned(),
        imported_at: Moment::from_unix_seconds(0, &Zone::new("+05:30").unwrap()).unwrap(),
    }
}

/// Items of every scale, role and window.
pub fn items() -> Vec<Item> {
    let item = |id: &str, scale, role, window| Item {
        id: ItemId::new(id).unwrap(),
        scale,
        role,
        window,
    };
    let steps = ResponseScale::Steps {
        min: i32::MIN,
        max: i32::MAX,
    };
    let feeling = Role::Outcome(Polarity::HigherIsMoreFeeling);
    let numb = Role::Outcome(Polarity::HigherIsMoreNumb);
    vec![
        item(
            "strength",
            ResponseScale::LINE_0_100,
            feeling,
            Window::Momentary,
        ),
        item("numb", steps, numb, Window::Daily),
        item(
            "open-1",
            ResponseScale::Open,
            Role::Candidate,
            Window::SinceLast,
        ),
        item(
            "a.b",
            ResponseScale::line(-1.5, 0.1).unwrap(),
            Role::Context,
            Window::Daily,
        ),
    ]
}

fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(ZONES.to_vec()).prop_map(|name| Zone::new(name).unwrap())
}

/// 1970 to 2099.
pub fn moment() -> impl Strategy<Value = Moment> {
    let seconds = prop_oneof![0i64..4_102_444_800, Just(0i64), Just(4_102_444_799i64)];
    (seconds, zone()).prop_map(|(at, zone)| Moment::from_unix_seconds(at, &zone).unwrap())
}

fn later(first: Moment) -> impl Strategy<Value = Moment> {
    (0i64..80_000).prop_map(move |seconds| first.plus_seconds(seconds))
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,40}",
        Just("🧊👩🏽‍🔬 family".to_owned()),
        Just("שלום \u{202e}عالم\u{202c}".to_owned()),
        Just("it's \"quoted\"; DROP TABLE note; --".to_owned()),
        Just("e\u{301} ﬁ Ǆ".to_owned()),
    ]
    .prop_map(|text| format!("x{text}"))
}

fn label() -> impl Strategy<Value = Label> {
    words().prop_map(|text| Label::new(&text).unwrap())
}

fn minutes() -> impl Strategy<Value = Minutes> {
    (0u32..=1440).prop_map(Minutes)
}

fn device() -> impl Strategy<Value = InputDevice> {
    prop::sample::select(vec![
        InputDevice::Keyboard,
        InputDevice::Pointer,
        InputDevice::Terminal,
        InputDevice::File,
        InputDevice::Unknown,
    ])
}

fn value(item: &Item) -> BoxedStrategy<f64> {
    match item.scale {
        ResponseScale::Line { min, max } => (min..=max).boxed(),
        ResponseScale::Steps { min, max } => (min..=max).prop_map(f64::from).boxed(),
        ResponseScale::Open => prop::num::f64::NORMAL.boxed(),
    }
}

fn response(item: Item) -> impl Strategy<Value = ItemResponse> {
    let given = prop_oneof![
        3 => value(&item).prop_map(Response::Value),
        1 => Just(Response::Skipped),
        1 => Just(Response::NotAsked),
    ];
    (given, device(), of(any::<u32>())).prop_map(move |(given, device, latency_ms)| {
        let mut response = ItemResponse::new(&item, given, device).unwrap();
        response.latency_ms = latency_ms;
        response
    })
}

fn assessment() -> BoxedStrategy<Assessment> {
    let which = prop::sample::subsequence(items(), 1..=4).prop_shuffle();
    let responses =
        which.prop_flat_map(|items| items.into_iter().map(response).collect::<Vec<_>>());
    (responses, of(any::<u64>()))
        .prop_map(|(responses, seed)| Assessment::new(responses, seed).unwrap())
        .boxed()
}

fn occasion() -> BoxedStrategy<FactBody> {
    let plan = prop::sample::select(vec![
        SamplingPlan::Signal,
        SamplingPlan::Interval,
        SamplingPlan::Voluntary,
        SamplingPlan::Recall,
    ]);
    let beep = (moment(), of(moment())).prop_map(|(scheduled_at, sent_at)| Beep {
        scheduled_at,
        sent_at,
    });
    let state = prop_oneof![
        Just(OccasionState::Scheduled),
        Just(OccasionState::Missed),
        assessment().prop_map(OccasionState::Answered),
    ];
    let form = prop::sample::select(vec![
        Form::CheckIn,
        Form::Morning,
        Form::Evening,
        Form::Weekly,
        Form::SelfCheck,
        Form::Safety,
        Form::ToldByOther,
    ]);
    let numbers = (of(any::<u32>()), of(any::<u32>()));
    ((plan, form), of(beep), numbers, state)
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

fn night() -> impl Strategy<Value = FactBody> {
    let times = moment().prop_flat_map(|bed| (of(Just(bed.clone())), of(later(bed))));
    (
        times,
        of(minutes()),
        of(any::<u32>()),
        of(minutes()),
        of(minutes()),
        of(1u8..=5),
    )
        .prop_map(
            |((into_bed, out_of_bed), latency, n_awakenings, awake, asleep, quality)| {
                let night = SleepNight {
                    into_bed,
                    latency,
                    n_awakenings,
                    awake,
                    out_of_bed,
                    asleep,
                    quality,
                    ..SleepNight::default()
                };
                FactBody::SleepNight(night.checked().unwrap())
            },
        )
}

fn day() -> impl Strategy<Value = LocalDay> {
    (0i32..47_000).prop_map(|number| LocalDay::from_number(number).unwrap())
}

fn dose() -> impl Strategy<Value = DoseAmount> {
    (0.0f64..1e6, label()).prop_map(|(amount, unit)| DoseAmount::new(amount, unit).unwrap())
}

fn statement() -> impl Strategy<Value = FactBody> {
    (label(), dose(), day(), of(0i32..400)).prop_map(|(medicine, dose, from, n_days)| {
        let to = n_days.map(|n_days| from.plus_days(n_days));
        let made = MedicationStatement::new(medicine, dose, from, to);
        FactBody::MedicationStatement(made.unwrap())
    })
}

fn sheet() -> impl Strategy<Value = FactBody> {
    let words = prop::collection::vec(words(), 1..6);
    (label(), words).prop_map(|(sheet, words)| {
        let line = |(idx, words): (usize, String)| SheetLine {
            field: Label::new(&format!("field_{idx}")).unwrap(),
            words: Note::new(&words).unwrap(),
        };
        let lines = words.into_iter().enumerate().map(line).collect();
        FactBody::Sheet(Sheet::new(sheet, lines).unwrap())
    })
}

fn small() -> BoxedStrategy<FactBody> {
    let strength = prop::sample::select(vec![FlickerStrength::Trace, FlickerStrength::Clear]);
    let intensity = prop::sample::select(vec![
        Intensity::Light,
        Intensity::Moderate,
        Intensity::Vigorous,
    ]);
    prop_oneof![
        (strength, of(label()))
            .prop_map(|(strength, word)| FactBody::Flicker(Flicker { strength, word })),
        (of(label()), any::<u32>(), of(intensity)).prop_map(|(label, minutes, intensity)| {
            FactBody::Activity(Activity {
                label,
                minutes: Minutes(minutes),
                intensity,
            })
        }),
        (label(), any::<bool>(), of(dose())).prop_map(|(medicine, is_taken, dose)| {
            FactBody::MedicationAdministration(MedicationAdministration {
                medicine,
                is_taken,
                dose,
            })
        }),
        (label(), of(any::<u32>()), of(0u8..=100), of(0u8..=100)).prop_map(
            |(strategy, minutes, before, after)| {
                FactBody::Practice(Practice {
                    strategy,
                    minutes: minutes.map(Minutes),
                    unreality: Unreality::new(before, after).unwrap(),
                })
            }
        ),
        sheet(),
        (label(), of(0.0f64..=100.0))
            .prop_map(|(with, heard)| FactBody::Contact(Contact::new(with, heard).unwrap())),
        (label(), dose(), day()).prop_map(|(medicine, dose, from)| {
            FactBody::PlannedDose(PlannedDose {
                medicine,
                dose,
                from,
            })
        }),
        words().prop_map(|text| FactBody::Note(Note::new(&text).unwrap())),
        Just(FactBody::Note(Note::new("nul \0 inside\r\n").unwrap())),
    ]
    .boxed()
}

fn event(starts_at: Moment) -> impl Strategy<Value = FactBody> {
    (label(), of(later(starts_at.clone())), any::<bool>()).prop_map(
        move |(label, ends_at, is_sensitive)| {
            FactBody::Event(Event::new(label, &starts_at, ends_at, is_sensitive).unwrap())
        },
    )
}

/// Any fact.
pub fn fact() -> BoxedStrategy<Fact> {
    let source = prop_oneof![
        Just(Source::ByHand),
        any::<u32>().prop_map(|line| Source::Import {
            file: file().digest,
            line,
        }),
    ];
    moment()
        .prop_flat_map(move |at| {
            let body = prop_oneof![
                occasion().boxed(),
                night().boxed(),
                statement().boxed(),
                small().boxed(),
                event(at.clone()).boxed(),
            ];
            (any::<[u8; 16]>(), Just(at), moment(), source.clone(), body).prop_map(
                |(key, moment, recorded_at, source, body)| Fact {
                    key: FactKey::from_bytes(key),
                    moment,
                    recorded_at,
                    source,
                    body,
                },
            )
        })
        .boxed()
}

/// Something suspected, dropped or not.
fn suspect() -> impl Strategy<Value = Suspect> {
    let day = |number| LocalDay::from_number(number).unwrap();
    (label(), 0i32..40_000, of(1i32..900)).prop_map(move |(name, named_on, lasts)| {
        let suspect = Suspect::new(name, day(named_on));
        match lasts {
            Some(days) => suspect.dropped(day(named_on + days)).unwrap(),
            None => suspect,
        }
    })
}

/// Any choices.
pub fn profile() -> impl Strategy<Value = Profile> {
    (
        zone(),
        0u16..=720,
        of(0.0f64..=100.0),
        1u16..=240,
        any::<bool>(),
        proptest::collection::vec(suspect(), 0..4),
    )
        .prop_map(
            |(zone, starts, threshold, lock_after, has_read_safety, suspects)| {
                let mut profile = Profile::new(zone);
                for suspect in suspects {
                    profile.name_suspect(suspect).unwrap();
                }
                profile.day_start = DayStart::from_minutes(starts).unwrap();
                profile.set_threshold(threshold).unwrap();
                profile.set_lock_after_minutes(lock_after).unwrap();
                profile.has_read_safety = has_read_safety;
                profile
            },
        )
}
