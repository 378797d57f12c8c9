//! Whole catalogues, compared with the same garments assessed one by one.

mod common;

use common::assess;
use cotton_origin::{
    Garment, Model, Options, Place,
    assessment::Estimate,
    table::{Estimates, Status, Table, Words},
    vocabulary::Kind,
};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use serde_json::{Map, Value, json};

const NAMES: [&str; 12] =
    ["", "t-shirt", "jeans", "coat", "CN", "BD", "VN", "CN-XJ", "US", "label", "lab-test", "trousers"];

fn table(rows: usize, rng: &mut StdRng) -> Table {
    let mut column =
        |among: &[u32]| Some((0..rows).map(|_| among[rng.random_range(0..among.len())]).collect::<Vec<u32>>());
    let [kind, made_in, fabric_in, spun_in, cotton_from, proof, bought_in] = [
        column(&[0, 1, 2, 3, 11]),
        column(&[0, 4, 5, 6, 7]),
        column(&[0, 0, 0, 4, 6]),
        column(&[0, 0, 0, 4, 8]),
        column(&[0, 0, 4, 8]),
        column(&[0, 9, 10]),
        column(&[0, 2014, 2024, 2026]),
    ];
    let mut number = |most: f64, missing: f64| {
        let one =
            |rng: &mut StdRng| if rng.random_bool(missing) { f64::NAN } else { (rng.random::<f64>() * most).round() };
        Some((0..rows).map(|_| one(rng)).collect::<Vec<f64>>())
    };
    let (mass_grams, cotton_percent) = (number(900.0, 0.4), number(100.0, 0.3));
    let recycled_percent =
        cotton_percent.as_ref().map(|column| column.iter().map(|cotton| (cotton / 3.0).floor()).collect());
    Table {
        names: NAMES.map(str::to_owned).into(),
        kind,
        made_in,
        fabric_in,
        spun_in,
        cotton_from,
        proof,
        bought_in,
        mass_grams,
        cotton_percent,
        recycled_percent,
        ..Table::default()
    }
}

/// A row as a garment.
fn garment(table: &Table, row: usize) -> Value {
    let mut garment = Map::new();
    let named = [
        ("kind", &table.kind),
        ("madeIn", &table.made_in),
        ("fabricIn", &table.fabric_in),
        ("spunIn", &table.spun_in),
        ("cottonFrom", &table.cotton_from),
        ("proof", &table.proof),
    ];
    for (name, column) in named {
        let index = column.as_ref().map_or(0, |column| column[row]);
        garment.insert(name.to_owned(), json!(table.names[index as usize]));
    }
    let number =
        |column: &Option<Vec<f64>>| column.as_ref().map(|column| column[row]).filter(|number| !number.is_nan());
    if let Some(year) = table.bought_in.as_ref().map(|column| column[row]).filter(|year| *year > 0) {
        garment.insert("boughtIn".to_owned(), json!(year));
    }
    if let Some(mass) = number(&table.mass_grams) {
        garment.insert("massGrams".to_owned(), json!(mass));
    }
    if let Some(cotton) = number(&table.cotton_percent) {
        let recycled = number(&table.recycled_percent).unwrap_or(0.0);
        let fibres = json!([
            { "fibre": "cotton", "percent": recycled, "recycled": true },
            { "fibre": "cotton", "percent": cotton - recycled },
            { "fibre": "wool", "percent": 100.0 - cotton },
        ]);
        garment.insert("fibres".to_owned(), fibres);
    }
    Value::Object(garment)
}

fn row_of(estimates: &Estimates, row: usize) -> Estimate {
    Estimate {
        low: estimates.low[row],
        central: estimates.central[row],
        high: estimates.high[row],
        mean: estimates.mean[row],
        of_average: None,
    }
}

#[track_caller]
fn same(column: &Estimates, row: usize, one: Option<Estimate>, garment: &Value) {
    let cell = row_of(column, row);
    let Some(one) = one else {
        assert!(cell.central.is_nan() && cell.low.is_nan(), "{garment}: {cell:?}");
        return;
    };
    for (is, should) in [(cell.low, one.low), (cell.central, one.central), (cell.high, one.high), (cell.mean, one.mean)]
    {
        assert!((is - should).abs() <= 1e-6 * (1.0 + should), "{garment}: {is}, not {should}");
    }
}

