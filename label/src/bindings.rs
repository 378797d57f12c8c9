//! The label reader, with the browser's own names of countries, and spans counted as JavaScript counts letters.

// wasm_bindgen exports what is public here; to Rust callers the module is closed.
#![allow(unreachable_pub)]
// JavaScript hands its values over: there is nothing to borrow from.
#![allow(clippy::needless_pass_by_value)]

use crate::{CatalogueWords, Found, Names, Note, NoteId, Overfull, Reader, Reading, Span, Unplaced};
use cotton_origin::{
    bindings::error::thrown,
    bindings::incoming,
    bindings::outgoing::{self, Record},
    error::{Error, ErrorCode, Problem, ProblemCode},
    garment::{Fibre, Garment, Said},
    table::Words,
    vocabulary::{Percent, Place},
};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::*};

#[wasm_bindgen]
extern "C" {
    /// Names of regions in a language.
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locales: &JsValue, options: &JsValue) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// The browser's names, the usual ones and the short ones. A language that it does not know has none.
struct Browser;

impl Names for Browser {
    fn names(&self, language: &str) -> Vec<(Place, String)> {
        let mut names = Vec::new();
        for style in ["short", "long"] {
            // It inherits nothing that a page has added to `Object.prototype`.
            let options: Object = Object::create(JsValue::NULL.unchecked_ref());
            for (name, value) in [("type", "region"), ("style", style), ("fallback", "none")] {
                // Setting a property of a fresh object cannot fail.
                let _ = Reflect::set(&options, &name.into(), &value.into());
            }
            // Without the list the browser would answer in its own language where it does not know this one.
            let Ok(display) = DisplayNames::new(&Array::of1(&language.into()), &options) else { continue };
            let name = |place: Place| Some((place, display.of(place.code()).ok()??));
            names.extend(Place::all().filter_map(name));
        }
        names
    }
}

thread_local! {
    /// One reader for the page: it keeps the names that it has asked for.
    static READER: Reader = Reader::new();
}

/// From bytes to the units that JavaScript counts.
struct Units(Vec<u32>);

impl Units {
    fn of(text: &str) -> Self {
        let mut units = Vec::with_capacity(text.len() + 1);
        let mut count = 0;
        for letter in text.chars() {
            units.extend(std::iter::repeat_n(count, letter.len_utf8()));
            count += if u32::from(letter) > 0xffff { 2 } else { 1 };
        }
        units.push(count);
        Self(units)
    }

    fn span(&self, span: Span) -> JsValue {
        let at = |byte: usize| self.0.get(byte).or(self.0.last()).copied().map(f64::from);
        Record::new().number("start", at(span.start)).number("end", at(span.end)).into()
    }
}

/// Reads a label, or a shop's description, into a garment.
///
/// # Errors
/// `bad-label` where the text is none or too long, `bad-options` where the options are not `languages`.
#[wasm_bindgen(js_name = readLabel)]
pub fn read_label(text: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let Some(text) = text.as_string() else {
        return Err(refused(ErrorCode::BadLabel, Problem::new("", ProblemCode::WrongType, shown_type(&text))));
    };
    if text.len() > Reader::LONGEST {
        let problem = Problem::new("", ProblemCode::OutOfRange, cotton_origin::number::shown(text.len() as f64));
        return Err(refused(ErrorCode::BadLabel, problem.between(0.0, Reader::LONGEST as f64)));
    }
    let languages = languages(&incoming::said(&options)).map_err(|problem| refused(ErrorCode::BadOptions, problem))?;
    let reading = READER.with(|reader| reader.read(&text, &Browser, &languages));
    Ok(shown(&reading, &Units::of(&text)))
}

/// What a text says in a column of a catalogue, as a garment of which only that is known; null where it is not understood.
#[wasm_bindgen(js_name = readCell)]
pub fn read_cell(column: &str, text: &str) -> JsValue {
    let garment = READER.with(|reader| {
        let words = CatalogueWords::new(reader, &Browser);
        match column {
            "label" => words.label(text),
            "fibres" => words.fibres(text),
            "kind" => words.kind(text).map(|kind| Garment { kind: Some(kind), ..Garment::default() }),
            "madeIn" => words.place(text).map(|place| Garment { made_in: Some(place), ..Garment::default() }),
            _ => None,
        }
    });
    garment.as_ref().map_or(JsValue::NULL, outgoing::garment)
}

