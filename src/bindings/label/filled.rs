//! The columns of a catalogue that labels were read into, as a catalogue has them.

use crate::table::Table;
use js_sys::{Array, Float64Array, Object, Uint32Array};
use wasm_bindgen::JsValue;

use super::outgoing::set;

/// A catalogue without its labels. The texts themselves stay behind: only the names that cells point to go on.
pub(super) fn shown(table: &Table) -> JsValue {
    let object = Object::new();
    let names: Array = table.names.iter().map(JsValue::from).collect();
    set(&object, "names", &names);
    let indexes = [
        ("kind", &table.kind),
        ("madeIn", &table.made_in),
        ("fabricIn", &table.fabric_in),
        ("spunIn", &table.spun_in),
        ("cottonFrom", &table.cotton_from),
        ("proof", &table.proof),
        ("boughtIn", &table.bought_in),
    ];
    for (name, column) in indexes {
        if let Some(column) = column {
            set(&object, name, &Uint32Array::from(&column[..]));
        }
    }
    let numbers = [
        ("massGrams", &table.mass_grams),
        ("cottonPercent", &table.cotton_percent),
        ("recycledPercent", &table.recycled_percent),
    ];
    for (name, column) in numbers {
        if let Some(column) = column {
            set(&object, name, &Float64Array::from(&column[..]));
        }
    }
    object.into()
}
