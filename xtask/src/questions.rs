//! The questions that a host can choose among: the box for a pasted label, and every field that the form asks for.

use anyhow::{Result, anyhow};
use cotton_origin_vocabulary::{Section, Vocabulary};
use serde::Serialize;
use std::path::Path;

/// A question, as the attribute `questions` names it and as the page for site owners calls it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Question {
    pub(crate) name: String,
    pub(crate) title: String,
}

/// All of them, in the order of the form.
pub(crate) fn read(root: &Path) -> Result<Vec<Question>> {
    let vocabulary = Vocabulary::read(&root.join("vocabulary")).map_err(|problem| anyhow!(problem))?;
    let paste = Question { name: "paste".into(), title: "A box for a pasted label".into() };
    let fields = vocabulary.fields.into_iter().filter(|field| field.section != Section::None);
    Ok(std::iter::once(paste).chain(fields.map(|field| Question { name: field.name, title: field.title })).collect())
}

/// Their names, separated by spaces: the value of the attribute that asks for all.
pub(crate) fn names(questions: &[Question]) -> String {
    questions.iter().map(|question| question.name.as_str()).collect::<Vec<_>>().join(" ")
}
