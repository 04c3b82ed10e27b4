//! A workspace as cargo would describe it, made of names alone.

use serde_json::{Value, json};
use xtask::House;

/// One crate: its name, the rooms, the outside crates and the test-only crates that it uses.
pub struct Krate {
    pub name: &'static str,
    pub rooms: &'static [&'static str],
    pub outside: &'static [&'static str],
    pub tests: &'static [&'static str],
}

/// A crate that uses these rooms and these outside crates.
pub const fn krate(
    name: &'static str,
    rooms: &'static [&'static str],
    outside: &'static [&'static str],
) -> Krate {
    Krate {
        name,
        rooms,
        outside,
        tests: &[],
    }
}

/// What cargo says about a workspace of these crates.
pub fn house(krates: &[Krate]) -> House {
    let ids: Vec<Value> = krates.iter().map(|k| json!(id(k.name))).collect();
    let packages: Vec<Value> = krates.iter().map(package).collect();
    let document = json!({
        "packages": packages,
        "workspace_members": ids,
        "workspace_default_members": ids,
        "resolve": null,
        "target_directory": "/house/target",
        "version": 1,
        "workspace_root": "/house",
        "metadata": null,
    });
    House::from_json(&document.to_string()).unwrap()
}

fn id(name: &str) -> String {
    format!("path+file:///house/crates/{name}#0.1.0")
}

fn package(krate: &Krate) -> Value {
    let rooms = krate.rooms.iter().map(|n| dependency(n, true, Value::Null));
    let outside = krate
        .outside
        .iter()
        .map(|n| dependency(n, false, Value::Null));
    let tests = krate
        .tests
        .iter()
        .map(|n| dependency(n, false, json!("dev")));
    json!({
        "name": krate.name,
        "version": "0.1.0",
        "id": id(krate.name),
        "license": null, "license_file": null, "source": null,
        "description": format!("What {} is for", krate.name),
        "dependencies": rooms.chain(outside).chain(tests).collect::<Vec<_>>(),
        "targets": [], "features": {},
        "manifest_path": format!("/house/crates/{}/Cargo.toml", krate.name),
        "metadata": null, "publish": [], "authors": [], "categories": [], "keywords": [],
        "readme": null, "repository": null, "homepage": null, "documentation": null,
        "edition": "2024", "links": null, "default_run": null, "rust_version": null,
    })
}

fn dependency(name: &str, is_room: bool, kind: Value) -> Value {
    let mut entry = json!({
        "name": name, "source": null, "req": "*", "kind": kind, "rename": null,
        "optional": false, "uses_default_features": true, "features": [],
        "target": null, "registry": null,
    });
    if is_room {
        entry["path"] = json!(format!("/house/crates/{name}"));
    }
    entry
}
