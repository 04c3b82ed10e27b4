//! Advice in words, and what is hidden while it stands. Refuses to decide: `guidance` did.

use std::sync::Arc;

use content::rules::{Hides, Leads, Level, RuleSet};
use guidance::{Advice, Findings, Guidance};

use crate::answers::Found;
use crate::{App, ForWhom, Trouble, dates, text, text_with};

/// One advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceView {
    /// Id of its heading on a page, such as `advice-r4`.
    pub id: String,
    /// How soon, in a word.
    pub level: String,
    /// Danger to life: it stands alone.
    pub is_now: bool,
    /// To be done today or now: it stands above everything else.
    pub is_urgent: bool,
    /// What it comes to.
    pub title: String,
    /// What to do, who can help, when.
    pub lines: Vec<String>,
    /// Why it is here, as the person told it; empty where saying so could harm.
    pub reasons: Vec<String>,
    /// What it leans on.
    pub source: String,
    /// Day of the answer, and of the look at the source.
    pub date: String,
    /// The rule and its version.
    pub rule: String,
    /// Pages it leads to: address and words.
    pub links: Vec<(String, String)>,
}

/// A list of advice with what is to be said around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdviceListView {
    /// The most urgent first.
    pub advice: Vec<AdviceView>,
    /// Where the record is too thin to tell: what would.
    pub too_few: Option<String>,
    /// What the rules are not, or that they have nothing to say.
    pub line: String,
    /// Said where charts and answers are put away; else nothing is.
    pub hidden: Option<String>,
}

impl AdviceListView {
    /// The same as lines for a terminal.
    pub(crate) fn text_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for one in &self.advice {
            lines.push(format!("{}: {}", one.level, one.title));
            let more = one.lines.iter().chain(&one.reasons);
            lines.extend(more.map(|line| format!("  {line}")));
            lines.push(format!("  {} ({})", one.source, one.rule));
            lines.push(String::new());
        }
        lines.extend(self.too_few.clone());
        lines
    }
}

