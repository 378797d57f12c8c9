//! Converts all values from JavaScript into a tree that the readers understand. Values that are not plain keep their place in
//! the tree, so that each is reported at its own field, together with all other problems.

use super::error::thrown;
use crate::{
    error::{Error, ErrorCode, Problem, ProblemCode},
    garment::Said,
};
use js_sys::{Array, Object, Reflect, Symbol};
use wasm_bindgen::{JsCast, JsValue};

/// The depth limit, against objects that contain themselves; a garment is three levels deep.
const DEEPEST: u8 = 6;
/// The limit of values read for each item of a call's list, against objects that contain others many times over.
const VALUES: usize = 50;

thread_local! {
    /// `Object.prototype` of this page.
    static PLAIN: JsValue = Reflect::get_prototype_of(&Object::new()).map_or(JsValue::UNDEFINED, JsValue::from);
}

/// Converts a value: texts, numbers, flags, and objects and arrays of at most [`Said::LONGEST`] values.
#[must_use]
pub fn said(value: &JsValue) -> Said {
    list(value, Said::LONGEST)
}

/// The same for a list with another limit.
#[must_use]
pub fn list(value: &JsValue, longest: usize) -> Said {
    Door { left: VALUES * longest }.value(value, longest, DEEPEST)
}

/// The names of a plain object; None for any other.
fn names(value: &JsValue) -> Option<Vec<JsValue>> {
    let prototype: JsValue = Reflect::get_prototype_of(value).ok()?.into();
    let keys = if is_plain(&prototype) { Reflect::own_keys(value).ok()? } else { return None };
    let mut names = Vec::new();
    for key in keys.iter() {
        if key.is_string() {
            names.push(key);
        } else if key == JsValue::from(Symbol::iterator()) {
            // Its content is not in its properties: a Date, for instance, would be read as an empty object.
            return None;
        }
    }
    Some(names)
}

/// The names and values of a plain object; None for any other. A value that cannot be read is None.
#[must_use]
pub fn fields(value: &JsValue) -> Option<Vec<(String, Option<JsValue>)>> {
    let field = |name: JsValue| Some((name.as_string()?, Reflect::get(value, &name).ok()));
    names(value)?.into_iter().map(field).collect()
}

/// Whether it is null or `Object.prototype`, of this page or of another frame.
fn is_plain(prototype: &JsValue) -> bool {
    if prototype.is_null() || PLAIN.with(|plain| plain == prototype) {
        return true;
    }
    let bottom = Reflect::get_prototype_of(prototype).is_ok_and(|next| JsValue::from(next).is_null());
    let own = || Reflect::get_own_property_descriptor(prototype.unchecked_ref::<Object>(), &"isPrototypeOf".into());
    bottom && own().is_ok_and(|found| !found.is_undefined())
}

/// Reads values, and catches exceptions of proxies and getters.
struct Door {
    /// How many more values may be read.
    left: usize,
}

impl Door {
    fn value(&mut self, value: &JsValue, longest: usize, levels: u8) -> Said {
        if value.is_undefined() || value.is_null() {
            return Said::Nothing;
        }
        if let Some(flag) = value.as_bool() {
            return Said::Flag(flag);
        }
        if let Some(number) = value.as_f64() {
            return Said::Number(number);
        }
        if let Some(text) = value.as_string() {
            return Said::Text(text);
        }
        let known = if value.is_object() && levels > 0 { self.object(value, longest, levels - 1) } else { None };
        known.unwrap_or_else(|| Said::Other(called(value)))
    }

    /// A list or fields. None for other values, and for those that cannot be read.
    fn object(&mut self, value: &JsValue, longest: usize, levels: u8) -> Option<Said> {
        if self.left == 0 {
            return None;
        }
        // This throws for a revoked proxy, and is caught; `is_array` would throw uncaught.
        Reflect::get_prototype_of(value).ok()?;
        if !Array::is_array(value) {
            let names = names(value)?;
            let within = self.within(names.len(), Said::LONGEST);
            let each = |name: JsValue| Some((name.as_string()?, self.at(value, &name, levels)));
            return within.or_else(|| names.into_iter().map(each).collect::<Option<_>>().map(Said::Fields));
        }
        let length = Reflect::get(value, &"length".into()).ok()?.as_f64().filter(|length| *length >= 0.0)?;
        // The length of an array is a whole number.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = length as usize;
        let within = self.within(length, longest);
        let each = |index: usize| self.at(value, &JsValue::from_f64(index as f64), levels);
        Some(within.unwrap_or_else(|| Said::List((0..length).map(each).collect())))
    }

    /// The value of a property or an index; a getter may throw.
    fn at(&mut self, value: &JsValue, name: &JsValue, levels: u8) -> Said {
        match Reflect::get(value, name) {
            Ok(value) => self.value(&value, Said::LONGEST, levels),
            Err(_) => Said::Other("unreadable".to_owned()),
        }
    }

    /// The replacement for a list or object that is too long.
    fn within(&mut self, length: usize, most: usize) -> Option<Said> {
        let too_long = length > most.min(self.left);
        self.left -= length.min(self.left);
        too_long.then_some(Said::TooLong { length, most })
    }
}

/// The name for error messages: the class, such as `Date`, else the type, such as `bigint`.
fn called(value: &JsValue) -> String {
    let class = || Reflect::get(&Reflect::get(value, &"constructor".into()).ok()?, &"name".into()).ok()?.as_string();
    let class = if value.is_object() { class().filter(|name| !name.is_empty()) } else { None };
    class.or_else(|| value.js_typeof().as_string()).unwrap_or_default().chars().take(60).collect()
}

/// A value that is not plain, with its name.
#[must_use]
pub fn wrong_type(code: ErrorCode, value: Option<String>) -> JsValue {
    thrown(&Error { code, fields: vec![Problem::new("", ProblemCode::WrongType, value.unwrap_or_default())] })
}
