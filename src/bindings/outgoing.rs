//! Converts answers to plain JavaScript objects.

use crate::{
    garment::{Component, Composition, Fibre, Garment, for_each_field},
    schemes::Scheme,
    vocabulary::{Grams, Kind, Percent, Place, Proof, Year},
};
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

#[cfg(feature = "estimate")]
pub(super) use super::tape::to_js;

/// Builds an object; unknown values get no property. Written by hand, because a derived serializer would add a tenth to the label
/// reader's wasm.
///
/// Its entries are collected first: what sets a property of an object that is there already, as `Reflect.set` does, calls a setter that a page has
/// added to `Object.prototype`.
#[must_use]
pub struct Record(Array);

impl Record {
    /// An empty object.
    #[allow(clippy::new_without_default, reason = "an object of JavaScript is never there by default")]
    pub fn new() -> Self {
        Self(Array::new())
    }

    /// Adds a property.
    pub fn set(self, name: &str, value: impl Into<JsValue>) -> Self {
        self.0.push(&Array::of2(&name.into(), &value.into()));
        self
    }

    /// Adds a text, if it is known.
    pub fn text(self, name: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.set(name, text),
            None => self,
        }
    }

    /// Adds a number, if it is known.
    pub fn number(self, name: &str, number: Option<f64>) -> Self {
        match number {
            Some(number) => self.set(name, number),
            None => self,
        }
    }

    fn flag(self, name: &str, flag: bool) -> Self {
        if flag { self.set(name, true) } else { self }
    }

    /// Adds a list, unless it is empty.
    pub fn list(self, name: &str, list: &Array) -> Self {
        if list.length() > 0 { self.set(name, list) } else { self }
    }
}

impl From<Record> for JsValue {
    fn from(record: Record) -> Self {
        // The entries are pairs, so this cannot fail.
        Object::from_entries(&record.0).map_or(JsValue::NULL, JsValue::from)
    }
}

/// A garment with the properties that are known, as `assess` takes it.
#[inline(never)]
#[must_use]
pub fn garment(garment: &Garment) -> JsValue {
    // The function that adds a field has the name of the field's type.
    macro_rules! set {
        ($($field:ident $name:literal $type:ident;)*) => {
            Record::new()$(.$type($name, &garment.$field))*.into()
        };
    }
    for_each_field!(set)
}

/// Properties of a garment, by the types of `vocabulary/fields.toml`.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "a macro passes every field alike")]
impl Record {
    fn kind(self, name: &str, kind: &Option<Kind>) -> Self {
        self.text(name, kind.map(Kind::id))
    }

    fn fibres(self, name: &str, composition: &Composition) -> Self {
        self.list(name, &fibres(composition))
    }

    fn components(self, name: &str, components: &[Component]) -> Self {
        self.list(name, &components.iter().map(component).collect())
    }

    fn place(self, name: &str, place: &Option<Place>) -> Self {
        self.text(name, place.as_ref().map(Place::code))
    }

    fn places(self, name: &str, places: &[Place]) -> Self {
        self.list(name, &places.iter().map(|place| JsValue::from(place.code())).collect())
    }

    fn proof(self, name: &str, proof: &Option<Proof>) -> Self {
        self.text(name, proof.map(Proof::id))
    }

    fn schemes(self, name: &str, schemes: &[&Scheme]) -> Self {
        self.list(name, &schemes.iter().map(|scheme| JsValue::from(scheme.id)).collect())
    }

    fn year(self, name: &str, year: &Option<Year>) -> Self {
        self.number(name, year.map(|year| f64::from(year.get())))
    }

    fn grams(self, name: &str, grams: &Option<Grams>) -> Self {
        self.number(name, grams.map(Grams::get))
    }
}

fn fibre(fibre: &Fibre) -> JsValue {
    let record = Record::new()
        .set("fibre", fibre.kind.id())
        .number("percent", fibre.percent.map(Percent::get))
        .flag("recycled", fibre.recycled)
        .flag("organic", fibre.organic);
    record.into()
}

fn fibres(composition: &Composition) -> Array {
    composition.fibres().iter().map(fibre).collect()
}

fn component(component: &Component) -> JsValue {
    let record = Record::new()
        .text("name", component.name.as_deref())
        .set("fibres", fibres(&component.fibres))
        .number("massGrams", component.mass.map(Grams::get))
        .number("share", component.share);
    record.into()
}
