//! The figures as this page needs them: the one place here that knows how the library keeps their words.

use anyhow::{Context, Result};
use cotton_origin::{
    figures::{self, Standing, Unit},
    schemes::{self, Scheme, SchemeOrigin},
    texts::{self, Citation, Source, Trust},
    vocabulary::Proof,
};
use std::collections::BTreeSet;

pub(crate) struct FigureSet {
    pub(crate) version: &'static str,
    pub(crate) figures: Vec<FigureRow>,
    pub(crate) schemes: Vec<SchemeRow>,
    /// Those that a figure, a scheme or the page's own data cite, in the order of the data file.
    pub(crate) sources: Vec<&'static Source>,
}

/// A figure with its words.
pub(crate) struct FigureRow {
    pub(crate) id: &'static str,
    pub(crate) what: &'static str,
    pub(crate) unit: Unit,
    pub(crate) best: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) year: &'static str,
    pub(crate) standing: Standing,
    pub(crate) basis: &'static str,
    /// What of it is our own reading, where it is derived.
    pub(crate) judged: Option<&'static str>,
    pub(crate) sources: Vec<Cited>,
}

/// A scheme or claim with its words.
pub(crate) struct SchemeRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) origin: Option<String>,
    pub(crate) proof: Option<&'static str>,
    pub(crate) says: &'static str,
    pub(crate) does_not_say: &'static str,
    pub(crate) sources: Vec<Cited>,
}

/// A place in a page.
#[derive(Clone)]
pub(crate) struct Cited {
    pub(crate) source: &'static Source,
    pub(crate) locator: String,
}

impl FigureSet {
    /// The set, with the sources of the page's own data among those of the figures.
    pub(crate) fn new(beside: &[&Cited]) -> Self {
        let figures: Vec<FigureRow> = figures::all().iter().map(row).collect();
        let schemes: Vec<SchemeRow> = schemes::all().iter().map(scheme).collect();
        let cited = figures.iter().flat_map(|row| &row.sources).chain(schemes.iter().flat_map(|row| &row.sources));
        let cited: BTreeSet<&str> = cited.chain(beside.iter().copied()).map(|cited| cited.source.id).collect();
        let sources = texts::sources().iter().filter(|source| cited.contains(source.id)).collect();
        Self { version: figures::version(), figures, schemes, sources }
    }

    pub(crate) fn figure(&self, id: &str) -> Result<&FigureRow> {
        self.figures.iter().find(|row| row.id == id).with_context(|| format!("there is no figure {id}"))
    }

    /// A source's place in the list at the end of the page, from 1.
    pub(crate) fn number(&self, source: &Source) -> usize {
        self.sources.iter().position(|known| known.id == source.id).map_or(0, |index| index + 1)
    }
}

fn row(figure: &'static figures::Figure) -> FigureRow {
    FigureRow {
        id: figure.id,
        what: figure.text().what,
        unit: figure.unit,
        best: figure.best,
        low: figure.low,
        high: figure.high,
        year: figure.year,
        standing: figure.standing,
        basis: figure.text().basis,
        judged: figure.text().judged,
        sources: cited(figure.text().sources),
    }
}

fn scheme(scheme: &'static Scheme) -> SchemeRow {
    SchemeRow {
        id: scheme.id,
        name: scheme.text().name,
        origin: match scheme.origin {
            SchemeOrigin::None => None,
            SchemeOrigin::Stated => Some("stated".into()),
            SchemeOrigin::OutsideChina => Some("outside-CN".into()),
            SchemeOrigin::Country(place) => Some(place.code().to_owned()),
        },
        proof: scheme.proof.map(Proof::id),
        says: scheme.text().says,
        does_not_say: scheme.text().does_not_say,
        sources: cited(scheme.text().sources),
    }
}

fn cited(citations: &'static [Citation]) -> Vec<Cited> {
    citations.iter().map(|citation| Cited { source: citation.source, locator: citation.locator.to_owned() }).collect()
}

impl FigureRow {
    pub(crate) fn varies(&self) -> bool {
        self.low < self.high
    }

    pub(crate) fn standing(&self) -> &'static str {
        match self.standing {
            Standing::Published => "published",
            Standing::Derived => "derived",
            Standing::Judged => "judged",
        }
    }

    /// As the data files write it.
    pub(crate) fn unit(&self) -> &'static str {
        match self.unit {
            Unit::Share => "share",
            Unit::Grams => "grams",
            Unit::Ratio => "ratio",
            Unit::Lots => "lots",
            Unit::Weight => "weight",
            Unit::Years => "years",
        }
    }
}

/// Whose figure or statement it is, and on whose page it was read, if that is another's.
pub(crate) fn attribution(source: &Source) -> String {
    source
        .carrier
        .map_or_else(|| source.publisher.to_owned(), |carrier| format!("{}, read at {carrier}", source.publisher))
}

/// As the data files write it.
pub(crate) fn trust(source: &Source) -> &'static str {
    match source.trust {
        Trust::Primary => "primary",
        Trust::Author => "author",
        Trust::Secondary => "secondary",
    }
}
