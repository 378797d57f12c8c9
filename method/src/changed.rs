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
    of: Subject,
    old: f64,
    new: f64,
    /// The row on which the new answer rests; none for China, whose own figures are not among them.
    row: Option<&'s FigureRow>,
}

/// Whose answers are set beside each other: garments sewn in a place, or those of one make of cloth where a figure for it is or was.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Subject {
    place: String,
    /// `any`, `woven` or `knit`, as figures are named.
    cloth: String,
}

impl Subject {
    /// From the name of a row: `VN.woven`.
    fn named(row: &str) -> Option<Self> {
        let (place, cloth) = row.split_once('.')?;
        Some(Self { place: place.to_owned(), cloth: cloth.to_owned() })
    }

    fn is_any(&self) -> bool {
        self.cloth == "any"
    }

    fn figure(&self) -> String {
        format!("china-processed[{}.{}]", self.place, self.cloth)
    }

    /// The garment that is asked for, as JSON.
    fn garment(&self) -> String {
        let place = if self.place == "*" { crate::checks::ELSEWHERE } else { &self.place };
        match self.cloth.as_str() {
            "woven" => format!("{{\"madeIn\":\"{place}\",\"kind\":\"trousers\"}}"),
            "knit" => format!("{{\"madeIn\":\"{place}\",\"kind\":\"t-shirt\"}}"),
            _ => format!("{{\"madeIn\":\"{place}\"}}"),
        }
    }
}

/// The day on which this version of the figures was published.
pub(crate) fn date(set: &FigureSet) -> Result<&'static str> {
    let known = DATES.iter().find(|(version, _)| *version == set.version);
    known
        .map(|(_, date)| *date)
        .with_context(|| format!("figures {} have no date in method/src/changed.rs", set.version))
}

/// Every country, and every make of cloth in a country, that has or had a row of its own; the answer that moved furthest comes first.
fn changes<'s>(data: &Data, set: &'s FigureSet, answers: &Answers) -> Result<Vec<Change<'s>>> {
    let row = |id: &str| set.figures.iter().find(|row| row.id == id);
    let now = set.figures.iter().filter_map(|row| row.id.strip_prefix("china-processed[")?.strip_suffix(']'));
    let then = data.before.processed.keys().map(String::as_str);
    let subjects: BTreeSet<Subject> = now.chain(then).chain(["CN.any"]).filter_map(Subject::named).collect();
    let mut changes = Vec::new();
    for of in subjects {
        let new = answers.central(&answers::garment(&of.garment())?)?;
        let served = row(&of.figure()).or_else(|| {
            // A member of the EU without a row uses the EU's; any other country without one uses the row for all others.
            let others = ["china-processed[EU.any]", "china-processed[*.any]"];
            others.into_iter().filter_map(row).find(|row| rests_on(row, &of, new, answers))
        });
        changes.push(Change { old: data.before.answer(&of.place, &of.cloth)?, new, row: served, of });
    }
    changes.sort_by(|a, b| (b.new - b.old).abs().total_cmp(&(a.new - a.old).abs()));
    Ok(changes)
}

/// Whether an answer moves with a row.
fn rests_on(row: &FigureRow, of: &Subject, answer: f64, answers: &Answers) -> bool {
    let moved = || -> Result<f64> {
        answers.central_with(&answers::garment(&of.garment())?, &answers::replacing(row.id, row.high)?)
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
    for Change { of, old, new, row } in changes(data, set, answers)? {
        let why = match row {
            Some(row) => format!(
                "{}{} <a href=\"#{}\"><code>{}</code></a>",
                in_short(&of, old, new, row, data, rests_on(set.figure("cotton-tilt")?, &of, new, answers)),
                escape(first_sentence(row.basis)),
                anchor(row.id),
                escape(row.id)
            ),
            None => "China’s own figures stand as they were.".to_owned(),
        };
        writeln!(
            out,
            "<tr data-changed=\"{0}\"><th scope=\"row\">{1}</th><td class=\"number\" data-label=\"Was\" data-old=\"{old}\">{2}</td>\
             <td class=\"number\" data-label=\"Is\"><output data-hundred=\"{asked}\" data-value=\"{new}\">{3}</output></td>\
             <td class=\"number\" data-label=\"Change\">{4}</td><td class=\"basis\"><p>{why}</p></td></tr>",
            escape(&if of.is_any() { of.place.clone() } else { format!("{}.{}", of.place, of.cloth) }),
            escape(&name(&of, set, data)?),
            hundred(old),
            hundred(new),
            format!("{:+.1}", 100.0 * (new - old)).replace('-', "−"),
            asked = escape(&of.garment()),
        )?;
    }
    Ok(out + "</tbody></table></div>")
}

/// What kind of change it is.
fn in_short(of: &Subject, old: f64, new: f64, row: &FigureRow, data: &Data, all_fibres: bool) -> &'static str {
    match (row.id == of.figure(), all_fibres) {
        _ if (new - old).abs() < 1e-9 => "Unchanged. ",
        (false, _) if row.id == "china-processed[EU.any]" => "No figure of its own for cotton: that of the EU serves. ",
        (false, _) => "No figure of its own: that for any other country serves. ",
        (true, _) if !of.is_any() && !data.before.has(&of.place, &of.cloth) => {
            "A figure for this cloth, where one for all garments of the country stood. "
        }
        (true, false) if !data.before.is_of_cotton(&of.place) => {
            "A figure for cotton, where one for all fibres stood. "
        }
        _ => "",
    }
}

/// A country's name, taken from the text of its row ("garments sewn in Vietnam that …"), else from the version before; and the cloth, where it is of one.
fn name(of: &Subject, set: &FigureSet, data: &Data) -> Result<String> {
    let place = &of.place;
    let own = set.figures.iter().find(|row| row.id == format!("china-processed[{place}.any]"));
    let own = own.and_then(|row| {
        Some(row.what.split_once(" sewn in ")?.1.split([',']).next()?.split(" that was ").next()?.to_owned())
    });
    let named = own
        .or_else(|| data.before.name(place).map(str::to_owned))
        .or_else(|| (place == "CN").then(|| "China".to_owned()))
        .with_context(|| format!("{place} has no name"))?;
    let named = named[..1].to_uppercase() + &named[1..];
    Ok(match of.cloth.as_str() {
        "woven" => format!("{named}, woven garments"),
        "knit" => format!("{named}, knitted garments"),
        _ => named,
    })
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
