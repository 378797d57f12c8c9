//! What JavaScript says, as a tree that the one reader understands.

use super::error::thrown;
use crate::{
    error::{Error, ErrorCode, Problem, ProblemCode},
    garment::Said,
};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, UrlSearchParams};

/// A garment is three levels deep; an object that holds itself must not go on for ever.
const DEEPEST: u8 = 6;

/// A plain value: objects, arrays, texts, numbers.
pub(super) fn said(value: JsValue, refused: ErrorCode) -> Result<Said, JsValue> {
    let kind = value.js_typeof().as_string();
    Level(DEEPEST).deserialize(serde_wasm_bindgen::Deserializer::from(value)).map_err(|_| wrong_type(refused, kind))
}

/// The entries of a form or of a link's query.
pub(super) fn entries(value: &JsValue) -> Result<Said, JsValue> {
    let entries = if let Some(form) = value.dyn_ref::<FormData>() {
        form.entries()
    } else if let Some(query) = value.dyn_ref::<UrlSearchParams>() {
        query.entries()
    } else {
        return Err(wrong_type(ErrorCode::BadGarment, value.js_typeof().as_string()));
    };
    let pairs = entries.into_iter().filter_map(Result::ok).map(|pair| {
        let pair = js_sys::Array::from(&pair);
        // A file is no text: its own description makes the reader complain about the field.
        let text = |index| pair.get(index).as_string().unwrap_or_else(|| "[file]".to_owned());
        (text(0), text(1))
    });
    Ok(Said::from_entries(pairs))
}

fn wrong_type(code: ErrorCode, value: Option<String>) -> JsValue {
    thrown(&Error { code, fields: vec![Problem::new("", ProblemCode::WrongType, value.unwrap_or_default())] })
}

/// How many levels may still follow.
#[derive(Clone, Copy)]
struct Level(u8);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Said;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Said, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Said;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a garment")
    }

    fn visit_unit<E>(self) -> Result<Said, E> {
        Ok(Said::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Said, E> {
        Ok(Said::Flag(flag))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Said, E> {
        Ok(Said::Number(number))
    }

    // Whole numbers arrive as these; beyond 2^53 digits are lost, and nothing here is as large.
    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, number: i64) -> Result<Said, E> {
        Ok(Said::Number(number as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, number: u64) -> Result<Said, E> {
        Ok(Said::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Said, E> {
        Ok(Said::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Said, A::Error> {
        let deeper = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(deeper)? {
            list.push(item);
        }
        Ok(Said::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Said, A::Error> {
        let deeper = self.deeper()?;
        let mut fields = Vec::new();
        while let Some(name) = entries.next_key::<String>()? {
            fields.push((name, entries.next_value_seed(deeper)?));
        }
        Ok(Said::Fields(fields))
    }
}

impl Level {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("too deep"))
    }
}
