//! Measures how fast a long record is written and read. Refuses to touch a real one.
//!
//! `cargo run --release -p store --example speed`
#![allow(clippy::unwrap_used)] // A measurement that fails stops here.

use std::time::Instant;

use record::{
    Assessment, Fact, FactBody, FactKey, InputDevice, Item, ItemId, ItemResponse, Moment, Occasion,
    Profile, Response, ResponseScale, Role, Source, Window, Zone,
};
use store::{Folder, Secret, Store};

fn items(n_items: usize) -> Vec<Item> {
    let item = |idx| Item {
        id: ItemId::new(&format!("item_number_{idx}")).unwrap(),
        scale: ResponseScale::LINE_0_100,
        role: Role::Candidate,
        window: Window::Momentary,
    };
    (0..n_items).map(item).collect()
}

fn fact(number: u64, items: &[Item], zone: &Zone) -> Fact {
    let response = |item: &Item| {
        let value = Response::Value(f64::from(u32::try_from(number % 101).unwrap()));
        ItemResponse::new(item, value, InputDevice::Keyboard).unwrap()
    };
    let assessment = Assessment::new(items.iter().map(response).collect(), None).unwrap();
    let at = 1_300_000_000 + 3_600 * i64::try_from(number).unwrap();
    let moment = Moment::from_unix_seconds(at, zone).unwrap();
    // A key of an import is a digest: without order.
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut key = [0; 16];
    key[..8].copy_from_slice(&mixed.to_le_bytes());
    key[8..].copy_from_slice(&number.to_le_bytes());
    Fact {
        key: FactKey::from_bytes(key),
        moment: moment.clone(),
        recorded_at: moment,
        source: Source::ByHand,
        body: FactBody::Occasion(Occasion::voluntary(assessment)),
    }
}

fn memory_mib() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name| {
        status
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap_or("")
            .to_owned()
    };
    format!("{} {}", line("VmRSS"), line("VmHWM"))
}

/// Milliseconds that this thread has had a core: the measure that a busy machine changes least.
fn core_ms() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text
        .split(' ')
        .next()
        .and_then(|text| text.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e6
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (start, start_ms) = (Instant::now(), core_ms());
    let done = work();
    let wall_ms = start.elapsed().as_secs_f64() * 1000.0;
    println!(
        "{what}: {:.1} ms of a core, {wall_ms:.1} ms",
        core_ms() - start_ms
    );
    done
}

fn main() {
    let path = std::env::temp_dir().join(format!("thaw-speed-{}", std::process::id()));
    let folder = Folder::at(&path);
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let profile = Profile::new(zone.clone());
    let create = || Store::create(&folder, Secret::KeyFile, &profile).unwrap().0;
    let mut store = timed("create", create);
    let wide = items(30);
    let import: Vec<_> = (1_000_000..1_001_500)
        .map(|n| fact(n, &wide, &zone))
        .collect();
    timed("append 1,500 x 30 at once", || {
        store.append(&import, &wide, None).unwrap()
    });
    timed("append the same again", || {
        store.append(&import, &wide, None).unwrap()
    });
    store.lock().unwrap();
    std::fs::remove_dir_all(&path).unwrap();

    let mut store = create();
    let few = items(6);
    let facts: Vec<_> = (0..30_000).map(|n| fact(n, &few, &zone)).collect();
    timed("append 30,000 x 6 at once", || {
        store.append(&facts, &few, None).unwrap()
    });
    drop(facts);
    let start = Instant::now();
    for number in 40_000..40_100 {
        store
            .append(&[fact(number, &few, &zone)], &few, None)
            .unwrap();
    }
    println!("append one: {:.2} ms", start.elapsed().as_secs_f64() * 10.0);
    timed("lock", || store.lock().unwrap());
    println!("{}", memory_mib());
    let store = timed("open", || Store::open(&folder, None).unwrap());
    println!(
        "file: {:.1} MiB",
        store.size_bytes().unwrap() as f64 / 1_048_576.0
    );
    let record = timed("load 30,100 x 6", || store.load().unwrap());
    timed("load again", || store.load().unwrap());
    println!("{} facts; {}", record.facts().len(), memory_mib());
    timed("check", || assert!(store.check().unwrap().is_whole()));
    timed("last by hand", || store.last_by_hand().unwrap());
    drop(store);
    std::fs::remove_dir_all(&path).unwrap();
}
