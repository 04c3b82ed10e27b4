//! How a record stands in JSON. Refuses unknown names.

pub(super) mod questionnaire;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) profile: Profile,
    pub(super) zones: Vec<String>,
    pub(super) files: Vec<String>,
    pub(super) items: Vec<Item>,
    pub(super) facts: Vec<Fact>,
    #[serde(default)]
    pub(super) said: Vec<Said>,
    #[serde(default)]
    pub(super) experiments: Vec<Experiment>,
    pub(super) schedule: Option<Schedule>,
    #[serde(default)]
    pub(super) plan: Vec<PlanLine>,
    #[serde(default)]
    pub(super) questionnaires: Vec<questionnaire::Questionnaire>,
    pub(super) doctor_questions: Option<String>,
}

/// What was drawn by lot; without a strategy: days without prompts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Experiment {
    pub(super) key: String,
    pub(super) strategy: Option<String>,
    pub(super) outcome: String,
    pub(super) polarity: Polarity,
    pub(super) begins: String,
    pub(super) days_per_period: u32,
    pub(super) from: DrawnFrom,
    /// One digit a period; 1: with, or silent.
    pub(super) assigned: String,
    pub(super) carry_over_days: u32,
    /// In decimal digits, because JSON numbers end at 2^53.
    pub(super) seed: String,
    pub(super) locked_on: String,
    pub(super) seal: String,
    pub(super) stopped_on: Option<String>,
    #[serde(default)]
    pub(super) days: Vec<(String, bool)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Polarity {
    MoreFeeling,
    MoreNumb,
}

/// When to ask; each stretch of time as two clocks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Schedule {
    pub(super) mode: PromptMode,
    pub(super) windows: ((String, String), (String, String)),
    pub(super) quiet: Option<(String, String)>,
    /// In decimal digits, because JSON numbers end at 2^53.
    pub(super) seed: String,
}

/// For `burst`: its first day; for `weekly`: 1 is Monday.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PromptMode {
    Usual,
    Quiet,
    Burst(String),
    Weekly(u8),
}

/// For `restricted`: the longest run, and how many switches at least.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DrawnFrom {
    Pairs,
    Restricted(u32, u32),
    /// Earliest and latest, how many, which of them, days between.
    StartDays(u32, u32, u32, u32, u32),
}

/// A claim that was shown; `span` and `size` with their ends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pub(super) question: String,
    pub(super) about: String,
    pub(super) is_up: bool,
    pub(super) span: (String, String),
    pub(super) sentence: String,
    pub(super) size: (f64, f64, f64),
    pub(super) look_day: String,
    pub(super) shown_on: String,
    pub(super) taken_back_on: Option<String>,
    pub(super) method: (String, String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanLine {
    pub(super) key: String,
    pub(super) part: String,
    pub(super) words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Profile {
    pub(super) day_start_minutes: u16,
    pub(super) zone: u32,
    pub(super) threshold: Option<f64>,
    pub(super) lock_after_minutes: u16,
    pub(super) has_read_safety: bool,
    #[serde(default)]
    pub(super) suspects: Vec<Suspect>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Suspect {
    pub(super) name: String,
    pub(super) named_on: String,
    pub(super) dropped_on: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) scale: Scale,
    pub(super) role: Role,
    pub(super) window: Window,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Scale {
    Line(f64, f64),
    Steps(i32, i32),
    Open,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    OutcomeHigherIsMoreFeeling,
    OutcomeHigherIsMoreNumb,
    Candidate,
    Context,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Window {
    Momentary,
    Daily,
    SinceLast,
}

/// Seconds since 1970 in zone 0, or with the number of another zone.
#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(super) enum At {
    Seconds(i64),
    InZone(i64, u32),
}

/// 0: written by hand. Else the number of a file and a line of it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Source {
    ByHand(u8),
    Import(u32, u32),
}

/// Key, moment, when written down (`null`: at that moment), source, body.
#[derive(Deserialize)]
pub(super) struct Fact(
    pub(super) String,
    pub(super) At,
    pub(super) Option<At>,
    pub(super) Source,
    pub(super) Body,
);

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Body {
    Occasion(Occasion),
    Flicker(Flicker),
    Event(Event),
    SleepNight(SleepNight),
    Activity(Activity),
    MedicationStatement(MedicationStatement),
    MedicationAdministration(MedicationAdministration),
    Practice(Practice),
    Note(String),
    Contact(Contact),
    PlannedDose(PlannedDose),
    Sheet(Sheet),
    QuestionnaireResponse(questionnaire::Response),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Occasion {
    pub(super) plan: Plan,
    /// Left out for a check-in.
    pub(super) form: Option<Form>,
    /// When due, when sent.
    pub(super) beep: Option<(At, Option<At>)>,
    pub(super) day_no: Option<u32>,
    pub(super) beep_no: Option<u32>,
    pub(super) state: Option<State>,
    /// Present when the occasion was answered.
    pub(super) responses: Option<Vec<Response>>,
    /// In decimal digits, because JSON numbers end at 2^53.
    pub(super) seed: Option<String>,
    /// What most responses were given with.
    pub(super) device: Option<Device>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Plan {
    Signal,
    Interval,
    Voluntary,
    Recall,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Form {
    Morning,
    Evening,
    Weekly,
    SelfCheck,
    Safety,
    ToldByOther,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Scheduled,
    Missed,
}

/// Number of the item and the answer; then milliseconds; then the device where it differs.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Response {
    Short(u32, Answer),
    Timed(u32, Answer, Option<u32>),
    Long(u32, Answer, Option<u32>, Device),
}

#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(super) enum Answer {
    Value(f64),
    Without(Without),
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Without {
    Skipped,
    NotAsked,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Device {
    Keyboard,
    Pointer,
    Terminal,
    File,
    Unknown,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Flicker {
    pub(super) strength: Strength,
    pub(super) word: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Strength {
    Trace,
    Clear,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    pub(super) label: String,
    pub(super) ends_at: Option<At>,
    #[serde(default)]
    pub(super) is_sensitive: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SleepNight {
    pub(super) into_bed: Option<At>,
    pub(super) tried_to_sleep: Option<At>,
    pub(super) latency_minutes: Option<u32>,
    pub(super) n_awakenings: Option<u32>,
    pub(super) awake_minutes: Option<u32>,
    pub(super) final_wake: Option<At>,
    pub(super) out_of_bed: Option<At>,
    pub(super) asleep_minutes: Option<u32>,
    pub(super) quality: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Activity {
    pub(super) label: Option<String>,
    pub(super) minutes: u32,
    pub(super) intensity: Option<Intensity>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Intensity {
    Light,
    Moderate,
    Vigorous,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MedicationStatement {
    pub(super) medicine: String,
    pub(super) dose: (f64, String),
    pub(super) from: String,
    pub(super) to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MedicationAdministration {
    pub(super) medicine: String,
    pub(super) is_taken: bool,
    pub(super) dose: Option<(f64, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Practice {
    pub(super) strategy: String,
    pub(super) minutes: Option<u32>,
    pub(super) unreal_before: Option<u8>,
    pub(super) unreal_after: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    pub(super) sheet: String,
    /// Field and words.
    pub(super) lines: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    pub(super) with: String,
    pub(super) felt_heard: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlannedDose {
    pub(super) medicine: String,
    pub(super) dose: (f64, String),
    pub(super) from: String,
}
