//! Which questions of a form are asked this time, page by page. Refuses to draw: the seed is the key.

use std::collections::BTreeMap;

use content::{FormItem, FormPage, FormSet};
use record::{Assessment, FactBody, FactKey, ItemId, ItemResponse, Record, Response};

use super::{FormKind, set_of};
use crate::check_in::seed_of;
use crate::{ForWhom, Trouble};

/// So many of the rotating items are asked each time.
const ROTATING: usize = 3;

/// What is asked on one form this time.
pub(super) struct Plan {
    pub set: &'static FormSet,
    pub kind: FormKind,
    pub key: FactKey,
    pub whom: ForWhom,
    wanted: Vec<ItemId>,
}

impl Plan {
    pub(super) fn new(
        kind: FormKind,
        record: &Record,
        key: FactKey,
        whom: ForWhom,
    ) -> Result<Self, Trouble> {
        let set = set_of(kind)?;
        let before = before(record, kind, key);
        let is_for = |item: &FormItem| is_asked(set, item.item.id.as_str(), whom);
        let n_rotating = match (whom, &set.young) {
            (ForWhom::Young, Some(young)) => young.rotating,
            _ => ROTATING,
        };
        let mut rotating: Vec<(usize, u64, &ItemId)> = (set.items.iter().enumerate())
            .filter(|(_, item)| item.is_rotating && is_for(item))
            .map(|(idx, item)| {
                let id = &item.item.id;
                let n = before.get(id).map_or(0, |(n_shown, _)| *n_shown);
                let place = u64::try_from(idx).unwrap_or(0);
                let order = crate::check_in::mix(seed_of(&key).wrapping_add(place));
                (n, order, id)
            })
            .collect();
        // Of those asked least, the seed draws: a block is through before any comes again.
        rotating.sort_unstable();
        rotating.truncate(n_rotating);
        let in_turn = page_in_turn(set, &before, seed_of(&key), is_for);
        let is_off = |page: &str| {
            let mut pages = set.pages.iter();
            pages.any(|known| known.id == page && known.in_turn && in_turn != Some(page))
        };
        let is_wanted = |item: &&FormItem| {
            let id = &item.item.id;
            if is_off(&item.page) {
                return false;
            }
            let is_drawn = || rotating.iter().any(|(_, _, drawn)| *drawn == id);
            let is_known = || before.get(id).is_some_and(|(_, n_said)| *n_said > 0);
            is_for(item) && (!item.is_rotating || is_drawn()) && !(item.is_once && is_known())
        };
        let wanted = set.items.iter().filter(is_wanted);
        let wanted = wanted.map(|item| item.item.id.clone()).collect();
        Ok(Self {
            set,
            kind,
            key,
            whom,
            wanted,
        })
    }

    /// Whether a field of the night is asked this time.
    pub(super) fn asks_of_night(&self, name: &str) -> bool {
        is_asked(self.set, name, self.whom)
    }

    /// Morning and evening fit on one page.
    const fn is_one_page(&self) -> bool {
        matches!(self.kind, FormKind::Morning | FormKind::Evening)
    }

    /// Whether a question is asked this time.
    pub(super) fn asks(&self, item: &FormItem) -> bool {
        self.wanted.contains(&item.item.id)
    }

    /// The questions of one part that are asked this time.
    pub(super) fn on_page<'a>(&'a self, page: &'a FormPage) -> impl Iterator<Item = &'a FormItem> {
        self.set.on_page(&page.id).filter(|item| self.asks(item))
    }

