//! What is worth saying about an answer.

use super::{
    plan::Plan,
    strand::{Beside, Market, PathShare, ProcessedRow},
};
use crate::{
    assessment::{Estimate, Note},
    figures::{FIRST_CROP, LAST_CROP, MARKETS_SINCE},
    garment::{CombinedBy, Cotton, Garment},
    record,
    schemes::SchemeOrigin,
    vocabulary::{Kind, Place},
};

/// Totals of 99 to 101 are rounding.
const ROUNDING: f64 = 99.0;

/// Everything worth saying, in the order of the form; `told` is what came up on the way to `central`.
pub(crate) fn notes(garment: &Garment, plan: &Plan, told: Vec<Note>) -> Vec<Note> {
    let mut notes = Vec::new();
    composition(&mut notes, garment, plan);
    if plan.cotton == Cotton::None {
        return notes;
    }
    places(&mut notes, garment, plan);
    market(&mut notes, garment, plan);
    notes.extend(told);
    origins(&mut notes, garment, plan);
    schemes(&mut notes, garment);
    region_contradicts(&mut notes, garment, plan);
    turkmen(&mut notes, garment);
    match plan.crop.and_then(|crop| crop.beside) {
        Some(Beside::Before) => {
            notes.push(Note::new("crop-before-table").number("year", FIRST_CROP.into()));
        }
        Some(Beside::After) => {
            notes.push(Note::new("crop-after-table").number("year", LAST_CROP.into()));
        }
        None => {}
    }
    notes
}

fn composition(notes: &mut Vec<Note>, garment: &Garment, plan: &Plan) {
    let parts = garment.components.iter().enumerate();
    let fields = parts.map(|(index, part)| (format!("components.{index}.fibres"), &part.fibres));
    for (field, fibres) in std::iter::once(("fibres".to_owned(), &garment.fibres)).chain(fields) {
        if !fibres.has_gaps() && !fibres.fibres().is_empty() && fibres.total() < ROUNDING {
            notes.push(Note::new("total-under-100").with("field", field).number("total", fibres.total()));
        }
    }
    let name = |index: usize| garment.components[index].name.clone().unwrap_or_default();
    match plan.by {
        CombinedBy::Weight => {}
        CombinedBy::MainPart(index) => notes.push(Note::new("main-component-only").with("component", name(index))),
        CombinedBy::OnlyInLining(index) => {
            notes.push(Note::new("cotton-only-in-lining").with("component", name(index)));
        }
    }
    match plan.cotton {
        Cotton::None => notes.push(Note::new("no-cotton")),
        Cotton::Usual { .. } => {
            let kind = garment.kind.unwrap_or(Kind::Other);
            notes.push(Note::new("cotton-fraction-usual").with("kind", kind.id()));
        }
        Cotton::Fraction(_) | Cotton::NotKnown => {}
    }
    if garment.kind.is_none() && (garment.mass().is_none() || matches!(plan.cotton, Cotton::Usual { .. })) {
        notes.push(Note::new("kind-not-known"));
    }
    if plan.recycled > 0.0 {
        notes.push(Note::new("recycled").number("share", plan.recycled));
    }
}

fn places(notes: &mut Vec<Note>, garment: &Garment, plan: &Plan) {
    let mut missing = |field: &str, place: Option<Place>, path: PathShare| {
        if let (Some(place), PathShare::Sewn(row) | PathShare::Woven(row)) = (place, path)
            && row == ProcessedRow::elsewhere()
        {
            notes.push(Note::new("no-figure-for-place").with("field", field).with("place", place.code()));
        }
    };
    missing("madeIn", garment.made_in, plan.sewn.path_share);
    for stated in &plan.stated {
        missing(stated.field.name(), Some(stated.place), stated.strand.path_share);
    }
}

/// Where it was bought, where that has no table, or none for that year. With the country of sewing known, no table is asked.
fn market(notes: &mut Vec<Note>, garment: &Garment, plan: &Plan) {
    let Some(place) = garment.sold_in.filter(|_| plan.sewn.path_share.is_world()) else { return };
    notes.push(match Market::named(place) {
        None => Note::new("no-figure-for-market").with("place", place.code()),
        Some(_) => Note::new("market-before-table").with("place", place.code()).number("year", MARKETS_SINCE.into()),
    });
}

fn origins(notes: &mut Vec<Note>, garment: &Garment, plan: &Plan) {
    if garment.proof.is_some() && plan.origins.is_empty() {
        notes.push(Note::new("proof-without-origin"));
    }
    for origin in plan.origins.iter().filter(|origin| origin.place.is_none_or(|place| !place.in_china())) {
        notes.push(Note::new("origin-claimed").with("proof", origin.proof.id()));
    }
}

fn schemes(notes: &mut Vec<Note>, garment: &Garment) {
    for scheme in &garment.schemes {
        let note = |id| Note::new(id).with("scheme", scheme.id);
        let contradicted = garment.cotton_from.iter().find(|place| !scheme.agrees_with(**place));
        notes.push(match (scheme.origin, contradicted) {
            (SchemeOrigin::None, _) => note("scheme-says-nothing"),
            (SchemeOrigin::Stated, _) if garment.cotton_from.is_empty() => note("scheme-needs-origin"),
            (_, Some(place)) => note("scheme-contradicts").with("place", place.code()),
            (SchemeOrigin::Country(place), None) => note("scheme-states-origin").with("place", place.code()),
            (SchemeOrigin::OutsideChina | SchemeOrigin::Stated, None) => note("scheme-states-origin"),
        });
    }
}

/// Sewn, woven or spun in the Region, of cotton that is said to have been grown outside China: both stand, and it is said.
fn region_contradicts(notes: &mut Vec<Note>, garment: &Garment, plan: &Plan) {
    let named = made(garment).into_iter().find(|(_, place)| *place == Some(Place::Region));
    let outside = plan.origins.iter().find(|origin| origin.outside_china());
    if let (Some((field, _)), Some(origin)) = (named, outside) {
        notes.push(Note::new("region-contradicts").with("field", field).with("place", origin.name()));
    }
}

/// Turkmen cotton has forced labour of its own, which the estimate does not count.
fn turkmen(notes: &mut Vec<Note>, garment: &Garment) {
    let origins = garment.cotton_from.iter().map(|place| ("cottonFrom", Some(*place)));
    let first = |among: &[Place], mut said: Vec<(&'static str, Option<Place>)>| {
        said.retain(|(_, place)| place.is_some_and(|place| among.contains(&place)));
        said.first().and_then(|(field, place)| place.map(|place| (*field, place)))
    };
    let named =
        [("turkmen", made(garment).into_iter().chain(origins).collect()), ("turkmen-route", made(garment).to_vec())];
    for (id, said) in named {
        if let Some((field, place)) = first(record::places(id), said) {
            notes.push(Note::new(id).with("field", field).with("place", place.code()));
        }
    }
}

/// Where it was sewn, woven and spun, in the order of the form.
fn made(garment: &Garment) -> [(&'static str, Option<Place>); 3] {
    [("madeIn", garment.made_in), ("fabricIn", garment.fabric_in), ("spunIn", garment.spun_in)]
}

/// The mean is worth showing beside `central` where the two differ by more than a third of `central`.
pub(crate) fn mean_differs(share: Estimate) -> Option<Note> {
    let differs = (share.mean - share.central).abs() > share.central / 3.0;
    differs.then(|| Note::new("mean-differs").number("mean", share.mean).number("central", share.central))
}
