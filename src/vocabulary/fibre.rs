//! Fibres by their generic names, as `vocabulary/fibres` has them.

use super::ids;
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/fibres.rs"));
