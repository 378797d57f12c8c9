//! One set of figures, and everything computed from it so far.

use super::{columns::Columns, shared::SharedResults};
use crate::options::Replacement;

/// The columns over one set of figures, and the results that garments share over them. Both only ever grow: make one and use it
/// often.
pub(crate) struct Session {
    pub(crate) columns: Columns,
    pub(crate) shared: SharedResults,
}

impl Session {
    /// Over the figures as sourced, but for those replaced.
    pub(crate) fn new(replace: &[Replacement]) -> Self {
        Self { columns: Columns::new(replace), shared: SharedResults::default() }
    }
}
