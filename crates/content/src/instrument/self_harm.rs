//! Which words tell that a question is about harming oneself. Refuses to settle it: the person sees
//! what is proposed, and can name another question or none.

/// Parts of words, in small letters, that such questions hold in English, German, French, Spanish,
/// Italian, Portuguese, Dutch and the languages of the north.
const STEMS: [&str; 34] = [
    "suicid",
    "suizid",
    "self-harm",
    "self harm",
    "harm yourself",
    "harm myself",
    "harming yourself",
    "harming myself",
    "hurt yourself",
    "hurt myself",
    "hurting yourself",
    "hurting myself",
    "kill yourself",
    "kill myself",
    "killing yourself",
    "killing myself",
    "end your life",
    "end my life",
    "ending your life",
    "ending my life",
    "better off dead",
    "not want to live",
    "selbstmord",
    "selbsttötung",
    "selbst verletz",
    "leid zufügen",
    "lieber tot",
    "das leben zu nehmen",
    "zelfmoord",
    "zelfdoding",
    "självmord",
    "selvmord",
    "itsemurha",
    "autoles",
];

/// Says whether the words of a question speak of harming oneself or of not wanting to live.
#[must_use]
pub fn speaks_of_self_harm(words: &str) -> bool {
    let words = words.to_lowercase().replace('\u{2019}', "'");
    STEMS.iter().any(|stem| words.contains(stem))
}
