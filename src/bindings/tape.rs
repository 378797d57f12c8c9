//! Answers as one list of numbers, which `www/tape.js` decodes into plain objects.
//!
//! An answer has about a thousand values. Passing each to JavaScript separately, as serde-wasm-bindgen does, took a fifth of a call.

use crate::cache::cached;
use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};
use std::{cell::RefCell, fmt};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/tape.js")]
extern "C" {
    /// Interns a string; tapes refer to it by its number.
    fn intern(number: u32, word: &str);

    /// Decodes a tape into a value. Lengths of texts are in UTF-16 code units.
    fn decode(codes: &[f64], texts: &str) -> JsValue;
}

/// The value as a plain JavaScript object; `None` becomes null.
pub(super) fn to_js(value: &(impl Serialize + ?Sized)) -> JsValue {
    let mut tape = Tape::default();
    match value.serialize(&mut tape) {
        Ok(()) => decode(&tape.codes, &tape.texts),
        Err(Unsupported) => wasm_bindgen::throw_str("an answer holds what JavaScript has no plain value for"),
    }
}

/// The codes on the tape, each of which says what follows.
#[derive(Clone, Copy)]
enum Code {
    Null,
    False,
    True,
    /// A number follows.
    Number,
    /// The number of an interned string follows.
    Word,
    /// The length of a text follows; the texts themselves are kept beside the codes, in the same order.
    Text,
    /// The number of values follows, then each value.
    List,
    /// The number of entries follows, then the name and the value of each.
    Record,
}

#[derive(Default)]
struct Tape {
    codes: Vec<f64>,
    texts: String,
}

thread_local! {
    /// The strings interned so far, by their address and length: names of fields and of variants are static.
    static WORDS: RefCell<Vec<((usize, usize), u32)>> = RefCell::default();
}

impl Tape {
    fn code(&mut self, code: Code) {
        self.codes.push(f64::from(code as u8));
    }

    fn counted(&mut self, code: Code, count: usize) {
        self.code(code);
        self.codes.push(count as f64);
    }

    fn number(&mut self, number: f64) {
        self.code(Code::Number);
        self.codes.push(number);
    }

    fn word(&mut self, word: &'static str) {
        let number = WORDS.with(|words| {
            cached(words, (word.as_ptr() as usize, word.len()), || {
                // A few hundred at most.
                #[allow(clippy::cast_possible_truncation)]
                let number = words.borrow().len() as u32;
                intern(number, word);
                number
            })
        });
        self.code(Code::Word);
        self.codes.push(f64::from(number));
    }

    fn text(&mut self, text: &str) {
        self.counted(Code::Text, text.encode_utf16().count());
        self.texts.push_str(text);
    }
}

/// A value that has no plain form in JavaScript.
#[derive(Debug)]
struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no plain value")
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// The methods for numbers that a JavaScript number represents exactly.
macro_rules! numbers {
    ($($method:ident: $number:ty,)*) => {
        $(fn $method(self, value: $number) -> Result<(), Unsupported> {
            self.number(f64::from(value));
            Ok(())
        })*
    };
}

impl<'t> Serializer for &'t mut Tape {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Values<'t>;
    type SerializeTuple = Values<'t>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Values<'t>;
    type SerializeStruct = Values<'t>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    fn serialize_bool(self, value: bool) -> Result<(), Unsupported> {
        self.code(if value { Code::True } else { Code::False });
        Ok(())
    }

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_f32: f32, serialize_f64: f64,
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unsupported> {
        self.number(value as f64);
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unsupported> {
        self.number(value as f64);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unsupported> {
        self.text(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsupported> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsupported> {
        self.code(Code::Null);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsupported> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unsupported> {
        self.word(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_seq(self, count: Option<usize>) -> Result<Values<'t>, Unsupported> {
        Values::begin(self, Code::List, count)
    }

    fn serialize_tuple(self, count: usize) -> Result<Values<'t>, Unsupported> {
        Values::begin(self, Code::List, Some(count))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_map(self, count: Option<usize>) -> Result<Values<'t>, Unsupported> {
        Values::begin(self, Code::Record, count)
    }

    fn serialize_struct(self, _: &'static str, count: usize) -> Result<Values<'t>, Unsupported> {
        Values::begin(self, Code::Record, Some(count))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        Err(Unsupported)
    }
}

/// The values of a list, or the names and values of a record, which follow their count.
struct Values<'t>(&'t mut Tape);

impl<'t> Values<'t> {
    /// A sequence of unknown length is not supported.
    fn begin(tape: &'t mut Tape, code: Code, count: Option<usize>) -> Result<Self, Unsupported> {
        tape.counted(code, count.ok_or(Unsupported)?);
        Ok(Self(tape))
    }
}

impl ser::SerializeSeq for Values<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Unsupported> {
        Ok(())
    }
}

impl ser::SerializeTuple for Values<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Unsupported> {
        Ok(())
    }
}

impl ser::SerializeMap for Values<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsupported> {
        key.serialize(&mut *self.0)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Unsupported> {
        Ok(())
    }
}

impl ser::SerializeStruct for Values<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unsupported> {
        self.0.word(name);
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Unsupported> {
        Ok(())
    }
}
