//! Cards of what is known, ready to be shown. Refuses to choose one for a person: cards say what is
//! known, never what is true of the one who reads.

use content::{Card, cards, wording};

use crate::text_with;

/// A card as one line of a list, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardLinkView {
    /// The address of its page: a number, so that it says nothing in a browser's history.
    pub address: String,
    /// Its title.
    pub title: String,
}

/// One card in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactCardView {
    /// Its title.
    pub title: String,
    /// How strong the evidence is.
    pub strength: String,
    /// What is known, in paragraphs.
    pub text: Vec<String>,
    /// What the card can not say.
    pub limits: String,
    /// Where it comes from, one line a source.
    pub sources: Vec<String>,
    /// What is said about who read the card.
    pub reviewed: String,
    /// Cards to read next.
    pub see: Vec<CardLinkView>,
}

/// All cards in the order of reading; empty only in a build whose tests did not pass.
#[must_use]
pub fn card_list() -> Vec<CardLinkView> {
    (cards().unwrap_or_default().iter()).map(link).collect()
}

/// The link to the card with this id, for pages that name one; `None` for an unknown id.
#[must_use]
pub fn card_link(id: &str) -> Option<CardLinkView> {
    let cards = cards().ok()?;
    cards.iter().find(|card| card.id == id).map(link)
}

/// The cards that a place offers: `answer` and a question of Answers, or `rule` and a rule.
#[must_use]
pub fn cards_offered_at(kind: &str, id: &str) -> Vec<CardLinkView> {
    let place = format!("{kind}:{id}");
    (cards().unwrap_or_default().iter())
        .filter(|card| card.offered_at.contains(&place))
        .map(link)
        .collect()
}

/// The card with this number; `None` where there is none.
#[must_use]
pub fn fact_card(number: &str) -> Option<FactCardView> {
    let number: u16 = number.parse().ok()?;
    let card = (cards().ok()?.iter()).find(|card| card.number == number)?;
    let strength = wording().ok()?.strength(&card.strength)?;
    Some(FactCardView {
        title: card.title.clone(),
        strength: strength.label.clone(),
        text: card.text.clone(),
        limits: card.limits.clone(),
        sources: card.sources.iter().map(source_line).collect(),
        reviewed: reviewed_line(card),
        see: card.see.iter().filter_map(|id| card_link(id)).collect(),
    })
}

fn link(card: &Card) -> CardLinkView {
    CardLinkView {
        address: format!("/cards/{}", card.number),
        title: card.title.clone(),
    }
}

pub(crate) fn source_line(source: &content::CardSource) -> String {
    let year = source.year.map(|year| format!(", {year}"));
    text_with(
        "card-source",
        &[
            ("name", source.name.as_str().into()),
            ("year", year.unwrap_or_default().into()),
            ("address", source.address.as_str().into()),
            ("seen", source.seen.as_str().into()),
            ("day", source.checked_on.to_string().into()),
        ],
    )
}

fn reviewed_line(card: &Card) -> String {
    match (&card.header.reviewed_by, card.header.reviewed_on) {
        (Some(who), Some(day)) => {
            let values = [
                ("who", who.as_str().into()),
                ("day", day.to_string().into()),
            ];
            text_with("card-reviewed", &values)
        }
        _ => crate::text("card-not-reviewed"),
    }
}
