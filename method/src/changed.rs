//! What changed since the version before, and by how much: each country's old and new answer.

use crate::answers::{self, Answers};
use crate::data::Data;
use crate::figure_set::{FigureRow, FigureSet};
use crate::html::{anchor, escape, hundred};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Versions of the figures and the day each was published. A version without one does not build.
const DATES: [(&str, &str); 1] = [("2026.2", "27 November 2026")];

struct Change<'s> {
    place: String,
    old: f64,
    new: f64,
    /// The row on which the new answer rests; none for China, whose own figures are not among them.
    row: Option<&'s FigureRow>,
}

/// The day on which this version of the figures was published.
pub(crate) fn date(set: &FigureSet) -> Result<&'static str> {
    let known = DATES.iter().find(|(version, _)| *version == set.version);
    known
        .map(|(_, date)| *date)
        .with_context(|| format!("figures {} have no date in method/src/changed.rs", set.version))
}

/// Every country that has or had a row of its own; the answer that moved furthest comes first.
fn changes<'s>(data: &Data, set: &'s FigureSet, answers: &Answers) -> Result<Vec<Change<'s>>> {
    let row = |place: &str| set.figures.iter().find(|row| row.id == format!("china-processed[{place}.any]"));
    let now = set.figures.iter().filter_map(|row| row.id.strip_prefix("china-processed[")?.strip_suffix(".any]"));
    let then = data.before.processed.keys().map(String::as_str);
    let places: BTreeSet<&str> = now.chain(then).chain(["CN"]).collect();
    let mut changes = Vec::new();
    for place in places {
        let asked = if place == "*" { crate::checks::ELSEWHERE } else { place };
        let new = answers.central(&answers::garment(&format!("{{\"madeIn\":\"{asked}\"}}"))?)?;
        let served = row(place).or_else(|| {
            // A member of the EU without a row uses the EU's; any other country without one uses the row for all others.
            ["EU", "*"].into_iter().filter_map(row).find(|row| rests_on(row, asked, new, answers))
        });
        changes.push(Change { place: place.to_owned(), old: data.before.answer(place)?, new, row: served });
    }
    changes.sort_by(|a, b| (b.new - b.old).abs().total_cmp(&(a.new - a.old).abs()));
    Ok(changes)
}

/// Whether a country's answer moves with a row.
fn rests_on(row: &FigureRow, place: &str, answer: f64, answers: &Answers) -> bool {
    let moved = || -> Result<f64> {
        let garment = answers::garment(&format!("{{\"madeIn\":\"{place}\"}}"))?;
        answers.central_with(&garment, &answers::replacing(row.id, row.high)?)
    };
    moved().is_ok_and(|moved| (moved - answer).abs() > 1e-12)
}

/// The table.
pub(crate) fn table(data: &Data, set: &FigureSet, answers: &Answers) -> Result<String> {
    let mut out = format!(
        "<div class=\"figures\"><table>\n<caption>Made in each country, share of the cotton in 100: figures {} and {}</caption>\n<thead><tr><th scope=\"col\">Made in</th>\
         <th scope=\"col\" class=\"number\">Was</th><th scope=\"col\" class=\"number\">Is</th><th scope=\"col\" class=\"number\">Change</th>\
         <th scope=\"col\">Why: the first line of its figure’s basis</th></tr></thead>\n<tbody>\n",
        escape(&data.before.version),
        escape(set.version),
    );
    for Change { place, old, new, row } in changes(data, set, answers)? {
        let name = name(&place, row, data)?;
        let asked = if place == "*" { crate::checks::ELSEWHERE } else { &place };
        let why = match row {
            Some(row) => format!(
                "{}{} <a href=\"#{}\"><code>{}</code></a>",
                in_short(&place, old, new, row, data, rests_on(set.figure("cotton-tilt")?, asked, new, answers)),
                escape(first_sentence(row.basis)),
                anchor(row.id),
                escape(row.id)
            ),
            None => "China’s own figures stand as they were.".to_owned(),
        };
        writeln!(
            out,
            "<tr data-changed=\"{0}\"><th scope=\"row\">{1}</th><td class=\"number\" data-label=\"Was\" data-old=\"{old}\">{2}</td>\
             <td class=\"number\" data-label=\"Is\"><output data-hundred=\"{{&quot;madeIn&quot;:&quot;{asked}&quot;}}\" data-value=\"{new}\">{3}</output></td>\
             <td class=\"number\" data-label=\"Change\">{4}</td><td class=\"basis\"><p>{why}</p></td></tr>",
            escape(&place),
            escape(&name),
            hundred(old),
            hundred(new),
            format!("{:+.1}", 100.0 * (new - old)).replace('-', "−"),
        )?;
    }
    Ok(out + "</tbody></table></div>")
}

/// What kind of change it is.
fn in_short(place: &str, old: f64, new: f64, row: &FigureRow, data: &Data, all_fibres: bool) -> &'static str {
    let own = row.id == format!("china-processed[{place}.any]");
    match (own, all_fibres) {
        _ if (new - old).abs() < 1e-9 => "Unchanged. ",
        (false, _) if row.id == "china-processed[EU.any]" => "No figure of its own for cotton: that of the EU serves. ",
        (false, _) => "No figure of its own: that for any other country serves. ",
        (true, false) if !data.before.is_of_cotton(place) => "A figure for cotton, where one for all fibres stood. ",
        _ => "",
    }
}

/// A country's name, taken from the text of its row ("garments sewn in Vietnam that …"), else from the version before.
fn name(place: &str, row: Option<&FigureRow>, data: &Data) -> Result<String> {
    let own = row.filter(|row| row.id == format!("china-processed[{place}.any]"));
    let own = own.and_then(|row| {
        Some(row.what.split_once(" sewn in ")?.1.split([',']).next()?.split(" that was ").next()?.to_owned())
    });
    let named = own.or_else(|| data.before.processed.get(place).map(|row| row.name.clone()));
    let named = named
        .or_else(|| (place == "CN").then(|| "China".to_owned()))
        .with_context(|| format!("{place} has no name"))?;
    Ok(named[..1].to_uppercase() + &named[1..])
}

/// Up to the first full stop that ends a sentence of some length.
fn first_sentence(basis: &str) -> &str {
    let end = basis.match_indices(". ").map(|(at, _)| at + 1).find(|at| *at > 24);
    end.map_or(basis, |end| &basis[..end])
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_reason_is_one_sentence() {
        assert_eq!(
            first_sentence("The mean of two routes by mass. By cloth: more."),
            "The mean of two routes by mass."
        );
        assert_eq!(first_sentence("No full stop"), "No full stop");
    }
}
