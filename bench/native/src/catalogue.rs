//! A shop's catalogue, row by row the same as `bench/calls/catalogue.js` makes it.

use cotton_origin::{Model, Options, table::Table};
use serde_json::{Value, json};
use std::{fs, hint::black_box, time::Instant};

/// The names that columns refer to: unknown, eight kinds, twelve places.
const NAMES: [&str; 21] = [
    "",
    "t-shirt",
    "shirt",
    "jeans",
    "trousers",
    "dress",
    "sweater",
    "socks",
    "underwear",
    "CN",
    "BD",
    "VN",
    "TR",
    "IN",
    "KH",
    "PK",
    "ID",
    "LK",
    "PT",
    "IT",
    "EU",
];
const KINDS: u32 = 8;
const PLACES: u32 = 12;

/// The number of calls for each size, whose median is reported.
const CALLS: usize = 5;

/// Pseudo-random bits that depend only on the row's number.
fn bits(row: u32) -> u32 {
    let bits = row.wrapping_mul(0x9E37_79B1);
    (bits ^ (bits >> 15)).wrapping_mul(0x85EB_CA77) >> 3
}

fn table(rows: u32) -> Table {
    let column = |value: fn(u32) -> u32| Some((0..rows).map(bits).map(value).collect());
    let numbers = |value: fn(u32) -> f64| Some((0..rows).map(bits).map(value).collect());
    Table {
        names: NAMES.map(str::to_owned).to_vec(),
        kind: column(|bits| 1 + bits % KINDS),
        made_in: column(|bits| 1 + KINDS + bits / 8 % PLACES),
        bought_in: column(|bits| 2024 + bits / 128 % 2),
        mass_grams: numbers(|bits| if bits % 5 == 0 { f64::NAN } else { f64::from(60 + bits / 256 % 900) }),
        cotton_percent: numbers(|bits| if bits % 7 == 0 { f64::NAN } else { f64::from(bits / 1024 % 101) }),
        ..Table::default()
    }
}

/// The time for a catalogue of so many rows, and by how much the process's memory grew.
pub(crate) fn timed(rows: u32, model: &Model, options: &Options) -> Value {
    let table = table(rows);
    let before = resident("VmRSS:");
    black_box(model.assess_table(&table, options));
    let grown = resident("VmHWM:").saturating_sub(before);
    let mut times: Vec<u64> = (0..CALLS).map(|_| time(&table, model, options)).collect();
    times.sort_unstable();
    json!({ "rows": rows, "time": times[CALLS / 2], "bytes": grown })
}

fn time(table: &Table, model: &Model, options: &Options) -> u64 {
    let started = Instant::now();
    black_box(model.assess_table(table, options));
    u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

/// The memory of this process in bytes, on Linux; 0 elsewhere.
fn resident(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|text| text.strip_prefix(line)?.split_whitespace().next()?.parse().ok());
    1024 * kilobytes.unwrap_or(0_u64)
}
