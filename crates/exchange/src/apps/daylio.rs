//! Reads a Daylio diary, as CSV or as a back-up. Refuses to know what a renamed mood means.

use std::collections::BTreeMap;
use std::io::Read;

use record::{Moment, Zone};
use serde::Deserialize;

use super::gather::Gather;
use super::importer::{Archive, Importer, Way};
use super::plain::plain;
use super::rows::Rows;
use super::words::{Meaning, Words, mood_item, numb_item};
use super::{AppFileError, Setting, when};
use crate::base64;

const APP: &str = "daylio";
/// Most bytes of a back-up when unpacked; ten years of long notes are a tenth.
const BACKUP_BYTES_MAX: u64 = 96 << 20;

/// One entry, from either file.
struct Entry {
    moment: Moment,
    line: u32,
    mood: String,
    tags: Vec<String>,
    notes: Vec<String>,
}

/// A diary as CSV.
pub(super) const CSV: Importer = Importer {
    word: "daylio",
    app: APP,
    has_words: true,
    way: Way::Text {
        is_it: |head| head.has_columns(&["weekday", "time", "mood", "activities"]),
        read: read_csv,
    },
};

/// A back-up.
pub(super) const BACKUP: Importer = Importer {
    word: "daylio-backup",
    app: APP,
    has_words: true,
    way: Way::Zip {
        is_it: |zip| !zip.ending("backup.daylio").is_empty(),
        read: read_backup,
    },
};

/// Reads the CSV of either age.
fn read_csv(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let (full, date, year) = (rows.find("full_date"), rows.find("date"), rows.find("year"));
    let (time, mood) = (rows.need("time")?, rows.need("mood")?);
    let tags = rows.need("activities")?;
    let (title, note) = (rows.find("note_title"), rows.find("note"));
    let mut entries = Vec::new();
    while let Some(line) = rows.next()? {
        let day = match full {
            Some(full) => when::date(rows.cell(full)),
            None => when::day_of_year(rows.maybe(date), rows.maybe(year)),
        };
        let clock = when::clock(rows.cell(time));
        let moment = day
            .zip(clock)
            .and_then(|(day, (h, m))| day.at(h, m, &setting.zone).ok());
        let Some(moment) = moment else {
            let column = if day.is_none() { "full_date" } else { "time" };
            gather.reject(line, Some(column), ("no date and time", "look at the row"));
            continue;
        };
        entries.push(Entry {
            moment,
            line,
            mood: rows.cell(mood).to_owned(),
            tags: rows
                .cell(tags)
                .split('|')
                .map(|tag| tag.trim().to_owned())
                .collect(),
            notes: vec![plain(rows.maybe(title)), plain(rows.maybe(note))],
        });
    }
    gather.ledger.n_rows += rows.n_rows();
    let levels = entries
        .iter()
        .map(|entry| (entry.mood.clone(), None))
        .collect();
    gather_all(gather, entries, &levels, setting)
}

/// Keeps entries once every mood of theirs has a meaning.
fn gather_all(
    gather: &mut Gather,
    entries: Vec<Entry>,
    levels: &BTreeMap<String, Option<u8>>,
    setting: &Setting,
) -> Result<(), AppFileError> {
    let words = setting.words_for(levels)?;
    for entry in entries {
        let at = (&entry.moment, entry.line);
        keep_mood(gather, at, &entry.mood, &words);
        for tag in entry.tags.iter().filter(|tag| !tag.is_empty()) {
            gather.event(at, tag);
        }
        let notes: Vec<&str> = entry
            .notes
            .iter()
            .map(String::as_str)
            .filter(|note| !note.is_empty())
            .collect();
        gather.note(at, &notes.join("\n"));
    }
    Ok(())
}

