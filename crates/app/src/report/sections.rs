//! The parts of the page in words. Refuses what was not chosen: a part that is off is not even looked
//! up.

use std::collections::BTreeMap;

use content::AnswerKind;
use content::rules::Hides;
use guidance::Guidance;
use picture::{Lane, LaneMark, TimePicture};
use record::{FactBody, Form, LocalDay, MedicationStatement, Record};
use report::{Block, Section, Table};

use super::gather::{self, Given};
use super::named;
use super::words::{is_place, label_of, lines, paper_name, section, spread_table};
use super::{Chosen, Part};
use crate::answers::paper::Days;
use crate::answers::{Found, paper};
use crate::forms::{FormKind, set_of};
use crate::medicines::step_words;
use crate::time::{Scene, draw, table};
use crate::{Trouble, dates, day, scores, text, text_with, texts::points};

/// Dose steps that are named.
const DOSES_MAX: usize = 10;
/// Rows of a list on the first page.
const ROWS_MAX: usize = 8;

/// What the page is made from.
pub struct Material<'a> {
    pub scene: &'a Scene,
    pub found: &'a Found,
    pub guidance: &'a Guidance,
    pub chosen: &'a Chosen,
}

/// Steps of medicines on these days, newest first; as many as are named.
pub fn named_steps(record: &Record, days: Days) -> Vec<MedicationStatement> {
    let named = steps(record, days).into_iter().take(DOSES_MAX);
    named.cloned().collect()
}

fn steps(record: &Record, (first, last): Days) -> Vec<&MedicationStatement> {
    let statements = record.medication_statements().rev();
    let inside = statements.filter(|s| s.from() <= last && s.to().is_none_or(|to| to >= first));
    inside.collect()
}

type Parts = (Vec<Section>, Vec<Section>);

