//! Writes an Apple Health export of a made-up person, of any size. Refuses chance: the same size
//! gives the same bytes.

use std::io::{self, Write};

/// What stands in a made-up export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Truth {
    /// Elements that stand on their own: records, workouts, correlations and what lies in these.
    pub n_elements: u64,
    /// Nights.
    pub n_nights: u64,
    /// Days with steps.
    pub n_step_days: u64,
    /// Workouts.
    pub n_workouts: u64,
    /// Sittings of quiet attention.
    pub n_mindful: u64,
    /// Records that lie in a correlation and stand beside it once more, as the program writes them.
    pub n_nested: u64,
}

impl Truth {
    /// Facts that a record keeps of it.
    pub fn n_facts(&self) -> u64 {
        self.n_nights + self.n_step_days + self.n_workouts + self.n_mindful
    }
}

/// Heart beats that are written down in a day.
const BEATS_A_DAY: u64 = 260;
/// Counts of steps in a day, by phone and watch.
const STEPS_A_DAY: u64 = 60;
/// Stages of a night.
const STAGES: u64 = 24;

const WATCH: &str = "&lt;&lt;HKDevice: 0x2811a2c60&gt;, name:Apple Watch, manufacturer:Apple Inc., \
    model:Watch, hardware:Watch6,1, software:10.3&gt;";

/// Writes days until about `n_records` records stand there.
///
/// With damage that phones have written, it has a document type with a hole and a control character
/// in a name.
pub(super) fn write(out: &mut dyn Write, n_records: u64, is_damaged: bool) -> io::Result<Truth> {
    head(out, is_damaged)?;
    let app = if is_damaged { "A\u{b}pp" } else { "App" };
    let mut truth = Truth::default();
    let mut day = 0;
    while truth.n_elements < n_records {
        one_day(out, day, app, &mut truth)?;
        day += 1;
    }
    writeln!(out, "</HealthData>")?;
    Ok(truth)
}

fn head(out: &mut dyn Write, is_damaged: bool) -> io::Result<()> {
    let end = if is_damaged { "" } else { ">" };
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n\
         <!-- HealthKit Export Version: 14 -->\n<!ELEMENT HealthData (ExportDate,Me,(Record)*)>\n\
         <!ATTLIST HealthData\n  locale CDATA #REQUIRED\n{end}\n]>\n<HealthData locale=\"en_GB\">\n \
         <ExportDate value=\"2024-06-01 10:00:00 +0000\"/>\n \
         <Me HKCharacteristicTypeIdentifierDateOfBirth=\"\"/>"
    )
}

