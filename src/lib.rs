//! Cotton Origin.
#![forbid(unsafe_code)]
