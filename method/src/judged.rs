//! The figures that are our judgement, and how far each moves the answers over garments on sale.

use crate::answers::{self, Answers};
use crate::checks::{on_sale, total};
use crate::figure_set::{FigureRow, FigureSet};
use crate::html::{anchor, escape};
use anyhow::Result;
use cotton_origin::{Garment, figures::Standing};
use std::fmt::Write;

/// What the label states beside the country of sewing, case by case; `PLACE` stands for that country.
const STATED: [(&str, &str); 6] = [
    ("Nothing more", ""),
    ("Cloth made where it was sewn", r#","fabricIn":"PLACE""#),
    ("Yarn spun where it was sewn", r#","spunIn":"PLACE""#),
    ("Cotton from the United States, on the label", r#","cottonFrom":"US""#),
    ("The same, under a chain of custody", r#","cottonFrom":"US","proof":"chain-of-custody""#),
    ("The same, with a laboratory test", r#","cottonFrom":"US","proof":"lab-test""#),
];

/// Smaller moves are shown as a dot: 0.05 in 100.
const SHOWN: f64 = 0.0005;

/// A judged figure, and how far it moves the mean share over garments on sale, for each of [`STATED`].
struct Moved<'s> {
    row: &'s FigureRow,
    spans: Vec<f64>,
}

/// The judged figures that move any of the means by 0.05 in 100 or more.
pub(crate) fn table(set: &FigureSet, answers: &Answers) -> Result<String> {
    let mut moved = moved(set, answers)?;
    let most = |moved: &Moved| moved.spans.iter().copied().fold(0.0, f64::max);
    // A garment stands on one country's row, so these add up.
    let mut shares = vec![0.0; STATED.len()];
    for moved in moved.iter().filter(|moved| moved.row.id.starts_with("china-processed[")) {
        shares.iter_mut().zip(&moved.spans).for_each(|(sum, span)| *sum += span);
    }
    moved.retain(|moved| most(moved) >= SHOWN);
    moved.sort_by(|a, b| most(b).total_cmp(&most(a)));
    let caption = "Judged figures: how far each moves the mean over garments on sale, in 100, from its low to its high";
    let mut out = format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\"><table>\n<caption>{caption}</caption>\n\
         <thead><tr><th scope=\"col\">What the label states beside the country</th>"
    );
    for (name, _) in STATED {
        write!(out, "<th scope=\"col\" class=\"number\">{name}</th>")?;
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for Moved { row, spans } in &moved {
        out += &line(&link(row), spans);
    }
    out += &line("All judged Chinese shares of a country’s yarn and cloth together", &shares);
    out.push_str("</tbody></table></div>");
    Ok(out)
}

fn line(name: &str, spans: &[f64]) -> String {
    let cells = spans.iter().map(|span| {
        let text = if *span < SHOWN { "·".to_owned() } else { format!("{:.1}", 100.0 * span) };
        format!("<td class=\"number\">{text}</td>")
    });
    format!("<tr><th scope=\"row\">{name}</th>{}</tr>\n", cells.collect::<String>())
}

/// The three that move the answers most where the label states nothing more than the country, or the most over all cases.
pub(crate) fn three(all: bool, set: &FigureSet, answers: &Answers) -> Result<String> {
    let mut moved = moved(set, answers)?;
    let size = |moved: &Moved| if all { moved.spans.iter().copied().fold(0.0, f64::max) } else { moved.spans[0] };
    moved.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let mut out = String::from("<ol>\n");
    for moved in moved.iter().take(3) {
        writeln!(out, "<li>{}: by {:.1} in 100</li>", link(moved.row), 100.0 * size(moved))?;
    }
    out.push_str("</ol>");
    Ok(out)
}

fn link(row: &FigureRow) -> String {
    format!("<a href=\"#{}\">{}</a>", anchor(row.id), escape(row.what))
}

fn moved<'s>(set: &'s FigureSet, answers: &Answers) -> Result<Vec<Moved<'s>>> {
    let places = on_sale(set);
    let sum = total(&places);
    let garments: Result<Vec<Vec<(f64, Garment)>>> =
        STATED.iter().map(|(_, more)| on_sale_stating(&places, more)).collect();
    let garments = garments?;
    let judged = set.figures.iter().filter(|row| row.standing == Standing::Judged && row.varies());
    judged
        .map(|row| {
            // Each garment's move counts, up or down: a figure that raises some and lowers others moves both.
            let [low, high] = [answers::replacing(row.id, row.low)?, answers::replacing(row.id, row.high)?];
            let at = |options| -> Result<Vec<Vec<f64>>> {
                let each = |(_, garment): &(f64, Garment)| answers.central_with(garment, options);
                garments.iter().map(|case| case.iter().map(each).collect()).collect()
            };
            let [low, high] = [at(&low)?, at(&high)?];
            let span = |case: usize| {
                let moves = garments[case].iter().zip(low[case].iter().zip(&high[case]));
                moves.map(|((weight, _), (low, high))| weight * (high - low).abs()).sum::<f64>() / sum
            };
            Ok(Moved { row, spans: (0..STATED.len()).map(span).collect() })
        })
        .collect()
}

/// The garments on sale, each bought in 2024 and stating more than its country.
fn on_sale_stating(places: &[(&str, f64)], more: &str) -> Result<Vec<(f64, Garment)>> {
    let one = |(place, weight): &(&str, f64)| {
        let json = format!("{{\"boughtIn\":2024,\"madeIn\":\"PLACE\"{more}}}").replace("PLACE", place);
        Ok((*weight, answers::garment(&json)?))
    };
    places.iter().map(one).collect()
}
