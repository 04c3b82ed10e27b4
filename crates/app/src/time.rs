//! Time: which stretch is looked at, its picture, its sentence, its table.

use std::sync::Arc;

use finding::Answer;
use finding::level::{Level, LevelDay};
use record::{FactBody, Flicker, FlickerStrength, Label, LocalDay, Moment, Record};
use series::NumbnessSeries;

pub use compare::CompareView;
pub(crate) use stretch::{Range, Stretch, month_after};
use stretch::{days_of, days_view, title};
pub use view::{DaysView, GlanceView, KeyView, ReadView};

use crate::app::Known;
use crate::{App, NothingNewView, Pictures, ScoreView, Trouble, text, text_with};

mod compare;
pub(crate) mod draw;
mod glance;
mod read;
mod stretch;
pub(crate) mod table;
mod view;

/// What was chosen to look at; `None` until something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Look {
    range: Option<Range>,
    at: Option<LocalDay>,
    /// Days that were chosen themselves, in the place of a range.
    days: Option<(LocalDay, LocalDay)>,
    /// A day in the stretch that this one is set beside.
    beside: Option<LocalDay>,
    /// Two stretches that were chosen themselves, the earlier one first.
    pair: Option<[(LocalDay, LocalDay); 2]>,
}

/// Time.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
    /// The chosen range, as the form sends it.
    pub range: String,
    /// A day in the stretch, as the form sends it.
    pub at: String,
    /// Which days are looked at, where they end, and the days before and after.
    pub days: DaysView,
    /// Ranges to choose.
    pub ranges: Vec<RangeView>,
    /// A day in the stretch before; `None` at the start of the record.
    pub earlier: Option<String>,
    /// A day in the stretch after; `None` at the end.
    pub later: Option<String>,
    /// The stretch in words.
    pub title: String,
    /// What is to be seen, in one sentence.
    pub sentence: String,
    /// The picture for a wide page, as SVG.
    pub picture_wide: String,
    /// The picture for a narrow page, as SVG.
    pub picture_narrow: String,
    /// What the marks mean.
    pub key: Vec<KeyView>,
    /// What can be stepped to in the picture, in order of time.
    pub reads: Vec<ReadView>,
    /// Years at a glance.
    pub years: Vec<GlanceView>,
    /// What their marks mean.
    pub years_key: Vec<KeyView>,
    /// Each question of the check-in with its answers.
    pub items: Vec<GlanceView>,
    /// When a feeling last came through.
    pub last_flicker: Option<String>,
    /// Caption of the table.
    pub caption: String,
    /// Headings of the table.
    pub columns: Vec<String>,
    /// Rows of the table.
    pub rows: Vec<RowView>,
    /// Where a row's button leads: `/day` or `/time`.
    pub open_with: String,
    /// The range that a row opens.
    pub narrower: String,
    /// Another stretch beside this one.
    pub compare: CompareView,
    /// Scores of questionnaires over time; empty where none was filled in.
    pub scores: Vec<ScoreView>,
    /// Comes before the pictures where nothing is new since they were last looked at.
    pub nothing_new: Option<NothingNewView>,
    /// The person chose answers only: said in the place of the pictures, which are empty then.
    pub hidden: Option<String>,
}

