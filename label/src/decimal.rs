//! Numbers of a text.

/// A number as it is written, in ten-thousandths: a text without end has many, and each is small. Nothing reads more than four decimals, nor
/// numbers of more than five digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal(u32);

impl Decimal {
    const ONE: f64 = 10_000.0;

    // What does not fit is the greatest there is.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(crate) fn new(value: f64) -> Self {
        Self((value * Self::ONE + 0.5) as u32)
    }

    pub(crate) fn get(self) -> f64 {
        f64::from(self.0) / Self::ONE
    }
}
