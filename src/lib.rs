//! Cotton Origin estimates how much of a garment's cotton was grown in the Uyghur Region (Xinjiang), from what its label
//! says, with a range, the steps to the answer and the source of every figure.
//!
//! Fill in a [`Garment`] with what is known, leave out what is not, and ask a [`Model`]:
//!
//! ```
//! use cotton_origin::{Garment, Model, Place, vocabulary::{Grams, Kind}};
//!
//! let garment = Garment {
//!     kind: Some(Kind::TShirt),
//!     mass: Grams::new(150.0),
//!     made_in: Place::from_code("BD"),
//!     ..Garment::default()
//! };
//! let assessment = Model::new().assess(&garment);
//!
//! // A fraction of the cotton, 0 to 1: the best figures' value, and the 5th and 95th percentile around it.
//! let share = assessment.cotton_share.expect("no fibres are named, so cotton is possible");
//! assert!(share.low <= share.central && share.central <= share.high);
//!
//! // The steps multiply out to it. Each names its figure, and each figure its sources.
//! let step = assessment.steps.iter().find(|step| step.figure == Some("china-home-grown")).expect("a step for the mills");
//! let figure = cotton_origin::figures::all().iter().find(|figure| figure.id == "china-home-grown").expect("its figure");
//! assert_eq!(step.value, Some(figure.best));
//! assert!(!figure.text().sources.is_empty());
//! ```
//!
//! | module | what is in it |
//! | --- | --- |
//! | [`vocabulary`] | What can be named or measured: kinds, fibres, places, proofs, grams, percent, years. |
//! | [`garment`] | What is known of a garment, and the one reader of calls, forms and links. |
//! | [`model`] | The estimate: one garment, a wardrobe, a catalogue. |
//! | [`assessment`] | The answer: estimates, steps, notes, stages, what to find out next. Message ids, no sentences. |
//! | [`figures`], [`schemes`], [`record`] | What the answer rests on; their words and sources are in [`texts`]. |
//! | [`options`], [`error`] | Figures replaced for one answer; every problem of an input, each at its field. |
//! | [`table`] | Whole catalogues, in columns. |
//!
//! Shares and chances are fractions of one, masses grams. The crate has no clock, no network, no randomness and no global state; the
//! same input gives the same bits on every machine. It is also compiled to WebAssembly, for pages.
#![forbid(unsafe_code)]

pub mod assessment;
#[cfg(target_arch = "wasm32")]
pub mod bindings;
mod cache;
pub mod entries;
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
