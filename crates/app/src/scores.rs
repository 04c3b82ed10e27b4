//! Scores of questionnaires that the person filled in: in words, over time, and for other programs.
//! Refuses a score for what was not filled in to its end, and to judge one.

mod over_time;

use content::{Instrument, TextArg};
use finding::questionnaire::{self, Change, Outcome, Score, Scored};
use record::{Higher, LocalDay, Questionnaire, QuestionnaireResponse, Record};
use serde_json::{Value, json};

use crate::texts::decimal;
use crate::{App, PictureView, Trouble, dates, text, text_with};

/// The scores of one questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreView {
    /// Stable name of the instrument.
    pub id: String,
    /// Its short name.
    pub title: String,
    /// What it asks, in own words.
    pub about: String,
    /// The latest score and the change since the one before, in sentences.
    pub lines: Vec<String>,
    /// What the score can not say.
    pub limits: String,
    /// The scores over time, with their table; `None` while no score could be made.
    pub picture: Option<PictureView>,
    /// Where the numbers of the rule come from.
    pub sources: Vec<String>,
}

/// One questionnaire filled in to its end, with its rule.
pub(crate) struct Filling {
    pub day: LocalDay,
    pub instrument: &'static Instrument,
    /// `None`: its numbers are not those of the instrument.
    pub scored: Option<Scored>,
}

/// Everything filled in to its end of which the rule is known, oldest first.
pub(crate) fn fillings(record: &Record) -> Result<Vec<Filling>, Trouble> {
    let starts = record.profile.day_start;
    let mut all = Vec::new();
    for (moment, questionnaire, response) in record.questionnaire_responses() {
        let Some(instrument) = instrument_of(questionnaire)? else {
            continue;
        };
        if response.is_complete {
            all.push(Filling {
                day: moment.day(starts),
                instrument,
                scored: scored(instrument, questionnaire, response),
            });
        }
    }
    Ok(all)
}

fn instrument_of(questionnaire: &Questionnaire) -> Result<Option<&'static Instrument>, Trouble> {
    let Some(name) = &questionnaire.instrument else {
        return Ok(None);
    };
    content::instrument(name.as_str()).map_err(|_| Trouble::ours("a rule could not be read"))
}

/// The scores of what was filled in; `None` where the numbers are not those of the instrument.
pub(crate) fn scored(
    instrument: &Instrument,
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
) -> Option<Scored> {
    let numbers = questionnaire::numbers(&instrument.rule, questionnaire, response);
    questionnaire::score(&instrument.rule, &numbers).ok()
}

/// What the page for a doctor says: each questionnaire with its day, its latest score on these days,
/// and the change since the one before.
pub(crate) fn on_paper(
    record: &Record,
    is_inside: impl Fn(LocalDay) -> bool,
) -> Result<Vec<String>, Trouble> {
    let mut all = fillings(record)?;
    all.retain(|one| is_inside(one.day));
    let line = |of_one: &Vec<&Filling>| {
        let latest = of_one.last()?;
        let values = [
            ("title", latest.instrument.title.as_str().into()),
            ("day", dates::with_year(latest.day).into()),
        ];
        let mut said = vec![text_with("score-on-paper", &values)];
        said.extend(sentences(of_one));
        Some(said.join(" "))
    };
    Ok(by_instrument(&all).iter().filter_map(line).collect())
}

/// What to say once a questionnaire was filled in: its score and the change since the one before;
/// nothing where no rule is known for it.
pub(crate) fn of_latest(record: &Record, filled: &Questionnaire) -> Result<Vec<String>, Trouble> {
    let Some(instrument) = instrument_of(filled)? else {
        return Ok(Vec::new());
    };
    let all = fillings(record)?;
    let is_same = |one: &&Filling| one.instrument.id() == instrument.id();
    let of_one: Vec<&Filling> = all.iter().filter(is_same).collect();
    Ok(sentences(&of_one))
}

