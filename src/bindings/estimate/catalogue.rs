//! Everything that can be named, for forms and for checking input.

use crate::{
    figures::{CHINA_PROCESSED, FIRST_CROP, LAST_CROP},
    record::{self, Entry},
    schemes,
    vocabulary::{Fabric, FibreKind, Kind, Place, Proof, Year},
};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Catalogue {
    kinds: Vec<KindOut>,
    fibres: Vec<FibreOut>,
    places: Vec<PlaceOut>,
    proofs: &'static [Proof],
    /// Ids only: their texts are not in the wasm.
    schemes: Vec<&'static str>,
    /// Ids, stages, kinds and dates: its texts are not in the wasm.
    record: &'static [Entry],
    /// Years in which a garment can have been bought.
    years: Years,
    /// The crops that have figures.
    crops: Years,
}

#[derive(Serialize)]
struct KindOut {
    id: &'static str,
    fabric: Option<Fabric>,
}

#[derive(Serialize)]
struct FibreOut {
    id: &'static str,
    cotton: bool,
}

#[derive(Serialize)]
struct PlaceOut {
    id: String,
    /// Whether it has a figure of its own.
    figure: bool,
}

#[derive(Serialize)]
struct Years {
    first: u16,
    last: u16,
}

impl Catalogue {
    pub(super) fn new() -> Self {
        let figure = |place: Place| place.in_china() || CHINA_PROCESSED.iter().any(|row| row.place == Some(place));
        Self {
            kinds: Kind::ALL.iter().map(|kind| KindOut { id: kind.id(), fabric: kind.fabric() }).collect(),
            fibres: FibreKind::ALL
                .iter()
                .map(|fibre| FibreOut { id: fibre.id(), cotton: *fibre == FibreKind::Cotton })
                .collect(),
            places: Place::all().map(|place| PlaceOut { id: place.to_string(), figure: figure(place) }).collect(),
            proofs: &Proof::ALL,
            schemes: schemes::all().iter().map(|scheme| scheme.id).collect(),
            record: record::all(),
            years: Years { first: Year::FIRST, last: Year::LAST },
            crops: Years { first: FIRST_CROP, last: LAST_CROP },
        }
    }
}
