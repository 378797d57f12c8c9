//! Worked examples, computed by hand from the method, and properties that every answer has.

#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its garment written in the call")]

mod common;

use common::{assess, read};
use cotton_origin::assessment::{Quantity, Reason, run};
use serde_json::{Value, json};

#[track_caller]
fn share(garment: Value) -> f64 {
    assess(&garment).cotton_share.expect("there is cotton").central
}

#[track_caller]
fn close(actual: f64, expected: f64, within: f64) {
    assert!((actual - expected).abs() <= within, "{actual} is not {expected} within {within}");
}

/// The base figures come back exactly (law 8).
#[test]
#[allow(clippy::float_cmp)]
fn base_figures() {
    assert_eq!(share(json!({})), 0.20);
    assert_eq!(share(json!({ "fibres": [{ "fibre": "cotton", "percent": 100 }] })), 0.20);
    assert_eq!(share(json!({ "cottonFrom": "CN" })), 0.84);
    assert_eq!(share(json!({ "cottonFrom": "CN-XJ" })), 1.0);
}

#[test]
fn worked_examples() {
    let v_h_a = 0.84 * 0.82 * 0.84;
    close(share(json!({ "madeIn": "CN" })), v_h_a, 1e-12);
    close(share(json!({ "madeIn": "CN", "boughtIn": 2025 })), 0.84 * 0.82 * 0.922, 1e-12);
    close(share(json!({ "madeIn": "BD", "kind": "t-shirt" })), 0.05 * v_h_a, 1e-12);
    close(share(json!({ "madeIn": "BD", "kind": "jeans" })), 0.31 * v_h_a, 1e-12);
    close(share(json!({ "madeIn": "BD", "fabricIn": "CN" })), v_h_a, 1e-12);
    close(share(json!({ "madeIn": "CN", "spunIn": "VN" })), 0.2 * v_h_a + 0.8 * 0.002 * 0.84, 1e-12);
    close(share(json!({ "madeIn": "IN", "cottonFrom": "US" })), 0.4 * 0.012 * v_h_a, 1e-12);
    close(share(json!({ "madeIn": "CN-XJ", "cottonFrom": "CN" })), 0.84, 1e-12);
    let t_shirt = assess(&json!({
        "kind": "t-shirt", "massGrams": 170, "madeIn": "CN",
        "fibres": [{ "fibre": "cotton", "percent": 60 }, { "fibre": "polyester", "percent": 40 }],
    }));
    close(t_shirt.grams.expect("a mass").central, v_h_a * 0.6 * 170.0, 1e-9);
    close(t_shirt.garment_share.expect("cotton").central, v_h_a * 0.6, 1e-12);
    close(t_shirt.field_grams.expect("a loss").central, v_h_a * 0.6 * 170.0 * 1.337, 1e-9);
    let any = assess(&json!({ "madeIn": "CN" })).in_part.expect("cotton").central;
    close(any, 1.0 - (1.0 - v_h_a).powf(2.25), 1e-12);
    close(assess(&json!({})).in_part.expect("cotton").central, 0.30, 0.005);
}

