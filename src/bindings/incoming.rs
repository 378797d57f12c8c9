//! The one door for values from JavaScript: what they say, as a tree that the readers understand. What is no plain value keeps its place in
//! the tree, so that it is a problem of its own field beside all others.

use super::error::thrown;
use crate::{
    error::{Error, ErrorCode, Problem, ProblemCode},
    garment::Said,
};
use js_sys::{Array, Object, Reflect, Symbol};
use wasm_bindgen::{JsCast, JsValue};

/// A garment is three levels deep; an object that holds itself must not go on for ever,
const DEEPEST: u8 = 6;
/// nor one that holds itself many times over: of a call no more values than this are looked at for each item of its list.
const VALUES: usize = 50;

thread_local! {
    /// The prototype of this page's plain objects.
    static PLAIN: JsValue = Reflect::get_prototype_of(&Object::new()).map_or(JsValue::UNDEFINED, JsValue::from);
}

/// A plain value: texts, numbers, flags, and objects and arrays of at most [`Said::LONGEST`] of them.
#[must_use]
pub fn said(value: &JsValue) -> Said {
    list(value, Said::LONGEST)
}

/// The same, where the value itself is a list that may be longer.
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
            // What it holds is not in its fields: to read none would be to read it as empty.
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

/// Whether it is the prototype of plain objects, on this page or in one of its frames, or none.
fn is_plain(prototype: &JsValue) -> bool {
    if prototype.is_null() || PLAIN.with(|plain| plain == prototype) {
        return true;
    }
    let bottom = Reflect::get_prototype_of(prototype).is_ok_and(|next| JsValue::from(next).is_null());
    let own = || Reflect::get_own_property_descriptor(prototype.unchecked_ref::<Object>(), &"isPrototypeOf".into());
    bottom && own().is_ok_and(|found| !found.is_undefined())
}

/// Reads values, whatever they do when they are read: what a proxy or a getter throws is caught.
struct Door {
    /// So many values may still be looked at.
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

    /// A list or fields. None for what is neither, or cannot be read.
    fn object(&mut self, value: &JsValue, longest: usize, levels: u8) -> Option<Said> {
        if self.left == 0 {
            return None;
        }
        // This asks a proxy first: `is_array` could not be caught.
        Reflect::get_prototype_of(value).ok()?;
        if !Array::is_array(value) {
            let names = names(value)?;
            let within = self.within(names.len(), Said::LONGEST);
            let each = |name: JsValue| Some((name.as_string()?, self.at(value, &name, levels)));
            return within.or_else(|| names.into_iter().map(each).collect::<Option<_>>().map(Said::Fields));
        }
        let length = Reflect::get(value, &"length".into()).ok()?.as_f64().filter(|length| *length >= 0.0)?;
        // A whole number, as every array's.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = length as usize;
        let within = self.within(length, longest);
        let each = |index: usize| self.at(value, &JsValue::from_f64(index as f64), levels);
        Some(within.unwrap_or_else(|| Said::List((0..length).map(each).collect())))
    }

    /// What stands under a name or an index; a getter may throw.
    fn at(&mut self, value: &JsValue, name: &JsValue, levels: u8) -> Said {
        match Reflect::get(value, name) {
            Ok(value) => self.value(&value, Said::LONGEST, levels),
            Err(_) => Said::Other("unreadable".to_owned()),
        }
    }

    /// What is said instead of so many values where they are too many.
    fn within(&mut self, length: usize, most: usize) -> Option<Said> {
        let too_long = length > most.min(self.left);
        self.left -= length.min(self.left);
        too_long.then_some(Said::TooLong { length, most })
    }
}

/// What it is called: its class, such as `Date`, else its type, such as `bigint`.
fn called(value: &JsValue) -> String {
    let class = || Reflect::get(&Reflect::get(value, &"constructor".into()).ok()?, &"name".into()).ok()?.as_string();
    let class = if value.is_object() { class().filter(|name| !name.is_empty()) } else { None };
    class.or_else(|| value.js_typeof().as_string()).unwrap_or_default().chars().take(60).collect()
}

/// Refuses what is no plain value.
#[must_use]
pub fn wrong_type(code: ErrorCode, value: Option<String>) -> JsValue {
    thrown(&Error { code, fields: vec![Problem::new("", ProblemCode::WrongType, value.unwrap_or_default())] })
}
