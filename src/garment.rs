//! Garments, as far as they are known. Every field is optional.

mod component;
mod composition;
mod fields;
mod over;
mod read;
mod said;
mod written;

pub use component::Component;
pub(crate) use component::{CombinedBy, CottonContent};
pub(crate) use composition::Cotton;
pub use composition::{Composition, Fibre};
pub(crate) use fields::for_each_field;
pub(crate) use read::Understood;
pub use said::Said;

use crate::{
    schemes::Scheme,
    vocabulary::{Grams, Kind, Place, Proof, Year},
};

/// What is known of a garment. Set the fields that are known; the default knows nothing.
///
/// ```
/// use cotton_origin::{
///     Garment, Place,
///     garment::{Composition, Fibre},
///     vocabulary::{FibreKind, Grams, Kind, Percent, Year},
/// };
///
/// let fibre = |kind, percent| Fibre { kind, percent: Percent::new(percent), recycled: false, organic: false };
/// let garment = Garment {
///     kind: Some(Kind::Jeans),
///     // None where the percentages add up to more than 101: then the label was misread.
///     fibres: Composition::new(vec![fibre(FibreKind::Cotton, 98.0), fibre(FibreKind::Polyester, 2.0)]).expect("100 % in all"),
///     mass: Grams::new(620.0),
///     made_in: Place::from_code("TR"),
///     bought_in: Year::new(2023),
///     ..Garment::default()
/// };
/// assert_eq!(garment.mass().map(Grams::get), Some(620.0));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Garment {
    /// What kind of garment.
    pub kind: Option<Kind>,
    /// What the label says it is made of.
    pub fibres: Composition,
    /// The same part by part; empty if the label does not distinguish parts.
    pub components: Vec<Component>,
    /// Mass of the whole garment, in grams.
    pub mass: Option<Grams>,
    /// Where it was sewn.
    pub made_in: Option<Place>,
    /// Where its cloth was woven or knitted.
    pub fabric_in: Option<Place>,
    /// Where its yarn was spun.
    pub spun_in: Option<Place>,
    /// Where the cotton is said to have been grown; several places take equal parts.
    pub cotton_from: Vec<Place>,
    /// What stands behind that origin.
    pub proof: Option<Proof>,
    /// Schemes and claims on the label.
    pub schemes: Vec<&'static Scheme>,
    /// The year in which it was bought.
    pub bought_in: Option<Year>,
    /// Where it was bought: a country, or `EU`.
    pub sold_in: Option<Place>,
}

impl Garment {
    /// Its cotton, over all its parts.
    pub(crate) fn cotton_content(&self) -> CottonContent {
        if self.components.is_empty() {
            return CottonContent {
                cotton: self.fibres.cotton(),
                recycled: self.fibres.recycled(),
                by: CombinedBy::Weight,
            };
        }
        component::cotton_content(&self.components)
    }

    /// Its mass as entered, or the sum of the masses of its parts; None if neither is known.
    #[must_use]
    pub fn mass(&self) -> Option<Grams> {
        let parts = || self.components.iter().map(|part| part.mass.map(Grams::get)).sum::<Option<f64>>();
        self.mass.or_else(|| parts().filter(|_| !self.components.is_empty()).and_then(Grams::new))
    }
}
