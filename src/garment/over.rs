//! Lays one garment over another: a form over what was known before, a row of a catalogue over its label.

use super::{Composition, Garment, for_each_field};

impl Garment {
    /// The fields of this garment, and those of `base` where this one has none. Fibres and components count as
    /// one field: fibres replace the components of `base`, and components its fibres. A proof belongs to
    /// its origin, and is not taken over to another.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        if !self.cotton_from.is_empty() && !base.cotton_from.is_empty() && self.cotton_from != base.cotton_from {
            base.proof = None;
        }
        if !self.fibres.fibres().is_empty() || !self.components.is_empty() {
            base.forget("fibres");
        }
        macro_rules! over {
            ($($field:ident $name:literal $type:ident;)*) => {
                Self { $($field: self.$field.or_base(base.$field)),* }
            };
        }
        for_each_field!(over)
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

/// The value of a field, or that of the garment below where it is unknown.
trait OrBase {
    fn or_base(self, base: Self) -> Self;
}

impl<T> OrBase for Option<T> {
    fn or_base(self, base: Self) -> Self {
        self.or(base)
    }
}

impl<T> OrBase for Vec<T> {
    fn or_base(self, base: Self) -> Self {
        if self.is_empty() { base } else { self }
    }
}

impl OrBase for Composition {
    fn or_base(self, base: Self) -> Self {
        if self.fibres().is_empty() { base } else { self }
    }
}
