//! The bindings in a real browser: what JavaScript passes and gets back.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::float_cmp, reason = "counts and bounds come across the boundary as they are")]

#[path = "common/bits.rs"]
mod bits;

use cotton_origin::bindings::{assess, assess_all, assess_table, catalogue, garment, version};
use cotton_origin::{figures::LAST_CROP, vocabulary::Kind};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{FormData, UrlSearchParams};

wasm_bindgen_test_configure!(run_in_browser);

fn json(text: &str) -> JsValue {
    JSON::parse(text).expect("the test's own JSON")
}

/// A field by its path.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).expect("an object"))
}

fn number(value: &JsValue, path: &str) -> f64 {
    at(value, path).as_f64().unwrap_or_else(|| panic!("{path} is no number"))
}

fn answer(garment: &str) -> JsValue {
    assess(json(garment), JsValue::UNDEFINED).expect("a garment that can be read")
}

#[wasm_bindgen_test]
fn gives_the_estimate() {
    assert!((number(&answer("{}"), "cottonShare.central") - 0.2).abs() < 1e-15);
    let china = answer(r#"{ "madeIn": "CN" }"#);
    assert!((number(&china, "cottonShare.central") - 0.84 * 0.82 * 0.84).abs() < 1e-12);
    assert!((number(&china, "cottonShare.low") - 0.4995).abs() < 0.003);
    assert!((number(&china, "cottonShare.high") - 0.677).abs() < 0.003);
    assert!(at(&china, "grams").is_null());
    assert_eq!(at(&china, "reasons.grams").as_string().as_deref(), Some("mass-not-known"));
    assert!(Array::is_array(&at(&china, "steps")) && at(&china, "steps.0.id").is_string());
    assert!(at(&china, "version.figures").is_string());
}

/// The answer is plain data, which a page can clone, store and post to a worker.
#[wasm_bindgen_test]
fn gives_plain_objects() {
    let china = answer(r#"{ "madeIn": "CN", "kind": "jeans", "proof": "label" }"#);
    let text = JSON::stringify(&china).expect("plain data");
    let again = JSON::stringify(&JSON::parse(&String::from(text.clone())).expect("its own JSON")).expect("plain data");
    assert_eq!(text, again);
    assert!(at(&china, "notes.0").is_instance_of::<Object>());
    assert_eq!(at(&china, "notes.0.id").as_string().as_deref(), Some("cotton-fraction-usual"));
}

#[wasm_bindgen_test]
fn throws_one_error_with_every_problem() {
    let bad = json(
        r#"{ "madeIn": "ZZ", "massGrams": "heavy", "fibres": [{ "fibre": "cotton", "percent": 250 }], "size": 4 }"#,
    );
    let error = assess(bad, JsValue::UNDEFINED).expect_err("it is bad");
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!(at(&error, "name").as_string().as_deref(), Some("CottonOriginError"));
    assert_eq!(at(&error, "code").as_string().as_deref(), Some("bad-garment"));
    assert_eq!(number(&error, "fields.length"), 4.0);
    assert_eq!(at(&error, "fields.2.field").as_string().as_deref(), Some("fibres.0.percent"));
    assert_eq!(at(&error, "fields.2.code").as_string().as_deref(), Some("out-of-range"));
    assert_eq!(number(&error, "fields.2.max"), 100.0);
    let message = at(&error, "message").as_string().expect("a text");
    assert!(message.starts_with("bad-garment: madeIn unknown-place (ZZ)"), "{message}");
}

#[wasm_bindgen_test]
fn refuses_what_is_no_garment() {
    let cyclic = Object::new();
    Reflect::set(&cyclic, &"fibres".into(), &cyclic).expect("a fresh object");
    for odd in [JsValue::from(7), "cotton".into(), Array::new().into(), js_sys::Symbol::for_("x").into(), cyclic.into()]
    {
        let odd_type = odd.js_typeof();
        let result = assess(odd, JsValue::UNDEFINED);
        // An empty list counts as unknown, like an empty object.
        if let Err(error) = result {
            assert_eq!(at(&error, "code").as_string().as_deref(), Some("bad-garment"), "{odd_type:?}");
        }
    }
    let error = assess(json("{}"), json(r#"{ "replaced": 1 }"#)).expect_err("no such option");
    assert_eq!(at(&error, "code").as_string().as_deref(), Some("bad-options"));
    assert_eq!(at(&error, "fields.0.code").as_string().as_deref(), Some("unknown-field"));
}

#[wasm_bindgen_test]
fn reads_a_form_and_a_link() {
    let form = FormData::new().expect("a form");
    for (name, value) in [
        ("kind", "jeans"),
        ("madeIn", ""),
        ("fibres.0.fibre", "cotton"),
        ("fibres.0.percent", "98,5"),
        ("fibres.0.organic", "on"),
        ("fibres.1.fibre", ""),
        ("fibres.1.percent", ""),
        ("cottonFrom", "US"),
        ("cottonFrom", "EG"),
        ("boughtIn", "٢٠٢٤"),
    ] {
        form.append_with_str(name, value).expect("a fresh form");
    }
    let read = garment(form.into()).expect("a garment");
    let expected = r#"{"kind":"jeans","fibres":[{"fibre":"cotton","percent":98.5,"organic":true}],"boughtIn":2024,"cottonFrom":["US","EG"]}"#;
    assert_eq!(String::from(JSON::stringify(&read).expect("plain")), expected);
    let link = UrlSearchParams::new_with_str(
        "boughtIn=2024&kind=jeans&fibres.0.fibre=cotton&fibres.0.percent=98.5&fibres.0.organic=true&cottonFrom=US&cottonFrom=EG",
    );
    let same = garment(link.expect("a query").into()).expect("a garment");
    assert_eq!(String::from(JSON::stringify(&same).expect("plain")), expected);
    assert!(assess(same, JsValue::UNDEFINED).is_ok());
}

#[wasm_bindgen_test]
fn a_form_has_the_same_errors() {
    let form = FormData::new().expect("a form");
    for (name, value) in
        [("fibres.0.fibre", "cotton"), ("fibres.0.percent", "250"), ("fibres.900.percent", "5"), ("colour", "red")]
    {
        form.append_with_str(name, value).expect("a fresh form");
    }
    let error = garment(form.into()).expect_err("it is bad");
    let fields = at(&error, "fields");
    let field = |index: u32| at(&fields, &format!("{index}.field")).as_string().expect("a text");
    assert_eq!([field(0), field(1), field(2)], ["fibres.0.percent", "fibres.900.percent", "colour"]);
    assert!(garment(json("{}")).is_err(), "neither a form nor a link");
}

#[wasm_bindgen_test]
fn tells_what_can_be_named() {
    let catalogue = catalogue();
    assert_eq!(number(&catalogue, "kinds.length"), Kind::ALL.len() as f64);
    assert_eq!(number(&catalogue, "places.length"), 251.0);
    assert!(number(&catalogue, "schemes.length") >= 14.0);
    assert!(at(&catalogue, "schemes.0").is_string());
    assert_eq!(number(&catalogue, "crops.last"), f64::from(LAST_CROP));
    assert_eq!(at(&catalogue, "record.0.id").as_string().as_deref(), Some("un-special-rapporteur-2022"));
    assert_eq!(at(&catalogue, "record.0.stages.5").as_string().as_deref(), Some("transfer"));
    assert!(at(&catalogue, "record.0.until").is_null());
    assert!(at(&version(), "figures").is_string() && at(&version(), "model").is_string());
}

#[wasm_bindgen_test]
fn gives_the_same_bits_as_anywhere() {
    assert_eq!(bits::digest(), bits::DIGEST);
}

#[wasm_bindgen_test]
fn assesses_a_wardrobe() {
    let wardrobe = json(r#"[{ "madeIn": "CN", "kind": "jeans" }, {}, { "kind": "socks", "massGrams": 50 }]"#);
    let wardrobe = assess_all(wardrobe, JsValue::UNDEFINED).expect("garments");
    assert_eq!(number(&wardrobe, "garments.length"), 3.0);
    let grams = number(&wardrobe, "garments.0.grams.central") + number(&wardrobe, "garments.2.grams.central");
    assert!((number(&wardrobe, "total.grams.central") - grams).abs() < 1e-9);
    assert_eq!(number(&wardrobe, "total.withoutGrams.0"), 1.0);
    let error = assess_all(json(r#"[{}, { "madeIn": "ZZ" }, 7]"#), JsValue::UNDEFINED).expect_err("two are bad");
    assert_eq!(at(&error, "fields.0.field").as_string().as_deref(), Some("1.madeIn"));
    assert_eq!(at(&error, "fields.1.field").as_string().as_deref(), Some("2"));
}

#[wasm_bindgen_test]
fn assesses_a_catalogue() {
    let table = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&table, &name.into(), value).expect("a fresh object");
    set("names", &json(r#"["", "CN", "nowhere"]"#));
    set("madeIn", &js_sys::Uint8Array::from(&[1, 0, 2][..]));
    set("massGrams", &js_sys::Float64Array::from(&[100.0, f64::NAN, 100.0][..]));
    set("cottonPercent", &js_sys::Float32Array::from(&[50.0, f32::NAN, 50.0][..]));
    let answer = assess_table(table.clone().into(), JsValue::UNDEFINED, None).expect("columns");
    assert!(at(&answer, "grams.low").is_instance_of::<js_sys::Float64Array>());
    assert!((number(&answer, "grams.central.0") - 0.84 * 0.82 * 0.84 * 50.0).abs() < 1e-9);
    assert!(number(&answer, "grams.central.1").is_nan() && number(&answer, "cottonShare.central.2").is_nan());
    assert_eq!(number(&answer, "problems.length"), 1.0);
    assert_eq!(at(&answer, "problems.0.value").as_string().as_deref(), Some("nowhere"));
    set("kind", &js_sys::Uint8Array::from(&[0][..]));
    set("colour", &js_sys::Uint8Array::from(&[0][..]));
    set("proof", &json("[0]"));
    let error = assess_table(table.into(), JsValue::UNDEFINED, None).expect_err("columns that cannot be read");
    assert_eq!(at(&error, "code").as_string().as_deref(), Some("bad-table"));
    let codes: Vec<_> =
        (0..3).map(|index| at(&error, &format!("fields.{index}.code")).as_string().expect("a code")).collect();
    assert_eq!(codes, ["unknown-field", "wrong-type", "wrong-length"]);
}
