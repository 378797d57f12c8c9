//! Lays one garment over another: a form over what was known before, a row of a catalogue over its label.

use super::{Composition, Garment, for_each_field};

impl Garment {
    /// The fields of this garment, and those of `base` where this one has none. Fibres and components count as
    /// one field: fibres replace the components of `base`, and components its fibres. A proof belongs to
    /// its origin, and is not taken over to another.
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

    /// Clears the field of this name, as in the entries of a form; other names do nothing. `fibres` and `components` both
    /// clear what the garment is made of.
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

/// An empty list counts as unknown.
fn said_or<T>(said: Vec<T>, base: Vec<T>) -> Vec<T> {
    if said.is_empty() { base } else { said }
}