/// Where it was bought: the market's average, and what its buyers left of Chinese yarn and cloth.
#[test]
fn worked_examples_by_market() {
    let (a, h, v) = (0.84, 0.82, 0.84);
    close(share(json!({ "madeIn": "KH", "soldIn": "EU" })), 0.72 * v * h * a, 1e-12);
    close(share(json!({ "madeIn": "VN", "soldIn": "US", "boughtIn": 2024 })), 0.95 * 0.36 * v * h * 0.91, 1e-12);
    close(share(json!({ "madeIn": "CN", "soldIn": "US", "boughtIn": 2024 })), 0.85 * v * h * 0.91, 1e-12);
    close(share(json!({ "madeIn": "IN", "fabricIn": "KH" })), 0.4 * 0.72 * h * v, 1e-4);
    close(share(json!({ "madeIn": "IN", "fabricIn": "KH" })), 0.4 * 0.72 * h * a, 1e-12);
    close(share(json!({ "soldIn": "US" })), 0.1631, 5e-5);
    close(share(json!({ "soldIn": "US", "boughtIn": 2024 })), 0.1604, 5e-5);
    close(share(json!({ "soldIn": "EU" })), 0.1496, 5e-5);
    // A member of the EU has its union's table; a place without a table, a year before the tables and the world have the base figure.
    close(share(json!({ "soldIn": "DE" })), share(json!({ "soldIn": "EU" })), 0.0);
    for base in [json!({ "soldIn": "KE" }), json!({ "soldIn": "US", "boughtIn": 2019 })] {
        let year = base["boughtIn"].as_u64();
        close(share(base), share(year.map_or(json!({}), |year| json!({ "boughtIn": year }))), 0.0);
    }
    // What buyers left is of what is sewn, and of China's own cloth in it; not of other cloth, of yarn, of an origin or of the Region.
    let bought = |garment: Value| {
        let [mut sold, silent] = [garment.clone(), garment];
        let fields = sold.as_object_mut().expect("a garment");
        fields.insert("soldIn".to_owned(), json!("US"));
        share(sold) / share(silent)
    };
    let y = 2024;
    close(bought(json!({ "madeIn": "CN", "fabricIn": "CN", "boughtIn": y })), 0.85, 1e-12);
    close(bought(json!({ "madeIn": "KH", "cottonFrom": "US", "boughtIn": y })), 0.95, 1e-12);
    for untouched in [
        json!({ "madeIn": "VN", "fabricIn": "CN", "boughtIn": y }),
        json!({ "madeIn": "CN-XJ", "boughtIn": y }),
        json!({ "madeIn": "VN", "spunIn": "CN", "boughtIn": y }),
        json!({ "madeIn": "CN", "cottonFrom": "CN", "boughtIn": y }),
        json!({ "madeIn": "CN", "boughtIn": 2021 }),
        json!({ "madeIn": "CN" }),
    ] {
        close(bought(untouched), 1.0, 1e-12);
    }
    // With no year it is in the range and the mean, not in `central`.
    let mean = |garment: Value| assess(&garment).cotton_share.expect("cotton").mean;
    assert!(mean(json!({ "madeIn": "CN", "soldIn": "US" })) < mean(json!({ "madeIn": "CN" })) - 0.01);
}

/// With no country of sewing the range is the spread over places; how well their average is known stands beside it.
#[test]
fn of_average() {
    let answers = |garment: Value| {
        let answer = assess(&garment);
        [answer.cotton_share.expect("cotton"), answer.in_part.expect("cotton")]
    };
    for garment in [json!({}), json!({ "soldIn": "EU" }), json!({ "soldIn": "US", "boughtIn": 2024, "kind": "jeans" })]
    {
        for estimate in answers(garment) {
            let average = estimate.of_average.expect("no country is known");
            assert!(average.low <= estimate.central && estimate.central <= average.high, "{estimate:?}");
            assert!(average.high - average.low < 0.6 * (estimate.high - estimate.low), "{estimate:?}");
        }
    }
    for known in [json!({ "madeIn": "CN" }), json!({ "madeIn": "VN", "soldIn": "US" })] {
        assert!(answers(known).iter().all(|estimate| estimate.of_average.is_none()));
    }
    let [eu, _] = answers(json!({ "soldIn": "EU" }));
    let average = eu.of_average.expect("no country is known");
    close(average.low, 0.12, 0.01);
    close(average.high, 0.20, 0.01);
}

#[test]
fn notes_on_the_market() {
    let ids = |garment: Value| assess(&garment).notes.iter().map(|note| note.id).collect::<Vec<_>>();
    assert!(ids(json!({ "soldIn": "KE" })).contains(&"no-figure-for-market"));
    assert!(ids(json!({ "soldIn": "US", "boughtIn": 2019 })).contains(&"market-before-table"));
    for known in [json!({ "soldIn": "US" }), json!({ "soldIn": "KE", "madeIn": "VN" }), json!({ "soldIn": "FR" })] {
        assert!(!ids(known).iter().any(|id| id.contains("market")));
    }
}

