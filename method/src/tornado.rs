//! What each figure does to an answer: set to its low and to its high in turn, all else at its best.

use crate::answers::{self, Answers};
use crate::figure_set::{FigureRow, FigureSet};
use crate::html::{anchor, escape, hundred, number};
use anyhow::{Context, Result};
use cotton_origin::Garment;
use cotton_origin::figures::RECENT_CROPS;
use std::fmt::Write;

struct Bar<'s> {
    row: &'s FigureRow,
    what: String,
    /// The figure's low and high.
    values: [f64; 2],
    /// The answer at each.
    answers: [f64; 2],
}

impl Bar<'_> {
    fn span(&self) -> f64 {
        (self.answers[1] - self.answers[0]).abs()
    }
}

/// The table of a garment written as JSON, widest first, each row with its bar.
pub(crate) fn table(json: &str, caption: &str, set: &FigureSet, answers: &Answers) -> Result<String> {
    let garment = answers::garment(json)?;
    let central = answers.central(&garment)?;
    let bars = bars(&garment, central, set, answers)?;
    let most = bars.iter().flat_map(|bar| bar.answers).fold(central, f64::max);
    // A scale that ends at a round number.
    let end = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8].into_iter().find(|end| most <= *end).unwrap_or(1.0);
    let mut out = format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table class=\"tornado\">\n<caption>{0}</caption>\n\
         <thead><tr><th scope=\"col\">Figure, from low to high</th><th scope=\"col\">Standing</th>\
         <th scope=\"col\" class=\"number\">At its low</th><th scope=\"col\" class=\"number\">At its high</th>\
         <th scope=\"col\" class=\"drawn\"><div class=\"ends\"><span>0</span> <span>{1} in 100</span></div></th></tr></thead>\n<tbody>\n",
        escape(caption),
        100.0 * end,
    );
    for bar in &bars {
        writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#{}\">{}</a> <span class=\"bounds\">{} to {}</span></th><td>{}</td>\
             <td class=\"number\" data-label=\"low\">{}</td>\
             <td class=\"number\" data-label=\"high\">{}</td><td class=\"drawn\">{}</td></tr>",
            anchor(bar.row.id),
            escape(&bar.what),
            number(bar.values[0]),
            number(bar.values[1]),
            standing(bar.row),
            hundred(bar.answers[0]),
            hundred(bar.answers[1]),
            drawn(bar, central, end),
        )?;
    }
    out.push_str("</tbody></table></div>");
    Ok(out)
}

pub(crate) fn standing(row: &FigureRow) -> String {
    let in_part = if row.judged.is_some() { ", in part judged" } else { "" };
    format!("<span class=\"standing {0}\">{0}{in_part}</span>", row.standing())
}

/// The bar. Judged figures are hollow, so that it shows without colour.
fn drawn(bar: &Bar, central: f64, end: f64) -> String {
    let at = |share: f64| (1000.0 * share / end).round() / 10.0;
    let [from, to] = [bar.answers[0].min(bar.answers[1]), bar.answers[0].max(bar.answers[1])].map(at);
    format!(
        "<svg class=\"{}\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">\
         <line class=\"scale\" x1=\"0\" y1=\"5\" x2=\"100\" y2=\"5\"/><rect x=\"{from}\" y=\"1\" width=\"{:.1}\" height=\"8\"/>\
         <line class=\"central\" x1=\"{2}\" y1=\"0\" x2=\"{2}\" y2=\"10\"/></svg>",
        bar.row.standing(),
        to - from,
        at(central),
    )
}

fn bars<'s>(garment: &Garment, central: f64, set: &'s FigureSet, answers: &Answers) -> Result<Vec<Bar<'s>>> {
    let mut bars = Vec::new();
    for row in set.figures.iter().filter(|row| row.varies()) {
        bars.push(bar(row, row.what.to_owned(), [row.low, row.high], garment, answers)?);
    }
    if garment.bought_in.is_none() {
        bars.push(any_crop(garment, set, answers)?);
    }
    bars.retain(|bar| bar.answers.iter().any(|answer| (answer - central).abs() > 1e-12));
    bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
    Ok(bars)
}

fn bar<'s>(
    row: &'s FigureRow,
    what: String,
    values: [f64; 2],
    garment: &Garment,
    answers: &Answers,
) -> Result<Bar<'s>> {
    let at = |value: f64| answers.central_with(garment, &answers::replacing(row.id, value)?);
    Ok(Bar { row, what, values, answers: [at(values[0])?, at(values[1])?] })
}

/// The base figure has no bounds: where the year is not known, the recent crops vary in its place.
fn any_crop<'s>(garment: &Garment, set: &'s FigureSet, answers: &Answers) -> Result<Bar<'s>> {
    let crops: Result<Vec<&FigureRow>> =
        RECENT_CROPS.map(|year| set.figure(&format!("region-of-china[{year}]"))).collect();
    let crops = crops?;
    let low = crops.iter().map(|row| row.low).reduce(f64::min).context("there are crops")?;
    let high = crops.iter().map(|row| row.high).reduce(f64::max).context("there are crops")?;
    let row = set.figure("region-of-china")?;
    bar(
        row,
        format!("{}, over the crops {} to {}", row.what, RECENT_CROPS.start(), RECENT_CROPS.end()),
        [low, high],
        garment,
        answers,
    )
}
