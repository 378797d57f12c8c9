//! The quantile function of the modified PERT distribution, as an expansion that is exact for practical purposes.
//!
//! A figure's distribution has one free parameter: where its best value lies between its bounds (`mode`, 0 to 1), since
//! the peak weight k follows from its standing. logit(x) as a function of z = logit(u) and of `mode` is smooth and close to
//! linear at both ends, so a product of Chebyshev polynomials of low degree follows it. They run in asinh(z / 3) rather than
//! in z: the logit's poles at z = ±πi then lie further off, which halves the terms needed. The values come from the inverse
//! beta of the `statrs` crate; `tests/quantiles.rs` holds the expansion against it (1e-6 of the distance between the bounds).

use crate::write::{array, line};
use statrs::function::beta::inv_beta_reg;
use std::f64::consts::PI;

/// Terms in asinh(logit(u) / 3).
const DEPTH: usize = 16;
/// Terms in the mode.
const WIDTH: usize = 14;
/// Peak weights: judged, derived, published.
const PEAKS: [f64; 3] = [2.0, 3.0, 4.0];
/// Largest |logit(u)| asked for: the outermost of 2^12 points, and a little.
const REACH: f64 = 9.1;
/// Where asinh bends from straight to logarithmic.
const BEND: f64 = 3.0;

/// Coefficients are whole numbers of this: their rounding moves a quantile by less than 1e-8 of the distance between the bounds,
/// a hundredth of what the expansion itself leaves. As floats they were 4 kB more of the wasm, half of it the noise of terms
/// that are zero by symmetry.
const GRAIN: f64 = 1.0 / (1 << 27) as f64;

/// `EXPANSIONS[peak][depth][width]`, in grains.
pub(crate) fn expansions() -> String {
    let mut out = String::new();
    line(&mut out, &format!("const REACH: f64 = {REACH:?};"));
    line(&mut out, &format!("const BEND: f64 = {BEND:?};"));
    line(&mut out, "const GRAIN: f64 = 1.0 / (1 << 27) as f64;");
    line(&mut out, &format!("const DEPTH: usize = {DEPTH};"));
    let tables: Vec<String> = PEAKS
        .iter()
        .map(|&peak| {
            let rows: Vec<String> = coefficients(peak).iter().map(|row| array(&grains(row))).collect();
            format!("[{}]", rows.join(", "))
        })
        .collect();
    line(&mut out, "#[allow(clippy::unreadable_literal)]");
    line(
        &mut out,
        &format!("static EXPANSIONS: [[[i32; {WIDTH}]; {DEPTH}]; {}] = [{}];", PEAKS.len(), tables.join(",\n")),
    );
    out
}

fn grains(coefficients: &[f64]) -> Vec<i32> {
    // The largest coefficient is below 16.
    #[allow(clippy::cast_possible_truncation)]
    let grain = |coefficient: &f64| (coefficient / GRAIN).round() as i32;
    coefficients.iter().map(grain).collect()
}

/// Chebyshev coefficients from the values at Chebyshev nodes, first along the depth, then along the width.
fn coefficients(peak: f64) -> Vec<Vec<f64>> {
    let reach = (REACH / BEND).asinh();
    let values: Vec<Vec<f64>> = nodes(DEPTH)
        .iter()
        .map(|w| BEND * (w * reach).sinh())
        .map(|z| nodes(WIDTH).iter().map(|m| logit_quantile(peak, f64::midpoint(*m, 1.0), z)).collect())
        .collect();
    let columns: Vec<Vec<f64>> =
        (0..WIDTH).map(|m| transform(&values.iter().map(|row| row[m]).collect::<Vec<_>>())).collect();
    (0..DEPTH).map(|d| transform(&columns.iter().map(|column| column[d]).collect::<Vec<_>>())).collect()
}

fn nodes(count: usize) -> Vec<f64> {
    (0..count).map(|i| (PI * (i as f64 + 0.5) / count as f64).cos()).collect()
}

/// The discrete cosine transform that turns values at the nodes into coefficients.
fn transform(values: &[f64]) -> Vec<f64> {
    let count = values.len();
    (0..count)
        .map(|k| {
            let sum: f64 = values
                .iter()
                .enumerate()
                .map(|(i, v)| v * (PI * k as f64 * (i as f64 + 0.5) / count as f64).cos())
                .sum();
            sum * if k == 0 { 1.0 } else { 2.0 } / count as f64
        })
        .collect()
}

/// logit of the quantile at u = logistic(z). The smaller tail is inverted, so that neither end loses digits.
fn logit_quantile(peak: f64, mode: f64, z: f64) -> f64 {
    let (alpha, beta) = (1.0 + peak * mode, 1.0 + peak * (1.0 - mode));
    if z > 0.0 {
        return -logit_quantile(peak, 1.0 - mode, -z);
    }
    let x = inv_beta_reg(alpha, beta, 1.0 / (1.0 + (-z).exp()));
    (x / (1.0 - x)).ln()
}