/// Further rows of the table of strands.
#[test]
fn strands() {
    let (a, h, v) = (0.84, 0.82, 0.84);
    // If the place of sewing is unknown, a stated mill is weighed against the world's share.
    close(share(json!({ "fabricIn": "CN" })), v * h * a, 1e-12);
    close(share(json!({ "spunIn": "CN" })), h * a, 1e-12);
    close(share(json!({ "spunIn": "VN" })), 0.2 * 0.20 + 0.8 * 0.002 * a, 1e-12);
    close(share(json!({ "fabricIn": "VN" })), 0.2 * 0.20 + 0.8 * 0.4 * 0.36 * h * a, 1e-12);
    // A row for cotton is not tilted; one for all fibres is.
    close(share(json!({ "madeIn": "UZ" })), 0.005 * v * h * a, 1e-12);
    close(share(json!({ "madeIn": "KE" })), 0.6 * 0.38 * v * h * a, 1e-12);
    // A member of the EU without a row of its own has its union's; a place without any the row for others.
    close(share(json!({ "madeIn": "DE" })), 0.08 * v * h * a, 1e-12);
    close(share(json!({ "madeIn": "AL" })), 0.21 * v * h * a, 1e-12);
    // The Region's own sewing rooms and mills.
    close(share(json!({ "madeIn": "CN-XJ" })), 0.8, 1e-12);
    close(share(json!({ "madeIn": "CN", "fabricIn": "CN-XJ" })), 0.9, 1e-12);
    close(share(json!({ "madeIn": "VN", "spunIn": "CN-XJ" })), 0.99, 1e-12);
    // China stated for an earlier stage does not replace the Region stated for a later one.
    close(share(json!({ "madeIn": "CN-XJ", "fabricIn": "CN" })), 0.8, 1e-12);
    close(share(json!({ "fabricIn": "CN-XJ", "cottonFrom": "CN" })), 0.9, 1e-12);
    // A place outside China is weighed against the Region, too.
    close(share(json!({ "madeIn": "CN-XJ", "spunIn": "IN" })), 0.2 * 0.8 + 0.8 * 0.002 * a, 1e-12);
    // Cloth from Viet Nam gives more than Indian cloth does: it replaces what stood. Yarn from outside China never raises it.
    close(share(json!({ "madeIn": "IN", "fabricIn": "VN" })), 0.4 * 0.36 * h * a, 1e-12);
    close(
        share(json!({ "madeIn": "UZ", "kind": "socks", "spunIn": "VN" })),
        0.2 * 0.005 * v * h * a + 0.8 * 0.002 * a,
        1e-12,
    );
    // Better proof.
    close(share(json!({ "madeIn": "CN", "cottonFrom": "US", "proof": "chain-of-custody" })), 0.08 * v * h * a, 1e-12);
    close(share(json!({ "madeIn": "CN", "cottonFrom": "EU", "proof": "lab-test" })), 0.03 * v * h * a, 1e-12);
    // Several origins take equal parts, each against what stood.
    close(share(json!({ "madeIn": "CN", "cottonFrom": ["US", "CN"] })), 0.5 * 0.4 * v * h * a + 0.5 * a, 1e-12);
}

#[test]
fn schemes() {
    let made_in_china = 0.84 * 0.82 * 0.84;
    close(share(json!({ "madeIn": "CN", "schemes": ["supima"] })), 0.08 * made_in_china, 1e-12);
    close(share(json!({ "madeIn": "CN", "schemes": ["cmia-hip"] })), 0.08 * made_in_china, 1e-12);
    close(share(json!({ "madeIn": "CN", "schemes": ["egyptian-cotton"] })), 0.4 * made_in_china, 1e-12);
    for nothing in
        ["better-cotton-mass-balance", "oeko-tex-standard-100", "gots", "ocs", "organic", "cmia-mass-balance"]
    {
        close(share(json!({ "madeIn": "CN", "schemes": [nothing] })), made_in_china, 1e-12);
    }
    // A scheme's proof applies only to an origin that agrees with it.
    close(share(json!({ "madeIn": "CN", "cottonFrom": "US", "schemes": ["supima"] })), 0.08 * made_in_china, 1e-12);
    let contradicted = assess(&json!({ "cottonFrom": "CN", "schemes": ["supima"] }));
    assert!(contradicted.notes.iter().any(|note| note.id == "scheme-contradicts"));
    close(contradicted.cotton_share.expect("cotton").central, 0.84, 1e-12);
}

#[test]
fn crop_years() {
    close(share(json!({ "cottonFrom": "CN", "boughtIn": 2014 })), 0.56, 1e-12);
    close(share(json!({ "cottonFrom": "CN", "boughtIn": 2026 })), 0.928, 1e-12);
    close(share(json!({ "cottonFrom": "CN", "boughtIn": 2030 })), 0.928, 1e-12);
    close(share(json!({ "cottonFrom": "CN", "boughtIn": 1995 })), 0.56, 1e-12);
    close(share(json!({ "boughtIn": 2025 })), 0.219, 1e-12);
    close(share(json!({ "boughtIn": 2020 })), 0.20 * 0.849 / 0.84, 1e-6);
    let ids = |garment: Value| assess(&garment).notes.iter().map(|note| note.id).collect::<Vec<_>>();
    assert!(ids(json!({ "boughtIn": 2030 })).contains(&"crop-after-table"));
    assert!(ids(json!({ "boughtIn": 1995 })).contains(&"crop-before-table"));
}

