//! What a person or a label can say of a garment. Every field may be left out: not knowing is an answer.

mod component;
mod composition;
mod read;
mod said;
mod written;

pub use component::Component;
pub(crate) use component::{By, Makeup};
pub(crate) use composition::Cotton;
pub use composition::{Composition, Fibre};
pub use said::Said;

use crate::{
    schemes::Scheme,
    vocabulary::{Grams, Kind, Place, Proof, Year},
};

/// What is known of a garment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Garment {
    /// What kind of garment.
    pub kind: Option<Kind>,
    /// What the label says it is made of.
    pub fibres: Composition,
    /// The same, part by part; empty where the label does not tell parts apart.
    pub components: Vec<Component>,
    /// Mass of the whole garment.
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
    /// When it was bought.
    pub bought_in: Option<Year>,
    /// Where it was bought: a country, or `EU`.
    pub sold_in: Option<Place>,
}

impl Garment {
    /// What is said of its cotton, over all its parts.
    pub(crate) fn makeup(&self) -> Makeup {
        if self.components.is_empty() {
            return Makeup { cotton: self.fibres.cotton(), recycled: self.fibres.recycled(), by: By::Weight };
        }
        component::makeup(&self.components)
    }

    /// Its mass as entered, or what its parts weigh together.
    #[must_use]
    pub fn mass(&self) -> Option<Grams> {
        let parts = || self.components.iter().map(|part| part.mass.map(Grams::get)).sum::<Option<f64>>();
        self.mass.or_else(|| parts().filter(|_| !self.components.is_empty()).and_then(Grams::new))
    }
}
