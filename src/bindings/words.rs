//! The words of a catalogue, asked of whoever reads them on the page: the label reader is a wasm of its own.

use super::incoming;
use crate::{
    garment::Garment,
    table::Words,
    vocabulary::{Kind, Place},
};
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// A function of JavaScript that takes a column and a text, and gives a garment of which only that is known, or null.
pub(super) struct Asked {
    read: Function,
    thrown: RefCell<Option<JsValue>>,
}

impl Asked {
    pub(super) fn new(read: Function) -> Self {
        Self { read, thrown: RefCell::default() }
    }

    /// What it threw, if it did: then nothing more was asked of it.
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
