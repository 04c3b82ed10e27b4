//! A folder of its own, a clock set by hand, and a person who answers.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::{App, CheckInView, Clock, ItemAnswer, LogRequest, QuestionView, Settings, Trouble};
use record::{LocalDay, Moment, Record, Zone};

pub struct Place {
    folder: tempfile::TempDir,
    hand: Arc<AtomicI64>,
    zone: Zone,
}

impl Place {
    /// An empty folder in Berlin, at ten in the morning of 2 March 2026, a Monday.
    pub fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
            hand: Arc::new(AtomicI64::new(0)),
            zone: Zone::new("Europe/Berlin").unwrap(),
        };
        place.set("2026-03-02 10:00:00");
        place
    }

    /// The same with a record under a key file.
    pub fn begun() -> (Self, App) {
        let place = Self::new();
        let mut app = place.app();
        app.begin(None).unwrap();
        (place, app)
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn clock(&self) -> Clock {
        Clock::by_hand(self.zone.clone(), self.hand.clone())
    }

    /// Another start of the program, still closed.
    pub fn app(&self) -> App {
        App::new(Settings {
            folder: self.data(),
            clock: self.clock(),
        })
    }

    /// Another start of the program, open.
    pub fn again(&self) -> App {
        let mut app = self.app();
        app.unlock(None).unwrap();
        app
    }

    /// Another start of the program, open, on a computer in another zone.
    pub fn again_in(&self, zone: &Zone) -> App {
        let mut app = App::new(Settings {
            folder: self.data(),
            clock: Clock::by_hand(zone.clone(), self.hand.clone()),
        });
        app.unlock(None).unwrap();
        app
    }

    /// Seconds since 1970 that the clock shows.
    pub fn seconds(&self) -> i64 {
        self.hand.load(Ordering::Relaxed)
    }

    pub fn set(&self, wall_clock: &str) {
        let moment = Moment::from_wall_clock(wall_clock, &self.zone).unwrap();
        self.hand.store(moment.unix_seconds(), Ordering::Relaxed);
    }

    pub fn pass(&self, seconds: i64) {
        self.hand.fetch_add(seconds, Ordering::Relaxed);
    }

    /// What is on disk, read by nobody's `App`.
    pub fn record(&self) -> Record {
        let folder = store::Folder::at(self.data());
        store::Store::open(&folder, None).unwrap().load().unwrap()
    }

    /// A check-in from the terminal at this clock.
    pub fn log(&self, app: &mut App, wall_clock: &str, value: f64) {
        self.set(wall_clock);
        let request = LogRequest {
            value: Some(value),
            ..LogRequest::default()
        };
        app.log(&request).unwrap();
    }
}

/// The question that is open.
pub fn question(app: &mut App) -> QuestionView {
    match app.today().unwrap().check_in {
        CheckInView::Ask(question) => question,
        other => panic!("{other:?}"),
    }
}

/// Answers a question.
pub fn say(app: &mut App, question: &QuestionView, value: &str) -> Result<(), Trouble> {
    app.answer(&ItemAnswer {
        key: question.key.clone(),
        item: question.item.clone(),
        value: value.to_owned(),
        device: "keyboard".to_owned(),
        latency_ms: Some(900),
    })
}

/// Answers all questions of a check-in; gives their items in order.
pub fn check_in(app: &mut App) -> Vec<String> {
    let mut items = Vec::new();
    while let CheckInView::Ask(question) = app.today().unwrap().check_in {
        let value = if question.is_line { "33" } else { "1" };
        say(app, &question, value).unwrap();
        items.push(question.item);
    }
    items
}

/// A key for a form.
pub fn key(number: u8) -> String {
    format!("{number:02x}").repeat(16)
}

/// A day by its date.
pub fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

/// A number of -10 to 10 that depends on the day alone.
pub fn noise(day: LocalDay) -> f64 {
    let mixed = u64::from(day.number().unsigned_abs()).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    f64::from(u32::try_from(mixed >> 44 & 0xff).unwrap()) / 255.0 * 20.0 - 10.0
}

/// Sixty days of one check-in each; then it is the morning of 2 March 2026.
pub fn with_days() -> (Place, App) {
    let (place, mut app) = Place::begun();
    for back in (1..=60).rev() {
        let at = day("2026-03-02").plus_days(-back);
        place.log(&mut app, &format!("{at} 12:00:00"), 50.0 + noise(at));
    }
    place.set("2026-03-02 10:00:00");
    (place, app)
}
