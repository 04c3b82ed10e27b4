//! The bill of materials of the program, in CycloneDX, from what cargo knows. Refuses a date or anything else
//! that would make two of the same program differ.

use std::collections::BTreeMap;

use cargo_metadata::Package;
use serde_json::{Value, json};

use crate::ChoreError;

/// The checksum of each crate of the lock file, by name and version.
pub(crate) fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    for part in lock.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let start = format!("{name} = \"");
            let line = part.lines().find_map(|line| line.strip_prefix(&*start))?;
            Some(line.trim_end_matches('"').to_owned())
        };
        if let (Some(name), Some(version), Some(sum)) =
            (field("name"), field("version"), field("checksum"))
        {
            found.insert((name, version), sum);
        }
    }
    found
}

/// The bill as text, the crates in the order of their names.
pub(crate) fn cyclone_dx(
    packages: &[&Package],
    sums: &BTreeMap<(String, String), String>,
) -> Result<String, ChoreError> {
    let mut components: Vec<Value> = Vec::new();
    let mut sorted = packages.to_vec();
    sorted.sort_by_key(|one| (one.name.to_string(), one.version.clone()));
    for one in sorted {
        let (name, version) = (one.name.to_string(), one.version.to_string());
        let licence = one.license.clone().unwrap_or_default().replace('/', " OR ");
        let link = format!("pkg:cargo/{name}@{version}");
        let sum = sums.get(&(name.clone(), version.clone()));
        components.push(json!({
            "type": "library",
            "bom-ref": link,
            "name": name,
            "version": version,
            "purl": link,
            "licenses": [{ "expression": licence }],
            "hashes": sum.map(|sum| json!({ "alg": "SHA-256", "content": sum })).into_iter()
                .collect::<Vec<_>>(),
        }));
    }
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "name": "thawline",
            "version": env!("CARGO_PKG_VERSION"),
        }},
        "components": components,
    });
    let text = serde_json::to_string_pretty(&bill);
    text.map(|text| text + "\n")
        .map_err(|error| ChoreError::Broken(format!("bill of materials: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_read_from_a_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\
            source = \"x\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";
        let found = checksums(lock);
        let key = ("a".to_owned(), "1.0.0".to_owned());
        assert_eq!(found.get(&key).map(String::as_str), Some("ab"));
        assert_eq!(found.len(), 1);
    }
}
