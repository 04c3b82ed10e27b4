//! Words of a person as plain text. Refuses markup: a tag is taken out, never shown.

/// Takes tags and the commonest entities out; breaks of lines stay.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.trim().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let name = tag.get(1..).unwrap_or_default();
        // "I < you" is no tag.
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match tag.find('>').filter(|_| is_tag) {
            Some(end) => {
                let name = name.trim_start_matches('/').to_ascii_lowercase();
                if ["br", "p>", "p ", "div", "li"]
                    .iter()
                    .any(|word| name.starts_with(word))
                {
                    out.push('\n');
                }
                rest = tag.get(end + 1..).unwrap_or_default();
            }
            None => {
                out.push('<');
                rest = name;
            }
        }
    }
    out.push_str(rest);
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
    ];
    for (entity, mark) in pairs {
        out = out.replace(entity, mark);
    }
    let lines: Vec<&str> = out
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n").replace("&amp;", "&")
}
