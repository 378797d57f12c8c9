//! The versions of method, figures and package, which change independently.

use crate::figures;
use serde::Serialize;

/// The versions that an answer was made with.
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
