//! Masses, percentages and years, each within its bounds.

#[allow(clippy::unreadable_literal, reason = "written by the build script")]
mod limits {
    // From vocabulary/limits.toml.
    include!(concat!(env!("OUT_DIR"), "/limits.rs"));
}

/// A mass in grams: finite, not negative, at most a hundred kilograms.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Grams(f64);

impl Grams {
    /// More than anything that is worn.
    pub const MOST: f64 = limits::GRAMS_MOST;

    /// None unless 0 to [`Self::MOST`].
    #[must_use]
    pub fn new(grams: f64) -> Option<Self> {
        (limits::GRAMS_LEAST..=Self::MOST).contains(&grams).then_some(Self(grams))
    }

    /// Grams.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// A percentage, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Percent(f64);

impl Percent {
    /// None unless 0 to 100.
    #[must_use]
    pub fn new(percent: f64) -> Option<Self> {
        (0.0..=100.0).contains(&percent).then_some(Self(percent))
    }

    /// 0 to 100.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// A year in which a garment was bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(u16);

impl Year {
    /// The first year taken.
    pub const FIRST: u16 = limits::YEAR_LEAST;
    /// The last year taken. The core has no clock: whether a year lies ahead is the page's to say.
    pub const LAST: u16 = limits::YEAR_MOST;

    /// None unless [`Self::FIRST`] to [`Self::LAST`].
    #[must_use]
    pub fn new(year: u16) -> Option<Self> {
        (Self::FIRST..=Self::LAST).contains(&year).then_some(Self(year))
    }

    /// The year.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}
