//! One garment laid over another: a form over what was read before, a row of a catalogue over its label.

use super::{Composition, Garment, for_each_field};

impl Garment {
    /// This garment where it says something, and `base` where it does not. What it is made of is said as a whole or part by part, and is
    /// one field here: fibres of its own replace the parts of `base`, and its own parts the fibres. What stands behind an origin goes with
    /// that origin: it is not taken over to another.
    #[must_use]
    pub fn over(self, base: Self) -> Self {
        let same_origin =
            self.cotton_from.is_empty() || base.cotton_from.is_empty() || self.cotton_from == base.cotton_from;
        let (fibres, components) = if self.fibres.fibres().is_empty() && self.components.is_empty() {
            (base.fibres, base.components)
        } else {
            (self.fibres, self.components)
        };
        Self {
            kind: self.kind.or(base.kind),
            fibres,
            components,
            mass: self.mass.or(base.mass),
            made_in: self.made_in.or(base.made_in),
            fabric_in: self.fabric_in.or(base.fabric_in),
            spun_in: self.spun_in.or(base.spun_in),
            cotton_from: said_or(self.cotton_from, base.cotton_from),
            proof: self.proof.or(base.proof.filter(|_| same_origin)),
            schemes: said_or(self.schemes, base.schemes),
            bought_in: self.bought_in.or(base.bought_in),
        }
    }

    /// Forgets the field of that name, as in the entries of a form; a name that is no field's changes nothing. `fibres` and `components` are
    /// both names of what it is made of.
    pub fn forget(&mut self, field: &str) {
        if matches!(field, "fibres" | "components") {
            self.fibres = Composition::default();
            self.components.clear();
            return;
        }
        macro_rules! forget {
            ($($field:ident $name:literal $type:ident;)*) => {
                match field {
                    $($name => self.$field = Default::default(),)*
                    _ => {}
                }
            };
        }
        for_each_field!(forget);
    }
}

/// A list that is empty says nothing.
fn said_or<T>(said: Vec<T>, base: Vec<T>) -> Vec<T> {
    if said.is_empty() { base } else { said }
}
