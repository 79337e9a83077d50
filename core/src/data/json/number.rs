//! Conversion of decimal numbers.

/// The value of `whole.fraction × 10^exponent`, whose digits are ASCII.
///
/// Exact for up to 15 digits and powers of ten up to 22, as every number in the data is; otherwise within a few units in
/// the last place. The tables for an exact conversion of all numbers would add 10 KB to the widget.
pub(super) fn from_decimal(whole: &str, fraction: &str, exponent: i32) -> f64 {
    let (mut significand, mut exponent) = (0_u64, exponent);
    for digit in whole.bytes() {
        // Digits that do not fit only count.
        if !push(&mut significand, digit) {
            exponent = exponent.saturating_add(1);
        }
    }
    for digit in fraction.bytes() {
        if push(&mut significand, digit) {
            exponent = exponent.saturating_sub(1);
        }
    }
    scale(significand, exponent)
}

/// Appends a digit; `false` if the number would not fit.
fn push(significand: &mut u64, digit: u8) -> bool {
    let longer = significand.checked_mul(10).and_then(|tens| tens.checked_add(u64::from(digit - b'0')));
    *significand = longer.unwrap_or(*significand);
    longer.is_some()
}

fn scale(significand: u64, exponent: i32) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "rounded to the nearest f64")]
    let mut value = significand as f64;
    let mut powers = exponent.unsigned_abs();
    while powers > 0 && value != 0.0 && value.is_finite() {
        // The greatest power of ten that is exact.
        let step = powers.min(22);
        let power = (0..step).fold(1.0, |power, _| power * 10.0);
        value = if exponent < 0 { value / power } else { value * power };
        powers -= step;
    }
    value
}
