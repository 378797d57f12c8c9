//! Answers as plain JavaScript objects.

use crate::garment::{Component, Composition, Fibre, Garment};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

#[cfg(feature = "estimate")]
pub(super) use super::tape::to_js;

/// A plain object by serde-wasm-bindgen; `None` becomes null. For values that are asked for once; [`to_js`] takes a tenth of the
/// time. The catalogue and the version hold only texts, numbers, lists and records, so this never throws.
#[cfg(feature = "estimate")]
pub(super) fn to_js_slow(value: &impl serde::Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or_else(|error| wasm_bindgen::throw_val(error.into()))
}

/// Sets a property of a fresh object, which cannot fail.
pub fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Builds an object; a value that is not known gets no property. Written by hand: a derived serializer would be a tenth of the label
/// reader's wasm.
#[must_use]
pub struct Record(Object);

impl Record {
    /// An object without properties.
    #[allow(clippy::new_without_default, reason = "an object of JavaScript is never there by default")]
    pub fn new() -> Self {
        Self(Object::new())
    }

    /// With a property.
    pub fn set(self, name: &str, value: impl Into<JsValue>) -> Self {
        set(&self.0, name, &value.into());
        self
    }

    /// With a text, if it is known.
    pub fn text(self, name: &str, text: Option<&str>) -> Self {
        if let Some(text) = text {
            set(&self.0, name, &text.into());
        }
        self
    }

    /// With a number, if it is known.
    pub fn number(self, name: &str, number: Option<f64>) -> Self {
        if let Some(number) = number {
            set(&self.0, name, &number.into());
        }
        self
    }

    fn flag(self, name: &str, flag: bool) -> Self {
        if flag { self.set(name, true) } else { self }
    }

    /// An empty list counts as not known.
    pub fn list(self, name: &str, list: &Array) -> Self {
        if list.length() > 0 { self.set(name, list) } else { self }
    }
}

impl From<Record> for JsValue {
    fn from(record: Record) -> Self {
        record.0.into()
    }
}

/// A garment as `assess` takes it: only what is known.
#[inline(never)]
pub fn garment(garment: &Garment) -> JsValue {
    let texts = |texts: &mut dyn Iterator<Item = &str>| texts.map(JsValue::from).collect::<Array>();
    let record = Record::new()
        .text("kind", garment.kind.map(crate::vocabulary::Kind::id))
        .list("fibres", &fibres(&garment.fibres))
        .list("components", &garment.components.iter().map(component).collect())
        .number("massGrams", garment.mass.map(crate::vocabulary::Grams::get))
        .text("madeIn", garment.made_in.as_ref().map(crate::Place::code))
        .text("fabricIn", garment.fabric_in.as_ref().map(crate::Place::code))
        .text("spunIn", garment.spun_in.as_ref().map(crate::Place::code))
        .list("cottonFrom", &texts(&mut garment.cotton_from.iter().map(crate::Place::code)))
        .text("proof", garment.proof.map(crate::vocabulary::Proof::id))
        .list("schemes", &texts(&mut garment.schemes.iter().map(|scheme| scheme.id)))
        .number("boughtIn", garment.bought_in.map(|year| f64::from(year.get())))
        .text("soldIn", garment.sold_in.as_ref().map(crate::Place::code));
    record.into()
}

fn fibre(fibre: &Fibre) -> JsValue {
    let record = Record::new()
        .set("fibre", fibre.kind.id())
        .number("percent", fibre.percent.map(crate::vocabulary::Percent::get))
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
        .number("massGrams", component.mass.map(crate::vocabulary::Grams::get))
        .number("share", component.share);
    record.into()
}