#[test]
fn rows_are_garments() {
    let table = table(400, &mut StdRng::seed_from_u64(8));
    let answer = Model::new().assess_table(&table, &Options::default());
    assert!(answer.problems.is_empty(), "{:?}", answer.problems);
    for row in 0..400 {
        let garment = garment(&table, row);
        let one = assess(&garment);
        same(&answer.cotton_share, row, one.cotton_share, &garment);
        same(&answer.garment_share, row, one.garment_share, &garment);
        same(&answer.grams, row, one.grams, &garment);
        same(&answer.field_grams, row, one.field_grams, &garment);
        same(&answer.in_part, row, one.in_part, &garment);
    }
}

#[test]
fn bad_rows_are_told_and_do_not_stop_the_rest() {
    let table = Table {
        names: ["CN", "Atlantis", "jeans"].map(str::to_owned).into(),
        made_in: Some(vec![0, 1, 7, 2, 0]),
        mass_grams: Some(vec![100.0, -1.0, 100.0, f64::INFINITY, f64::NAN]),
        bought_in: Some(vec![0, 1900, 2024, 2024, 2024]),
        cotton_percent: Some(vec![50.0, 101.0, 50.0, 50.0, 50.0]),
        recycled_percent: Some(vec![10.0, 0.0, 60.0, 0.0, 0.0]),
        ..Table::default()
    };
    let answer = Model::new().assess_table(&table, &Options::default());
    let problems: Vec<String> = answer
        .problems
        .iter()
        .map(|problem| format!("{} {} {} {}", problem.row, problem.field, problem.code.as_str(), problem.value))
        .collect();
    assert_eq!(
        problems,
        [
            "1 madeIn unknown-place Atlantis",
            "1 boughtIn out-of-range 1900",
            "1 massGrams out-of-range -1",
            "1 cottonPercent out-of-range 101",
            "2 madeIn out-of-range 7",
            "2 recycledPercent out-of-range 60",
            "3 madeIn unknown-place jeans",
            "3 massGrams out-of-range inf",
        ]
    );
    let told: Vec<bool> = answer.cotton_share.central.iter().map(|share| !share.is_nan()).collect();
    assert_eq!(told, [true, false, false, false, true]);
    let [ok, not] = [Status::Computed, Status::NotComputed];
    assert_eq!(answer.status, [ok, not, not, not, ok]);
    assert_eq!(answer.grams.central.len(), 5);
}

/// A stand-in for the label reader: its labels are garments in JSON.
struct Json;

impl Words for Json {
    fn label(&self, text: &str) -> Option<Garment> {
        common::read(&serde_json::from_str(text).ok()?).ok()
    }

    fn kind(&self, text: &str) -> Option<Kind> {
        (text == "Hose").then_some(Kind::Trousers)
    }

    fn place(&self, text: &str) -> Option<Place> {
        (text == "Bangladesch").then(|| Place::from_code("BD")).flatten()
    }

    fn fibres(&self, text: &str) -> Option<Garment> {
        self.label(text)
    }
}

