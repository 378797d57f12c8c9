//! The fields of a garment, as `vocabulary/fields.toml` has them.

use super::Garment;

// Defines the macro `for_each_field`, and checks that `Garment` has the same fields.
include!(concat!(env!("OUT_DIR"), "/fields.rs"));

pub(crate) use for_each_field;
