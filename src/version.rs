//! What an answer was made with: method, figures and package, each with a version of its own.

use crate::figures;
use serde::Serialize;

/// What an answer was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Version {
    /// The method. It changes when the same figures would give another answer.
    pub model: &'static str,
    /// The set of figures.
    pub figures: &'static str,
    /// The package.
    pub package: &'static str,
}

impl Version {
    /// What this build answers with.
    #[must_use]
    pub fn current() -> Self {
        Self { model: figures::METHOD, figures: figures::version(), package: env!("CARGO_PKG_VERSION") }
    }
}
