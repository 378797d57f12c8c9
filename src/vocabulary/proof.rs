//! What stands behind a stated origin of the cotton, as `vocabulary/proofs.toml` has it.

use super::ids;
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/proofs.rs"));
