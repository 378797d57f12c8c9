//! What JavaScript says, as a tree that the one reader understands.

use super::error::thrown;
use crate::{
    error::{Error, ErrorCode, Problem, ProblemCode},
    garment::Said,
};
use js_sys::{Array, Reflect, Symbol};
use wasm_bindgen::JsValue;

/// A garment is three levels deep; an object that holds itself must not go on for ever.
const DEEPEST: u8 = 6;

/// A plain value: objects, arrays, texts, numbers.
pub fn said(value: &JsValue, refused: ErrorCode) -> Result<Said, JsValue> {
    tree(value, DEEPEST).ok_or_else(|| wrong_type(refused, value.js_typeof().as_string()))
}

/// None for what is no plain value. Whatever an object does when it is read, a proxy or a getter, is caught.
fn tree(value: &JsValue, levels: u8) -> Option<Said> {
    if value.is_undefined() || value.is_null() {
        return Some(Said::Nothing);
    }
    if let Some(flag) = value.as_bool() {
        return Some(Said::Flag(flag));
    }
    if let Some(number) = value.as_f64() {
        return Some(Said::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Some(Said::Text(text));
    }
    let levels = levels.checked_sub(1).filter(|_| value.is_object())?;
    // This asks a proxy first: `is_array` could not be caught.
    let names = Reflect::own_keys(value).ok()?;
    let at = |name: &JsValue| tree(&Reflect::get(value, name).ok()?, levels);
    if Array::is_array(value) {
        // What is longer than any list of garments is made to exhaust the page.
        let length = Reflect::get(value, &"length".into()).ok()?.as_f64().filter(|length| *length < 1e7)?;
        // A whole number, as every array's.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        return (0..length as u32).map(|index| at(&index.into())).collect::<Option<_>>().map(Said::List);
    }
    // Maps, sets and the like hold what is not in their fields: to read none would be to read them as empty.
    if Reflect::has(value, &Symbol::iterator()).ok()? {
        return None;
    }
    let texts = names.iter().filter_map(|name| Some((name.as_string()?, name)));
    texts.map(|(text, name)| Some((text, at(&name)?))).collect::<Option<_>>().map(Said::Fields)
}

/// Refuses what is no plain value.
pub fn wrong_type(code: ErrorCode, value: Option<String>) -> JsValue {
    thrown(&Error { code, fields: vec![Problem::new("", ProblemCode::WrongType, value.unwrap_or_default())] })
}