#[test]
fn recycled_cotton_has_no_known_field() {
    let fibres = json!([{ "fibre": "cotton", "percent": 60 }, { "fibre": "cotton", "percent": 40, "recycled": true }]);
    let half = assess(&json!({ "madeIn": "CN", "fibres": fibres }));
    let made_in_china: f64 = 0.84 * 0.82 * 0.84;
    close(half.cotton_share.expect("cotton").central, 0.6 * made_in_china + 0.4 * 0.2, 1e-12);
    let any = 1.0 - (1.0 - made_in_china).powf(2.25);
    // It is torn from many garments: for the chance of any it is one strand.
    let unknown = 1.0 - 0.8_f64.powf(2.25);
    close(half.in_part.expect("cotton").central, 1.0 - (1.0 - any) * (1.0 - unknown), 1e-12);
    // Its crop year is not known either.
    let all = json!([{ "fibre": "cotton", "percent": 100, "recycled": true }]);
    close(share(json!({ "madeIn": "CN", "boughtIn": 2025, "fibres": all })), 0.2, 1e-12);
    // A stated origin applies to it, too, but never raises the answer (law 3).
    close(share(json!({ "madeIn": "IN", "cottonFrom": "US", "fibres": all })), 0.4 * 0.012 * made_in_china, 1e-12);
    close(share(json!({ "madeIn": "CN", "cottonFrom": "US", "fibres": all })), 0.2, 1e-12);
    close(share(json!({ "cottonFrom": "CN", "fibres": all })), 0.84, 1e-12);
    // If the earlier answer is kept, so is its chance of any.
    let some = json!([{ "fibre": "cotton", "percent": 50 }, { "fibre": "cotton", "percent": 50, "recycled": true }]);
    let silent = assess(&json!({ "spunIn": "CN", "fibres": some }));
    let stated = assess(&json!({ "spunIn": "CN", "cottonFrom": "BD", "fibres": some }));
    assert!(stated.cotton_share.expect("cotton").central <= silent.cotton_share.expect("cotton").central);
}

#[test]
fn cotton_fraction() {
    let fraction = |garment: Value| {
        let assessment = assess(&garment);
        assessment.garment_share.expect("a fraction").central / assessment.cotton_share.expect("cotton").central
    };
    close(fraction(json!({ "fibres": [{ "fibre": "cotton", "percent": 60 }] })), 0.6, 1e-12);
    close(fraction(json!({ "fibres": [{ "fibre": "cotton" }, { "fibre": "elastane", "percent": 5 }] })), 0.95, 1e-12);
    close(fraction(json!({ "fibres": [{ "fibre": "cotton" }] })), 0.48, 1e-12);
    close(fraction(json!({ "kind": "jeans" })), 0.95, 1e-12);
    close(
        fraction(json!({ "kind": "t-shirt", "fibres": [{ "fibre": "polyester", "percent": 85 },
        { "fibre": "cotton" }, { "fibre": "elastane" }] })),
        0.15,
        1e-12,
    );
    close(
        fraction(json!({ "fibres": [{ "fibre": "cotton", "percent": 61 }, { "fibre": "polyester", "percent": 40 }] })),
        61.0 / 101.0,
        1e-12,
    );
}

#[test]
fn without_cotton() {
    let answer = assess(&json!({ "kind": "coat", "madeIn": "CN", "fibres": [{ "fibre": "wool", "percent": 100 }] }));
    assert_eq!(answer.cotton_share, None);
    assert_eq!(answer.reasons.cotton_share, Some(Reason::NoCotton));
    for quantity in [answer.garment_share, answer.grams, answer.field_grams, answer.in_part] {
        let quantity = quantity.expect("nothing is a number");
        assert!(quantity.low == 0.0 && quantity.high == 0.0 && quantity.central == 0.0 && quantity.mean == 0.0);
    }
    assert!(answer.notes.iter().any(|note| note.id == "no-cotton"));
}

#[test]
fn masses() {
    let reasons = |garment: Value| assess(&garment).reasons;
    assert_eq!(reasons(json!({ "kind": "bed-linen" })).grams, Some(Reason::MassNotKnown));
    assert_eq!(reasons(json!({})).field_grams, Some(Reason::MassNotKnown));
    assert_eq!(reasons(json!({ "kind": "towel" })).grams, None);
    assert_eq!(reasons(json!({ "kind": "towel" })).field_grams, Some(Reason::LossNotKnown));
    let entered = assess(&json!({ "kind": "carpet", "massGrams": 2000, "madeIn": "CN" }));
    close(entered.grams.expect("entered").central, 2000.0 * 0.05 * 0.84 * 0.82 * 0.84, 1e-9);
}

