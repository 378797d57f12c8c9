//! From what is known of a garment to what is to be computed, before any number is looked at.

use super::strand::{AnyPlace, Crop, Market, Strand, Switching};
use crate::{
    garment::{CombinedBy, Cotton, Garment},
    schemes::SchemeOrigin,
    vocabulary::{Place, Proof},
};

/// What is to be computed for a garment's cotton, in the order in which it is taken in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    /// None: not known.
    pub(crate) crop: Option<Crop>,
    /// What is known of where it was sewn.
    pub(crate) sewn: Strand,
    /// Stated places of cloth and yarn, latest stage first.
    pub(crate) stated: Vec<Stated>,
    /// Stated origins of the cotton, equal parts; empty: none.
    pub(crate) origins: Vec<Origin>,
    /// Part of the cotton that was used before. It comes from no known field, unless an origin is stated.
    pub(crate) recycled: f64,
    pub(crate) cotton: Cotton,
    /// How the garment's parts were combined.
    pub(crate) by: CombinedBy,
}

/// A stated place of an earlier stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stated {
    pub(crate) field: Field,
    pub(crate) place: Place,
    pub(crate) strand: Strand,
}

/// What becomes of what stood when a place is stated for an earlier stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is replaced.
    Replaced,
    /// It is mixed with what the place gives, by how often such statements fail.
    Weighed,
    /// It is left as it was.
    Stands,
}

impl Stated {
    /// The verdict, by whether the place gives more than what stood.
    ///
    /// China: the larger stands. A place that gives more replaces what stood, one that gives less is weighed; but yarn from
    /// outside China never raises the answer.
    pub(crate) fn verdict(self, more: bool) -> Verdict {
        match (self.place, more) {
            (Place::CHINA, false) => Verdict::Stands,
            (_, false) => Verdict::Weighed,
            (place, true) if self.field == Field::Yarn && !place.in_china() => Verdict::Stands,
            (_, true) => Verdict::Replaced,
        }
    }
}

/// The field that states a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Fabric,
    Yarn,
}

impl Field {
    /// Its name in a garment.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fabric => "fabricIn",
            Self::Yarn => "spunIn",
        }
    }
}

/// A stated origin of the cotton.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Origin {
    /// None: somewhere outside China, as a scheme of several countries says.
    pub(crate) place: Option<Place>,
    pub(crate) proof: Proof,
}

impl Origin {
    /// Its place, for a sentence.
    pub(crate) fn name(self) -> String {
        self.place.map_or_else(|| "outside-CN".to_owned(), |place| place.to_string())
    }

    pub(crate) fn outside_china(self) -> bool {
        !self.place.is_some_and(Place::in_china)
    }
}

impl Plan {
    /// Whether an origin is stated and every one lies outside China.
    pub(crate) fn all_origins_outside_china(&self) -> bool {
        !self.origins.is_empty() && self.origins.iter().all(|origin| origin.outside_china())
    }

    /// Whether the Region is named for a later stage than this field's.
    pub(crate) fn names_the_region_after(&self, field: Field) -> bool {
        let cloth = self.stated.iter().any(|stated| stated.field == Field::Fabric && stated.place == Place::Region);
        self.sewn == Strand::REGION_SEWN || (field == Field::Yarn && cloth)
    }

    /// The same for a garment of that strand.
    pub(crate) fn sewn_as(&self, sewn: Strand) -> Self {
        let stated = self.stated.iter().map(|stated| match (stated.field, stated.place) {
            (Field::Fabric, Place::CHINA) => Stated { strand: Strand::china_cloth(sewn), ..*stated },
            _ => *stated,
        });
        Self { sewn, stated: stated.collect(), ..self.clone() }
    }

    pub(crate) fn new(garment: &Garment, crop_lag: f64) -> Self {
        let content = garment.cotton_content();
        let fabric = garment.kind.and_then(crate::vocabulary::Kind::fabric);
        let switching = Switching::of(garment.sold_in, garment.bought_in);
        let market = Market::of(garment.sold_in, garment.bought_in);
        let any_place = || Strand::any_place(AnyPlace { market, fabric, switching });
        let sewn = garment.made_in.map_or_else(any_place, |place| Strand::sewn(place, fabric, switching));
        let woven = |place| match place {
            Place::CHINA => Strand::china_cloth(sewn),
            place => Strand::woven(place, fabric),
        };
        let fabric_in = garment.fabric_in.map(|place| (Field::Fabric, place, woven(place)));
        let spun_in = garment.spun_in.map(|place| (Field::Yarn, place, Strand::spun(place)));
        let stated = fabric_in.into_iter().chain(spun_in).map(|(field, place, strand)| Stated { field, place, strand });
        Self {
            crop: garment.bought_in.map(|year| Crop::bought_in(year, whole(crop_lag))),
            sewn,
            stated: stated.collect(),
            origins: origins(garment),
            recycled: content.recycled,
            cotton: content.cotton,
            by: content.by,
        }
    }
}

/// A small whole number: `options` and tests/figures.rs see to it.
fn whole(years: f64) -> u16 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let years = years as u16;
    years
}

/// Origins as the garment states them, each once, with the best proof that agrees; where it states none, as its schemes do.
pub(crate) fn origins(garment: &Garment) -> Vec<Origin> {
    let said = garment.proof.unwrap_or(Proof::Label);
    if garment.cotton_from.is_empty() {
        let of_schemes = garment.schemes.iter().filter_map(|scheme| {
            let place = match scheme.origin {
                SchemeOrigin::Country(place) => Some(place),
                SchemeOrigin::OutsideChina => None,
                SchemeOrigin::None | SchemeOrigin::Stated => return None,
            };
            Some(Origin { place, proof: scheme.proof.unwrap_or(said).max(said) })
        });
        return of_schemes.collect();
    }
    let mut places = garment.cotton_from.clone();
    Place::keep_narrowest(&mut places);
    let proof = |place: Place| {
        let schemes = garment.schemes.iter().filter(|scheme| scheme.agrees_with(place));
        schemes.filter_map(|scheme| scheme.proof).fold(said, Proof::max)
    };
    places.into_iter().map(|place| Origin { place: Some(place), proof: proof(place) }).collect()
}
