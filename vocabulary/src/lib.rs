//! The vocabulary: what can be said of a garment, as data, and the code that is generated from it.
//!
//! The data files are in this crate's folder (see `README.md` there). Build scripts and the task runner read them with
//! [`Vocabulary::read`]; [`rust`] and [`script`] generate code from them.
#![forbid(unsafe_code)]

mod check;
mod entry;
mod file;
mod published;
pub mod rust;
pub mod script;

pub use entry::{
    Fabric, Fibre, Field, FieldType, Found, Kind, KnownBy, Limit, NotFound, Part, Places, Proof, Section, Vocabulary,
    Words,
};
pub use published::{Published, published};

use std::path::Path;

/// The folder with the files.
pub const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

impl Vocabulary {
    /// Reads the files of a folder.
    ///
    /// # Errors
    /// All problems, each with its file.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut problems = Vec::new();
        let vocabulary = file::read(folder, &mut problems);
        problems.extend(check::problems(&vocabulary));
        if problems.is_empty() {
            Ok(vocabulary)
        } else {
            Err(format!("the vocabulary cannot be used:\n  {}", problems.join("\n  ")))
        }
    }
}
