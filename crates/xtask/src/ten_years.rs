//! A record of ten years, and what a program holds in memory while it shows it. Refuses to be of anybody.

use std::fmt::Write as _;

/// Ten years of 8 or 9 check-ins a day.
pub(crate) const N_DAYS: u32 = 3_650;
const N_CHECK_INS: u32 = 30_000;

/// What the columns mean.
pub(crate) const MAP: &str = r#"time = { column = "at", zone = "Europe/Amsterdam" }
[outcome]
column = "feeling_strength"
scale = { min = 0, max = 100 }
polarity = "higher_is_more_feeling"
[[candidate]]
column = "tension"
min = 0
max = 100
[[candidate]]
column = "felt_rested"
min = 0
max = 100
[[candidate]]
column = "worry"
min = 0
max = 100
[[candidate]]
column = "noise_around"
min = 0
max = 100
"#;

/// Resident memory of a process in KiB; 0 where the system does not tell.
pub(crate) fn resident(pid: u32) -> u64 {
    std::fs::read_to_string(format!("/proc/{pid}/status"))
        .ok()
        .and_then(|text| {
            let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
            line.split_whitespace().next()?.parse().ok()
        })
        .unwrap_or(0)
}

/// A table of ten years that ends yesterday; a slow wave, a week and a little noise.
pub(crate) fn ten_years() -> String {
    let mut text = String::from("at,feeling_strength,tension,felt_rested,worry,noise_around\n");
    let today = jiff::Zoned::now().date();
    let days = jiff::Span::new().days(i64::from(N_DAYS));
    let first = today.checked_sub(days).unwrap_or(today);
    let mut state = 1u64;
    let mut noise = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 40).unwrap_or(0)) / f64::from(1u32 << 24) - 0.5
    };
    let mut level = 0.0;
    for idx in 0..N_CHECK_INS {
        let day = idx * N_DAYS / N_CHECK_INS;
        let place = idx - (day * N_CHECK_INS).div_ceil(N_DAYS);
        level = 0.985 * level + 6.0 * noise();
        let date = first
            .checked_add(jiff::Span::new().days(i64::from(day)))
            .unwrap_or(first);
        let number = |value: f64| value.clamp(0.0, 100.0).round();
        let strength = number(50.0 + level + 20.0 * noise());
        let (a, b, c, d) = (noise(), noise(), noise(), noise());
        let (hour, minute) = (8 + place * 3 / 2, (idx * 7) % 60);
        let _ = writeln!(
            text,
            "{date} {hour:02}:{minute:02},{strength},{},{},{},{}",
            number(50.0 + 60.0 * a),
            number(30.0 + 50.0 * b),
            number(40.0 + 50.0 * c),
            number(40.0 + 50.0 * d),
        );
    }
    text
}
