//! A form over a garment: the form's answers replace what was known before, and fields that it does not ask for
//! stay as they were.

use crate::{
    assessment::Assessment,
    error::{Problem, ProblemCode},
    garment::{Garment, Said, Understood},
    model::Model,
    options::Options,
};

/// The answer to a form over a garment.
#[derive(Debug, Clone, PartialEq)]
pub struct FormAnswer {
    /// The combined garment; None if there is a problem other than percentages over 100.
    pub garment: Option<Garment>,
    /// The estimate for that garment.
    pub assessment: Option<Assessment>,
    /// Every problem of the form. If there is an estimate all the same, percentages added up to more than 100 and were scaled.
    pub problems: Vec<Problem>,
    /// The sum of the form's percentages, as entered. None if there are fewer than two, or one is invalid.
    pub total: Option<f64>,
}

impl Model {
    /// Reads the entries of a form, names such as `fibres.0.percent` with their texts, over a base garment, and estimates the result.
    ///
    /// A field that the form names replaces that of `base`, even if its text is empty: that is how a visitor clears it. Other fields stay as in
    /// `base`. `fibres` and `components` count as one field.
    #[must_use]
    pub fn assess_entries(
        &self,
        entries: impl IntoIterator<Item = (String, String)>,
        mut base: Garment,
        options: &Options,
    ) -> FormAnswer {
        let said = Said::from_entries(entries);
        for (field, _) in said.fields() {
            base.forget(field);
        }
        let Understood { garment: form, problems, total } = Garment::understand(&said);
        let fair = problems.iter().all(|problem| problem.code == ProblemCode::TotalOver100);
        let garment = fair.then(|| form.over(base));
        let assessment = garment.as_ref().map(|garment| self.assess_with(garment, options));
        FormAnswer { garment, assessment, problems, total }
    }
}
