//! The figures for auditors with a spreadsheet: `figures.csv`. Those with a program have `figures.json`.

use crate::figure_set::{Cited, FigureSet, attribution, trust};
use crate::html::number;

const COLUMNS: [&str; 11] =
    ["id", "what", "unit", "best", "low", "high", "year", "standing", "basis", "sources", "figures_version"];

/// The name of the file with the figures of a version: the address to cite.
pub(crate) fn of_version(version: &str) -> String {
    format!("figures-{version}.csv")
}

/// One row a figure, as RFC 4180 has it. A source reads "publisher (year), title, address [whose words]: where in it"; several
/// are joined by " | ".
pub(crate) fn csv(set: &FigureSet) -> String {
    let mut out = record(COLUMNS.map(str::to_owned));
    for row in &set.figures {
        let sources: Vec<String> = row.sources.iter().map(source).collect();
        let [best, low, high] = [row.best, row.low, row.high].map(number);
        out += &record([
            row.id.to_owned(),
            row.what.to_owned(),
            row.unit().to_owned(),
            best,
            low,
            high,
            row.year.to_owned(),
            row.standing().to_owned(),
            row.judged.map_or_else(|| row.basis.to_owned(), |judged| format!("{} In part judged. {judged}", row.basis)),
            sources.join(" | "),
            set.version.to_owned(),
        ]);
    }
    out
}

fn source(cited: &Cited) -> String {
    let source = cited.source;
    let (year, title, address) = (source.year, source.title, source.address);
    format!("{} ({year}), {title}, {address} [{}]: {}", attribution(source), trust(source), cited.locator)
}

fn record<const N: usize>(cells: [String; N]) -> String {
    cells.map(|text| cell(&text)).join(",") + "\r\n"
}

/// A quoted cell. A spreadsheet must not take text for a formula: where it would, an apostrophe comes first.
fn cell(text: &str) -> String {
    let runs = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    format!("\"{}{}\"", if runs { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_runs() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"] {
            assert!(cell(formula).starts_with("\"'"), "{formula}");
        }
        assert_eq!(cell("he said \"no\", twice"), "\"he said \"\"no\"\", twice\"");
        assert_eq!(cell("1 - 0.5"), "\"1 - 0.5\"");
    }
}