/// A range to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RangeView {
    /// What the form sends.
    pub value: String,
    /// What the button shows.
    pub label: String,
    /// It is the one looked at.
    pub is_chosen: bool,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowView {
    /// Its first day, as the form sends it.
    pub at: String,
    /// Its name.
    pub label: String,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Everything that picture, sentence and table are made from.
pub(crate) struct Scene {
    pub record: Arc<Record>,
    pub series: Option<Arc<NumbnessSeries>>,
    pub level: Arc<Answer<Level>>,
    pub stretch: Stretch,
    pub today: LocalDay,
    pub changes: Vec<finding::course::Change>,
    /// Flickers inside the stretch until today, oldest first.
    pub flickers: Vec<(Moment, Flicker)>,
    /// When a feeling came through in the whole record, oldest first.
    pub all_flickers: Vec<Moment>,
}

impl Scene {
    /// The level on the days of a span, where an answer lies near enough to speak of one.
    pub(crate) fn levels(&self, first: LocalDay, last: LocalDay) -> Vec<&LevelDay> {
        let Some(level) = self.level.finding() else {
            return Vec::new();
        };
        let is_inside = |entry: &&LevelDay| entry.day >= first && entry.day <= last;
        level
            .days
            .iter()
            .filter(is_inside)
            .filter(|entry| entry.gap_days <= GAP_DAYS_MAX)
            .collect()
    }
}

/// Farther from any answer than this, no level is drawn: a gap is a gap.
const GAP_DAYS_MAX: u32 = 2;

impl App {
    /// Chooses the stretch to look at; empty texts leave it as it was.
    ///
    /// # Errors
    /// [`Trouble`] when a text is no range or no date, or the record is locked.
    pub fn look(&mut self, range: &str, at: &str) -> Result<(), Trouble> {
        let wrong = || {
            Trouble::input(
                "there is no such stretch of time",
                "choose week, month, year or all",
            )
        };
        let range = match range {
            "" => None,
            name => Some(Range::parse(name).ok_or_else(wrong)?),
        };
        let at = if at.is_empty() {
            None
        } else {
            Some(crate::write::parse_day(at)?)
        };
        let open = self.opened()?;
        open.look = Look {
            range: range.or(open.look.range),
            at: at.or(open.look.at),
            ..Look::default()
        };
        Ok(())
    }

    /// Looks at all days from one to another, whichever comes first.
    ///
    /// # Errors
    /// [`Trouble`] when a text is no date, or the record is locked.
    pub fn look_at_days(&mut self, from: &str, to: &str) -> Result<(), Trouble> {
        let days = days_of(from, to)?;
        let open = self.opened()?;
        open.look = Look {
            at: Some(days.1),
            days: Some(days),
            ..open.look
        };
        Ok(())
    }

    /// Sets two stretches beside each other that were chosen themselves, each by its first and last day.
    ///
    /// # Errors
    /// [`Trouble`] when a text is no date, or the record is locked.
    pub fn look_at_two(
        &mut self,
        first: (&str, &str),
        second: (&str, &str),
    ) -> Result<(), Trouble> {
        let mut pair = [days_of(first.0, first.1)?, days_of(second.0, second.1)?];
        pair.sort();
        let look = &mut self.opened()?.look;
        (look.beside, look.pair) = (None, Some(pair));
        Ok(())
    }

    /// Sets the stretch around a day beside the one that is looked at; an empty text takes it away.
    ///
    /// # Errors
    /// [`Trouble`] when the text is no date, or the record is locked.
    pub fn look_beside(&mut self, at: &str) -> Result<(), Trouble> {
        let at = match at {
            "" => None,
            at => Some(crate::write::parse_day(at)?),
        };
        let look = &mut self.opened()?.look;
        (look.beside, look.pair) = (at, None);
        Ok(())
    }

    /// Time.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn time(&mut self) -> Result<TimeView, Trouble> {
        let today = self.today_date()?;
        let changes = crate::answers::changes(&*self.found_course()?);
        let is_example = self.is_example;
        let look = self.opened()?.look;
        let known = self.known()?;
        let starts = known.record.profile.day_start;
        let first = known
            .record
            .facts()
            .first()
            .map_or(today, |fact| fact.moment.day(starts));
        let last = crate::day::last_day(&known.record, today).unwrap_or(today);
        // A record that ended a while ago is shown whole; a living one at today.
        let is_over = today.days_since(last) > 31;
        let range = look
            .range
            .unwrap_or(if is_over { Range::All } else { Range::Month });
        let at = look
            .at
            .unwrap_or(if is_over { last } else { today })
            .clamp(first, today.max(last));
        let ends = (first, today.max(last));
        let stretch = match look.days {
            Some(days) => Stretch::of((days.0.clamp(ends.0, ends.1), days.1.clamp(ends.0, ends.1))),
            None => Stretch::around(at, range, (first, last.max(first))),
        };
        let scene = known.scene(stretch, today, changes);
        let mut view = view_of(&scene, at);
        view.is_example = is_example;
        view.days = days_view(stretch, ends, look.days.is_some());
        for one in &mut view.ranges {
            one.is_chosen &= look.days.is_none();
        }
        view.compare = compare::view(&scene, (look.beside, look.pair), first);
        view.scores = self.scores()?;
        view.nothing_new = self.looks_at(Pictures::Time)?;
        view.is_empty = (scene.record.facts().iter()).all(record::Fact::is_unanswered);
        if self.chosen_pace()?.answers_only {
            view.hidden = Some(text("pace-pictures-hidden"));
            view.picture_wide.clear();
            view.picture_narrow.clear();
            view.key.clear();
            view.reads.clear();
            view.years.clear();
            view.items.clear();
            view.compare.picture = None;
            for one in &mut view.scores {
                one.picture = None;
            }
        }
        view.earlier = (stretch.first > first).then(|| stretch.first.plus_days(-1).to_string());
        view.later = (stretch.last < last).then(|| stretch.last.plus_days(1).to_string());
        Ok(view)
    }
}

