//! Labels as people meet them, and labels of our own: what the reader gets right, leaves open and gets wrong.

#[path = "support/countries.rs"]
mod countries;

use cotton_origin::{
    Garment,
    garment::{Component, Composition, Fibre, Percent},
    table::Table,
};
use cotton_origin_label::{Certainty, NoNames, Reader, Reading};
use countries::Icu;
use proptest::{collection::vec, prelude::*, sample::select, test_runner::RngSeed};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, time::Instant};

#[derive(Deserialize, Clone)]
struct Label {
    id: String,
    text: String,
    lang: String,
    expect: Expected,
}

#[derive(Deserialize, Clone, Default)]
#[serde(default)]
struct Expected {
    cotton_percent: Option<f64>,
    components: Vec<ExpectedPart>,
    made_in: Option<String>,
    fabric_in: Option<String>,
    spun_in: Option<String>,
    cotton_from: Vec<String>,
    schemes: Vec<String>,
    kind: Option<String>,
}

#[derive(Deserialize, Clone)]
struct ExpectedPart {
    fibres: Vec<ExpectedFibre>,
}

#[derive(Deserialize, Clone)]
struct ExpectedFibre {
    fibre: String,
    percent: Option<f64>,
    #[serde(default)]
    recycled: bool,
    #[serde(default)]
    organic: bool,
}

/// How a field of a reading compares with what a careful person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Right,
    Open,
    Wrong,
}

