//! The fields of a garment, as `vocabulary/fields.toml` has them.

use super::Garment;

// Defines the macro `for_each_field`.
include!(concat!(env!("OUT_DIR"), "/fields.rs"));

pub(crate) use for_each_field;

macro_rules! same_fields {
    ($($field:ident $name:literal $type:ident;)*) => {
        /// Compiles only while `struct Garment` (src/garment.rs) and vocabulary/fields.toml have the same fields: an error here that names a
        /// field says that one of the two lacks it.
        const _: fn(Garment) = |Garment { $($field: _),* }| {};
    };
}

for_each_field!(same_fields);
