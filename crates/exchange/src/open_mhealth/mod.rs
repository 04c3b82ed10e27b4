//! Nights, movement and doses as data points in the manner of Open mHealth, and back. Refuses every
//! other kind: nobody has a schema for numbness that others would read.

mod read;
mod write;

pub use read::{DataPointError, read_open_mhealth};
pub use write::{DataPoints, write_open_mhealth};

const NAMESPACE: &str = "omh";
const SLEEP: &str = "sleep-episode";
const ACTIVITY: &str = "physical-activity";
const DOSE: &str = "single-medication-dose-taken";
const NO_DOSE: &str = "reason-single-medication-dose-not-taken";
/// What movement is called whose name nobody told: the schema wants one.
const UNNAMED: &str = "physical activity";
/// What stands for a reason that nobody told: the schema wants one.
const NO_REASON: &str = "not told";
/// Units of doses that the schema knows and people use, with other spellings of the same.
const UNITS: [(&str, &[&str]); 18] = [
    ("mg", &["milligram", "milligrams"]),
    ("g", &["gram", "grams"]),
    ("ug", &["µg", "μg", "mcg", "microgram", "micrograms"]),
    ("ng", &[]),
    ("mL", &["ml", "milliliter", "milliliters"]),
    ("L", &[]),
    ("IU", &[]),
    ("mmol", &[]),
    ("tablet", &["tablets"]),
    ("capsule", &["capsules"]),
    ("pill", &["pills"]),
    ("drop", &["drops"]),
    ("puff", &["puffs"]),
    ("patch", &["patches"]),
    ("suppository", &["suppositories"]),
    ("tsp", &[]),
    ("tbsp", &[]),
    ("%", &[]),
];
