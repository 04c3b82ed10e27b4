//! Times our way through a table beside the bare reader of its crate, in one run on the same bytes:
//! rows alone, the digest alone, all of it as facts, and a proposed map. Prints a line of CSV for each shape of table;
//! `table_speed SHAPE` times one alone.

use std::io::Cursor;
use std::time::Instant;

use exchange::{Map, TableReading, digest_of, propose_map};
use record::Zone;

const MAP: &str = r#"
time = { column = "at", zone = "Europe/Amsterdam" }
[outcome]
column = "felt"
scale = { min = 0, max = 100 }
polarity = "higher_is_more_feeling"
[[candidate]]
column = "tired"
[[candidate]]
column = "slept"
"#;

/// A diary with these words in every row: without any, numbers alone, it is the hardest to read.
fn table(n_bytes: usize, words: &str) -> Vec<u8> {
    let mut text = String::with_capacity(n_bytes + 400);
    text.push_str("at,felt,tired,slept,place,words\n");
    for row in 0.. {
        if text.len() >= n_bytes {
            break;
        }
        let (day, minute) = (row / 8, row % 8 * 100 + 480);
        let line = format!(
            "{}-{:02}-{:02} {:02}:{:02}:00,{},{},{}.5,home,\"{words}\"\n",
            1950 + day / 336 % 200,
            day / 28 % 12 + 1,
            day % 28 + 1,
            minute / 60,
            minute % 60,
            row % 101,
            row % 7,
            row % 9
        );
        text.push_str(&line);
    }
    text.into_bytes()
}

fn bare(bytes: &[u8]) -> Result<u64, Box<dyn std::error::Error>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(Cursor::new(bytes));
    let (mut row, mut n) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut row)? {
        n += 1;
    }
    Ok(n)
}

fn facts(bytes: &[u8]) -> Result<u64, Box<dyn std::error::Error>> {
    let map = Map::parse(MAP)?;
    let mut reading = TableReading::begin(Cursor::new(bytes), map, [0; 32])?;
    while reading.next_batch()?.is_some() {}
    let ledger = reading.finish().ledger;
    if ledger.n_rejected > 0 {
        return Err(format!("{:?}", ledger.rejected.first()).into());
    }
    Ok(ledger.n_rows)
}

/// Seconds of processor time that this thread has had; other work on the machine does not count. Where
/// the system does not tell, the clock on the wall.
fn processor_seconds(started: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let first = told.and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    #[allow(clippy::cast_precision_loss)] // Some minutes in nanoseconds.
    first.map_or_else(
        || started.elapsed().as_secs_f64(),
        |nanos| nanos as f64 / 1e9,
    )
}

/// Megabytes a second of processor time in the quickest of five runs, and what it gave.
fn speed<T>(
    bytes: &[u8],
    run: impl Fn(&[u8]) -> Result<T, Box<dyn std::error::Error>>,
) -> Result<(f64, T), Box<dyn std::error::Error>> {
    let mut best = f64::INFINITY;
    let mut last = run(bytes)?;
    let begun = Instant::now();
    for _ in 0..5 {
        let before = processor_seconds(begun);
        last = run(bytes)?;
        best = best.min(processor_seconds(begun) - before);
    }
    #[allow(clippy::cast_precision_loss)] // Some hundred megabytes.
    Ok((bytes.len() as f64 / 1e6 / best, last))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words = "a day like the others, a walk by the water and nothing much after it; \
                 tea with a friend who talked about the garden for a good while; ";
    let shapes = [("words", words.repeat(2)), ("numbers", String::new())];
    let wanted = std::env::args().nth(1);
    let is_wanted = |shape: &str| wanted.as_deref().is_none_or(|wanted| wanted == shape);
    for (shape, words) in shapes.into_iter().filter(|(shape, _)| is_wanted(shape)) {
        let bytes = table(100_000_000, &words);
        let (bare_mb_s, n_bare) = speed(&bytes, bare)?;
        let (facts_mb_s, n_facts) = speed(&bytes, facts)?;
        if n_bare != n_facts {
            return Err(format!("{n_bare} rows, and {n_facts} as facts").into());
        }
        let (digest_mb_s, _) = speed(&bytes, |bytes| Ok(digest_of(&mut Cursor::new(bytes))?))?;
        let (propose_mb_s, _) = speed(&bytes, |bytes| {
            Ok(propose_map(
                Cursor::new(bytes),
                &Zone::utc(),
                &str::to_owned,
            )?)
        })?;
        println!(
            "{shape},{},{n_bare},{bare_mb_s:.1},{facts_mb_s:.1},{:.3},{digest_mb_s:.1},{propose_mb_s:.1}",
            bytes.len(),
            facts_mb_s / bare_mb_s
        );
    }
    Ok(())
}