/// Fillings of each instrument, by the instrument's name, oldest first.
fn by_instrument(all: &[Filling]) -> Vec<Vec<&Filling>> {
    let mut ids: Vec<&str> = all.iter().map(|one| one.instrument.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    let of = |id: &str| all.iter().filter(|one| one.instrument.id() == id).collect();
    ids.into_iter().map(of).collect()
}

/// The latest score in sentences, with the change since the one before it.
pub(crate) fn sentences(of_one: &[&Filling]) -> Vec<String> {
    let Some((latest, before)) = of_one.split_last() else {
        return Vec::new();
    };
    let Some(scored) = &latest.scored else {
        return vec![text("score-refused")];
    };
    let mut lines = Vec::new();
    for outcome in shown(scored) {
        lines.extend(outcome_lines(latest.instrument, outcome));
        let Some(score) = outcome.score() else {
            continue;
        };
        let earlier = before.iter().rev().find_map(|one| {
            let score = one.scored.as_ref()?.scale(&score.scale)?.score()?;
            Some((one.day, score))
        });
        if let Some((day, earlier)) = earlier
            && let Ok(change) = questionnaire::change(&latest.instrument.rule, earlier, score)
        {
            lines.extend(change_lines(day, &change));
        }
    }
    lines.push(text(match latest.instrument.rule.parts().higher {
        Higher::IsMoreTrouble => "score-more-trouble",
        Higher::IsMoreWellbeing => "score-more-wellbeing",
    }));
    lines
}

/// The total where there is one, else every part.
fn shown(scored: &Scored) -> Vec<&Outcome> {
    match scored.scale("total") {
        Some(total) => vec![total],
        None => scored.scales.iter().collect(),
    }
}

fn outcome_lines(instrument: &Instrument, outcome: &Outcome) -> Vec<String> {
    let words = instrument.scale(outcome.scale());
    let name = words.map_or("", |words| words.name.as_str());
    let score = match outcome {
        Outcome::Score(score) => score,
        Outcome::Withheld(few) => {
            let values = [
                ("name", name.into()),
                ("have", usize::from(few.have).into()),
                ("need", usize::from(few.need).into()),
            ];
            return vec![text_with("score-withheld", &values)];
        }
    };
    let values = [
        ("name", name.into()),
        ("points", shown_points(score.points).into()),
        ("min", shown_points(score.min).into()),
        ("max", shown_points(score.max).into()),
    ];
    let mut lines = vec![text_with("score-points", &values)];
    let band = score.band.zip(words);
    if let Some((band, all)) = band.and_then(|(idx, words)| {
        let band = words.bands.get(idx)?;
        Some(((idx, band.as_str()), words.bands.len()))
    }) {
        let values = [
            ("n", (band.0 + 1).into()),
            ("all", all.into()),
            ("words", band.1.into()),
        ];
        lines.push(text_with("score-band", &values));
    }
    if score.n_filled_in > 0 {
        lines.push(text("score-filled-in"));
    }
    lines
}

fn change_lines(day: LocalDay, change: &Change) -> Vec<String> {
    let day = ("day", dates::with_year(day).into());
    let id = if change.points > 0.0 {
        "score-more"
    } else if change.points < 0.0 {
        "score-fewer"
    } else {
        return vec![text_with("score-same", &[day])];
    };
    let mut lines = vec![text_with(
        id,
        &[day, ("points", number(change.points.abs()))],
    )];
    let size = |id: &str, size: f64| text_with(id, &[("size", shown_points(size).into())]);
    if let Some(error) = &change.error {
        lines.push(size(
            if error.is_reached {
                "score-beyond-error"
            } else {
                "score-within-error"
            },
            error.size,
        ));
    }
    if let Some(important) = &change.important {
        lines.push(size(
            if important.is_reached {
                "score-important"
            } else {
                "score-not-important"
            },
            important.size,
        ));
    }
    if change.error.is_none() && change.important.is_none() {
        lines.push(text("score-no-size"));
    }
    lines
}

/// Whole where it is whole, else with one place.
pub(crate) fn shown_points(points: f64) -> String {
    let tenths = (points * 10.0).round() / 10.0;
    decimal(tenths, usize::from(tenths.fract() != 0.0))
}

/// A number that chooses between one and many.
fn number(points: f64) -> TextArg<'static> {
    ((points * 10.0).round() / 10.0).into()
}

