//! How a reading compares with what a careful person reads, counted by field and language.

use cotton_origin::{
    Garment, Place,
    garment::{Component, Composition, Fibre},
    vocabulary::Percent,
};
use cotton_origin_label::Reading;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A text with what is to be read in it. What is in neither map is not judged.
#[derive(Deserialize, Clone)]
pub(crate) struct Label {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) lang: String,
    pub(crate) expect: Map<String, Value>,
    /// By field: a list of what else can be defended. A name that ends in `_any`: that is not judged.
    #[serde(default)]
    pub(crate) also: Map<String, Value>,
}

/// How a field of a reading compares with what a careful person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Right,
    Open,
    Wrong,
}

/// Counts by field and language.
#[derive(Default)]
pub(crate) struct Tally(BTreeMap<&'static str, BTreeMap<String, [usize; 3]>>);

impl Tally {
    pub(crate) fn add(&mut self, field: &'static str, language: &str, outcome: Outcome) {
        self.0.entry(field).or_default().entry(language.to_owned()).or_default()[outcome as usize] += 1;
    }

    /// Right, open and wrong in all languages.
    pub(crate) fn total(&self, field: &str) -> [usize; 3] {
        let rows = self.0.get(field).into_iter().flat_map(BTreeMap::values);
        rows.fold([0; 3], |sum, row| [sum[0] + row[0], sum[1] + row[1], sum[2] + row[2]])
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }

    pub(crate) fn print(&self, name: &str) {
        for (field, rows) in &self.0 {
            let [right, open, wrong] = self.total(field);
            println!("{name}, {field}: {right} right, {open} open, {wrong} wrong");
            let cells =
                rows.iter().map(|(language, [right, open, wrong])| format!("{language} {right}/{open}/{wrong}"));
            println!("  {}", cells.collect::<Vec<_>>().join(", "));
        }
    }
}

/// What was read and what was to be read; open where nothing was.
pub(crate) fn compare(read: &Value, expected: &Value) -> Outcome {
    match read {
        read if read == expected => Outcome::Right,
        Value::Null => Outcome::Open,
        _ => Outcome::Wrong,
    }
}

/// The part that counts: the one called so, else the first.
pub(crate) fn main_part(garment: &Garment) -> &Composition {
    let is_main = |part: &&Component| {
        let name = part.name.as_deref().unwrap_or_default();
        ["main", "shell", "outer"].contains(&name.split(' ').next().unwrap_or_default())
    };
    let parts = &garment.components;
    parts.iter().find(is_main).or(parts.first()).map_or(&garment.fibres, |part| &part.fibres)
}

/// The cotton in a composition, in percent; None where no percentage is read.
pub(crate) fn cotton(composition: &Composition) -> Option<f64> {
    let fibres = composition.fibres();
    if fibres.iter().all(|fibre| fibre.percent.is_none()) {
        return None;
    }
    fibres.iter().filter(|fibre| fibre.kind.id() == "cotton").map(|fibre| fibre.percent.map(Percent::get)).sum()
}

/// Compares every field that the label tells of. `complete`: what it does not tell of is not there to be read.
pub(crate) fn outcomes(reading: &Reading, label: &Label, complete: bool) -> Vec<(&'static str, Outcome)> {
    let garment = &reading.garment;
    let Label { expect, also, .. } = label;
    let main = match also.get("main_pick") {
        Some(_) => garment.components.first().map_or(&garment.fibres, |part| &part.fibres),
        None => main_part(garment),
    };
    let place = |place: Option<Place>| json!(place.map(|place| place.code().to_owned()));
    let places = |places: &[Place]| listed(places.iter().map(|place| place.code().to_owned()));
    let fields = [
        ("cotton_percent", json!(cotton(main))),
        ("made_in", place(garment.made_in)),
        ("fabric_in", place(garment.fabric_in)),
        ("spun_in", place(garment.spun_in)),
        ("cotton_from", places(&garment.cotton_from)),
        ("excludes", listed(reading.excludes.iter().map(|one| format!("{} {}", one.of, one.place.code())))),
        ("schemes", listed(garment.schemes.iter().map(|scheme| scheme.id.to_owned()))),
        ("kind", json!(garment.kind.map(cotton_origin::vocabulary::Kind::id))),
        ("mass_grams", json!(garment.mass.map(cotton_origin::vocabulary::Grams::get))),
    ];
    // Where nothing is to be read, only what was invented counts.
    let told = |field: &str, read: &Value| {
        expect.contains_key(field) || (complete && INVENTED.contains(&field) && !read.is_null())
    };
    let mut outcomes: Vec<_> = fields
        .into_iter()
        .filter(|(field, read)| told(field, read) && !also.contains_key(&format!("{field}_any")))
        .map(|(field, read)| (field, outcome(field, &read, label)))
        .collect();
    outcomes.extend(of_fibres(garment, main, label));
    outcomes
}

/// Fields that must stay empty where a complete set of labels does not tell of them.
const INVENTED: [&str; 3] = ["fabric_in", "spun_in", "cotton_from"];

fn outcome(field: &'static str, read: &Value, Label { expect, also, .. }: &Label) -> Outcome {
    let mut expected = expect.get(field).map_or(Value::Null, sorted);
    // The corpora tell that cotton is organic with its fibre; the catalogue has a scheme for it.
    if field == "schemes"
        && expect.get("components").is_some_and(|parts| parts.to_string().contains("\"organic\":true"))
    {
        let mut named = expected.as_array().cloned().unwrap_or_default();
        named.retain(|name| name != "organic");
        named.push(json!("organic"));
        expected = sorted(&json!(named));
    }
    let short = if field == "mass_grams" { "mass" } else { field };
    let others = also.get(short).and_then(Value::as_array).into_iter().flatten();
    match compare(read, &expected) {
        Outcome::Right => Outcome::Right,
        _ if others.into_iter().any(|other| same(read, &sorted(other))) => Outcome::Right,
        _ if same(read, &expected) => Outcome::Right,
        outcome => outcome,
    }
}

/// Numbers are the same whether written with a point or without.
fn same(one: &Value, other: &Value) -> bool {
    one == other || one.as_f64().zip(other.as_f64()).is_some_and(|(one, other)| (one - other).abs() < 0.005)
}

/// Lists in the order of their letters; an empty one is nothing.
fn sorted(value: &Value) -> Value {
    match value.as_array() {
        Some(list) => listed(list.iter().filter_map(Value::as_str).map(str::to_owned)),
        None => value.clone(),
    }
}

fn listed(items: impl Iterator<Item = String>) -> Value {
    let mut items: Vec<String> = items.collect();
    items.sort();
    if items.is_empty() { Value::Null } else { json!(items) }
}

/// The main part's fibres; all parts, where there are several.
fn of_fibres(garment: &Garment, main: &Composition, label: &Label) -> Vec<(&'static str, Outcome)> {
    let Label { expect, also, .. } = label;
    let Some(wanted) = expect.get("components").and_then(Value::as_array) else { return Vec::new() };
    let flags = !also.contains_key("flags_any");
    let wanted: Vec<Value> = wanted.iter().map(|part| expected_fibres(part, flags)).collect();
    let shown = |fibres: &Composition| listed(fibres.fibres().iter().map(|fibre| shown(fibre, flags)));
    let mut outcomes = Vec::new();
    if !also.contains_key("fibres_any") {
        outcomes.push(("fibres of the main part", compare(&shown(main), wanted.first().unwrap_or(&Value::Null))));
    }
    if wanted.len() > 1 && !also.contains_key("components_any") {
        let mut left = wanted;
        let read: Vec<Value> = garment.components.iter().map(|part| shown(&part.fibres)).collect();
        let mut strays = 0;
        for part in read.into_iter().filter(|part| !part.is_null()) {
            match left.iter().position(|wanted| *wanted == part) {
                Some(at) => drop(left.remove(at)),
                None => strays += 1,
            }
        }
        let outcome = match (strays, left.len()) {
            (0, 0) => Outcome::Right,
            (0, _) => Outcome::Open,
            _ => Outcome::Wrong,
        };
        outcomes.push(("parts", outcome));
    }
    outcomes
}

fn expected_fibres(part: &Value, flags: bool) -> Value {
    let fibres = part["fibres"].as_array().into_iter().flatten();
    listed(fibres.map(|fibre| {
        let flag = |name: &str| flags && fibre[name].as_bool() == Some(true);
        let id = fibre["fibre"].as_str().unwrap_or_default();
        written(plain(id), fibre["percent"].as_f64(), flag("recycled"), flag("organic"))
    }))
}

fn shown(fibre: &Fibre, flags: bool) -> String {
    let percent = fibre.percent.map(Percent::get);
    written(plain(fibre.kind.id()), percent, flags && fibre.recycled, flags && fibre.organic)
}

fn written(id: &str, percent: Option<f64>, recycled: bool, organic: bool) -> String {
    format!("{id} {percent:?} {recycled} {organic}")
}

/// The first corpora know neither leather nor down.
pub(crate) fn plain(id: &str) -> &str {
    match id {
        "leather" | "down" => "other",
        id => id,
    }
}
