//! What a set of figures must meet before anything is built on it.

use crate::{
    read::{Set, TRUSTS},
    sums,
    write::{DIMENSIONS, STANDINGS, UNITS},
    written::{Figure, Scheme},
};
use cotton_origin_vocabulary::Vocabulary;
use std::collections::BTreeSet;

const CHAINS: [&str; 5] = ["physical", "mass-balance", "documents", "none", "test"];

/// Every problem of the set, in words; empty where the set can be used.
pub(crate) fn problems(set: &Set, vocabulary: &Vocabulary) -> Vec<String> {
    let mut problems = Vec::new();
    let sources: BTreeSet<&str> = set.sources.iter().map(|source| source.id.as_str()).collect();
    duplicates(set.sources.iter().map(|source| source.id.as_str()), &mut problems);
    duplicates(set.figures.iter().map(|figure| figure.id.as_str()), &mut problems);
    duplicates(set.schemes.iter().map(|scheme| scheme.id.as_str()), &mut problems);
    for source in &set.sources {
        let mut complain = |what: &str| problems.push(format!("source {}: {what}", source.id));
        if source.publisher.is_empty() || source.title.is_empty() {
            complain("needs a publisher and a title");
        }
        if !source.address.starts_with("http") {
            complain("needs an address");
        }
        if !TRUSTS.contains(&source.trust.as_str()) {
            complain("trust must be primary, author or secondary");
        }
    }
    for figure in &set.figures {
        let found = [figure_problems(figure, &sources), sums::problems(figure, &set.totals)].concat();
        problems.extend(found.into_iter().map(|what| format!("{}: {what}", figure.id)));
    }
    duplicates(set.totals.iter().map(|total| total.id.as_str()), &mut problems);
    problems.extend(sums::total_problems(&set.totals, &set.figures));
    for total in &set.totals {
        let cited = total.source.iter().filter_map(|source| citation_problem(&source.id, &source.locator, &sources));
        problems.extend(cited.map(|what| format!("total {}: {what}", total.id)));
    }
    let proofs: Vec<&str> = vocabulary.proofs.iter().map(|proof| proof.id.as_str()).collect();
    for proof in &proofs {
        let needed = format!("claim-fails[{proof}]");
        if !set.figures.iter().any(|figure| figure.id == needed) {
            problems.push(format!("{needed}: must be there, as {proof} is a proof"));
        }
    }
    for scheme in &set.schemes {
        problems.extend(
            scheme_problems(scheme, &sources, &proofs).into_iter().map(|what| format!("{}: {what}", scheme.id)),
        );
    }
    problems
}

pub(crate) fn duplicates<'a>(ids: impl Iterator<Item = &'a str>, problems: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if id.is_empty() || !seen.insert(id) {
            problems.push(format!("id {id:?} is empty or stands twice"));
        }
    }
}

fn figure_problems(figure: &Figure, sources: &BTreeSet<&str>) -> Vec<String> {
    let mut problems = Vec::new();
    let (Some(low), Some(best), Some(high)) = (figure.low, figure.best, figure.high) else {
        return vec!["needs low, best and high".into()];
    };
    if !(low <= best && best <= high && low.is_finite() && high.is_finite()) {
        problems.push(format!("bounds are out of order: low {low}, best {best}, high {high}"));
    }
    if low < 0.0 {
        problems.push(format!("nothing here can be negative: low {low}"));
    }
    if figure.unit.as_deref() == Some("share") && high > 1.0 {
        problems.push(format!("a share cannot be over 1: high {high}"));
    }
    match (&figure.dimension, low < high) {
        (None, true) => problems.push("varies but names no dimension".into()),
        (Some(name), _) if !DIMENSIONS.contains(&name.as_str()) => {
            problems.push(format!("unknown dimension {name}"));
        }
        _ => {}
    }
    for (name, text) in [("what", &figure.what), ("year", &figure.year), ("basis", &figure.basis)] {
        if text.as_deref().is_none_or(str::is_empty) {
            problems.push(format!("needs {name}"));
        }
    }
    if !figure.unit.as_deref().is_some_and(|unit| UNITS.contains(&unit)) {
        problems.push(format!("unit must be one of {}", UNITS.join(", ")));
    }
    if !figure.standing.as_deref().is_some_and(|standing| STANDINGS.contains(&standing)) {
        problems.push(format!("standing must be one of {}", STANDINGS.join(", ")));
    }
    let cited = figure.sources.as_deref().unwrap_or_default();
    if cited.is_empty() {
        problems.push("has no source".into());
    }
    problems.extend(cited.iter().filter_map(|citation| citation_problem(&citation.id, &citation.locator, sources)));
    problems
}

fn scheme_problems(scheme: &Scheme, sources: &BTreeSet<&str>, proofs: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    if scheme.name.is_empty() || scheme.says.is_empty() || scheme.does_not_say.is_empty() {
        problems.push("needs a name, what it says and what it does not say".into());
    }
    if !CHAINS.contains(&scheme.chain.as_str()) {
        problems.push(format!("chain must be one of {}", CHAINS.join(", ")));
    }
    if scheme.origin.is_some() != scheme.proof.is_some() {
        problems.push("an origin needs a proof, and a proof an origin".into());
    }
    if scheme.proof.as_deref().is_some_and(|proof| !proofs.contains(&proof)) {
        problems.push(format!("proof must be one of {}", proofs.join(", ")));
    }
    if scheme.sources.is_empty() {
        problems.push("has no source".into());
    }
    problems.extend(
        scheme.sources.iter().filter_map(|citation| citation_problem(&citation.id, &citation.locator, sources)),
    );
    problems
}

pub(crate) fn citation_problem(id: &str, locator: &str, sources: &BTreeSet<&str>) -> Option<String> {
    if !sources.contains(id) {
        Some(format!("cites {id}, which is not in sources.toml"))
    } else if locator.is_empty() {
        Some(format!("cites {id} without saying where in it"))
    } else {
        None
    }
}
