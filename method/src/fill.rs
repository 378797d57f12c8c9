//! Fills the places of the prose: `<!-- fill: NAME REST -->`.
//!
//! | place | what stands there |
//! | --- | --- |
//! | `value ID` | a figure's value, linked to its row |
//! | `range ID` | the same with its bounds |
//! | `in-hundred ID` | a share as so many in 100, linked to its row |
//! | `name ID` | its name, linked to its row |
//! | `cite ID` | a source: whose it is, where it was read, its year; linked to the page |
//! | `count all`, `published`, `derived`, `judged`, `sources`, `secondary` | how many there are |
//! | `version method`, `figures`, `package` | which |
//! | `share JSON` | `cottonShare.central` of a garment, four decimals |
//! | `in-part JSON` | `inPart.central` of a garment, four decimals |
//! | `hundred JSON`, `between JSON`, `any JSON` | the share in 100, its range, and the chance of any in 100 |
//! | `check NAME`, `miss NAME ID` | a check of [`checks`], and how far it lies from a figure, in 100 |
//! | `balance NAME` | a number of the mass balance, million tonnes, or a share for `rise-MARKET` |
//! | `date`, `before` | when these figures were published, and the version before |
//! | `average JSON` | the range of the market's average share, in 100 |
//! | `picture`, `tests`, `uses`, `exports`, `changed`, `corrected` | what [`field_tests`], [`balance`], [`changed`] and [`corrected`] write |
//! | `tornado JSON`, `judged`, `three`, `three-all`, `figures`, `schemes`, `sources` | tables and lists |

use crate::answers::Answers;
use crate::data::Data;
use crate::figure_set::{FigureSet, attribution, trust};
use crate::html::{anchor, escape, hundred, number, outward};
use crate::{balance, changed, checks, corrected, field_tests, judged, tables, tornado};
use anyhow::{Context, Result, bail};

const OPEN: &str = "<!-- fill: ";
const CLOSE: &str = " -->";

/// The page: the prose with every place filled.
pub(crate) fn fill(template: &str, data: &Data, set: &FigureSet, answers: &Answers) -> Result<String> {
    each_place(template, |place| one(place, data, set, answers).with_context(|| format!("www/method.html: `{place}`")))
}

fn each_place(template: &str, one: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut parts = template.split(OPEN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((place, rest)) = part.split_once(CLOSE) else {
            bail!("www/method.html: a place is not closed: {}", part.lines().next().unwrap_or_default());
        };
        out += &one(place)?;
        out += rest;
    }
    Ok(out)
}

