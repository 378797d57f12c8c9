//! The questions that a host can choose among: the box for a pasted label, and every field that the form asks for.

use anyhow::{Result, anyhow};
use cotton_origin_vocabulary::{Section, Vocabulary};
use std::path::Path;

/// Their names as in the attribute `questions`, in the order of the form. What each is called, the sentences of the form say.
pub(crate) fn read(root: &Path) -> Result<Vec<String>> {
    let vocabulary = Vocabulary::read(&root.join("vocabulary")).map_err(|problem| anyhow!(problem))?;
    let fields = vocabulary.fields.into_iter().filter(|field| field.section != Section::None);
    Ok(std::iter::once("paste".into()).chain(fields.map(|field| field.name)).collect())
}
