//! Sums that stand behind figures: the build does them again, so that whoever changes a total is told which figures no longer follow.

use crate::written::{Figure, Input, Sum, Total, toml_file};
use exmex::Express;
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// What `best` may differ from the sum with its last factor, as a part of it: factors are written to three digits.
const ROUNDING: f64 = 1e-3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TotalsFile {
    total: Vec<Total>,
}

/// Every total.
pub(crate) fn totals(folder: &Path) -> Result<Vec<Total>, String> {
    Ok(toml_file::<TotalsFile>(folder, "totals")?.total)
}

/// Totals without a source or a reason, and totals that no figure uses.
pub(crate) fn total_problems(totals: &[Total], figures: &[Figure]) -> Vec<String> {
    let formulas = figures.iter().filter_map(|figure| figure.sum.as_ref()).flat_map(|sum| {
        let of_inputs = sum.input.iter().filter_map(|input| input.formula.as_ref());
        std::iter::once(&sum.formula).chain(of_inputs)
    });
    let used: Vec<String> = formulas.flat_map(|formula| names(formula)).collect();
    let mut problems = Vec::new();
    for total in totals {
        let mut complain = |what: &str| problems.push(format!("total {}: {what}", total.id));
        if total.what.is_empty() || total.unit.is_empty() {
            complain("needs what it is and its unit");
        }
        if total.source.is_none() && total.judged.is_none() {
            complain("needs a source, or the reason of whoever judged it");
        }
        if !used.contains(&total.id) {
            complain("no sum uses it");
        }
    }
    problems
}

/// What is wrong with a figure's sum; empty where it gives the figure.
pub(crate) fn problems(figure: &Figure, totals: &[Total]) -> Vec<String> {
    let Some(sum) = &figure.sum else { return Vec::new() };
    match value(sum, totals) {
        Err(problem) => vec![problem],
        Ok(value) => {
            let (gives, best) = (value * sum.last.factor, figure.best.unwrap_or_default());
            let follows = (gives - best).abs() <= ROUNDING * best;
            let told = || {
                format!(
                    "best is {best}, but its sum gives {gives:.4} ({value:.4} x {}): change one of them, or the last factor with its reason",
                    sum.last.factor
                )
            };
            let reason = sum.last.why.is_empty().then(|| "its last factor needs a reason".to_owned());
            let untold = |input: &&Input| input.what.is_empty() || input.unit.is_empty();
            let untold = sum
                .input
                .iter()
                .find(untold)
                .map(|input| format!("input {} needs what it is and its unit", input.name));
            (!follows).then(told).into_iter().chain(reason).chain(untold).collect()
        }
    }
}

/// What of a figure's sum is our own reading, with the reasons: inputs, totals and the last factor. None: published numbers and rounding alone.
pub(crate) fn judged(figure: &Figure, totals: &[Total]) -> Option<String> {
    let sum = figure.sum.as_ref()?;
    let formulas = sum.input.iter().filter_map(|input| input.formula.as_ref()).chain([&sum.formula]);
    let used: Vec<String> = formulas.flat_map(|formula| names(formula)).collect();
    let of_totals = totals.iter().filter(|total| used.contains(&total.id));
    let of_totals = of_totals.filter_map(|total| Some(format!("{}: {}", total.what, total.judged.as_ref()?)));
    let of_inputs = sum.input.iter().filter_map(|input| Some(format!("{}: {}", input.what, input.judged.as_ref()?)));
    let stepped = (sum.last.factor - 1.0).abs() > JUDGED_STEP;
    let last = stepped.then(|| format!("The sum times {}: {}", sum.last.factor, sum.last.why));
    let all: Vec<String> = of_inputs.chain(of_totals).chain(last).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// A last factor that is further from 1 is more than rounding to two digits.
const JUDGED_STEP: f64 = 0.1;

/// What the sum gives, before its last factor.
pub(crate) fn value(sum: &Sum, totals: &[Total]) -> Result<f64, String> {
    let mut known: BTreeMap<&str, f64> = totals.iter().map(|total| (total.id.as_str(), total.value)).collect();
    for input in &sum.input {
        let value = match (input.value, &input.formula) {
            (Some(value), None) => value,
            (None, Some(formula)) => evaluated(formula, &known)?,
            _ => return Err(format!("input {} needs a value or a formula", input.name)),
        };
        if known.insert(&input.name, value).is_some() {
            return Err(format!("input {} has the name of another", input.name));
        }
    }
    evaluated(&sum.formula, &known)
}

fn evaluated(formula: &str, known: &BTreeMap<&str, f64>) -> Result<f64, String> {
    let parsed = exmex::parse::<f64>(formula).map_err(|error| format!("{formula}: {error}"))?;
    let values = parsed
        .var_names()
        .iter()
        .map(|name| known.get(name.as_str()).copied().ok_or_else(|| format!("{formula}: nothing is called {name}")));
    let values = values.collect::<Result<Vec<f64>, String>>()?;
    parsed.eval(&values).map_err(|error| format!("{formula}: {error}"))
}

/// The names in a formula; none where it cannot be read, which `evaluated` tells.
fn names(formula: &str) -> Vec<String> {
    exmex::parse::<f64>(formula).map(|parsed| parsed.var_names().to_vec()).unwrap_or_default()
}

// Run by `bench/data`, which shares this module: a build script has no tests.
#[cfg(test)]
mod tests {
    use super::{names, problems};
    use crate::{read, written::Figure};
    use cotton_origin_vocabulary::{FOLDER, Vocabulary};
    use std::path::Path;

    fn uses(figure: &Figure, total: &str) -> bool {
        figure.sum.as_ref().is_some_and(|sum| {
            let inputs = sum.input.iter().filter_map(|input| input.formula.as_deref());
            std::iter::once(sum.formula.as_str())
                .chain(inputs)
                .any(|formula| names(formula).iter().any(|name| name == total))
        })
    }

    #[test]
    fn whoever_changes_a_total_is_told_which_figures_no_longer_follow() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/figures");
        let vocabulary = Vocabulary::read(Path::new(FOLDER)).expect("the vocabulary");
        let mut set = read::set(&folder, &vocabulary).expect("the figures");
        assert!(set.figures.iter().all(|figure| problems(figure, &set.totals).is_empty()));
        for total in set.totals.clone() {
            let changed = set.totals.iter_mut().find(|other| other.id == total.id).expect("itself");
            changed.value *= 1.1;
            let told = set.figures.iter().filter(|figure| !problems(figure, &set.totals).is_empty());
            let told: Vec<&str> = told.map(|figure| figure.id.as_str()).collect();
            let users = set.figures.iter().filter(|figure| uses(figure, &total.id));
            assert_eq!(told, users.map(|figure| figure.id.as_str()).collect::<Vec<_>>(), "{}", total.id);
            assert!(!told.is_empty(), "{}", total.id);
            set.totals.iter_mut().find(|other| other.id == total.id).expect("itself").value = total.value;
        }
    }
}
