//! Reads an Apple Health export as a stream. Refuses the document type in front of it (its
//! entities are never expanded), counts the same record once, and takes no sum over devices.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{Cursor, Read};

use record::{Activity, FactBody, Label, LocalDay, Minutes, Practice};

use super::days::Days;
use super::gather::{Gather, OpenDays, day_item};
use super::importer::{Archive, Importer, Way};
use super::night::{Nights, Phase};
use super::tags::{Fields, Tag, Tags, first};
use super::{AppFileError, Setting, when};

const APP: &str = "apple_health";
const ROOT: &[u8] = b"<HealthData";
/// The root stands after a document type of some ten thousand bytes.
const BEFORE_ROOT_MAX: u64 = 1 << 20;
/// Elements that may lie in one another; an export nests four.
const DEPTH_MAX: u32 = 32;

const SLEEP: &str = "HKCategoryTypeIdentifierSleepAnalysis";
const STEPS: &str = "HKQuantityTypeIdentifierStepCount";
const MINDFUL: &str = "HKCategoryTypeIdentifierMindfulSession";

/// An export as its phone packs it.
pub(super) const ZIP: Importer = Importer {
    word: "apple-health",
    app: APP,
    has_words: false,
    way: Way::Zip {
        is_it: |zip| part(zip).is_some(),
        read: read_zip,
    },
};

/// The same, taken out of its archive.
pub(super) const XML: Importer = Importer {
    word: "apple-health-xml",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| head.is_xml() && head.holds("HealthData"),
        read: read_xml,
    },
};

/// The part of an archive that holds the export, told by its content: its name is in the language
/// of the phone.
fn part(zip: &mut Archive<'_>) -> Option<usize> {
    let is_export = |zip: &mut Archive<'_>, idx: usize| {
        let mut head = Vec::new();
        let read = zip
            .part(idx)
            .map(|part| part.take(1 << 17).read_to_end(&mut head));
        matches!(read, Ok(Ok(_))) && find(&head, ROOT).is_some()
    };
    zip.ending(".xml")
        .into_iter()
        .find(|idx| is_export(zip, *idx))
}

/// Reads an archive.
fn read_zip(
    zip: &mut Archive<'_>,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let part = part(zip).ok_or(AppFileError::NotInZip("an export of Apple Health"))?;
    let others = zip.named(|name| !name.ends_with(".xml")).len();
    read_xml(&mut zip.part(part)?, setting, gather)?;
    for _ in 0..others {
        gather.unknown("files beside the export (routes, heart traces, records of clinics)");
    }
    Ok(())
}

/// Reads the export itself.
fn read_xml(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let (found, rest) = skip_to_root(reader)?;
    let mut tags = Tags::new(Cursor::new(found).chain(rest));
    let mut health = Health::new(setting, gather);
    let mut depth = 0u32;
    loop {
        match tags.next() {
            Ok(Some(Tag::Start {
                name,
                attributes,
                is_empty,
            })) => {
                health.start(name, attributes);
                if is_empty {
                    health.end(name);
                } else {
                    depth += 1;
                }
            }
            Ok(Some(Tag::End { name })) => {
                depth = depth.saturating_sub(1);
                health.end(name);
            }
            Ok(None) => break,
            Err(_) => return Err(broken(&tags)),
        }
        if depth > DEPTH_MAX {
            return Err(broken(&tags));
        }
    }
    if !health.is_closed {
        return Err(AppFileError::Broken {
            what: "the export ends before it is complete".to_owned(),
            at: tags.position(),
        });
    }
    health.finish();
    Ok(())
}

fn broken<R: Read>(tags: &Tags<R>) -> AppFileError {
    AppFileError::Broken {
        what: "XML that cannot be read".to_owned(),
        at: tags.position(),
    }
}

/// Skips what stands before the root: phones have written document types that no reader takes.
fn skip_to_root<R: Read>(reader: R) -> Result<(Vec<u8>, R), AppFileError> {
    let mut head = Vec::new();
    let mut reader = reader.take(BEFORE_ROOT_MAX);
    let mut chunk = [0u8; 4096];
    loop {
        let n = reader
            .read(&mut chunk)
            .map_err(|error| AppFileError::Read(error.to_string()))?;
        head.extend_from_slice(chunk.get(..n).unwrap_or_default());
        if let Some(at) = find(&head, ROOT) {
            head.drain(..at);
            return Ok((head, reader.into_inner()));
        }
        if n == 0 {
            let what = "no health data in it".to_owned();
            return Err(AppFileError::Broken { what, at: 0 });
        }
    }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len())
        .position(|window| window == wanted)
}