fn shown(reading: &Reading, units: &Units) -> JsValue {
    let found = |found: &Found| {
        let record = Record::new()
            .set("field", &found.field)
            .set("span", units.span(found.span))
            .set("certainty", found.certainty.id())
            .number("atLeast", found.bounds.at_least)
            .number("atMost", found.bounds.at_most)
            .text("reason", found.reason.map(NoteId::id))
            .list("alternatives", &found.alternatives.iter().map(outgoing::garment).collect());
        JsValue::from(record)
    };
    let note = |note: &Note| {
        let record = Record::new().set("id", note.id.id()).set("field", note.field);
        JsValue::from(match note.span {
            Some(span) => record.set("span", units.span(span)),
            None => record,
        })
    };
    let unplaced =
        |one: &Unplaced| JsValue::from(Record::new().set("field", one.field).set("span", units.span(one.span)));
    let told = |name: &str, value: &str, place: Place, span: Span| {
        JsValue::from(Record::new().set(name, value).set("place", place.code()).set("span", units.span(span)))
    };
    let record = Record::new()
        .set("garment", outgoing::garment(&reading.garment))
        .set("fields", reading.fields.iter().map(found).collect::<Array>())
        .set("unused", reading.unused.iter().map(|span| units.span(*span)).collect::<Array>())
        .set("notes", reading.notes.iter().map(note).collect::<Array>())
        .set("excludes", reading.excludes.iter().map(|one| told("of", one.of, one.place, one.span)).collect::<Array>())
        .set(
            "otherPlaces",
            reading.other_places.iter().map(|one| told("what", one.what, one.place, one.span)).collect::<Array>(),
        )
        .list("componentsOf", &reading.components_of.iter().map(|of| JsValue::from(of.id())).collect())
        .set("unplaced", reading.unplaced.iter().map(unplaced).collect::<Array>())
        .text("language", reading.language)
        .number("clothWeight", reading.cloth_weight)
        .text("size", reading.size.as_deref())
        .number("pack", reading.pack.map(f64::from));
    let record = match &reading.overfull {
        Some(overfull) => record.set("overfull", self::overfull(overfull)),
        None => record,
    };
    record.into()
}

fn overfull(overfull: &Overfull) -> JsValue {
    let fibre = |fibre: &Fibre| {
        let percent = fibre.percent.map(Percent::get);
        JsValue::from(Record::new().set("fibre", fibre.kind.id()).number("percent", percent))
    };
    let fibres = overfull.fibres.iter().map(fibre).collect::<Array>();
    Record::new().number("total", Some(overfull.total)).set("fibres", fibres).into()
}

/// `languages`: tags of languages, and nothing else.
fn languages(options: &Said) -> Result<Vec<String>, Problem> {
    let wrong = |field: &str, said: &Said| Err(said.problem(field, ProblemCode::WrongType));
    let fields = match options {
        Said::Nothing => &[][..],
        Said::Fields(fields) => fields,
        other => return wrong("", other),
    };
    let mut languages = Vec::new();
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("languages", Said::Nothing) => {}
            ("languages", Said::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    match item {
                        Said::Text(tag) if index < Reader::MOST_LANGUAGES => languages.push(tag.clone()),
                        other => return wrong(&format!("languages.{index}"), other),
                    }
                }
            }
            ("languages", other) => return wrong(name, other),
            (_, other) => return Err(other.problem(name.as_str(), ProblemCode::UnknownField)),
        }
    }
    Ok(languages)
}

fn shown_type(value: &JsValue) -> String {
    value.js_typeof().as_string().unwrap_or_default()
}

fn refused(code: ErrorCode, problem: Problem) -> JsValue {
    thrown(&Error { code, fields: vec![problem] })
}