/// Labels with more than columns can express: several origins, schemes, components, a missing percentage.
#[test]
fn a_row_with_a_label_is_the_garment_that_the_label_says() {
    let labels = [
        json!({ "cottonFrom": ["US", "CN"], "madeIn": "VN", "fibres": [{ "fibre": "cotton", "percent": 100 }] }),
        json!({ "cottonFrom": ["CN-XJ", "CN"], "madeIn": "VN" }),
        json!({ "cottonFrom": ["IN", "EG"], "proof": "lab-test", "kind": "jeans" }),
        json!({ "cottonFrom": "TR", "schemes": ["ocs"], "massGrams": 300 }),
        json!({ "schemes": ["supima", "cmia-hip"], "madeIn": "CN" }),
        json!({ "components": [
            { "name": "shell", "fibres": [{ "fibre": "polyester", "percent": 100 }] },
            { "name": "lining", "fibres": [{ "fibre": "cotton", "percent": 100 }] },
        ], "madeIn": "CN", "kind": "coat" }),
        json!({ "components": [
            { "fibres": [{ "fibre": "cotton", "percent": 50 }], "massGrams": 200 },
            { "fibres": [{ "fibre": "wool" }], "massGrams": 100 },
        ] }),
        json!({ "kind": "t-shirt", "fibres": [{ "fibre": "cotton", "percent": 30 }, { "fibre": "cotton" }, { "fibre": "silk" }] }),
        json!({ "kind": "t-shirt", "fibres": [{ "fibre": "cotton", "percent": 30, "recycled": true }, { "fibre": "cotton", "percent": 70 }] }),
        json!({ "fibres": [{ "fibre": "wool", "percent": 100 }] }),
        json!({}),
    ];
    let mut names: Vec<String> = labels.iter().map(Value::to_string).collect();
    names.extend(["", "IN", "US", "Hose", "Bangladesch"].map(str::to_owned));
    let index =
        |name: &str| u32::try_from(names.iter().position(|known| known == name).expect("it is there")).expect("few");
    let count = u32::try_from(labels.len()).expect("few");
    // Each label by itself, then with columns that say otherwise.
    let (nothing, rows) = (index(""), 2 * labels.len());
    let own = |name: &str| Some((0..rows).map(|row| if row < labels.len() { nothing } else { index(name) }).collect());
    let table = Table {
        label: Some((0..count).chain(0..count).collect()),
        made_in: own("Bangladesch"),
        cotton_from: own("IN"),
        kind: own("Hose"),
        mass_grams: Some((0..rows).map(|row| if row < labels.len() { f64::NAN } else { 250.0 }).collect()),
        names: names.clone(),
        ..Table::default()
    };
    let answer = Model::new().assess_table_in_words(&table, &Options::default(), &Json);
    assert_eq!(answer.problems, []);
    for (row, label) in labels.iter().chain(&labels).enumerate() {
        let mut garment = label.clone();
        if row >= labels.len() {
            let fields = garment.as_object_mut().expect("a garment");
            if fields.get("cottonFrom") != Some(&json!("IN")) {
                // The proof of another origin does not apply to this one.
                fields.remove("proof");
            }
            let own = json!({ "madeIn": "BD", "cottonFrom": "IN", "kind": "trousers", "massGrams": 250 });
            fields.extend(own.as_object().expect("a garment").clone());
        }
        let one = assess(&garment);
        let exact = |column: &Estimates, one: Option<Estimate>| match one {
            Some(one) => assert_eq!(row_of(column, row), Estimate { of_average: None, ..one }, "{garment}"),
            None => assert!(row_of(column, row).central.is_nan(), "{garment}"),
        };
        exact(&answer.cotton_share, one.cotton_share);
        exact(&answer.garment_share, one.garment_share);
        exact(&answer.grams, one.grams);
        exact(&answer.field_grams, one.field_grams);
        exact(&answer.in_part, one.in_part);
        let status = if one.cotton_share.is_some() { Status::Computed } else { Status::NoCotton };
        assert_eq!(answer.status[row], status, "{garment}");
    }
}