fn one(place: &str, data: &Data, set: &FigureSet, answers: &Answers) -> Result<String> {
    let (name, rest) = place.split_once(' ').unwrap_or((place, ""));
    Ok(match name {
        "value" | "range" | "name" | "in-hundred" => figure(name, rest, set)?,
        "cite" => cite(rest, set)?,
        "count" => count(rest, set)?.to_string(),
        "version" => version(rest, answers)?.to_owned(),
        "share" => {
            let share = answers.assess(rest)?.cotton_share.context("there is no cotton in it")?.central;
            output("share", rest, share, &format!("{share:.4}"))
        }
        "in-part" | "any" => {
            let chance = answers.assess(rest)?.in_part.context("there is no cotton in it")?.central;
            output(name, rest, chance, &if name == "any" { hundred(chance) } else { format!("{chance:.4}") })
        }
        "hundred" => {
            let share = answers.assess(rest)?.cotton_share.context("there is no cotton in it")?.central;
            output("hundred", rest, share, &hundred(share))
        }
        "between" => {
            let share = answers.assess(rest)?.cotton_share.context("there is no cotton in it")?;
            format!("{:.0} and {:.0}", 100.0 * share.low, 100.0 * share.high)
        }
        "check" => {
            let value = checks::check(rest, set, answers)?;
            output("check", rest, value, &hundred(value))
        }
        "miss" => {
            let (name, id) = rest.split_once(' ').context("needs a check and a figure")?;
            let miss = 100.0 * (checks::check(name, set, answers)? - set.figure(id)?.best);
            format!("{miss:+.1}").replace('-', "\u{2212}")
        }
        "tornado" => {
            let (json, caption) = rest.split_once("} ").context("needs a garment and a caption")?;
            tornado::table(&format!("{json}}}"), caption, set, answers)?
        }
        "balance" => {
            let value = balance::number(rest, data, set, answers)?;
            let text = match rest.split('-').next() {
                Some("rise") => hundred(value),
                Some("exports") => format!("{value:.1}"),
                _ => format!("{value:.2}"),
            };
            // What China sends abroad is data: there is nothing to compute again.
            if rest.starts_with("exports") {
                format!("<data data-exports=\"{}\" value=\"{value}\">{text}</data>", escape(rest))
            } else {
                output("balance", rest, value, &text)
            }
        }
        "average" => {
            let share = answers.assess(rest)?.cotton_share.context("there is no cotton in it")?;
            let average = share.of_average.context("there is no average of a garment whose country is known")?;
            format!("{:.0} and {:.0}", 100.0 * average.low, 100.0 * average.high)
        }
        "date" => changed::date(set)?.to_owned(),
        "before" => data.before.version.clone(),
        "picture" => field_tests::picture(data, answers)?,
        "tests" => field_tests::table(data, set, answers)?,
        "uses" => balance::table(data, set, answers)?,
        "exports" => balance::exports(data, set),
        "changed" => changed::table(data, set, answers)?,
        "corrected" => corrected::list()?,
        "judged" => judged::table(set, answers)?,
        "three" => judged::three(false, set, answers)?,
        "three-all" => judged::three(true, set, answers)?,
        "figures" => tables::figures(set)?,
        "schemes" => tables::schemes(set)?,
        "sources" => tables::sources(set)?,
        _ => bail!("there is no place of this name"),
    })
}

/// A number that `www/method.js` computes again.
fn output(what: &str, of: &str, value: f64, text: &str) -> String {
    format!("<output data-{what}=\"{}\" data-value=\"{value}\">{text}</output>", escape(of))
}

fn figure(how: &str, id: &str, set: &FigureSet) -> Result<String> {
    let row = set.figure(id)?;
    let text = match how {
        "name" => format!("<code>{}</code>", escape(id)),
        // A figure is shown as it was written: 1.2 in 100, not 1.20.
        "in-hundred" => number((1e6 * row.best).round() / 1e4),
        "range" if row.varies() => format!("{} ({} to {})", tables::with_unit(row), number(row.low), number(row.high)),
        _ => tables::with_unit(row),
    };
    Ok(format!("<a href=\"#{}\">{text}</a>", escape(&anchor(id))))
}

fn cite(id: &str, set: &FigureSet) -> Result<String> {
    let source = set.sources.iter().find(|source| source.id == id).context("there is no such source")?;
    Ok(outward(source.address, &format!("{}, {}", attribution(source), source.year)))
}

fn count(what: &str, set: &FigureSet) -> Result<usize> {
    Ok(match what {
        "all" => set.figures.len(),
        "sources" => set.sources.len(),
        "secondary" => set.sources.iter().filter(|source| trust(source) == "secondary").count(),
        "published" | "derived" | "judged" => set.figures.iter().filter(|row| row.standing() == what).count(),
        _ => bail!("nothing to count"),
    })
}

fn version(what: &str, answers: &Answers) -> Result<&'static str> {
    let version = answers.assess("{}")?.version;
    Ok(match what {
        "method" => version.model,
        "figures" => version.figures,
        "package" => version.package,
        _ => bail!("there is no version of it"),
    })
}

#[cfg(test)]
mod tests {
    use super::each_place;

    #[test]
    fn every_place_is_filled_and_the_rest_stays() {
        let filled =
            each_place("a <!-- fill: x 1 --> b <!-- note --> <!-- fill: y -->", |place| Ok(place.to_uppercase()));
        assert_eq!(filled.ok().as_deref(), Some("a X 1 b <!-- note --> Y"));
    }

    #[test]
    fn an_open_place_is_an_error() {
        assert!(each_place("a <!-- fill: x", |_| Ok(String::new())).is_err());
    }
}