/// The type of a record, which is nearly always its first attribute.
fn kind(attributes: &[u8]) -> &[u8] {
    match first(attributes) {
        Some(((b"type", kind), _)) => kind,
        _ => Fields::of(attributes)
            .get("type")
            .unwrap_or_default()
            .as_bytes(),
    }
}

fn phase(value: &str) -> Option<Phase> {
    Some(match value.strip_prefix("HKCategoryValueSleepAnalysis")? {
        "InBed" => Phase::InBed,
        "Awake" => Phase::Awake,
        "Asleep" | "AsleepUnspecified" => Phase::Asleep,
        "AsleepCore" | "AsleepDeep" | "AsleepREM" => Phase::Stage,
        _ => return None,
    })
}

/// What was read of an export so far.
struct Health<'s> {
    setting: &'s Setting,
    gather: &'s mut Gather,
    nights: Nights,
    /// Steps of each day by device.
    steps: Days,
    /// Records that were taken, so that one that stands twice is taken once.
    seen: HashSet<u64>,
    n_twice: u64,
    /// Elements of the kind that came last; the file is sorted by kinds.
    last: (String, u64),
    exported_on: Option<LocalDay>,
    n_elements: u32,
    /// Records in a correlation stand beside it as well.
    is_in_correlation: bool,
    is_closed: bool,
}

impl<'s> Health<'s> {
    fn new(setting: &'s Setting, gather: &'s mut Gather) -> Self {
        Self {
            setting,
            gather,
            nights: Nights::default(),
            steps: Days::default(),
            seen: HashSet::new(),
            n_twice: 0,
            last: (String::new(), 0),
            exported_on: None,
            n_elements: 0,
            is_in_correlation: false,
            is_closed: false,
        }
    }

    fn start(&mut self, name: &[u8], attributes: &[u8]) {
        match name {
            b"Record" => {
                self.n_elements = self.n_elements.saturating_add(1);
                let kind = kind(attributes);
                match std::str::from_utf8(kind).unwrap_or_default() {
                    SLEEP => self.taken(attributes, Self::sleep),
                    STEPS => self.taken(attributes, Self::step),
                    MINDFUL => self.taken(attributes, Self::mindful),
                    _ if self.is_in_correlation => self.n_twice += 1,
                    _ => self.count(kind),
                }
            }
            b"Workout" => {
                self.n_elements = self.n_elements.saturating_add(1);
                self.taken(attributes, Self::workout);
            }
            b"ExportDate" => {
                let fields = Fields::of(attributes);
                let date = fields.get("value").and_then(|text| text.get(..10));
                self.exported_on = date.and_then(when::date);
            }
            // Parts of an element that is counted itself.
            b"HealthData"
            | b"Me"
            | b"MetadataEntry"
            | b"InstantaneousBeatsPerMinute"
            | b"HeartRateVariabilityMetadataList"
            | b"WorkoutEvent"
            | b"WorkoutStatistics"
            | b"WorkoutRoute"
            | b"FileReference" => {}
            other => {
                self.n_elements = self.n_elements.saturating_add(1);
                self.is_in_correlation |= other == b"Correlation";
                self.count(other);
            }
        }
    }

    fn end(&mut self, name: &[u8]) {
        self.is_in_correlation &= name != b"Correlation";
        self.is_closed |= name == b"HealthData";
    }

    /// Counts a kind that no fact holds.
    fn count(&mut self, kind: &[u8]) {
        if self.last.0.as_bytes() == kind {
            self.last.1 += 1;
            return;
        }
        self.flush();
        self.last = (String::from_utf8_lossy(kind).into_owned(), 1);
    }

    fn flush(&mut self) {
        let (kind, n) = std::mem::take(&mut self.last);
        if n > 0 {
            let short = [
                "HKQuantityTypeIdentifier",
                "HKCategoryTypeIdentifier",
                "HKDataType",
            ];
            let short = short.iter().find_map(|head| kind.strip_prefix(head));
            self.gather.unknown_times(short.unwrap_or(&kind), n);
        }
    }

