//! A plan evaluated on columns: for `central` and for every point of the set by the same code.

use super::{
    columns::{Averaged, Central, Columns, LENGTH, Numbers, Outcome},
    plan::{Origin, Plan, Stated, Verdict},
    strand::{Market, PathShare, Strand},
};
use crate::{figures::PLACE_FAILS, vocabulary::Place};

/// What the garment's cotton comes to.
pub(crate) fn evaluate(plan: &Plan, columns: &impl Numbers) -> Outcome {
    let mut outcome = columns.strand(plan.sewn, plan.crop);
    for stated in &plan.stated {
        take_in(&mut outcome, *stated, plan, columns);
    }
    match (plan.origins.is_empty(), plan.recycled > 0.0) {
        (true, false) => {}
        (true, true) => add_recycled(&mut outcome, plan.recycled, columns),
        (false, false) => outcome = with_origins(&outcome, plan, columns),
        (false, true) => {
            // A stated origin holds for the recycled part, too. One outside China must not raise the answer above what
            // stood before it (law 3): recycled cotton in a garment sewn in China stands at the world's share.
            let mut stood = outcome.clone();
            add_recycled(&mut stood, plan.recycled, columns);
            outcome = with_origins(&outcome, plan, columns);
            if plan.all_origins_outside_china() {
                take_less(&mut outcome, &stood);
            }
        }
    }
    outcome
}

/// The same averaged over the places of its market's table at every draw: how well the average itself is known.
pub(crate) fn averaged(plan: &Plan, columns: &Columns) -> Outcome {
    let averaged = Averaged(columns);
    match plan.sewn.path_share {
        // What is stated of an earlier stage replaces what one place gives and is weighed against what another does: the answers are averaged.
        PathShare::AnyPlace(any) if any.market != Market::WORLD && !plan.stated.is_empty() => {
            let mut sum = Outcome { share: vec![0.0; LENGTH], any: vec![0.0; LENGTH] };
            for (part, strand) in any.parts(&columns.figures) {
                let outcome = evaluate(&plan.sewn_as(strand), &averaged);
                add_part(&mut sum.share, part, &outcome.share);
                add_part(&mut sum.any, part, &outcome.any);
            }
            // The parts add up to one but for rounding.
            for value in sum.share.iter_mut().chain(&mut sum.any) {
                *value = value.min(1.0);
            }
            let central = evaluate(plan, &Central(columns));
            (sum.share[0], sum.any[0]) = (central.share[0], central.any[0]);
            sum
        }
        _ => evaluate(plan, &averaged),
    }
}

fn add_part(sum: &mut [f64], part: f64, values: &[f64]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += part * value;
    }
}

/// The share for `central` alone.
pub(crate) fn central(plan: &Plan, columns: &Columns) -> f64 {
    evaluate(plan, &Central(columns)).share[0]
}

/// Takes the other where it is less.
fn take_less(outcome: &mut Outcome, other: &Outcome) {
    for i in 0..outcome.share.len() {
        if other.share[i] < outcome.share[i] {
            outcome.share[i] = other.share[i];
            outcome.any[i] = other.any[i];
        }
    }
}

/// Takes in a stated place of cloth or yarn, at every point by what it gives there.
fn take_in(stood: &mut Outcome, stated: Stated, plan: &Plan, columns: &impl Numbers) {
    let new = columns.strand(stated.strand, plan.crop);
    let fails = columns.figure(PLACE_FAILS);
    for (i, fails) in fails.iter().enumerate() {
        let more = new.share[i] > stood.share[i];
        let keep = match stated.verdict(more) {
            Verdict::Replaced => 0.0,
            Verdict::Weighed => *fails,
            Verdict::Stands => 1.0,
        };
        stood.share[i] = mixed(stood.share[i], new.share[i], keep);
        stood.any[i] = mixed(stood.any[i], new.any[i], keep);
    }
}

/// Equal parts of what each stated origin gives.
fn with_origins(stood: &Outcome, plan: &Plan, columns: &impl Numbers) -> Outcome {
    let mut parts = plan.origins.iter().map(|origin| with_origin(stood, *origin, plan, columns));
    let mut sum = parts.next().expect("the caller has at least one");
    for part in parts {
        add(&mut sum.share, &part.share);
        add(&mut sum.any, &part.any);
    }
    let count = plan.origins.len() as f64;
    for value in sum.share.iter_mut().chain(&mut sum.any) {
        *value /= count;
    }
    sum
}

fn with_origin(stood: &Outcome, origin: Origin, plan: &Plan, columns: &impl Numbers) -> Outcome {
    match origin.place {
        Some(Place::Region) => columns.strand(Strand::REGION, plan.crop),
        Some(Place::CHINA) => {
            let mut outcome = columns.strand(Strand::CHINA, plan.crop);
            for i in 0..outcome.share.len() {
                if stood.share[i] > outcome.share[i] {
                    outcome.share[i] = stood.share[i];
                    outcome.any[i] = stood.any[i];
                }
            }
            outcome
        }
        _ => {
            let fails = columns.figure(origin.proof.fails());
            let scaled = |values: &[f64]| values.iter().zip(fails.iter()).map(|(value, fails)| value * fails).collect();
            Outcome { share: scaled(&stood.share), any: scaled(&stood.any) }
        }
    }
}

/// Part of the cotton comes from no known field: the strands of a garment of which nothing is known.
fn add_recycled(outcome: &mut Outcome, part: f64, columns: &impl Numbers) {
    let unknown = columns.recycled();
    for i in 0..outcome.share.len() {
        outcome.share[i] = mixed(unknown.share[i], outcome.share[i], part);
        outcome.any[i] =
            if part < 1.0 { 1.0 - (1.0 - outcome.any[i]) * (1.0 - unknown.any[i]) } else { unknown.any[i] };
    }
}

/// `part` of the first and the rest of the second. Exact at both ends, and where both are equal.
fn mixed(first: f64, second: f64, part: f64) -> f64 {
    if part >= 1.0 { first } else { second + part * (first - second) }
}

fn add(sum: &mut [f64], values: &[f64]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += value;
    }
}
