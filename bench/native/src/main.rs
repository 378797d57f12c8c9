//! Measures the core without a browser: prints the times for the garments of a file, and for catalogues, as JSON.
//!
//! `bench-native FILE [REPEATS]`: the file is a list of garments as a page would send them. Times are in nanoseconds.

mod catalogue;
mod said;

use cotton_origin::{Garment, Model, Options};
use serde_json::{Value, json};
use std::{env, error::Error, fs, hint::black_box, time::Instant};

/// Rows of the catalogues.
const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let file = arguments.next().ok_or("name a file of garments")?;
    let repeats = arguments.next().map_or(Ok(3), |repeats| repeats.parse())?;
    let garments: Vec<Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    let garments = garments.iter().map(|garment| Garment::read(&said::said(garment)));
    let garments = garments.collect::<Result<Vec<Garment>, _>>().map_err(|error| format!("{error:?}"))?;
    let options = Options::default();
    let model = Model::new();
    let answer = json!({
        "assess": timed(&garments, repeats, |garment| model.assess(garment)),
        "central": timed(&garments, repeats, |garment| model.central_share(garment, &options)),
        "catalogue": SIZES.map(|rows| catalogue::timed(rows, &model, &options)),
    });
    println!("{answer}");
    Ok(())
}

/// The time of each garment in turn, for several rounds; the first round, which fills the caches, is not counted.
fn timed<T>(garments: &[Garment], repeats: usize, call: impl Fn(&Garment) -> T) -> Value {
    for garment in garments {
        black_box(call(garment));
    }
    let mut times: Vec<u64> = Vec::with_capacity(garments.len() * repeats);
    for garment in garments.iter().cycle().take(garments.len() * repeats) {
        let started = Instant::now();
        black_box(call(garment));
        times.push(u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX));
    }
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    json!({ "median": at(50), "p99": at(99) })
}