/// Range of the first example, as stated with the task.
#[test]
fn range_of_made_in_china() {
    let estimate = assess(&json!({ "madeIn": "CN" })).cotton_share.expect("cotton");
    close(estimate.low, 0.4995, 0.003);
    close(estimate.high, 0.677, 0.003);
    let nothing = assess(&json!({})).cotton_share.expect("cotton");
    assert!(nothing.low < 0.03 && nothing.high > 0.60, "{nothing:?}");
}

/// The steps of every quantity evaluate to its central (law 7).
#[test]
fn steps_evaluate_to_central() {
    for garment in [
        json!({ "madeIn": "BD", "kind": "jeans", "boughtIn": 2024, "fibres": [{ "fibre": "cotton", "percent": 98 }] }),
        json!({ "madeIn": "CN-XJ", "fabricIn": "VN", "spunIn": "CN", "cottonFrom": ["US", "CN"], "kind": "t-shirt" }),
    ] {
        let answer = assess(&garment);
        let up_to = |last: Quantity| -> f64 {
            let order = [Quantity::CottonShare, Quantity::GarmentShare, Quantity::Grams, Quantity::FieldGrams];
            let wanted =
                &order[..=order.iter().position(|quantity| *quantity == last).expect("a quantity of the chain")];
            let steps: Vec<_> = answer.steps.iter().filter(|step| wanted.contains(&step.of)).cloned().collect();
            run(&steps, 1.0)
        };
        close(up_to(Quantity::CottonShare), answer.cotton_share.expect("cotton").central, 1e-12);
        close(up_to(Quantity::GarmentShare), answer.garment_share.expect("cotton").central, 1e-12);
        close(up_to(Quantity::Grams), answer.grams.expect("a mass").central, 1e-9);
        close(up_to(Quantity::FieldGrams), answer.field_grams.expect("a mass").central, 1e-9);
        let any = answer.steps.iter().find(|step| step.of == Quantity::InPart).expect("a step");
        close(any.result, answer.in_part.expect("cotton").central, 1e-12);
    }
}

/// One error with every problem.
#[test]
fn every_problem_at_once() {
    let error = read(&json!({
        "kind": "trouser", "madeIn": "Bangladesh", "fabricIn": "ZZ", "boughtIn": 1989, "massGrams": -1, "colour": "red",
        "fibres": [{ "fibre": "coton", "percent": 101 }, { "fibre": "wool", "percent": "many" }, { "percent": 5 }],
        "proof": "trust me", "schemes": ["best"],
    }))
    .expect_err("it has problems");
    let problems: Vec<String> =
        error.fields.iter().map(|problem| format!("{} {}", problem.field, problem.code.as_str())).collect();
    for expected in [
        "kind unknown-kind",
        "madeIn unknown-place",
        "fabricIn unknown-place",
        "boughtIn out-of-range",
        "massGrams out-of-range",
        "colour unknown-field",
        "fibres.0.fibre unknown-fibre",
        "fibres.0.percent out-of-range",
        "fibres.1.percent not-a-number",
        "fibres.2.fibre missing",
        "proof unknown-proof",
        "schemes.0 unknown-scheme",
    ] {
        assert!(problems.iter().any(|problem| problem == expected), "{expected} not in {problems:?}");
    }
    assert_eq!(problems.len(), 12, "{problems:?}");
    let total = read(&json!({ "fibres": [{ "fibre": "cotton", "percent": 90 }, { "fibre": "wool", "percent": 40 }] }));
    let total = total.expect_err("130 %");
    assert_eq!((total.fields[0].code.as_str(), total.fields[0].value.as_deref()), ("total-over-100", Some("130")));
}

#[test]
fn totals_near_100() {
    let fibres =
        |a: f64, b: f64| json!({ "fibres": [{ "fibre": "cotton", "percent": a }, { "fibre": "wool", "percent": b }] });
    let notes = |a, b| assess(&fibres(a, b)).notes.iter().map(|note| note.id).collect::<Vec<_>>();
    assert!(read(&fibres(60.0, 41.0)).is_ok());
    assert!(read(&fibres(60.0, 41.5)).is_err());
    assert!(!notes(60.0, 39.0).contains(&"total-under-100"));
    assert!(notes(60.0, 30.0).contains(&"total-under-100"));
}
