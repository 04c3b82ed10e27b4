//! Distribution functions and quantiles. Refuses to return NaN: arguments out of range are errors.

use crate::error::{StatsError, check_range};
use statrs::distribution::{ChiSquared, ContinuousCDF, Normal, StudentsT};

const PROBABILITY_MIN: f64 = 1e-300;
/// Further out the quantiles of t and chi-squared lose digits.
const TAIL_MIN: f64 = 1e-7;
const DF_MAX: f64 = 1e9;

/// Gives the standard normal quantile at `probability` (inside 0-1).
///
/// # Errors
/// `OutOfRange` if the probability is not strictly between 0 and 1.
pub fn normal_quantile(probability: f64) -> Result<f64, StatsError> {
    check_range(
        "probability",
        probability,
        PROBABILITY_MIN,
        1.0 - f64::EPSILON / 2.0,
    )?;
    Ok(normal_quantile_inside(probability))
}

/// Gives the share of a standard normal at or below `value`.
///
/// # Errors
/// `OutOfRange` if `value` is NaN.
pub fn normal_cdf(value: f64) -> Result<f64, StatsError> {
    check_range("value", value, f64::NEG_INFINITY, f64::INFINITY)?;
    Ok(Normal::standard().cdf(value))
}

/// Gives the quantile of Student's t with `df` degrees of freedom (0.1 to 1e9; may be fractional).
///
/// # Errors
/// `OutOfRange` if the probability is not within 1e-7 to 1 - 1e-7 or `df` is out of range.
pub fn t_quantile(probability: f64, df: f64) -> Result<f64, StatsError> {
    check_range("probability", probability, TAIL_MIN, 1.0 - TAIL_MIN)?;
    check_range("degrees of freedom", df, 0.1, DF_MAX)?;
    let t = StudentsT::new(0.0, 1.0, df).map_err(|_| StatsError::OutOfRange {
        what: "degrees of freedom",
        value: df,
        min: 0.1,
        max: DF_MAX,
    })?;
    Ok(t.inverse_cdf(probability))
}

/// Gives the share of Student's t with `df` degrees of freedom at or below `value`.
///
/// # Errors
/// `OutOfRange` if `value` is NaN or `df` is out of range.
pub fn t_cdf(value: f64, df: f64) -> Result<f64, StatsError> {
    check_range("value", value, f64::NEG_INFINITY, f64::INFINITY)?;
    check_range("degrees of freedom", df, 0.1, DF_MAX)?;
    let t = StudentsT::new(0.0, 1.0, df).map_err(|_| StatsError::OutOfRange {
        what: "degrees of freedom",
        value: df,
        min: 0.1,
        max: DF_MAX,
    })?;
    Ok(t.cdf(value))
}

/// Gives the quantile of chi-squared with `df` degrees of freedom (0.1 to 1e9).
///
/// # Errors
/// `OutOfRange` if the probability is not within 1e-7 to 1 - 1e-7 or `df` is out of range.
pub fn chi_squared_quantile(probability: f64, df: f64) -> Result<f64, StatsError> {
    check_range("probability", probability, TAIL_MIN, 1.0 - TAIL_MIN)?;
    check_range("degrees of freedom", df, 0.1, DF_MAX)?;
    let chi = ChiSquared::new(df).map_err(|_| StatsError::OutOfRange {
        what: "degrees of freedom",
        value: df,
        min: 0.1,
        max: DF_MAX,
    })?;
    Ok(chi.inverse_cdf(probability))
}

/// Gives e to the power of `value`, with the same digits on every platform.
#[must_use]
pub fn exp(value: f64) -> f64 {
    libm::exp(value)
}

/// Normal quantile by Wichura's rational approximation (AS 241, doi:10.2307/2347330), relative
/// error about 1e-16. Used for random numbers as well, because it gives the same digits everywhere.
pub(crate) fn normal_quantile_inside(probability: f64) -> f64 {
    let q = probability - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTER_TOP, &CENTER_BOTTOM);
    }
    let tail = if q < 0.0 {
        probability
    } else {
        1.0 - probability
    };
    let r = (-libm::log(tail)).sqrt();
    let size = if r <= 5.0 {
        ratio(r - 1.6, &MIDDLE_TOP, &MIDDLE_BOTTOM)
    } else {
        ratio(r - 5.0, &FAR_TOP, &FAR_BOTTOM)
    };
    if q < 0.0 { -size } else { size }
}

#[inline]
fn ratio(r: f64, top: &[f64; 8], bottom: &[f64; 8]) -> f64 {
    let up = top.iter().rev().fold(0.0, |sum, c| sum * r + c);
    let down = bottom.iter().rev().fold(0.0, |sum, c| sum * r + c);
    up / down
}

const CENTER_TOP: [f64; 8] = [
    3.387_132_872_796_366_5,
    1.331_416_678_917_843_8e2,
    1.971_590_950_306_551_3e3,
    1.373_169_376_550_946e4,
    4.592_195_393_154_987e4,
    6.726_577_092_700_87e4,
    3.343_057_558_358_813e4,
    2.509_080_928_730_122_7e3,
];
const CENTER_BOTTOM: [f64; 8] = [
    1.0,
    4.231_333_070_160_091e1,
    6.871_870_074_920_579e2,
    5.394_196_021_424_751e3,
    2.121_379_430_158_659_7e4,
    3.930_789_580_009_271e4,
    2.872_908_573_572_194_3e4,
    5.226_495_278_852_545e3,
];
const MIDDLE_TOP: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    2.417_807_251_774_506e-1,
    2.272_384_498_926_918_4e-2,
    7.745_450_142_783_414e-4,
];
const MIDDLE_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    6.897_673_349_851e-1,
    1.481_039_764_274_800_8e-1,
    1.519_866_656_361_645_7e-2,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const FAR_TOP: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    2.965_605_718_285_048_7e-1,
    2.653_218_952_657_612_4e-2,
    1.242_660_947_388_078_4e-3,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const FAR_BOTTOM: [f64; 8] = [
    1.0,
    5.998_322_065_558_88e-1,
    1.369_298_809_227_358e-1,
    1.487_536_129_085_061_5e-2,
    7.868_691_311_456_133e-4,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];
