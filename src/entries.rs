//! A form over a garment: what a person answers in a form replaces what was known of the garment before, and what the form does not ask
//! stays as it was.

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
    /// The garment that the form and its base say together; None where there is a problem that nothing fair can be done about.
    pub garment: Option<Garment>,
    /// The estimate for that garment.
    pub assessment: Option<Assessment>,
    /// Every problem of the form. Where there is an estimate all the same, percentages add up to more than 100: each counts in proportion.
    pub problems: Vec<Problem>,
    /// What the percentages of the form's `fibres` add up to, as entered. None where there are fewer than two, or one is no percentage.
    pub total: Option<f64>,
}

impl Model {
    /// Reads the entries of a form, names such as `fibres.0.percent` with their texts, over a garment, and estimates what both say together.
    ///
    /// A field that the form names is the form's, even where its text is empty: that is how a person clears it. Any other stays as it is in
    /// `base`. `fibres` and `components` are one field, what the garment is made of.
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
