//! Whole catalogues, held against the same garments one by one.

mod common;

use common::assess;
use cotton_origin::{
    Model, Options,
    assessment::Estimate,
    table::{Estimates, Table},
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
        label: None,
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
    assert_eq!(answer.grams.central.len(), 5);
}

#[test]
fn columns_must_match() {
    let unequal = Table { made_in: Some(vec![0; 3]), mass_grams: Some(vec![1.0; 2]), ..Table::default() };
    assert_eq!(unequal.rows(), None);
    assert_eq!(Table::default().rows(), Some(0));
}

/// Sharing what rows share is what makes a catalogue cheap; the ratio holds on any machine.
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
