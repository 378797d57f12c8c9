//! Beside the laboratories: how often tests found the Region's cotton, and our chance of any for the same market and year.

use crate::answers::{self, Answers};
use crate::data::{Data, Rate, Series};
use crate::figure_set::FigureSet;
use crate::html::{escape, hundred};
use crate::tables::cited;
use anyhow::{Context, Result};
use std::fmt::Write;

/// The ends of what is tried for `lots`: one lot, and its upper bound.
const LOTS: [(&str, f64); 2] = [("any-one", 1.0), ("any-six", 6.0)];

/// The picture's scale ends here.
const END: f64 = 0.6;

/// Our side of a row.
struct Ours {
    market: String,
    garment: String,
    central: f64,
    /// How well the market's average is known.
    average: [f64; 2],
    /// The same with one lot, and with six.
    lots: [f64; 2],
}

/// Whether our range for the average and the tests' interval have a point in common.
fn meet(rate: &Rate, ours: &Ours) -> bool {
    let [low, high] = rate.between.unwrap_or([rate.found; 2]);
    ours.average[0] <= high && low <= ours.average[1]
}

fn ours(series: &Series, answers: &Answers) -> Result<Vec<Ours>> {
    let one = |market: &String| {
        let garment = format!("{{\"soldIn\":\"{market}\",\"boughtIn\":{}}}", series.bought);
        let any = |lots: f64| -> Result<f64> {
            let answer = answers.assess_with(&garment, &answers::replacing("lots", lots)?)?;
            Ok(answer.in_part.context("there is cotton in it")?.central)
        };
        let answer = answers.assess(&garment)?.in_part.context("there is cotton in it")?;
        let average = answer.of_average.with_context(|| format!("there is no average over {market}"))?;
        let lots = [any(LOTS[0].1)?, any(LOTS[1].1)?];
        Ok(Ours {
            market: market.clone(),
            garment,
            central: answer.central,
            average: [average.low, average.high],
            lots,
        })
    };
    series.markets.iter().map(one).collect()
}

/// The picture: a row each, on one scale.
pub(crate) fn picture(data: &Data, answers: &Answers) -> Result<String> {
    let mut out = format!(
        "<figure class=\"beside\"><figcaption>Laboratories and the estimate, in 100 garments: the thin bracket is what tests found, with its \
         interval; the broad bar is our chance of any, as the average over the market, with its range</figcaption>\n\
         <div class=\"ends\" aria-hidden=\"true\"><span>0</span> <span>{:.0} in 100</span></div>\n<ul>\n",
        100.0 * END
    );
    for series in &data.series {
        let rate = series.rate()?;
        for ours in ours(series, answers)? {
            let found = rate.between.map_or_else(
                || format!("told: {}", hundred(rate.found)),
                |[low, high]| format!("found: {} ({} to {})", hundred(rate.found), hundred(low), hundred(high)),
            );
            let [low, high] = ours.average.map(hundred);
            let said = format!("{found}; ours: {} ({low} to {high})", hundred(ours.central));
            writeln!(
                out,
                "<li><span class=\"who\">{}, {} {}</span> <span class=\"said\">{said}</span>{}</li>",
                escape(&series.tester),
                escape(&ours.market),
                series.bought,
                drawn(&rate, &ours, &format!("{}, {}: {said}", series.tester, ours.market)),
            )?;
        }
    }
    Ok(out + "</ul></figure>")
}

fn drawn(rate: &Rate, ours: &Ours, said: &str) -> String {
    let at = |share: f64| (1000.0 * (share / END).min(1.0)).round() / 10.0;
    let [low, high] = ours.average.map(at);
    let interval = rate.between.map_or_else(String::new, |ends| {
        let [low, high] = ends.map(at);
        format!("<path class=\"found\" d=\"M{low} 2V8M{low} 5H{high}M{high} 2V8\"/>")
    });
    format!(
        "<svg viewBox=\"0 0 100 20\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\"><line class=\"scale\" x1=\"0\" y1=\"10\" x2=\"100\" y2=\"10\"/>\
         <rect class=\"ours\" x=\"{low}\" y=\"10\" width=\"{:.1}\" height=\"8\"/><line class=\"ours\" x1=\"{2}\" y1=\"9\" x2=\"{2}\" y2=\"19\"/>\
         {interval}<line class=\"found\" x1=\"{3}\" y1=\"0\" x2=\"{3}\" y2=\"9\"/></svg>",
        escape(said),
        high - low,
        at(ours.central),
        at(rate.found),
    )
}

/// The table: both numbers, the miss, why they differ, and where the tests are reported.
pub(crate) fn table(data: &Data, set: &FigureSet, answers: &Answers) -> Result<String> {
    let mut out = String::from(
        "<div class=\"figures\"><table>\n<caption>Tests and the estimate, in 100 garments</caption>\n<thead><tr><th scope=\"col\">Tests</th>\
         <th scope=\"col\">Found</th><th scope=\"col\">Our chance of any</th><th scope=\"col\">Difference</th>\
         <th scope=\"col\">Why they differ</th></tr></thead>\n<tbody>\n",
    );
    for series in &data.series {
        let rate = series.rate()?;
        let all = ours(series, answers)?;
        let found = match (series.counted(), rate.between) {
            (Some(counted), Some([low, high])) => {
                format!(
                    "{} <span class=\"between\">({counted}; {} to {})</span>",
                    hundred(rate.found),
                    hundred(low),
                    hundred(high)
                )
            }
            _ => format!("{} <span class=\"between\">(told, not counted)</span>", hundred(rate.found)),
        };
        let lines = |one: &dyn Fn(&Ours) -> String| -> String {
            let lines: Vec<_> =
                all.iter().map(|ours| format!("<p>{} {}</p>", escape(&ours.market), one(ours))).collect();
            lines.concat()
        };
        writeln!(
            out,
            "<tr id=\"tests-{0}\" data-series=\"{0}\"><th scope=\"row\">{1} <span class=\"goods\">{2}</span></th><td data-label=\"Found\" data-rate=\"{3}\">{found}</td>\
             <td data-label=\"Our chance of any\">{4}</td><td data-label=\"Difference\">{5}</td><td class=\"basis\"><p>{6}</p>{7}</td></tr>",
            escape(&series.id),
            escape(&series.tester),
            escape(&series.goods),
            rate.found,
            lines(&chance),
            lines(&|ours| difference(&rate, ours)),
            escape(&series.why),
            cited(&series.sources, set),
        )?;
    }
    Ok(out + "</tbody></table></div>")
}

fn difference(rate: &Rate, ours: &Ours) -> String {
    let by = 100.0 * (ours.central - rate.found);
    let verdict = if meet(rate, ours) { "the two ranges meet" } else { "a miss: the two ranges do not meet" };
    format!("{by:+.1}, {verdict}").replace('-', "−")
}

fn chance(ours: &Ours) -> String {
    let output = |what: &str, value: f64| {
        format!("<output data-{what}=\"{}\" data-value=\"{value}\">{}</output>", escape(&ours.garment), hundred(value))
    };
    let [low, high] = [output("any-low", ours.average[0]), output("any-high", ours.average[1])];
    let [one, six] = [output(LOTS[0].0, ours.lots[0]), output(LOTS[1].0, ours.lots[1])];
    let central = output("any", ours.central);
    format!("{central} <span class=\"between\">({low} to {high}; with one lot {one}, with six {six})</span>")
}