impl Material<'_> {
    /// The first page, and what goes on further ones.
    pub fn sections(&self) -> Result<Parts, Trouble> {
        let mut front = Vec::new();
        // Parts without an answer share one line: a page of empty parts hides the full ones.
        let mut empty = Vec::new();
        for part in Part::ALL {
            if !self.chosen.parts.contains(&part) {
                continue;
            }
            let blocks = match part {
                Part::Course => self.course(),
                Part::Severity => self.severity()?,
                Part::Features => self.features()?,
                Part::Reality => self.reality()?,
                Part::Medicines => self.medicines(),
                Part::Tried => self.tried(),
                Part::Before => lines(paper::before(self.found, self.chosen.days)),
                Part::Events => self.events(),
                Part::Signs => self.signs(false)?,
                Part::Substances => self.substances()?,
                Part::Sensitive => self.signs(true)?,
                Part::Named => lines(named::lines(&self.scene.record, self.chosen.days.1)),
                Part::Scores => self.scores()?,
                Part::Questions => self.questions(),
                Part::Methods => continue,
            };
            let shown = section(part.name(), blocks);
            match shown.blocks.as_slice() {
                [] => {}
                [Block::Line(words)] if *words == text("paper-no-answers") => {
                    empty.push(shown.heading.to_lowercase());
                }
                _ => front.push(shown),
            }
        }
        front.push(section("limits", self.limits(&empty)));
        let more = match self.chosen.parts.contains(&Part::Methods) {
            true => self.second_page(),
            false => Vec::new(),
        };
        Ok((front, more))
    }

    /// The latest score of each questionnaire filled in on these days, with the change since the one
    /// before it.
    fn scores(&self) -> Result<Vec<Block>, Trouble> {
        let days = |day| self.is_inside(day);
        Ok(lines(scores::on_paper(&self.scene.record, days)?))
    }

    fn answers(&self, item: &str, forms: &[Form]) -> Vec<Given> {
        gather::answers(&self.scene.record, self.chosen.days, item, forms)
    }

    fn is_inside(&self, day: LocalDay) -> bool {
        self.scene.stretch.holds(day)
    }

    fn course(&self) -> Vec<Block> {
        let mut said = Vec::new();
        if let Some((day, since)) = self.answers("since", &[Form::SelfCheck]).last()
            && let Some(label) = label_of(FormKind::SelfCheck, "since", *since)
        {
            let values = [
                ("since", label.into()),
                ("day", dates::with_year(*day).into()),
            ];
            said.push(text_with("paper-since", &values));
        }
        said.extend(paper::course(self.found, self.chosen.days));
        let mut blocks = lines(said);
        let picture = self.picture();
        let key = draw::key(self.scene, &picture);
        let key: Vec<String> = key.into_iter().map(|line| line.words).collect();
        let key = key.join(" ");
        blocks.push(Block::Picture(Box::new(picture), key));
        blocks
    }

    /// The picture of these days with only the chosen events, and doses only where they are chosen.
    fn picture(&self) -> TimePicture {
        let stretch = self.scene.stretch;
        let counts = table::Counts::of(self.scene, stretch.first, stretch.last);
        let sentence = table::sentence(self.scene, &counts);
        let span = [
            ("from", dates::with_year(stretch.first).into()),
            ("to", dates::with_year(stretch.last).into()),
        ];
        let mut picture = draw::picture(self.scene, &text_with("from-to", &span), &sentence);
        picture.lanes.retain(|lane| lane.class != "event");
        let marks = self.event_marks();
        if !marks.is_empty() {
            picture.lanes.push(Lane {
                class: "event",
                name: text("lane-event"),
                marks,
            });
        }
        if !self.chosen.parts.contains(&Part::Medicines) {
            picture.steps.clear();
        }
        picture
    }

    fn event_marks(&self) -> Vec<LaneMark> {
        let starts = self.scene.record.profile.day_start;
        let first = self.scene.stretch.first;
        let place = |day: LocalDay| f64::from(day.days_since(first)) + 0.5;
        let marks = self.chosen_events().map(|(at, words, until)| LaneMark {
            from: place(at),
            to: until.map(|moment| place(moment.day(starts))),
            strength: 0.6,
            words,
            name: String::new(),
        });
        marks.collect()
    }

    /// Events that were ticked: their day, words and end.
    fn chosen_events(&self) -> impl Iterator<Item = (LocalDay, String, Option<record::Moment>)> {
        let starts = self.scene.record.profile.day_start;
        let is_on = self.chosen.parts.contains(&Part::Events);
        self.scene.record.facts().iter().filter_map(move |fact| {
            let FactBody::Event(event) = &fact.body else {
                return None;
            };
            let at = fact.moment.day(starts);
            let is_meant = is_on && self.is_inside(at) && self.chosen.events.contains(&fact.key);
            let words = || day::event_word(event.label.as_str());
            is_meant.then(|| (at, words(), event.ends_at().cloned()))
        })
    }

    fn events(&self) -> Vec<Block> {
        let named = self.chosen_events();
        let named = named.map(|(at, words, _)| format!("{}: {words}", dates::with_year(at)));
        lines(named.collect::<Vec<_>>())
    }

    fn severity(&self) -> Result<Vec<Block>, Trouble> {
        const ITEMS: [&str; 4] = ["impair_work", "impair_home", "impair_people", "decide"];
        let forms = [Form::Weekly, Form::SelfCheck];
        let mut rows = Vec::new();
        for item in ITEMS {
            let given = self.answers(item, &forms);
            rows.extend(self.row(FormKind::Weekly, item, &given)?);
        }
        let mut blocks = Vec::new();
        if rows.is_empty() {
            blocks.push(Block::Line(text("paper-no-answers")));
        } else {
            blocks.push(Block::Table(spread_table("paper-severity-caption", rows)));
        }
        let cannot = self.answers("cannot_function", &forms);
        if !cannot.is_empty() {
            let n_yes = cannot.iter().filter(|(_, value)| *value > 0.5).count();
            let values = [("yes", n_yes.into()), ("n", cannot.len().into())];
            blocks.push(Block::Line(text_with("paper-cannot-function", &values)));
        }
        Ok(blocks)
    }

    fn features(&self) -> Result<Vec<Block>, Trouble> {
        let check_in = [Form::CheckIn];
        let looks = [Form::Weekly, Form::SelfCheck];
        let items: [(&str, &[Form]); 7] = [
            ("body_apart", &check_in),
            ("feeling_strength", &check_in),
            ("feeling_distance", &check_in),
            ("care_others", &check_in),
            ("memory_mine", &looks),
            ("imagine_mine", &looks),
            ("world_apart", &check_in),
        ];
        let mut rows = Vec::new();
        for (item, forms) in items {
            let given = self.answers(item, forms);
            let kind = if forms == looks {
                FormKind::Weekly
            } else {
                FormKind::SelfCheck
            };
            rows.extend(self.row(kind, item, &given)?);
        }
        if rows.is_empty() {
            return Ok(vec![Block::Line(text("paper-no-answers"))]);
        }
        let mut blocks = vec![Block::Table(spread_table("paper-features-caption", rows))];
        blocks.push(Block::Line(text("paper-features-line")));
        Ok(blocks)
    }

    /// One item with how its answers lie; `None` without answers.
    fn row(
        &self,
        kind: FormKind,
        item: &str,
        given: &[Given],
    ) -> Result<Option<Vec<String>>, Trouble> {
        let (Some(spread), Some((day, last))) = (gather::spread(given), given.last()) else {
            return Ok(None);
        };
        let set = set_of(kind)?;
        let name = set
            .item(item)
            .map(paper_name)
            .unwrap_or_else(|| item.to_owned());
        let last = [
            ("value", points(*last).into()),
            ("day", dates::with_year(*day).into()),
        ];
        let ends = [
            ("low", points(spread.low).into()),
            ("high", points(spread.high).into()),
        ];
        Ok(Some(vec![
            name,
            points(spread.middle),
            text_with("cell-range", &ends),
            spread.n.to_string(),
            text_with("paper-last", &last),
        ]))
    }

    fn reality(&self) -> Result<Vec<Block>, Trouble> {
        let given = self.answers("as_if", &[Form::Weekly, Form::SelfCheck]);
        let Some((day, last)) = given.last() else {
            return Ok(vec![Block::Line(text("paper-no-answers"))]);
        };
        let set = set_of(FormKind::Weekly)?;
        let Some(item) = set.item("as_if") else {
            return Ok(Vec::new());
        };
        let AnswerKind::Choice { labels } = &item.kind else {
            return Ok(Vec::new());
        };
        let counted = labels.iter().zip(0u32..).filter_map(|(label, place)| {
            let n = given
                .iter()
                .filter(|(_, value)| is_place(*value, place))
                .count();
            (n > 0).then(|| format!("{} {n}", label.to_lowercase()))
        });
        let counted: Vec<String> = counted.collect();
        let latest = label_of(FormKind::Weekly, "as_if", *last).unwrap_or_default();
        let values = [
            ("latest", latest.to_lowercase().into()),
            ("day", dates::with_year(*day).into()),
            ("counts", counted.join(", ").into()),
            ("n", given.len().into()),
        ];
        Ok(vec![Block::Line(text_with("paper-reality", &values))])
    }

    fn medicines(&self) -> Vec<Block> {
        let inside = steps(&self.scene.record, self.chosen.days);
        let shown = inside.iter().take(DOSES_MAX).map(|step| {
            let values = [
                ("medicine", step.medicine.as_str().into()),
                ("words", step_words(step).into()),
            ];
            text_with("paper-step", &values)
        });
        let mut said: Vec<String> = shown.collect();
        if inside.len() > DOSES_MAX {
            let n = inside.len() - DOSES_MAX;
            said.push(text_with("paper-doses-more", &[("n", n.into())]));
        }
        if said.is_empty() {
            said.push(text("paper-no-medicines"));
        } else if !self.guidance.hides(Hides::MedicineAnswer) {
            said.extend(paper::medicine(self.found, self.chosen.days));
        }
        lines(said)
    }

    fn tried(&self) -> Vec<Block> {
        let starts = self.scene.record.profile.day_start;
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for fact in self.scene.record.facts() {
            if let FactBody::Practice(practice) = &fact.body
                && self.is_inside(fact.moment.day(starts))
            {
                *counts.entry(practice.strategy.as_str()).or_default() += 1;
            }
        }
        let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), *name));
        let named = counts.iter().take(ROWS_MAX).map(|(label, n)| {
            let values = [
                ("name", day::strategy_word(label).into()),
                ("n", (*n).into()),
            ];
            text_with("paper-practice", &values)
        });
        let named: Vec<String> = named.collect();
        if named.is_empty() {
            return lines(vec![text("paper-nothing-tried")]);
        }
        let mut said = vec![text_with(
            "paper-practices",
            &[("list", named.join(", ").into())],
        )];
        said.extend(paper::tried(self.found, self.chosen.days));
        lines(said)
    }

    /// What the latest self-check noticed; sensitive answers only when they were chosen.
    fn signs(&self, is_sensitive: bool) -> Result<Vec<Block>, Trouble> {
        let Some(fact) = crate::forms::latest(&self.scene.record, Form::SelfCheck) else {
            return Ok(Vec::new());
        };
        let at = fact.moment.day(self.scene.record.profile.day_start);
        if !self.is_inside(at) {
            return Ok(Vec::new());
        }
        let set = set_of(FormKind::SelfCheck)?;
        let noticed = crate::forms::shown(fact)
            .into_iter()
            .filter_map(|response| {
                let item = set.item(response.item.as_str())?;
                let is_meant = item.is_sensitive == is_sensitive;
                let value = response.response.value()?;
                is_meant
                    .then(|| crate::forms::notice(item, value))
                    .flatten()
            });
        let noticed: Vec<String> = noticed.collect();
        if noticed.is_empty() {
            return Ok(Vec::new());
        }
        let values = [
            ("day", dates::with_year(at).into()),
            ("list", noticed.join("; ").into()),
        ];
        Ok(vec![Block::Line(text_with("paper-signs", &values))])
    }

    fn substances(&self) -> Result<Vec<Block>, Trouble> {
        let set = set_of(FormKind::Evening)?;
        let mut said = Vec::new();
        for item in ["caffeine", "alcohol", "cannabis", "other_substance"] {
            let given = self.answers(item, &[Form::Evening]);
            let n_days = given.iter().filter(|(_, value)| *value > 0.5).count();
            if let (Some(item), Some(spread)) = (set.item(item), gather::spread(&given)) {
                let values = [
                    ("name", paper_name(item).into()),
                    ("days", n_days.into()),
                    ("n", spread.n.into()),
                    ("high", points(spread.high).into()),
                ];
                said.push(text_with("paper-substance", &values));
            }
        }
        Ok(lines(said))
    }

    fn questions(&self) -> Vec<Block> {
        let asked = self.chosen.questions.lines();
        let asked = asked.map(str::trim).filter(|line| !line.is_empty());
        lines(asked.map(str::to_owned).collect::<Vec<_>>())
    }

    fn limits(&self, empty: &[String]) -> Vec<Block> {
        let (first, last) = self.chosen.days;
        let counts = table::Counts::of(self.scene, first, last);
        let n_days = last.days_since(first) + 1;
        let values = [
            ("days", n_days.into()),
            ("written", counts.n_days.into()),
            ("check-ins", counts.n_check_ins.into()),
        ];
        let mut said = vec![text_with("paper-limits", &values)];
        if !empty.is_empty() {
            let list = empty.join("; ");
            said.push(text_with("paper-not-answered", &[("list", list.into())]));
        }
        said.extend(paper::limits(self.found));
        said.push(text("paper-not-validated"));
        lines(said)
    }

    fn second_page(&self) -> Vec<Section> {
        let columns = table::columns();
        let rows = table::rows(self.scene).into_iter().map(|row| {
            let mut cells = vec![row.label];
            cells.extend(row.cells);
            // How many events there were says nothing that was chosen.
            cells.truncate(columns.len() - 1);
            cells
        });
        let by_time = Table {
            caption: text("paper-table-caption"),
            rows: rows.collect(),
            columns: columns.iter().take(columns.len() - 1).cloned().collect(),
        };
        let methods = Table {
            caption: text("paper-methods-caption"),
            columns: ["paper-question", "number-method", "number-days"]
                .map(text)
                .to_vec(),
            rows: paper::methods(self.found),
        };
        vec![
            section("table", vec![Block::Table(by_time)]),
            section(
                "methods",
                vec![Block::Table(methods), Block::Line(text("answers-promise"))],
            ),
        ]
    }
}