/// Keeps what the person says that a mood means.
fn keep_mood(gather: &mut Gather, at: (&Moment, u32), mood: &str, words: &Words) {
    let Meaning { level, numb } = words.meaning(mood).unwrap_or_default();
    if level.is_none() && numb.is_none() {
        gather.unknown("moods that mean neither a level nor numb");
    }
    if let Some((item, level)) = mood_item(APP).zip(level) {
        gather.answer(at, &item, f64::from(level));
    }
    if let Some((item, numb)) = numb_item(APP).zip(numb) {
        gather.answer(at, &item, f64::from(u8::from(numb)));
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Backup {
    #[serde(default)]
    custom_moods: Vec<Mood>,
    #[serde(default)]
    tags: Vec<Tag>,
    day_entries: Vec<DayEntry>,
    #[serde(default)]
    goals: Vec<serde::de::IgnoredAny>,
    #[serde(default)]
    goal_entries: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Mood {
    id: i64,
    #[serde(default)]
    custom_name: String,
    /// 1 best to 5 worst.
    mood_group_id: u8,
    #[serde(default)]
    predefined_name_id: i64,
}

#[derive(Deserialize)]
struct Tag {
    id: i64,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DayEntry {
    minute: u8,
    hour: u8,
    day: u8,
    /// Counted from 0.
    month: u8,
    year: i16,
    #[serde(default)]
    time_zone_offset: Option<i64>,
    mood: i64,
    #[serde(default)]
    note: String,
    #[serde(default, alias = "note_title")]
    note_title: String,
    #[serde(default)]
    tags: Vec<i64>,
    #[serde(default)]
    assets: Vec<serde::de::IgnoredAny>,
}

impl DayEntry {
    /// The clock on the wall of the entry, in the person's zone where its offset is that of the
    /// entry.
    fn moment(&self, home: &Zone) -> Option<Moment> {
        let (month, hour) = (self.month.checked_add(1)?, self.hour);
        let text = format!(
            "{:04}-{month:02}-{:02} {hour:02}:{:02}",
            self.year, self.day, self.minute
        );
        let at_home = Moment::from_wall_clock(&text, home).ok()?;
        let Some(offset) = self.offset_minutes() else {
            return Some(at_home);
        };
        if i64::from(at_home.offset_seconds()) == offset * 60 {
            return Some(at_home);
        }
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        let zone = Zone::new(&format!("{sign}{hours:02}:{minutes:02}")).ok()?;
        Moment::from_wall_clock(&text, &zone).ok()
    }

    /// Milliseconds, save in files that write minutes: no zone is 900 minutes away, and none is
    /// 900 milliseconds away.
    fn offset_minutes(&self) -> Option<i64> {
        let offset = self.time_zone_offset?;
        Some(if offset.abs() <= 900 {
            offset
        } else {
            offset / 60_000
        })
    }
}

/// Reads a back-up.
fn read_backup(
    zip: &mut Archive<'_>,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let part = zip.ending("backup.daylio").first().copied();
    let part = part.ok_or(AppFileError::NotInZip("backup.daylio"))?;
    let broken = |at| AppFileError::Broken {
        what: "a letter that base64 does not have".to_owned(),
        at,
    };
    let json = base64::decode(&zip.whole(part, BACKUP_BYTES_MAX)?).map_err(broken)?;
    let backup: Backup = super::json(&json)?;
    let moods: BTreeMap<i64, (String, u8)> = backup
        .custom_moods
        .iter()
        .map(|mood| (mood.id, mood.named()))
        .collect();
    let tags: BTreeMap<i64, &str> = backup
        .tags
        .iter()
        .map(|tag| (tag.id, tag.name.as_str()))
        .collect();
    gather.ledger.n_rows = u64::try_from(backup.day_entries.len()).unwrap_or(u64::MAX);
    let mut entries = Vec::new();
    for (line, entry) in (1u32..).zip(&backup.day_entries) {
        let (Some(moment), Some((mood, _))) = (entry.moment(&setting.zone), moods.get(&entry.mood))
        else {
            gather.reject(
                line,
                None,
                ("no such date, or no such mood", "look at the entry"),
            );
            continue;
        };
        for _ in &entry.assets {
            gather.unknown("photos and recordings");
        }
        entries.push(Entry {
            moment,
            line,
            mood: mood.clone(),
            tags: (entry.tags.iter().filter_map(|id| tags.get(id)))
                .map(|name| name.trim().to_owned())
                .collect(),
            notes: vec![plain(&entry.note_title), plain(&entry.note)],
        });
    }
    for _ in backup.goals.iter().chain(&backup.goal_entries) {
        gather.unknown("goals");
    }
    let levels = moods
        .into_values()
        .map(|(name, level)| (name, Some(level)))
        .collect();
    gather_all(gather, entries, &levels, setting)
}

impl Mood {
    /// Its name, and its level from 1 worst to 5 best.
    fn named(&self) -> (String, u8) {
        let first_names = ["rad", "good", "meh", "bad", "awful"];
        let place = usize::try_from(self.predefined_name_id - 1).unwrap_or(usize::MAX);
        let custom = self.custom_name.trim();
        let name = match first_names.get(place) {
            Some(name) if custom.is_empty() => (*name).to_owned(),
            _ if custom.is_empty() => format!("mood {}", self.id),
            _ => custom.to_owned(),
        };
        (name, 6u8.saturating_sub(self.mood_group_id).clamp(1, 5))
    }
}
