//! The day that a moment belongs to, around every change of every time zone from 2015 to 2035: Python's
//! `zoneinfo` is the judge.

use std::process::Command;

use record::{DayStart, Moment, Zone};

#[test]
fn around_every_change_of_a_zone_a_moment_has_the_day_that_another_library_says() {
    let starts = DayStart::default();
    let judge = Command::new("python3")
        .args([
            "-c",
            include_str!("zones.py"),
            &starts.minutes().to_string(),
        ])
        .output();
    let said = match judge {
        Ok(done) if done.status.success() && !done.stdout.is_empty() => done.stdout,
        _ => {
            println!("skipped: no Python with time zones to ask");
            return;
        }
    };
    let said = String::from_utf8(said).unwrap();
    let (mut n, mut differing, mut unknown) = (0, Vec::new(), Vec::new());
    for line in said.lines() {
        let [name, seconds, day, wall, east] =
            <[&str; 5]>::try_from(line.split(',').collect::<Vec<_>>()).unwrap();
        let Ok(zone) = Zone::new(name) else {
            unknown.push(name.to_owned());
            continue;
        };
        let moment = Moment::from_unix_seconds(seconds.parse().unwrap(), &zone).unwrap();
        let ours = format!(
            "{name},{seconds},{},{},{}",
            moment.day(starts),
            moment.wall_clock().replace(' ', "T"),
            moment.offset_seconds()
        );
        n += 1;
        if ours != format!("{name},{seconds},{day},{wall},{east}") {
            differing.push(format!("{line}, and here {ours}"));
        }
    }
    unknown.dedup();
    println!(
        "{n} moments around changes of zones, {} differ",
        differing.len()
    );
    assert!(n > 70_000, "{n} moments");
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(differing.is_empty(), "{:?}", differing.get(..5));
}