    /// The parts that are shown together with this one.
    pub(super) fn parts(&self, page: usize) -> Vec<&'static FormPage> {
        if self.is_one_page() {
            self.set.pages.iter().collect()
        } else {
            self.set.pages.get(page).into_iter().collect()
        }
    }

    /// Whether a part is worth showing by what was answered so far.
    fn applies(page: &FormPage, answers: &[ItemResponse]) -> bool {
        page.asked_if.as_ref().is_none_or(|asked_if| {
            let is_it = |answer: &&ItemResponse| answer.item.as_str() == asked_if.item;
            let answer = answers.iter().find(is_it);
            asked_if.holds(answer.and_then(|answer| answer.response.value()))
        })
    }

    /// The pages to show, by what was answered so far.
    pub(super) fn pages(&self, answers: &[ItemResponse]) -> Vec<usize> {
        if self.is_one_page() {
            return vec![0];
        }
        let pages = self.set.pages.iter().enumerate();
        pages
            .filter(|(_, page)| Self::applies(page, answers))
            .filter(|(_, page)| self.on_page(page).next().is_some())
            .map(|(idx, _)| idx)
            .collect()
    }

    /// The first page with a question that was not shown yet.
    pub(super) fn first_open(&self, answers: &[ItemResponse]) -> Option<usize> {
        let is_shown = |item: &FormItem| answers.iter().any(|a| a.item == item.item.id);
        let is_open = |page: &usize| {
            let parts = self.parts(*page);
            parts
                .into_iter()
                .any(|part| self.on_page(part).any(|item| !is_shown(item)))
        };
        self.pages(answers).into_iter().find(is_open)
    }

    /// The page after this one.
    pub(super) fn after(&self, page: usize, answers: &[ItemResponse]) -> Option<usize> {
        self.pages(answers).into_iter().find(|known| *known > page)
    }

    /// The page before this one; the first stays.
    pub(super) fn before(&self, page: usize, answers: &[ItemResponse]) -> Option<usize> {
        let pages = self.pages(answers);
        let earlier = pages.iter().rev().find(|known| **known < page);
        earlier.or(pages.first()).copied()
    }

    /// The answers as the record keeps them: every question of the form, in order. One whose page
    /// does not apply any more counts as not asked.
    pub(super) fn responses(&self, answers: &[ItemResponse]) -> Vec<ItemResponse> {
        let of_page = |page: &'static FormPage| {
            let applies = Self::applies(page, answers);
            self.set.on_page(&page.id).map(move |item| {
                let is_it = |answer: &&ItemResponse| answer.item == item.item.id;
                let said = answers.iter().find(is_it).filter(|_| applies);
                said.cloned().unwrap_or_else(|| ItemResponse {
                    item: item.item.id.clone(),
                    response: Response::NotAsked,
                    device: record::InputDevice::Unknown,
                    latency_ms: None,
                })
            })
        };
        self.set.pages.iter().flat_map(of_page).collect()
    }
}

/// Which of the pages that are asked in turn it is this time: of those shown least, the seed draws.
fn page_in_turn<'a>(
    set: &'a FormSet,
    before: &BTreeMap<&ItemId, (usize, usize)>,
    seed: u64,
    is_for: impl Fn(&FormItem) -> bool,
) -> Option<&'a str> {
    let n_shown = |page: &FormPage| -> Option<usize> {
        let of_item =
            |item: &FormItem| before.get(&item.item.id).map_or(0, |(n_shown, _)| *n_shown);
        let asked = set.on_page(&page.id).filter(|item| is_for(item));
        asked.map(of_item).max()
    };
    let pages = set.pages.iter().filter(|page| page.in_turn);
    let counted = pages.zip(0u64..).filter_map(|(page, idx)| {
        let order = crate::check_in::mix(seed.wrapping_add(idx));
        Some((n_shown(page)?, order, page.id.as_str()))
    });
    counted.min().map(|(_, _, id)| id)
}

fn is_asked(set: &FormSet, id: &str, whom: ForWhom) -> bool {
    whom == ForWhom::Anyone || set.asks_young(id)
}

/// How often each item was shown and answered on this form before, without the occasion at hand.
fn before(record: &Record, kind: FormKind, key: FactKey) -> BTreeMap<&ItemId, (usize, usize)> {
    let mut counts: BTreeMap<&ItemId, (usize, usize)> = BTreeMap::new();
    for fact in record.facts().iter().filter(|fact| fact.key != key) {
        let FactBody::Occasion(occasion) = &fact.body else {
            continue;
        };
        let assessment = occasion.assessment();
        let assessment = assessment.filter(|_| occasion.form == kind.form());
        for response in assessment.map(Assessment::responses).unwrap_or_default() {
            let (n_shown, n_said) = counts.entry(&response.item).or_default();
            *n_shown += usize::from(response.response != Response::NotAsked);
            *n_said += usize::from(response.response.value().is_some());
        }
    }
    counts
}