impl App {
    /// All advice that follows from the self-check and the rest of the record.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn self_check_advice(&mut self) -> Result<AdviceListView, Trouble> {
        let guidance = self.guidance_now()?;
        self.advice_list(&guidance)
    }

    /// Whether exercises are put away, for pages that offer them.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn hides_exercises(&mut self) -> Result<bool, Trouble> {
        Ok(self.guidance_now()?.hides(Hides::Exercises))
    }

    /// Whether what concerns food is left out.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn hides_food(&mut self) -> Result<bool, Trouble> {
        Ok(self.guidance_now()?.hides(Hides::Food))
    }

    /// Whether experiments on sleep or food are left out.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn hides_sleep_food_experiments(&mut self) -> Result<bool, Trouble> {
        Ok(self.guidance_now()?.hides(Hides::SleepFoodExperiments))
    }

    /// For whom questions and help are, by what the person said of their age.
    pub(crate) fn for_whom(&mut self) -> Result<ForWhom, Trouble> {
        let is_young = self.guidance_now()?.hides(Hides::ForGrownUps);
        Ok(if is_young {
            ForWhom::Young
        } else {
            ForWhom::Anyone
        })
    }

    /// Names of exercises that are put away because things felt less real after them, twice or more.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn locked_exercises(&mut self) -> Result<Vec<String>, Trouble> {
        if !self.guidance_now()?.hides(Hides::RisingExercise) {
            return Ok(Vec::new());
        }
        let rises = guidance::rising_exercises(&self.known()?.record);
        let twice = rises.into_iter().filter(|(_, n)| *n >= 2);
        Ok(twice.map(|(label, _)| label.as_str().to_owned()).collect())
    }

    /// What is to be done now was read: the rest of the pages may be seen again, until it is locked.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn go_on(&mut self) -> Result<(), Trouble> {
        self.opened()?.has_gone_on = true;
        Ok(())
    }

    /// The one advice that Today shows: the most urgent one, from two weeks on, or an offer to look
    /// less. What can wait longer stands on the page of answers.
    pub(crate) fn advice_of_today(&mut self) -> Result<Option<AdviceView>, Trouble> {
        let (guidance, chosen) = (self.guidance_now()?, self.chosen_pace()?);
        let is_for_today = |advice: &&Advice| {
            let rule = advice.rule.as_str();
            let looks_less = ["R26", "R27"].contains(&rule) && !chosen.answers_rule(rule);
            advice.level <= Level::Soon || looks_less
        };
        let first = guidance.advice.iter().find(is_for_today);
        first.map(|advice| self.advice_view(advice)).transpose()
    }

    /// Whether everything but the advice is to be put away.
    pub(crate) fn stands_alone(&mut self) -> Result<bool, Trouble> {
        let is_now = self.guidance_now()?.level() == Some(Level::Now);
        Ok(is_now && !self.opened()?.has_gone_on)
    }

    /// What the rules say of the record by itself, asked once for each change of it.
    pub(crate) fn guidance_now(&mut self) -> Result<Arc<Guidance>, Trouble> {
        if let Some(guidance) = &self.known()?.guidance {
            return Ok(guidance.clone());
        }
        let guidance = Arc::new(self.ask_rules(None)?);
        self.known()?.guidance = Some(guidance.clone());
        Ok(guidance)
    }

    /// The same with everything that was found beside it.
    pub(crate) fn guidance_with(&mut self, found: &Found) -> Result<Guidance, Trouble> {
        self.ask_rules(Some(found))
    }

    fn ask_rules(&mut self, found: Option<&Found>) -> Result<Guidance, Trouble> {
        let now = self.clock.now();
        let (today, week) = (self.today_date()?, self.found_now()?);
        let known = self.known()?;
        let line = known.record.profile.threshold();
        let lately = finding::lately(known.series.as_deref(), line, today);
        let findings = Findings {
            lately: lately.as_ref(),
            now: Some(&week),
            course: found.map(|found| &*found.course),
            medication_change: found.map(|found| &*found.medication_change),
            strategy_effect: found.map(|found| &*found.strategy_effect),
        };
        Ok(guidance::advise(rules()?, &known.record, &findings, &now))
    }

    /// All advice in words, with what is to be said around it.
    pub(crate) fn advice_list(&mut self, guidance: &Guidance) -> Result<AdviceListView, Trouble> {
        let advice: Vec<AdviceView> = (guidance.advice.iter())
            .map(|advice| self.advice_view(advice))
            .collect::<Result<_, _>>()?;
        let line = if advice.is_empty() {
            "guidance-nothing"
        } else {
            "guidance-not-a-doctor"
        };
        let is_hidden = guidance.hides(Hides::Statistics) && self.stands_alone()?;
        Ok(AdviceListView {
            advice,
            too_few: (!guidance.unclear.is_empty()).then(|| text("guidance-too-few")),
            line: text(line),
            hidden: is_hidden.then(|| text("guidance-now-hidden")),
        })
    }

    pub(crate) fn advice_view(&mut self, advice: &Advice) -> Result<AdviceView, Trouble> {
        let today = self.today_date()?;
        let source = (rules()?.source(&advice.source))
            .ok_or_else(|| Trouble::ours("an advice has no source"))?;
        let mut reasons: Vec<String> = (advice.reasons.iter())
            .map(|reason| text(&format!("reason-{}", reason.text)))
            .collect();
        if advice.rests_on_unknown {
            reasons.push(text("reason-not-told"));
        }
        let checked = dates::seen_from(source.checked_on, today).into();
        let rule = [
            ("rule", advice.rule.as_str().into()),
            ("version", advice.version.as_str().into()),
        ];
        let leans_on = [
            ("name", source.name.as_str().into()),
            ("year", source.year.as_str().into()),
        ];
        Ok(AdviceView {
            id: format!("advice-{}", advice.rule.to_lowercase()),
            level: text(&format!("level-{}", advice.level.name())),
            is_now: advice.level == Level::Now,
            is_urgent: advice.level <= Level::Today,
            title: text(&format!("advice-{}-title", advice.text)),
            lines: vec![
                text(&format!("advice-{}-what", advice.text)),
                text(&format!("who-{}", advice.who)),
                text(&format!("when-{}", advice.level.name())),
            ],
            reasons,
            source: text_with(&format!("source-{}", source.strength.name()), &leans_on),
            date: match advice.date {
                Some(day) => {
                    let day = dates::seen_from(day, today).into();
                    text_with("guidance-dates", &[("day", day), ("checked", checked)])
                }
                None => text_with("guidance-dates-no-day", &[("checked", checked)]),
            },
            rule: text_with("guidance-rule", &rule),
            links: links(&advice.links),
        })
    }
}

fn rules() -> Result<&'static RuleSet, Trouble> {
    content::rules::rules().map_err(|error| Trouble::ours(error.to_string()))
}

/// Address and words of each page, each address once.
fn links(leads: &[Leads]) -> Vec<(String, String)> {
    let mut links: Vec<(String, String)> = Vec::new();
    for one in leads {
        let (address, words) = match one {
            Leads::Help => ("/help", text("lead-help")),
            Leads::Doctor => ("/help/doctor", text("lead-doctor")),
            Leads::Plan => ("/plan", text("lead-plan")),
            Leads::SafePlace => ("/help/safe-place", text("lead-safe-place")),
            Leads::Safety => ("/forms/more", text("lead-safety")),
            Leads::Weekly => ("/forms/weekly", text("lead-weekly")),
            Leads::Pace => ("/pace", text("lead-pace")),
            Leads::SelfCheck => ("/self-check", text("lead-self-check")),
        };
        if !links.iter().any(|(known, _)| known == address) {
            links.push((address.to_owned(), words));
        }
    }
    links
}
