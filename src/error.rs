//! Errors of input: every problem at once, each with its field and a stable code. There are no sentences: pages have their
//! own for each code, in each language.

use serde::{Serialize, Serializer};
use std::fmt;

/// An input was refused.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Error {
    /// What was refused.
    pub code: ErrorCode,
    /// Every problem, in the order of the input; never empty.
    pub fields: Vec<Problem>,
}

/// What was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorCode {
    /// The garment.
    BadGarment,
    /// The options of a call.
    BadOptions,
    /// The columns of a catalogue.
    BadTable,
    /// The text of a label.
    BadLabel,
}

impl ErrorCode {
    /// The code as callers see it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadGarment => "bad-garment",
            Self::BadOptions => "bad-options",
            Self::BadTable => "bad-table",
            Self::BadLabel => "bad-label",
        }
    }
}

/// One problem with one field.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// Path of the field, such as `fibres.0.percent`; empty for the input as a whole.
    pub field: String,
    /// What is wrong.
    pub code: ProblemCode,
    /// The value, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The least valid value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The greatest valid value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemCode {
    /// There is no such field.
    UnknownField,
    /// A list where a text belongs, and the like.
    WrongType,
    /// No such kind of garment.
    UnknownKind,
    /// No such fibre.
    UnknownFibre,
    /// No such place.
    UnknownPlace,
    /// No such proof.
    UnknownProof,
    /// No such scheme.
    UnknownScheme,
    /// No such figure.
    UnknownFigure,
    /// Not one of the values that an option takes.
    UnknownValue,
    /// Not a number.
    NotANumber,
    /// A text that can be read as two numbers, such as `1,000`: one with three decimals, or a thousand.
    AmbiguousNumber,
    /// Not a whole number.
    NotWhole,
    /// Outside `min` to `max`.
    OutOfRange,
    /// Percentages of one composition add up to more than rounding allows.
    TotalOver100,
    /// A percentage without its fibre, bounds without one of the three.
    Missing,
    /// `fibres` and `components` exclude each other.
    OnlyOne,
    /// Columns of unequal length.
    WrongLength,
}

impl Problem {
    /// A problem of a field, with its value.
    pub fn new(field: impl Into<String>, code: ProblemCode, value: impl Into<String>) -> Self {
        Self { field: field.into(), code, value: Some(value.into()), min: None, max: None }
    }

    /// Adds the bounds of valid values.
    #[must_use]
    pub fn between(self, min: f64, max: f64) -> Self {
        Self { min: Some(min), max: Some(max), ..self }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        for (index, problem) in self.fields.iter().enumerate() {
            let before = if index == 0 { ": " } else { "; " };
            write!(f, "{before}{problem}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.field.is_empty() {
            write!(f, "{} ", self.field)?;
        }
        f.write_str(self.code.as_str())?;
        match &self.value {
            Some(value) => write!(f, " ({value})"),
            None => Ok(()),
        }
    }
}

impl ProblemCode {
    /// The code as callers see it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown-field",
            Self::WrongType => "wrong-type",
            Self::UnknownKind => "unknown-kind",
            Self::UnknownFibre => "unknown-fibre",
            Self::UnknownPlace => "unknown-place",
            Self::UnknownProof => "unknown-proof",
            Self::UnknownScheme => "unknown-scheme",
            Self::UnknownFigure => "unknown-figure",
            Self::UnknownValue => "unknown-value",
            Self::NotANumber => "not-a-number",
            Self::AmbiguousNumber => "ambiguous-number",
            Self::NotWhole => "not-whole",
            Self::OutOfRange => "out-of-range",
            Self::TotalOver100 => "total-over-100",
            Self::Missing => "missing",
            Self::OnlyOne => "only-one",
            Self::WrongLength => "wrong-length",
        }
    }
}

/// Serialised as `as_str()`, so that Rust and JavaScript see the same code.
impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for ProblemCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl std::error::Error for Error {}
