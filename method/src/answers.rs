//! The answers that the page quotes, asked of the model when the page is written.

use anyhow::{Context, Result, bail};
use cotton_origin::{Assessment, Garment, Model, Options, garment::Said};
use serde_json::Value;

pub(crate) struct Answers {
    model: Model,
}

impl Answers {
    pub(crate) fn new() -> Self {
        Self { model: Model::new() }
    }

    /// The whole answer for a garment written as JSON.
    pub(crate) fn assess(&self, json: &str) -> Result<Assessment> {
        Ok(self.model.assess(&garment(json)?))
    }

    /// The same with figures replaced.
    pub(crate) fn assess_with(&self, json: &str, options: &Options) -> Result<Assessment> {
        Ok(self.model.assess_with(&garment(json)?, options))
    }

    /// `cottonShare.central`.
    pub(crate) fn central(&self, garment: &Garment) -> Result<f64> {
        self.central_with(garment, &Options::default())
    }

    /// `cottonShare.central` with figures replaced.
    pub(crate) fn central_with(&self, garment: &Garment, options: &Options) -> Result<f64> {
        self.model.central_share(garment, options).context("a garment without cotton has no share")
    }
}

/// A garment written as JSON, read by the rules for what a page hands over.
pub(crate) fn garment(json: &str) -> Result<Garment> {
    let value: Value = serde_json::from_str(json).with_context(|| format!("not JSON: {json}"))?;
    match Garment::read(&said(&value)) {
        Ok(garment) => Ok(garment),
        Err(problems) => bail!("{json}: {problems}"),
    }
}

/// Options that set a figure to a value.
pub(crate) fn replacing(figure: &str, value: f64) -> Result<Options> {
    let replace = Said::Fields(vec![(figure.to_owned(), Said::Number(value))]);
    match Options::read(&Said::Fields(vec![("replace".to_owned(), replace)])) {
        Ok(options) => Ok(options),
        Err(problems) => bail!("{figure}: {problems}"),
    }
}

fn said(value: &Value) -> Said {
    match value {
        Value::Null => Said::Nothing,
        Value::Bool(flag) => Said::Flag(*flag),
        Value::Number(number) => number.as_f64().map_or(Said::Nothing, Said::Number),
        Value::String(text) => Said::Text(text.clone()),
        Value::Array(items) => Said::List(items.iter().map(said).collect()),
        Value::Object(fields) => Said::Fields(fields.iter().map(|(name, value)| (name.clone(), said(value))).collect()),
    }
}
