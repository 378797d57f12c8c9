//! Lets JavaScript read the words of a catalogue: the label reader is another wasm.

use super::incoming;
use crate::{
    garment::Garment,
    table::Words,
    vocabulary::{Kind, Place},
};
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// A JavaScript function of a column's name and a text that returns a garment with only that field, or null.
pub(super) struct Asked {
    read: Function,
    thrown: RefCell<Option<JsValue>>,
}

impl Asked {
    pub(super) fn new(read: Function) -> Self {
        Self { read, thrown: RefCell::default() }
    }

    /// The exception that it threw, if it did. After one it is not called again.
    pub(super) fn thrown(self) -> Option<JsValue> {
        self.thrown.into_inner()
    }

    fn ask(&self, column: &str, text: &str) -> Option<Garment> {
        if self.thrown.borrow().is_some() {
            return None;
        }
        match self.read.call2(&JsValue::NULL, &column.into(), &text.into()) {
            Ok(answer) if answer.is_null() => None,
            Ok(answer) => Garment::read(&incoming::said(&answer)).ok(),
            Err(error) => {
                self.thrown.replace(Some(error));
                None
            }
        }
    }
}

impl Words for Asked {
    fn label(&self, text: &str) -> Option<Garment> {
        self.ask("label", text)
    }

    fn kind(&self, text: &str) -> Option<Kind> {
        self.ask("kind", text)?.kind
    }

    fn place(&self, text: &str) -> Option<Place> {
        self.ask("madeIn", text)?.made_in
    }

    fn fibres(&self, text: &str) -> Option<Garment> {
        self.ask("fibres", text)
    }
}