impl Known {
    pub(crate) fn scene(
        &mut self,
        stretch: Stretch,
        today: LocalDay,
        changes: Vec<finding::course::Change>,
    ) -> Scene {
        let level = self.level();
        let (record, series) = (self.record.clone(), self.series.clone());
        let starts = record.profile.day_start;
        let all = flickers(&record).into_iter();
        let all_flickers = all.clone().map(|(moment, _)| moment.clone()).collect();
        let is_inside = |day: LocalDay| stretch.holds(day) && day <= today;
        let inside = all.filter(|(moment, _)| is_inside(moment.day(starts)));
        let flickers = inside
            .map(|(moment, flicker)| (moment.clone(), flicker))
            .collect();
        Scene {
            record,
            series,
            level,
            stretch,
            today,
            changes,
            flickers,
            all_flickers,
        }
    }
}

impl App {
    /// The doses beside the numbness over the whole record, for a wide and a narrow page; `None`
    /// where no dose was written.
    pub(crate) fn dose_pictures(&mut self) -> Result<Option<(String, String)>, Trouble> {
        let today = self.today_date()?;
        let changes = crate::answers::changes(&*self.found_course()?);
        let known = self.known()?;
        let starts = known.record.profile.day_start;
        let first_dose = (known.record.medication_statements())
            .map(record::MedicationStatement::from)
            .min();
        let Some(first_dose) = first_dose else {
            return Ok(None);
        };
        // Years of a dose before the first note would press the notes into a corner.
        let facts = known.record.facts().iter();
        let answered = facts.filter(|fact| matches!(fact.body, FactBody::Occasion(_)));
        let first = answered.map(|fact| fact.moment.day(starts)).next();
        let first = first.map_or(first_dose, |day| {
            first_dose.max(day.plus_days(-DAYS_BEFORE_NOTES)).min(day)
        });
        let stretch = Stretch::around(today, Range::All, (first.min(today), today));
        let scene = known.scene(stretch, today, changes);
        let mut picture = draw::picture(&scene, &title(stretch), &text("medicine-picture"));
        picture.lanes.retain(|lane| lane.class == "left-out");
        Ok(Some((
            picture.draw(WIDE, "doses-wide"),
            picture.draw(NARROW, "doses-narrow"),
        )))
    }
}

/// Widths of a picture on a wide and on a narrow page.
const WIDE: f64 = 900.0;
const NARROW: f64 = 330.0;
/// Days of doses that are drawn before the first note.
const DAYS_BEFORE_NOTES: i32 = 60;

fn view_of(scene: &Scene, at: LocalDay) -> TimeView {
    let stretch = scene.stretch;
    let ranges = Range::ALL.into_iter().map(|range| RangeView {
        value: range.name().to_owned(),
        label: text(&format!("range-{}", range.name())),
        is_chosen: range == stretch.range,
    });
    let title = title(stretch);
    let counts = table::Counts::of(scene, stretch.first, stretch.last);
    let sentence = table::sentence(scene, &counts);
    let picture = draw::picture(scene, &title, &sentence);
    let rows = table::rows(scene);
    TimeView {
        is_example: false,
        is_empty: false,
        range: stretch.range.name().to_owned(),
        at: at.to_string(),
        days: DaysView::default(),
        ranges: ranges.collect(),
        earlier: None,
        later: None,
        picture_wide: picture.draw(WIDE, "wide"),
        picture_narrow: picture.draw(NARROW, "narrow"),
        key: draw::key(scene, &picture),
        reads: read::lines(scene),
        years: glance::years(scene),
        years_key: glance::key(),
        items: glance::items(scene),
        last_flicker: crate::today::last_flicker(&scene.record, scene.today),
        caption: text_with("table-caption", &[("title", title.clone().into())]),
        columns: table::columns(),
        open_with: table::open_with(stretch).to_owned(),
        narrower: table::narrower(stretch).name().to_owned(),
        compare: CompareView::default(),
        scores: Vec::new(),
        nothing_new: None,
        hidden: None,
        rows,
        title,
        sentence,
    }
}

/// Flickers by themselves and those told in a check-in, oldest first.
pub(crate) fn flickers(record: &Record) -> Vec<(&Moment, Flicker)> {
    let told = |moment, strength| {
        let strength = match strength {
            value if value >= 2.0 => FlickerStrength::Clear,
            value if value >= 1.0 => FlickerStrength::Trace,
            _ => return None,
        };
        Some((
            moment,
            Flicker {
                strength,
                word: None::<Label>,
            },
        ))
    };
    let of_fact = |fact: &'_ record::Fact| match &fact.body {
        FactBody::Flicker(flicker) => Some(flicker.clone()),
        _ => None,
    };
    record
        .facts()
        .iter()
        .filter_map(|fact| match &fact.body {
            FactBody::Occasion(occasion) => {
                let responses = occasion.assessment()?.responses();
                let item = responses.iter().find(|r| r.item.as_str() == "flicker")?;
                told(&fact.moment, item.response.value()?)
            }
            _ => of_fact(fact).map(|flicker| (&fact.moment, flicker)),
        })
        .collect()
}
