//! Nights out of spans that several devices wrote. Refuses to take time in bed for sleep, and to add
//! the sleep of two devices up.

use std::collections::HashMap;

use record::{FactBody, Minutes, SleepNight, Zone};

use super::gather::Gather;
use super::when;

/// Sleep after so long a stretch awake is another sleep.
const APART_SECONDS: i64 = 2 * 3600;

/// Most devices that are told apart.
const SOURCES_MAX: usize = 500;

/// What a span says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    InBed,
    Awake,
    /// Asleep, without stages.
    Asleep,
    /// Asleep, in a stage.
    Stage,
}

impl Phase {
    const fn is_asleep(self) -> bool {
        matches!(self, Self::Asleep | Self::Stage)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    from: i64,
    to: i64,
    /// Offset of the clock at the end, in seconds.
    offset: i32,
    source: u32,
    phase: Phase,
    line: u32,
}

/// Spans of all devices.
#[derive(Debug, Default)]
pub(super) struct Nights {
    spans: Vec<Span>,
    sources: HashMap<String, u32>,
}

impl Nights {
    /// The number of a device.
    pub fn source(&mut self, name: &str) -> u32 {
        if let Some(idx) = self.sources.get(name) {
            return *idx;
        }
        let idx = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        // A hostile file may name a million devices.
        if self.sources.len() < SOURCES_MAX {
            self.sources.insert(name.to_owned(), idx);
        }
        idx
    }

    /// Takes a span of up to a day; `false` for others.
    pub fn add(
        &mut self,
        source: u32,
        phase: Phase,
        at: ((i64, i32), (i64, i32)),
        line: u32,
    ) -> bool {
        let ((from, _), (to, offset)) = at;
        let is_span = from < to && to - from <= 86_400;
        if is_span {
            self.spans.push(Span {
                from,
                to,
                offset,
                source,
                phase,
                line,
            });
        }
        is_span
    }

    /// Gives the longest sleep that ends on each day as its night; others are counted.
    pub fn finish(mut self, gather: &mut Gather, home: &Zone) {
        self.spans.sort_unstable();
        let mut nights: Vec<(i64, Span, SleepNight)> = Vec::new();
        let asleep: Vec<Span> = self
            .spans
            .iter()
            .copied()
            .filter(|s| s.phase.is_asleep())
            .collect();
        for sleep in sleeps(&asleep) {
            let Some((last, night)) = self.night(sleep, home) else {
                continue;
            };
            let day = (last.to + i64::from(last.offset)).div_euclid(86_400);
            match nights.last_mut() {
                Some((other, _, longest)) if *other == day => {
                    gather.unknown("naps");
                    if night.asleep > longest.asleep {
                        nights.pop();
                        nights.push((day, last, night));
                    }
                }
                _ => nights.push((day, last, night)),
            }
        }
        for (_, last, night) in nights {
            let Some(wake) = &night.final_wake else {
                continue;
            };
            let (at, line) = (wake.clone(), last.line);
            match night.checked() {
                Ok(night) => {
                    gather.only_fact((&at, line), &["night"], FactBody::SleepNight(night));
                }
                Err(error) => {
                    let words = (error.to_string(), "nothing to do: the rest is taken");
                    gather.reject(line, None, (&words.0, words.1));
                }
            }
        }
    }

    /// The sleep as the device tells it that tells most: stages first, then most minutes.
    fn night(&self, sleep: &[Span], home: &Zone) -> Option<(Span, SleepNight)> {
        let best = |source: u32| {
            let own = || sleep.iter().filter(move |span| span.source == source);
            (own().any(|span| span.phase == Phase::Stage), union(own()))
        };
        let source = sleep
            .iter()
            .map(|span| span.source)
            .max_by_key(|source| best(*source))?;
        let own: Vec<&Span> = sleep.iter().filter(|span| span.source == source).collect();
        let (first, last) = (own.first()?, own.iter().max_by_key(|span| span.to)?);
        let minutes = |seconds: i64| u32::try_from((seconds + 30) / 60).ok().map(Minutes);
        let asleep = union(own.iter().copied());
        let near = |phase: Phase| {
            let from = self
                .spans
                .partition_point(|span| span.from < first.from - 43_200);
            let spans = self
                .spans
                .iter()
                .skip(from)
                .take_while(|span| span.from <= last.to);
            spans.filter(move |span| span.phase == phase)
        };
        let in_bed =
            near(Phase::InBed).filter(|span| span.from <= first.from && span.to > first.from);
        let in_bed = in_bed.min_by_key(|span| span.from);
        let awake = near(Phase::Awake)
            .filter(|span| span.source == source && span.from >= first.from && span.to <= last.to);
        let awake = union(awake);
        let moment = |seconds, offset| when::moment_of(seconds, offset, home);
        let night = SleepNight {
            into_bed: in_bed.and_then(|span| moment(span.from, span.offset)),
            final_wake: moment(last.to, last.offset),
            awake: (awake > 0).then(|| minutes(awake)).flatten(),
            asleep: minutes(asleep),
            ..SleepNight::default()
        };
        Some((**last, night))
    }
}

/// Cuts spans, sorted by their start, where nobody slept for two hours.
fn sleeps(spans: &[Span]) -> Vec<&[Span]> {
    let (mut cut, mut begins, mut end) = (Vec::new(), 0, i64::MIN);
    for (idx, span) in spans.iter().enumerate() {
        if idx > begins && span.from - end >= APART_SECONDS {
            cut.extend(spans.get(begins..idx));
            begins = idx;
        }
        end = if idx == begins {
            span.to
        } else {
            end.max(span.to)
        };
    }
    cut.extend(spans.get(begins..).filter(|rest| !rest.is_empty()));
    cut
}

/// Seconds that spans, sorted by their start, cover together.
fn union<'a>(spans: impl Iterator<Item = &'a Span>) -> i64 {
    let (mut sum, mut end) = (0, i64::MIN);
    for span in spans {
        sum += (span.to - span.from.max(end)).max(0);
        end = end.max(span.to);
    }
    sum
}
