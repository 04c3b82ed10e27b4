//! What was said, in a record file. Refuses to change its words.

use record::{LocalDay, Said};
use serde_json::Value;

use super::read::words;
use super::wire;
use super::write::{number, object, option};

/// Reads one; in words what is wrong with it.
pub(super) fn read(said: &wire::Said) -> Result<Said, String> {
    let day = |text: &str| LocalDay::parse(text).map_err(words);
    let taken_back_on = said.taken_back_on.as_deref().map(day).transpose()?;
    let said = Said {
        question: said.question.clone(),
        about: said.about.clone(),
        is_up: said.is_up,
        span: (day(&said.span.0)?, day(&said.span.1)?),
        sentence: said.sentence.clone(),
        size: said.size,
        look_day: day(&said.look_day)?,
        shown_on: day(&said.shown_on)?,
        taken_back_on,
        method: said.method.clone(),
    };
    said.checked().map_err(words)
}

/// Left out where nothing was ever said.
pub(super) fn text(said: &[Said]) -> String {
    let one = |said: &Said| {
        let (size, low, high) = said.size;
        let back = option(said.taken_back_on, |day| day.to_string().into());
        let fields = [
            ("question", said.question.as_str().into()),
            ("about", said.about.as_str().into()),
            ("is_up", said.is_up.into()),
            ("span", days(said.span)),
            ("sentence", said.sentence.as_str().into()),
            ("size", [size, low, high].map(number).to_vec().into()),
            ("look_day", said.look_day.to_string().into()),
            ("shown_on", said.shown_on.to_string().into()),
            ("taken_back_on", back),
            (
                "method",
                vec![said.method.0.as_str(), &said.method.1].into(),
            ),
        ];
        object(fields).to_string()
    };
    if said.is_empty() {
        return String::new();
    }
    let rows: Vec<String> = said.iter().map(one).collect();
    format!(",\n\"said\":[\n{}\n]", rows.join(",\n"))
}

fn days((from, to): (LocalDay, LocalDay)) -> Value {
    vec![from.to_string(), to.to_string()].into()
}
