//! Cotton Origin estimates how much of a garment's cotton was grown in the Uyghur Region (Xinjiang), from what its label
//! says, with a range, the steps to the answer and the source of every figure.
#![forbid(unsafe_code)]

pub mod assessment;
#[cfg(target_arch = "wasm32")]
pub mod bindings;
mod cache;
pub mod error;
pub mod figures;
pub mod garment;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod number;
pub mod options;
pub mod record;
pub mod schemes;
pub mod table;
pub mod texts;
pub mod version;
pub mod vocabulary;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
pub use bindings::number;

pub use assessment::Assessment;
pub use error::Error;
pub use garment::Garment;
pub use model::Model;
pub use options::Options;
pub use vocabulary::Place;
