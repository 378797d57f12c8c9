//! The tables of the set: figures by topic, schemes, sources.

use crate::figure_set::{Cited, FigureRow, FigureSet, attribution, trust};
use crate::html::{anchor, escape, number, outward};
use crate::tornado::standing;
use anyhow::{Result, bail};
use cotton_origin::{figures::Unit, texts::Source};
use std::fmt::Write;

/// Topics, in the order of a garment's path, with the families of figures in each.
const TOPICS: [(&str, &str, &[&str]); 9] = [
    ("grown", "What the Region grows", &["region-of-china", "region-of-world", "crop-lag"]),
    ("mills", "What China’s mills use", &["china-home-grown", "china-home-spun", "foreign-lint"]),
    ("region-mills", "Mills and sewing rooms in the Region", &["region-spun", "region-woven", "region-sewn"]),
    ("abroad", "Chinese yarn and cloth in other countries", &["cotton-tilt", "yarn-of-fabric", "china-processed"]),
    ("statements", "How often statements fail", &["place-fails", "claim-fails"]),
    ("lots", "Lots in a garment", &["lots"]),
    ("on-sale", "Where garments on sale come from", &["sewn-in", "switch"]),
    ("garments", "Garments: mass, cotton, losses", &["mass", "fibre-per-gram", "cotton-fraction"]),
    ("checks", "For the checks only", &["check-crop", "check-mills"]),
];

/// Every figure, a table for each topic.
pub(crate) fn figures(set: &FigureSet) -> Result<String> {
    if let Some(lost) = set.figures.iter().find(|row| topic_of(row).is_none()) {
        bail!("{} belongs to no topic of the method page: add its family to `TOPICS`", lost.id);
    }
    let mut out = String::new();
    for (id, title, _) in TOPICS {
        let rows: Vec<&FigureRow> = set.figures.iter().filter(|row| topic_of(row) == Some(id)).collect();
        write!(
            out,
            "<details class=\"topic\"><summary><h3>{title}</h3> <span class=\"count\">{} figures</span></summary><div id=\"figures-{id}\" class=\"here\"></div>\n\
             <div class=\"figures\"><table>\n<caption>Figures: {title}</caption>\n<thead><tr><th scope=\"col\">Figure</th>\
             <th scope=\"col\" class=\"number\">Value</th><th scope=\"col\">Bounds</th><th scope=\"col\">Year</th>\
             <th scope=\"col\">Standing</th><th scope=\"col\">Basis and sources</th></tr></thead>\n<tbody>\n",
            rows.len(),
        )?;
        for row in rows {
            out += &figure(row, set);
        }
        out.push_str("</tbody></table></div></details>\n");
    }
    Ok(out)
}

fn topic_of(row: &FigureRow) -> Option<&'static str> {
    let family = row.id.split('[').next().unwrap_or(row.id);
    TOPICS.iter().find(|(_, _, families)| families.contains(&family)).map(|(id, ..)| *id)
}

fn figure(row: &FigureRow, set: &FigureSet) -> String {
    let bounds = if row.varies() { format!("{} to {}", number(row.low), number(row.high)) } else { "fixed".to_owned() };
    format!(
        "<tr id=\"{}\" data-figure=\"{}\"><th scope=\"row\">{} <code>{}</code></th>\
         <td class=\"number\" data-label=\"Value\"><data value=\"{}\">{}</data></td>\
         <td class=\"bounds\" data-label=\"Bounds\" data-low=\"{}\" data-high=\"{}\">{bounds}</td>\
         <td{} data-label=\"Year\">{}</td><td data-label=\"Standing\">{}</td>\
         <td class=\"basis\"><p>{}</p>{}{}</td></tr>\n",
        escape(&anchor(row.id)),
        escape(row.id),
        escape(row.what),
        escape(row.id),
        number(row.best),
        with_unit(row),
        number(row.low),
        number(row.high),
        if row.year.len() < 12 { " class=\"year\"" } else { "" },
        escape(row.year),
        standing(row),
        escape(row.basis),
        row.judged.map_or_else(String::new, |judged| format!("<p>In part judged. {}</p>", escape(judged))),
        cited(&row.sources, set),
    )
}

/// A value with its unit. A share needs none: it is a part of one.
pub(crate) fn with_unit(row: &FigureRow) -> String {
    let value = number(row.best);
    match row.unit {
        Unit::Share | Unit::Weight | Unit::Ratio => value,
        Unit::Grams => format!("{value}&nbsp;g"),
        Unit::Lots => format!("{value}&nbsp;lots"),
        Unit::Years => format!("{value}&nbsp;year"),
    }
}

pub(crate) fn cited(sources: &[Cited], set: &FigureSet) -> String {
    let items: Vec<String> = sources
        .iter()
        .map(|Cited { source, locator }| {
            let number = set.number(source);
            // On paper the name is left out: the number leads to it, in the list at the end.
            format!(
                "<li><span class=\"name\">{} </span>(<a href=\"#source-{number}\">{number}</a>)<span class=\"name\">, {}. \
                 {}</span>: {} <span class=\"trust\">{}</span></li>",
                outward(source.address, source.title),
                source.year,
                escape(&attribution(source)),
                sentence(locator),
                words(source),
            )
        })
        .collect();
    format!("<ul>{}</ul>", items.concat())
}

/// Text that ends as a sentence does, escaped.
fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    escape(text) + stop
}

/// Whose words a source gives.
fn words(source: &Source) -> &'static str {
    match trust(source) {
        "primary" => "The publisher’s own page.",
        "author" => "The author’s own page.",
        _ => "Reported by another.",
    }
}

/// What each scheme says and does not say.
pub(crate) fn schemes(set: &FigureSet) -> Result<String> {
    let mut out = String::from(
        "<div class=\"figures\"><table>\n<caption>Schemes and claims</caption>\n<thead><tr><th scope=\"col\">Scheme or claim</th>\
         <th scope=\"col\">It says</th><th scope=\"col\">It does not say</th><th scope=\"col\">In the estimate</th></tr></thead>\n<tbody>\n",
    );
    for row in &set.schemes {
        let effect = match (row.origin.as_deref(), row.proof) {
            (None, _) | (_, None) => "Changes nothing.".to_owned(),
            (Some(_), Some(proof)) => {
                let id = format!("claim-fails[{proof}]");
                format!("Counts as a stated origin: <a href=\"#{}\"><code>{}</code></a>.", anchor(&id), escape(&id))
            }
        };
        writeln!(
            out,
            "<tr id=\"scheme-{0}\" data-scheme=\"{0}\"><th scope=\"row\">{1}</th><td data-label=\"It says\">{2}</td>\
             <td data-label=\"It does not say\">{3}</td><td class=\"basis\" data-label=\"In the estimate\"><p>{effect}</p>{4}</td></tr>",
            escape(row.id),
            escape(row.name),
            escape(row.says),
            escape(row.does_not_say),
            cited(&row.sources, set),
        )?;
    }
    Ok(out + "</tbody></table></div>")
}

/// Every page that is cited, once, with its address in full.
pub(crate) fn sources(set: &FigureSet) -> Result<String> {
    let mut out = String::from("<ol class=\"sources\">\n");
    for (index, source) in set.sources.iter().enumerate() {
        writeln!(
            out,
            "<li id=\"source-{}\" data-source=\"{}\">{}. {} {}. {} <span class=\"address\">{}</span></li>",
            index + 1,
            escape(source.id),
            escape(&attribution(source)),
            sentence(source.title),
            source.year,
            words(source),
            outward(source.address, source.address),
        )?;
    }
    Ok(out + "</ol>")
}