fn one_day(out: &mut dyn Write, day: u64, app: &str, truth: &mut Truth) -> io::Result<()> {
    let mut draws = Draws(day.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let date = date(day);
    for idx in 0..BEATS_A_DAY {
        let at = format!("{date} {}", clock(25_200 + idx * 200));
        let beats = 55 + draws.below(60);
        writeln!(
            out,
            " <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"A\u{2019}s\u{a0}Watch\" \
             sourceVersion=\"10.3\" device=\"{WATCH}\" unit=\"count/min\" creationDate=\"{at}\" \
             startDate=\"{at}\" endDate=\"{at}\" value=\"{beats}\">\n  \
             <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"{}\"/>\n  \
             <MetadataEntry key=\"HKMetadataKeySyncIdentifier\" value=\"{:016x}{:016x}\"/>\n \
             </Record>",
            draws.below(3),
            draws.below(u64::MAX),
            draws.below(u64::MAX)
        )?;
    }
    truth.n_elements += BEATS_A_DAY;
    steps(out, &date, &mut draws)?;
    truth.n_elements += STEPS_A_DAY;
    truth.n_step_days += 1;
    night(out, day, &mut draws)?;
    truth.n_elements += STAGES;
    truth.n_nights += 1;
    if day.is_multiple_of(3) {
        workout(out, &date, &mut draws)?;
        truth.n_elements += 1;
        truth.n_workouts += 1;
    }
    if day.is_multiple_of(5) {
        mindful(out, &date, app)?;
        truth.n_elements += 1;
        truth.n_mindful += 1;
    }
    if day.is_multiple_of(2) {
        pressure(out, &date, &mut draws)?;
        // Two records, the correlation, and the two once more in it.
        truth.n_elements += 5;
        truth.n_nested += 2;
    }
    Ok(())
}

fn steps(out: &mut dyn Write, date: &str, draws: &mut Draws) -> io::Result<()> {
    for idx in 0..STEPS_A_DAY {
        let source = if idx.is_multiple_of(2) {
            "Phone"
        } else {
            "Watch"
        };
        let from = clock(28_800 + idx / 2 * 1500);
        let to = clock(28_800 + idx / 2 * 1500 + 600);
        writeln!(
            out,
            " <Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"{source}\" \
             sourceVersion=\"17.4\" device=\"{WATCH}\" unit=\"count\" creationDate=\"{date} {to}\" \
             startDate=\"{date} {from}\" endDate=\"{date} {to}\" value=\"{}\"/>",
            20 + draws.below(900)
        )?;
    }
    Ok(())
}

/// From eleven in the evening, in stages of twenty minutes, to seven in the morning.
fn night(out: &mut dyn Write, day: u64, draws: &mut Draws) -> io::Result<()> {
    let stages = ["AsleepCore", "AsleepDeep", "AsleepREM", "Awake"];
    for idx in 0..STAGES {
        let at = |seconds: u64| {
            let seconds = 82_800 + seconds;
            format!(
                "{} {}",
                date(day + seconds / 86_400),
                clock(seconds % 86_400)
            )
        };
        let stage = usize::try_from(draws.below(4)).map_or("Awake", |idx| stages[idx]);
        writeln!(
            out,
            " <Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"Watch\" \
             sourceVersion=\"10.3\" device=\"{WATCH}\" creationDate=\"{}\" startDate=\"{}\" \
             endDate=\"{}\" value=\"HKCategoryValueSleepAnalysis{stage}\">\n  \
             <MetadataEntry key=\"HKTimeZone\" value=\"Europe/London\"/>\n </Record>",
            at(28_800),
            at(idx * 1200),
            at((idx + 1) * 1200)
        )?;
    }
    Ok(())
}

fn workout(out: &mut dyn Write, date: &str, draws: &mut Draws) -> io::Result<()> {
    let minutes = 15 + draws.below(60);
    let (from, to) = (clock(61_200), clock(61_200 + minutes * 60));
    writeln!(
        out,
        " <Workout workoutActivityType=\"HKWorkoutActivityTypeWalking\" duration=\"{minutes}.5\" \
         durationUnit=\"min\" sourceName=\"Watch\" sourceVersion=\"10.3\" \
         creationDate=\"{date} {to}\" startDate=\"{date} {from}\" endDate=\"{date} {to}\">\n  \
         <MetadataEntry key=\"HKIndoorWorkout\" value=\"0\"/>\n  \
         <WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" \
         startDate=\"{date} {from}\" endDate=\"{date} {to}\" sum=\"{}.25\" unit=\"km\"/>\n </Workout>",
        1 + draws.below(8)
    )
}

fn mindful(out: &mut dyn Write, date: &str, app: &str) -> io::Result<()> {
    let (from, to) = (clock(75_600), clock(75_960));
    writeln!(
        out,
        " <Record type=\"HKCategoryTypeIdentifierMindfulSession\" sourceName=\"{app}\" \
         sourceVersion=\"1\" creationDate=\"{date} {to}\" startDate=\"{date} {from}\" \
         endDate=\"{date} {to}\" value=\"HKCategoryValueNotApplicable\"/>"
    )
}

fn pressure(out: &mut dyn Write, date: &str, draws: &mut Draws) -> io::Result<()> {
    let at = format!("{date} {}", clock(30_000));
    let one = |kind: &str, value: u64| {
        format!(
            "<Record type=\"HKQuantityTypeIdentifierBloodPressure{kind}\" sourceName=\"Cuff\" \
             unit=\"mmHg\" creationDate=\"{at}\" startDate=\"{at}\" endDate=\"{at}\" \
             value=\"{value}\"/>"
        )
    };
    let high = one("Systolic", 105 + draws.below(40));
    let low = one("Diastolic", 65 + draws.below(25));
    writeln!(
        out,
        " {high}\n {low}\n <Correlation type=\"HKCorrelationTypeIdentifierBloodPressure\" \
         sourceName=\"Cuff\" creationDate=\"{at}\" startDate=\"{at}\" endDate=\"{at}\">\n  {high}\n  \
         {low}\n </Correlation>"
    )
}

/// Numbers that look drawn and are the same each time (Marsaglia 2003, Xorshift RNGs).
struct Draws(u64);

impl Draws {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

/// The clock so many seconds after midnight, with the offset that every line has.
fn clock(seconds: u64) -> String {
    format!(
        "{:02}:{:02}:{:02} +0000",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// The day so many days after the first of 1980.
fn date(day: u64) -> String {
    let first = jiff::civil::date(1980, 1, 1);
    let days = jiff::Span::new().days(i64::try_from(day).unwrap_or(0));
    first.saturating_add(days).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_size_gives_the_same_bytes_and_tells_what_is_in_them() {
        let (mut one, mut two) = (Vec::new(), Vec::new());
        let truth = write(&mut one, 2_000, false).unwrap();
        assert_eq!(write(&mut two, 2_000, false).unwrap(), truth);
        assert!(one == two);
        let text = String::from_utf8(one).unwrap();
        let count = |what: &str| text.matches(what).count() as u64;
        let all = count("<Record ") + count("<Workout ") + count("<Correlation ");
        assert_eq!(all, truth.n_elements);
        assert_eq!(count("HKWorkoutActivityType"), truth.n_workouts);
        assert_eq!(count("MindfulSession"), truth.n_mindful);
        assert_eq!(count("SleepAnalysis\" "), truth.n_nights * STAGES);
    }
}