impl App {
    /// The scores of every questionnaire of which the rule is known, by name.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn scores(&mut self) -> Result<Vec<ScoreView>, Trouble> {
        let all = fillings(&self.known()?.record)?;
        Ok(by_instrument(&all)
            .iter()
            .filter_map(|one| view(one))
            .collect())
    }

    /// The same as lines for a terminal.
    ///
    /// # Errors
    /// As [`Self::scores`].
    pub fn scores_text(&mut self) -> Result<String, Trouble> {
        let all = self.scores()?;
        if all.is_empty() {
            return Ok(text("scores-none"));
        }
        let mut lines = vec![text("scores-intro"), String::new()];
        for one in all {
            lines.push(one.title);
            lines.extend(one.lines.iter().map(|line| format!("  {line}")));
            lines.push(format!("  {}", one.limits));
            lines.push(String::new());
        }
        Ok(lines.join("\n"))
    }

    /// The same as one JSON document: every filling with its scores, rule and version.
    ///
    /// # Errors
    /// As [`Self::scores`].
    pub fn scores_json(&mut self) -> Result<String, Trouble> {
        let _english = crate::language::for_programs();
        let fillings = fillings_json(&self.known()?.record)?;
        let document = json!({
            "schema": "thawline.scores/1",
            "program": format!("thawline {}", env!("CARGO_PKG_VERSION")),
            "method": questionnaire::METHOD,
            "method_version": questionnaire::VERSION,
            "fillings": fillings,
        });
        serde_json::to_string(&document)
            .map_err(|_| Trouble::ours("the scores could not be written"))
    }
}

/// Every filling to its end with its scores, rule and version, as other programs read them.
pub(crate) fn fillings_json(record: &Record) -> Result<Vec<Value>, Trouble> {
    Ok(fillings(record)?.iter().map(filling_json).collect())
}

fn filling_json(filling: &Filling) -> Value {
    let parts = filling.instrument.rule.parts();
    let scales = filling.scored.iter().flat_map(|scored| &scored.scales);
    json!({
        "day": filling.day.to_string(),
        "instrument": parts.id,
        "rule_version": parts.version,
        "fits": filling.scored.is_some(),
        "scales": scales.map(scale_json).collect::<Vec<_>>(),
    })
}

fn scale_json(outcome: &Outcome) -> Value {
    match outcome {
        Outcome::Score(score) => json!({
            "scale": score.scale,
            "verdict": "description",
            "points": score.points,
            "min": score.min,
            "max": score.max,
            "band": score.band,
            "filled_in": score.n_filled_in,
        }),
        Outcome::Withheld(few) => json!({
            "scale": few.scale,
            "verdict": "withheld",
            "reason": "missing_items",
            "have": few.have,
            "need": few.need,
            "missing": few.missing,
        }),
    }
}

fn view(of_one: &[&Filling]) -> Option<ScoreView> {
    let instrument = of_one.first()?.instrument;
    let source = |one: &content::InstrumentSource| {
        let source = &one.source;
        let values = [
            ("name", source.name.as_str().into()),
            ("seen", source.seen.as_str().into()),
            ("day", dates::with_year(source.checked_on).into()),
        ];
        text_with("score-source", &values)
    };
    Some(ScoreView {
        id: instrument.id().to_owned(),
        title: instrument.title.clone(),
        about: instrument.about.clone(),
        lines: sentences(of_one),
        limits: instrument.limits.clone(),
        picture: over_time::picture(instrument, of_one),
        sources: instrument.sources.iter().map(source).collect(),
    })
}

/// The score of a scale at one filling.
fn score_at<'a>(filling: &'a Filling, scale: &str) -> Option<&'a Score> {
    filling.scored.as_ref()?.scale(scale)?.score()
}

#[cfg(test)]
mod tests;
