//! The safety plan: shown, added to, changed, taken from, put back. Refuses to be read by anything
//! else: no answer, picture or file is made of it.

use record::{FactKey, PlanLine, PlanPart, PlanWords};

use crate::{App, Trouble, random, text, text_with};

/// Days for which a line that was taken out can be put back.
const PUT_BACK_DAYS: i64 = 30;

/// The safety plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done, with a way back; read aloud.
    pub done: Option<PlanDone>,
    /// Emergency numbers of the kept country; `None`: none was kept.
    pub emergency: Option<String>,
    /// Every part, in its order.
    pub parts: Vec<PlanPartView>,
    /// Lines that can be put back, newest first.
    pub gone: Vec<PlanLineView>,
}

/// What was just done to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDone {
    /// In words.
    pub what: String,
    /// The key of the line that was taken out, and can be put back at once.
    pub put_back: Option<String>,
}

/// One part of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPartView {
    /// As the form sends it.
    pub part: String,
    /// What it is about.
    pub heading: String,
    /// What could stand there.
    pub hint: String,
    /// Its lines, in order.
    pub lines: Vec<PlanLineView>,
    /// Key of the next line.
    pub new_key: String,
    /// What was typed and could not be kept, to be shown again.
    pub draft: String,
}

/// One line of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLineView {
    /// Its key.
    pub key: String,
    /// What it says.
    pub words: String,
    /// Key of the line that takes its place when it is changed.
    pub new_key: String,
    /// What the field says in which it is changed.
    pub change_label: String,
    /// What the button says that takes it out.
    pub take_out_label: String,
    /// What the button says that puts it back.
    pub put_back_label: String,
}

/// A line as typed.
#[derive(Debug, Clone, Default)]
pub struct NewPlanLine {
    /// Its key.
    pub key: String,
    /// The part it belongs to.
    pub part: String,
    /// The line in whose place it comes; empty: a further line.
    pub instead_of: String,
    /// What it says.
    pub words: String,
}

impl App {
    /// The plan. What was taken out more than thirty days ago is gone for good.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn plan(&mut self) -> Result<PlanView, Trouble> {
        let now = self.clock.now();
        let before = now.unix_seconds() - PUT_BACK_DAYS * 86_400;
        let before = record::Moment::from_unix_seconds(before, now.zone());
        let is_example = self.is_example;
        let emergency = self.help(None).shown.map(|country| {
            let numbers: Vec<String> = country.emergency.into_iter().map(|e| e.number).collect();
            text_with("plan-emergency", &[("number", numbers.join(", ").into())])
        });
        let open = self.opened()?;
        if let Ok(before) = before {
            open.store.purge_plan(&before)?;
        }
        let lines = open.store.plan()?;
        let done = open.plan_done.take();
        let parts = PlanPart::ALL
            .into_iter()
            .map(|part| part_view(part, &lines));
        let mut gone: Vec<&PlanLine> = lines.iter().filter(|l| l.taken_out_at.is_some()).collect();
        gone.sort_by_key(|line| std::cmp::Reverse(line.taken_out_at));
        Ok(PlanView {
            is_example,
            done,
            emergency,
            parts: parts.collect(),
            gone: gone.into_iter().map(line_view).collect(),
        })
    }

    /// Adds a line, or puts it in the place of another.
    ///
    /// # Errors
    /// [`Trouble`] when it is empty or too long, the plan is full, or the disk refuses; then nothing
    /// was changed.
    pub fn write_plan_line(&mut self, new: &NewPlanLine) -> Result<(), Trouble> {
        let key = random::parse_key(&new.key)?;
        let part = (PlanPart::ALL.into_iter()).find(|part| name(*part) == new.part);
        let part = part.ok_or_else(random::lost_key)?;
        let words = PlanWords::new(&new.words).map_err(|_| {
            let what = format!(
                "a line has at least one letter and at most {}",
                PlanWords::CHARS_MAX
            );
            Trouble::input(what, "write it in a few words")
        })?;
        let line = PlanLine {
            key,
            part,
            words,
            taken_out_at: None,
        };
        let now = self.clock.now();
        let open = self.opened()?;
        let (what, put_back) = if new.instead_of.is_empty() {
            open.store.append_plan(&[line])?;
            ("plan-added", None)
        } else {
            let old = random::parse_key(&new.instead_of)?;
            open.store.change_plan_line(old, &line, &now)?;
            ("plan-changed", None)
        };
        open.plan_done = done(what, put_back);
        Ok(())
    }

    /// Takes a line out of the plan; it can be put back for thirty days.
    ///
    /// # Errors
    /// [`Trouble`] when the disk refuses; then nothing was changed.
    pub fn take_out_of_plan(&mut self, key: &str) -> Result<(), Trouble> {
        let key = random::parse_key(key)?;
        let now = self.clock.now();
        let open = self.opened()?;
        open.store.take_out_of_plan(key, &now)?;
        open.plan_done = done("plan-taken-out", Some(key));
        Ok(())
    }

    /// Puts a line back where it stood.
    ///
    /// # Errors
    /// [`Trouble`] when the disk refuses; then nothing was changed.
    pub fn put_back_in_plan(&mut self, key: &str) -> Result<(), Trouble> {
        let key = random::parse_key(key)?;
        let open = self.opened()?;
        open.store.put_back_in_plan(key)?;
        open.plan_done = done("plan-is-back", None);
        Ok(())
    }
}

fn done(what: &str, put_back: Option<FactKey>) -> Option<PlanDone> {
    Some(PlanDone {
        what: text(what),
        put_back: put_back.map(|key| key.to_string()),
    })
}

/// How forms and texts call a part.
const fn name(part: PlanPart) -> &'static str {
    match part {
        PlanPart::Signs => "signs",
        PlanPart::Helps => "helps",
        PlanPart::Places => "places",
        PlanPart::People => "people",
        PlanPart::Professionals => "professionals",
        PlanPart::Safe => "safe",
    }
}

fn part_view(part: PlanPart, lines: &[PlanLine]) -> PlanPartView {
    let name = name(part);
    let own = lines
        .iter()
        .filter(|line| line.part == part && line.taken_out_at.is_none());
    PlanPartView {
        part: name.to_owned(),
        heading: text(&format!("plan-{name}")),
        hint: text(&format!("plan-{name}-hint")),
        lines: own.map(line_view).collect(),
        new_key: random::new_key(),
        draft: String::new(),
    }
}

fn line_view(line: &PlanLine) -> PlanLineView {
    let words = line.words.text();
    let label = |id: &str| text_with(id, &[("words", words.into())]);
    PlanLineView {
        key: line.key.to_string(),
        new_key: random::new_key(),
        change_label: label("plan-change-label"),
        take_out_label: label("plan-take-out-label"),
        put_back_label: label("plan-put-back-label"),
        words: words.to_owned(),
    }
}
