//! Answers as plain JavaScript objects.

use crate::garment::{Component, Composition, Fibre, Garment};
use js_sys::{Object, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

#[cfg(feature = "estimate")]
pub(super) use super::tape::value;

/// A plain object; what is missing is null. Answers hold texts, numbers, lists and records only: there is nothing to throw.
#[cfg(not(feature = "estimate"))]
pub(super) fn value(value: &(impl Serialize + ?Sized)) -> JsValue {
    let ways = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&ways).unwrap_or_else(|error| wasm_bindgen::throw_val(error.into()))
}

/// Sets a property of a fresh object, which cannot fail.
pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// A garment as `assess` takes it: only what is known.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct GarmentOut<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fibres: Vec<FibreOut>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    components: Vec<ComponentOut<'g>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mass_grams: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made_in: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fabric_in: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spun_in: Option<&'g str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cotton_from: Vec<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schemes: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bought_in: Option<u16>,
}

impl<'g> From<&'g Garment> for GarmentOut<'g> {
    fn from(garment: &'g Garment) -> Self {
        Self {
            kind: garment.kind.map(crate::garment::Kind::id),
            fibres: fibres(&garment.fibres),
            components: garment.components.iter().map(ComponentOut::from).collect(),
            mass_grams: garment.mass.map(crate::garment::Grams::get),
            made_in: garment.made_in.as_ref().map(crate::Place::code),
            fabric_in: garment.fabric_in.as_ref().map(crate::Place::code),
            spun_in: garment.spun_in.as_ref().map(crate::Place::code),
            cotton_from: garment.cotton_from.iter().map(crate::Place::code).collect(),
            proof: garment.proof.map(crate::claims::Proof::id),
            schemes: garment.schemes.iter().map(|scheme| scheme.id).collect(),
            bought_in: garment.bought_in.map(crate::garment::Year::get),
        }
    }
}

/// A fibre as `assess` takes it.
#[derive(Serialize)]
struct FibreOut {
    fibre: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<f64>,
    #[serde(skip_serializing_if = "is_false")]
    recycled: bool,
    #[serde(skip_serializing_if = "is_false")]
    organic: bool,
}

impl From<&Fibre> for FibreOut {
    fn from(fibre: &Fibre) -> Self {
        Self {
            fibre: fibre.kind.id(),
            percent: fibre.percent.map(crate::garment::Percent::get),
            recycled: fibre.recycled,
            organic: fibre.organic,
        }
    }
}

fn fibres(composition: &Composition) -> Vec<FibreOut> {
    composition.fibres().iter().map(FibreOut::from).collect()
}

/// A component as `assess` takes it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ComponentOut<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'g str>,
    fibres: Vec<FibreOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mass_grams: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
}

impl<'g> From<&'g Component> for ComponentOut<'g> {
    fn from(component: &'g Component) -> Self {
        Self {
            name: component.name.as_deref(),
            fibres: fibres(&component.fibres),
            mass_grams: component.mass.map(crate::garment::Grams::get),
            share: component.share,
        }
    }
}

// The signature is serde's.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}