#[test]
fn names_may_be_words() {
    let table = Table {
        names: ["", "jeans", "Hose", "Rock", "cotton", "{}", "wool"].map(str::to_owned).into(),
        kind: Some(vec![1, 2, 3, 0, 0]),
        fibres: Some(vec![4, 0, 0, 4, 6]),
        cotton_percent: Some(vec![f64::NAN, f64::NAN, f64::NAN, 60.0, f64::NAN]),
        ..Table::default()
    };
    let answer = Model::new().assess_table_in_words(&table, &Options::default(), &Json);
    let told: Vec<(usize, &str, &str)> =
        answer.problems.iter().map(|problem| (problem.row, problem.field, problem.code.as_str())).collect();
    assert_eq!(told, [(2, "kind", "unknown-kind"), (3, "cottonPercent", "only-one")]);
    same(
        &answer.garment_share,
        0,
        assess(&json!({ "kind": "jeans", "fibres": [{ "fibre": "cotton" }] })).garment_share,
        &json!({}),
    );
    same(&answer.garment_share, 1, assess(&json!({ "kind": "trousers" })).garment_share, &json!({}));
    let [ok, none, not] = [Status::Computed, Status::NoCotton, Status::NotComputed];
    assert_eq!(answer.status, [ok, ok, not, not, none]);
    // Without a reader, words are unknown.
    let table = Table { label: Some(vec![0, 5, 0, 0, 9]), ..table };
    let answer = Model::new().assess_table(&table, &Options::default());
    let told: Vec<(usize, &str, &str)> =
        answer.problems.iter().map(|problem| (problem.row, problem.field, problem.code.as_str())).collect();
    let expected = [
        (1, "kind", "unknown-kind"),
        (1, "label", "unknown-field"),
        (2, "kind", "unknown-kind"),
        (3, "cottonPercent", "only-one"),
        (4, "label", "out-of-range"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_column_that_cannot_be_taken_is_left_out_if_so_asked() {
    let table = Table {
        names: ["CN", "Atlantis", "BD"].map(str::to_owned).into(),
        made_in: Some(vec![0, 1, 0, 2]),
        mass_grams: Some(vec![-5.0, 100.0, 100.0, 100.0]),
        cotton_percent: Some(vec![50.0, 50.0, 130.0, 0.0]),
        recycled_percent: Some(vec![0.0, 60.0, 10.0, 0.0]),
        ..Table::default()
    };
    let options = Options::read_for_table(&common::said(&json!({ "onProblem": "skip" }))).expect("it is known");
    let answer = Model::new().assess_table(&table, &options);
    let told: Vec<(usize, &str)> = answer.problems.iter().map(|problem| (problem.row, problem.field)).collect();
    assert_eq!(told, [(0, "massGrams"), (1, "madeIn"), (1, "recycledPercent"), (2, "cottonPercent")]);
    let cotton = |percent| json!([{ "fibre": "cotton", "percent": percent }]);
    for (row, garment) in [
        json!({ "madeIn": "CN", "fibres": cotton(50) }),
        json!({ "massGrams": 100, "fibres": cotton(50) }),
        json!({ "madeIn": "CN", "massGrams": 100 }),
        json!({ "madeIn": "BD", "massGrams": 100, "fibres": cotton(0) }),
    ]
    .iter()
    .enumerate()
    {
        let one = assess(garment);
        same(&answer.cotton_share, row, one.cotton_share, garment);
        same(&answer.grams, row, one.grams, garment);
    }
    assert_eq!(answer.status, [Status::Computed, Status::Computed, Status::Computed, Status::NoCotton]);
    // Only a catalogue has rows, and only these are known.
    let problem = |read: Result<Options, cotton_origin::Error>| {
        let error = read.expect_err("it is not known");
        format!("{} {}", error.fields[0].field, error.fields[0].code.as_str())
    };
    let said = |value: Value| common::said(&json!({ "onProblem": value }));
    assert_eq!(problem(Options::read_for_table(&said(json!("ignore")))), "onProblem unknown-value");
    assert_eq!(problem(Options::read_for_table(&said(json!(true)))), "onProblem wrong-type");
    assert_eq!(problem(Options::read(&said(json!("skip")))), "onProblem unknown-field");
    assert_eq!(Options::read_for_table(&said(json!("omit-row"))), Ok(Options::default()));
}

#[test]
fn columns_must_match() {
    let unequal = Table { made_in: Some(vec![0; 3]), mass_grams: Some(vec![1.0; 2]), ..Table::default() };
    assert_eq!(unequal.rows(), None);
    assert_eq!(Table::default().rows(), Some(0));
}

/// Shared results make a catalogue cheap; the ratio is about the same on any machine.
#[test]
fn a_hundred_thousand_rows() {
    let model = Model::new();
    let all = table(100_000, &mut StdRng::seed_from_u64(9));
    // What a shop knows of its goods: kind, country, year, fibres, and often the mass.
    let shop = Table { fabric_in: None, spun_in: None, cotton_from: None, proof: None, recycled_percent: None, ..all };
    let one_by_one = std::time::Instant::now();
    for row in 0..500 {
        std::hint::black_box(model.assess(&common::read(&garment(&shop, row)).expect("a garment")));
    }
    let one_by_one = one_by_one.elapsed() / 500;
    let together = std::time::Instant::now();
    let answer = model.assess_table(&shop, &Options::default());
    let together = together.elapsed() / 100_000;
    assert_eq!(answer.in_part.mean.len(), 100_000);
    println!("a row: {together:?} together, {one_by_one:?} one by one");
    // Measured 200 to 1; a tenth of that leaves room for a busy machine.
    assert!(together * 20 < one_by_one, "{together:?} a row, {one_by_one:?} one by one");
}