/// Counts by field and language.
#[derive(Default)]
struct Tally(BTreeMap<&'static str, BTreeMap<String, [usize; 3]>>);

impl Tally {
    fn add(&mut self, field: &'static str, language: &str, outcome: Outcome) {
        self.0.entry(field).or_default().entry(language.to_owned()).or_default()[outcome as usize] += 1;
    }

    fn total(&self, field: &str) -> [usize; 3] {
        let rows = self.0.get(field).into_iter().flat_map(BTreeMap::values);
        rows.fold([0; 3], |sum, row| [sum[0] + row[0], sum[1] + row[1], sum[2] + row[2]])
    }

    fn print(&self, name: &str) {
        for (field, rows) in &self.0 {
            let [right, open, wrong] = self.total(field);
            println!("{name}, {field}: {right} right, {open} open, {wrong} wrong");
            let cells =
                rows.iter().map(|(language, [right, open, wrong])| format!("{language} {right}/{open}/{wrong}"));
            println!("  {}", cells.collect::<Vec<_>>().join(", "));
        }
    }
}

fn labels(file: &str) -> Vec<Label> {
    let path = format!("{}/tests/label/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).expect("the labels are there");
    let read = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{file}: {error}: {line}"));
    text.lines().filter(|line| !line.trim().is_empty()).map(read).collect()
}

/// The part that counts: the one called so, else the first.
fn main_part(garment: &Garment) -> &Composition {
    let is_main = |part: &&Component| {
        let name = part.name.as_deref().unwrap_or_default();
        ["main", "shell", "outer"].contains(&name.split(' ').next().unwrap_or_default())
    };
    let parts = &garment.components;
    parts.iter().find(is_main).or(parts.first()).map_or(&garment.fibres, |part| &part.fibres)
}

fn cotton(composition: &Composition) -> Option<f64> {
    let fibres = composition.fibres();
    let percents =
        || fibres.iter().filter(|fibre| fibre.kind.id() == "cotton").map(|fibre| fibre.percent.map(Percent::get));
    if fibres.iter().all(|fibre| fibre.percent.is_none()) {
        return None;
    }
    percents().sum()
}

/// The corpus knows neither leather nor down.
fn kind(fibre: &Fibre) -> &'static str {
    match fibre.kind.id() {
        "leather" | "down" => "other",
        id => id,
    }
}

fn fibre(fibre: &Fibre) -> String {
    let id = kind(fibre);
    let percent = fibre.percent.map(Percent::get);
    format!("{id} {percent:?} {} {}", fibre.recycled, fibre.organic)
}

fn fibres(composition: &Composition) -> Vec<String> {
    let mut fibres: Vec<String> = composition.fibres().iter().map(fibre).collect();
    fibres.sort();
    fibres
}

fn expected_fibres(expected: &Expected) -> Vec<String> {
    let part = expected.components.first();
    let shown =
        |fibre: &ExpectedFibre| format!("{} {:?} {} {}", fibre.fibre, fibre.percent, fibre.recycled, fibre.organic);
    let mut fibres: Vec<String> = part.into_iter().flat_map(|part| &part.fibres).map(shown).collect();
    fibres.sort();
    fibres
}

fn compare<T: PartialEq>(read: Option<&T>, expected: Option<&T>) -> Outcome {
    match (read, expected) {
        (read, expected) if read == expected => Outcome::Right,
        (None, Some(_)) => Outcome::Open,
        _ => Outcome::Wrong,
    }
}

fn outcomes(reading: &Reading, expected: &Expected) -> Vec<(&'static str, Outcome)> {
    let garment = &reading.garment;
    let code = |place: &Option<cotton_origin::Place>| place.map(|place| place.code().to_owned());
    let main = main_part(garment);
    let (read, wanted) = (fibres(main), expected_fibres(expected));
    let listed = |list: &[String]| if list.is_empty() { None } else { Some(list.to_vec()) };
    let from: Vec<String> = garment.cotton_from.iter().map(|place| place.code().to_owned()).collect();
    let schemes: Vec<String> = garment.schemes.iter().map(|scheme| scheme.id.to_owned()).collect();
    let mut outcomes = vec![
        ("cotton percent", compare(cotton(main).as_ref(), expected.cotton_percent.as_ref())),
        ("fibres of the main part", compare(listed(&read).as_ref(), listed(&wanted).as_ref())),
        ("made in", compare(code(&garment.made_in).as_ref(), expected.made_in.as_ref())),
    ];
    // The corpus does not give these: its claims are in words of its own.
    let more = [
        ("fabric in", code(&garment.fabric_in), expected.fabric_in.clone()),
        ("spun in", code(&garment.spun_in), expected.spun_in.clone()),
        ("kind", garment.kind.map(|kind| kind.id().to_owned()), expected.kind.clone()),
    ];
    outcomes.extend(
        more.iter()
            .filter(|(.., wanted)| wanted.is_some())
            .map(|(field, read, wanted)| (*field, compare(read.as_ref(), wanted.as_ref()))),
    );
    if !expected.cotton_from.is_empty() {
        outcomes.push(("cotton from", compare(listed(&from).as_ref(), Some(&expected.cotton_from))));
    }
    if !expected.schemes.is_empty() {
        outcomes.push(("schemes", compare(listed(&schemes).as_ref(), Some(&expected.schemes))));
    }
    outcomes
}

/// Reads a file of labels, prints what is not right, and counts.
fn tally(file: &str) -> Tally {
    let (reader, mut tally) = (Reader::new(), Tally::default());
    for label in labels(file) {
        let reading = reader.read(&label.text, &Icu, &[]);
        for (field, outcome) in outcomes(&reading, &label.expect) {
            tally.add(field, &label.lang, outcome);
            if outcome != Outcome::Right {
                println!("{} {field} {outcome:?}: {:?}\n  {:?}", label.id, label.text, reading.garment);
            }
        }
    }
    tally.print(file);
    tally
}

#[test]
fn corpus() {
    let tally = tally("corpus.jsonl");
    let [right, _, wrong] = tally.total("cotton percent");
    assert!(right >= 57 && wrong == 0, "cotton percent: {right} right, {wrong} wrong");
    assert_eq!(tally.total("made in")[1..], [0, 0], "made in");
    let [right, _, wrong] = tally.total("fibres of the main part");
    assert!(right >= 55 && wrong <= 2, "fibres: {right} right, {wrong} wrong");
}

#[test]
fn own_labels() {
    let tally = tally("labels.jsonl");
    assert!(labels("labels.jsonl").len() >= 100);
    for field in [
        "cotton percent",
        "made in",
        "fibres of the main part",
        "fabric in",
        "spun in",
        "kind",
        "cotton from",
        "schemes",
    ] {
        let [_, open, wrong] = tally.total(field);
        assert_eq!([open, wrong], [0, 0], "{field}");
    }
}

/// Labels by two people who had not seen the reader, nor these tests.
#[test]
fn unseen_labels() {
    let tally = tally("unseen.jsonl");
    for field in ["cotton percent", "made in"] {
        assert_eq!(tally.total(field)[1..], [0, 0], "{field}");
    }
    let [right, _, wrong] = tally.total("fibres of the main part");
    assert!(right >= 246 && wrong <= 1, "fibres: {right} right, {wrong} wrong");
}

/// Labels a second; told, and far from what would be too slow.
#[test]
fn speed() {
    let (reader, labels) = (Reader::new(), [labels("corpus.jsonl"), labels("labels.jsonl")].concat());
    for label in &labels {
        let _ = reader.read(&label.text, &Icu, &[]);
    }
    let start = Instant::now();
    for _ in 0..20 {
        for label in &labels {
            let _ = reader.read(&label.text, &Icu, &[]);
        }
    }
    let rate = 20.0 * labels.len() as f64 / start.elapsed().as_secs_f64();
    println!("{rate:.0} labels a second");
    assert!(rate > 1000.0, "{rate}");
}

/// Spans lie in the text, on the edges of letters; the reading of a reading's text does not panic.
fn sound(text: &str) {
    let reading = Reader::new().read(text, &NoNames, &["de".to_owned()]);
    let spans = reading.fields.iter().map(|found| found.span).chain(reading.unused.iter().copied());
    for span in spans.chain(reading.notes.iter().filter_map(|note| note.span)) {
        assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
    }
    for found in &reading.fields {
        assert!(found.alternatives.is_empty() || found.certainty == Certainty::Ambiguous, "{found:?}");
    }
    assert!(reading.unused.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", reading.unused);
    assert!(reading.garment.fibres.total() <= Composition::MOST + 1e-9);
}

const SCRAPS: [&str; 40] = [
    "100",
    "%",
    "95%",
    "5 ",
    "cotton",
    "棉",
    "Baumwolle",
    "قطن",
    "综",
    "made in ",
    "China",
    "製",
    "shell",
    ":",
    "/",
    "\n",
    "-",
    "<b>",
    "&nbsp;",
    "&#x1F9F5;",
    "lining",
    "recycled",
    "organic",
    "polyester ",
    "60/40",
    "(",
    ")",
    ".",
    ",",
    "İ",
    "ﾎﾟ",
    "\u{301}",
    "🧵",
    "CO",
    "in",
    "weight 200 g",
    "1095%",
    "0",
    "l00%",
    "excluding",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scraps(words in vec(select(SCRAPS.to_vec()), 0..40)) {
        sound(&words.concat());
        sound(&words.join(" "));
    }

    #[test]
    fn anything(text in ".{0,200}") {
        sound(&text);
    }
}

/// Every label cut off anywhere.
#[test]
fn cut_labels() {
    for label in labels("labels.jsonl") {
        for (at, _) in label.text.char_indices().step_by(3) {
            sound(&label.text[..at]);
            sound(&label.text[at..]);
        }
    }
}

/// A row's own columns stand; its label fills the rest.
#[test]
fn rows_with_labels() {
    let mut table = Table {
        names: vec![String::new(), "100% cotton. Made in China".to_owned(), "BD".to_owned()],
        made_in: Some(vec![0, 2, 0]),
        label: Some(vec![1, 1, 0]),
        ..Table::default()
    };
    table.read_labels(|text| Reader::new().read(text, &NoNames, &[]).garment);
    let made_in: Vec<&str> =
        table.made_in.iter().flatten().map(|index| table.names[*index as usize].as_str()).collect();
    assert_eq!(made_in, ["CN", "BD", ""]);
    let cotton = table.cotton_percent.expect("read from the labels");
    assert!(cotton[..2] == [100.0, 100.0] && cotton[2].is_nan(), "{cotton:?}");
}

/// The rows of a table: what is meant, the language, the words.
fn rows(file: &str) -> Vec<[String; 3]> {
    let path = format!("{}/tests/label/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).expect("the table is there");
    let row = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        cells.try_into().unwrap_or_else(|_| panic!("{file}: {line}"))
    };
    text.lines().map(row).collect()
}

/// Reads each row of a table on its own, prints what is not right, and counts.
fn tally_rows(file: &str, read: impl Fn(&Reader, &[String; 3]) -> Outcome) -> [usize; 3] {
    let (reader, mut counts) = (Reader::new(), [0; 3]);
    for row in rows(file) {
        let outcome = read(&reader, &row);
        counts[outcome as usize] += 1;
        if outcome != Outcome::Right {
            println!("{file} {outcome:?}: {row:?}");
        }
    }
    println!("{file}: {counts:?}");
    counts
}

/// Every fibre's name alone with 100 %.
#[test]
fn names_of_fibres() {
    let [right, _, wrong] = tally_rows("fibres.tsv", |reader, [fibre, _, name]| {
        let reading = reader.read(&format!("100% {name}"), &NoNames, &[]);
        let read = main_part(&reading.garment).fibres();
        match read {
            [one] if kind(one) == fibre => Outcome::Right,
            [] => Outcome::Open,
            _ => Outcome::Wrong,
        }
    });
    // Japan calls linen, hemp and ramie one name, and elastane polyurethane; codes such as AC are of several fibres. Vietnamese `gai`
    // is left open: without its accent a shop's girl (`gái`) reads the same.
    assert!(right >= 1684 && wrong <= 6, "{right} right, {wrong} wrong");
}

#[test]
fn phrases_with_countries() {
    let [right, _, wrong] = tally_rows("made-in.tsv", |reader, [country, _, phrase]| {
        let made_in = reader.read(phrase, &Icu, &[]).garment.made_in;
        let wanted = Some(country).filter(|country| !country.is_empty());
        compare(made_in.map(|place| place.code().to_owned()).as_ref(), wanted)
    });
    assert!(right >= 584 && wrong == 0, "{right} right, {wrong} wrong");
}

#[test]
fn names_of_parts() {
    let [right, _, wrong] = tally_rows("components.tsv", |reader, [_, _, name]| {
        let garment = reader.read(&format!("{name}: 100% cotton\n"), &NoNames, &[]).garment;
        let parts = garment.components.iter().map(|part| &part.fibres).chain([&garment.fibres]);
        let whole = parts.filter_map(cotton).any(|percent| percent > 99.9);
        if whole { Outcome::Right } else { Outcome::Open }
    });
    // "Other fibres" is no part.
    assert!(right >= 355 && wrong == 0, "{right} right, {wrong} wrong");
}
