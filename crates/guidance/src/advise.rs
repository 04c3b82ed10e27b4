//! From states of conditions to advice in order: crisis first. Refuses words: it names texts.

use content::rules::{
    Clause, Condition, Hides, Leads, Level, Rule, RuleSet, Sign, State, Subject, When,
};
use record::{LocalDay, Moment, Record};

use crate::{Findings, Standing, measures::Measures};

/// Why an advice is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The condition that is so, its text being `reason-<this>`.
    pub text: String,
    /// Day of the answer it rests on; `None` for a number that was worked out.
    pub day: Option<LocalDay>,
}

/// What a careful friend with medical reading would say next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The rule, such as `R4`.
    pub rule: String,
    /// Version of its file.
    pub version: String,
    /// How soon.
    pub level: Level,
    /// Its texts: `advice-<this>-title` and `advice-<this>-what`.
    pub text: String,
    /// Whom to ask: `who-<this>`.
    pub who: String,
    /// Why, most telling first; empty for a discreet rule.
    pub reasons: Vec<Reason>,
    /// Something that was not answered counts as if it may be so.
    pub rests_on_unknown: bool,
    /// Id of its source.
    pub source: String,
    /// Latest day of the answers it rests on.
    pub date: Option<LocalDay>,
    /// Pages it leads to.
    pub links: Vec<Leads>,
    /// What is hidden while it stands.
    pub hides: Vec<Hides>,
}

/// Something that is hidden, and the rule that hides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// What is hidden.
    pub hides: Hides,
    /// The rule.
    pub rule: String,
}

/// A rule that can not tell, and the page that asks directly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    /// The rule.
    pub rule: String,
    /// The page.
    pub asks: Leads,
}

/// All advice in order, with what follows from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guidance {
    /// The most urgent first; within one level in the order of the rules.
    pub advice: Vec<Advice>,
    /// What is hidden.
    pub gates: Vec<Gate>,
    /// Rules that a thin record leaves open.
    pub unclear: Vec<Unclear>,
}

impl Guidance {
    /// Puts advice in order and closes gates: while something is to be done now, exercises and
    /// numbers are hidden.
    #[must_use]
    pub fn of(mut advice: Vec<Advice>, unclear: Vec<Unclear>) -> Self {
        // A stable sort: the order of the rules stays within a level.
        advice.sort_by_key(|advice| advice.level);
        let mut gates: Vec<Gate> = Vec::new();
        for one in &advice {
            let by_level: &[Hides] = match one.level {
                Level::Now => &[Hides::Exercises, Hides::Statistics],
                _ => &[],
            };
            for hides in by_level.iter().chain(&one.hides) {
                if !gates.iter().any(|gate| gate.hides == *hides) {
                    gates.push(Gate {
                        hides: *hides,
                        rule: one.rule.clone(),
                    });
                }
            }
        }
        Self {
            advice,
            gates,
            unclear,
        }
    }

    /// Says whether something is hidden now.
    #[must_use]
    pub fn hides(&self, what: Hides) -> bool {
        self.gates.iter().any(|gate| gate.hides == what)
    }

    /// The most urgent level; `None` without advice.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.advice.first().map(|advice| advice.level)
    }
}

/// Asks every rule of one record at `now`.
///
/// Answers are read from the record itself; `findings` are looked at where a condition names one. An
/// answer that contradicts another of its day leaves the sign of danger standing. Nothing that is
/// missing, and no clock, takes a sign away: see [`Standing`].
#[must_use]
pub fn advise(rules: &RuleSet, record: &Record, findings: &Findings<'_>, now: &Moment) -> Guidance {
    let today = now.day(record.profile.day_start);
    let standing = Standing::new(record, today);
    let measures = Measures::new(record, findings, today);
    let known: Vec<Known> = (rules.conditions.iter())
        .map(|condition| Known::of(condition, &standing, &measures))
        .collect();
    let mut advice = Vec::new();
    let mut unclear = Vec::new();
    for rule in &rules.rules {
        match speaking(rule, &known) {
            Some(clause) => advice.push(put(rules, rule, clause, &known)),
            None => unclear.extend(left_open(rule, &rules.conditions, &known, findings)),
        }
    }
    Guidance::of(advice, unclear)
}

/// What is known of one condition.
struct Known {
    state: State,
    day: Option<LocalDay>,
}

impl Known {
    fn of(condition: &Condition, standing: &Standing, measures: &Measures<'_>) -> Self {
        let (values, day) = match &condition.subject {
            Subject::Item(_) => standing.of_condition(condition),
            Subject::Measure(measure) => (measures.value(*measure).into_iter().collect(), None),
        };
        Self {
            state: condition.state(&values),
            day,
        }
    }
}

/// The most urgent clause that holds.
fn speaking<'a>(rule: &'a Rule, known: &[Known]) -> Option<&'a Clause> {
    let state = |idx: usize| known.get(idx).map_or(State::Unknown, |known| known.state);
    rule.clauses.iter().find(|clause| clause.when.holds(&state))
}

fn put(rules: &RuleSet, rule: &Rule, clause: &Clause, known: &[Known]) -> Advice {
    let mut reasons = Vec::new();
    let mut date = None;
    let mut rests_on_unknown = false;
    for (idx, is_behind_not) in clause.when.conditions() {
        let (Some(condition), Some(known)) = (rules.conditions.get(idx), known.get(idx)) else {
            continue;
        };
        match known.state {
            State::Yes if !is_behind_not => {
                date = date.max(known.day);
                reasons.push(Reason {
                    text: condition.slug(),
                    day: known.day,
                });
            }
            State::Unknown if is_behind_not => rests_on_unknown = true,
            _ => {}
        }
    }
    if rule.is_discreet {
        reasons.clear();
        rests_on_unknown = false;
    }
    Advice {
        rule: rule.id.clone(),
        version: rule.version.clone(),
        level: clause.level,
        text: clause.text.clone(),
        who: clause.who.clone(),
        reasons,
        rests_on_unknown,
        source: clause.source.clone(),
        date,
        links: clause.links.clone(),
        hides: clause.hides.clone(),
    }
}

/// A rule that asks directly is left open when a measure is not known that could have made it speak,
/// and there is a record to speak of.
fn left_open(
    rule: &Rule,
    conditions: &[Condition],
    known: &[Known],
    findings: &Findings<'_>,
) -> Option<Unclear> {
    let asks = rule.asks?;
    findings.lately.filter(|lately| lately.is_old_enough)?;
    let state = |idx: usize| {
        let of = conditions.get(idx).zip(known.get(idx));
        of.map_or(State::Unknown, |(condition, known)| {
            let is_open = known.state == State::Unknown
                && condition.sign == Sign::Danger
                && matches!(condition.subject, Subject::Measure(_));
            if is_open { State::Yes } else { known.state }
        })
    };
    let may_hold = |when: &When| when.holds(&state);
    let is_open = rule.clauses.iter().any(|clause| may_hold(&clause.when));
    is_open.then(|| Unclear {
        rule: rule.id.clone(),
        asks,
    })
}