    /// Takes an element that was not there already.
    fn taken(&mut self, attributes: &[u8], take: fn(&mut Self, &Fields<'_>) -> bool) {
        let element = &Fields::of(attributes);
        let mut hasher = DefaultHasher::new();
        for name in [
            "type",
            "workoutActivityType",
            "sourceName",
            "startDate",
            "endDate",
            "value",
        ] {
            element.get(name).hash(&mut hasher);
        }
        if !self.seen.insert(hasher.finish()) {
            self.n_twice += 1;
            return;
        }
        if !take(self, element) {
            let words = (
                "times or a value that cannot be",
                "nothing to do: the rest is taken",
            );
            let (line, kind) = (self.n_elements, element.get("type").unwrap_or("Workout"));
            self.gather.reject(line, Some(kind), words);
        }
    }

    fn sleep(&mut self, element: &Fields<'_>) -> bool {
        let Some(phase) = phase(element.get("value").unwrap_or_default()) else {
            return false;
        };
        let from = element
            .get("startDate")
            .and_then(|t| when::seconds(t.as_bytes()));
        let to = element
            .get("endDate")
            .and_then(|t| when::seconds(t.as_bytes()));
        let (Some(from), Some(to)) = (from, to) else {
            return false;
        };
        let source = element.get("sourceName").unwrap_or_default();
        let source = self.nights.source(source);
        self.nights.add(source, phase, (from, to), self.n_elements)
    }

    fn step(&mut self, element: &Fields<'_>) -> bool {
        let day = element
            .get("startDate")
            .and_then(|text| when::date(text.get(..10)?));
        let n = element
            .get("value")
            .and_then(|text| text.parse::<f64>().ok());
        let (Some(day), Some(n)) = (day, n) else {
            return false;
        };
        let source = element.get("sourceName").unwrap_or_default();
        self.steps.add(day, source, n)
    }

    /// A span with its start and its whole minutes.
    fn span(&self, element: &Fields<'_>) -> Option<(record::Moment, u32)> {
        let home = &self.setting.zone;
        let from = when::stamp(element.get("startDate")?.as_bytes(), home)?;
        let to = when::stamp(element.get("endDate")?.as_bytes(), home)?;
        let minutes = (to.unix_seconds() - from.unix_seconds() + 30) / 60;
        let minutes = u32::try_from(minutes).ok().filter(|n| *n <= 2880)?;
        Some((from, minutes))
    }

    fn mindful(&mut self, element: &Fields<'_>) -> bool {
        let (Some((at, minutes)), Ok(strategy)) = (self.span(element), Label::new("mindfulness"))
        else {
            return false;
        };
        let body = FactBody::Practice(Practice::new(strategy, Some(Minutes(minutes))));
        self.gather
            .fact((&at, self.n_elements), &["practice"], body);
        true
    }

    /// Its length is its `duration`, which leaves pauses out; the span where there is none.
    fn workout(&mut self, element: &Fields<'_>) -> bool {
        let Some((at, span)) = self.span(element) else {
            return false;
        };
        let unit = match element.get("durationUnit").unwrap_or("min") {
            "min" => Some(1.0),
            "s" | "sec" => Some(1.0 / 60.0),
            "h" | "hr" => Some(60.0),
            _ => None,
        };
        let duration = element
            .get("duration")
            .and_then(|text| text.parse::<f64>().ok());
        let duration = duration.zip(unit).map(|(n, unit)| (n * unit).round());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 2880.
        let minutes = match duration {
            Some(n) if (0.0..=2880.0).contains(&n) => n as u32,
            _ => span,
        };
        let kind = element.get("workoutActivityType").unwrap_or_default();
        let kind = kind.strip_prefix("HKWorkoutActivityType").unwrap_or(kind);
        let body = FactBody::Activity(Activity {
            label: Label::new(kind).ok(),
            minutes: Minutes(minutes),
            intensity: None,
        });
        self.gather
            .fact((&at, self.n_elements), &["workout", kind], body);
        true
    }

    fn finish(mut self) {
        self.flush();
        self.gather.ledger.n_rows += u64::from(self.n_elements);
        if self.n_twice > 0 {
            self.gather
                .unknown_times("records that stand twice", self.n_twice);
        }
        std::mem::take(&mut self.nights).finish(self.gather, &self.setting.zone);
        if let Some(item) = day_item("apple_steps") {
            let open = self.exported_on.map(OpenDays::From);
            self.gather.days(item, self.steps.most(), open);
        }
    }
}
