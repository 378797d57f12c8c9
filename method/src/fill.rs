//! Fills the places of the prose: `<!-- fill: NAME REST -->`. In the prose numbers, ranges and days are written as its language has them, without any word;
//! names, tables and lists are in English, and marked so where the prose is not.
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
//! | `balance NAME` | a number of the mass balance, million tonnes, or a share for `rise-MARKET`; `exports-range` is that of `exports` |
//! | `date`, `before` | when these figures were published, and the version before |
//! | `csv`, `csv-before` | links to the figures under the names of both versions |
//! | `decimal` | the decimal mark, for the page's script |
//! | `average JSON` | the range of the market's average share, in 100 |
//! | `picture`, `tests`, `uses`, `exports`, `changed`, `corrected` | what [`field_tests`], [`balance`], [`changed`] and [`corrected`] write |
//! | `tornado JSON`, `judged`, `three`, `three-all`, `figures`, `schemes`, `sources` | tables and lists |

use crate::answers::Answers;
use crate::data::Data;
use crate::export::of_version;
use crate::figure_set::{FigureSet, attribution, trust};
use crate::html::{anchor, escape, hundred, number, outward};
use crate::notation::Notation;
use crate::{balance, changed, checks, corrected, field_tests, judged, tables, tornado};
use anyhow::{Context, Result, bail};
use cotton_origin::assessment::{Estimate, Interval};
use std::cell::RefCell;
use std::collections::BTreeMap;

const OPEN: &str = "<!-- fill: ";
const CLOSE: &str = " -->";

/// What places are filled from.
pub(crate) struct Filler<'f> {
    pub(crate) data: &'f Data,
    pub(crate) set: &'f FigureSet,
    pub(crate) answers: &'f Answers,
    /// Tables and lists, by their places: the same in all languages, and some take a while.
    pub(crate) blocks: RefCell<BTreeMap<String, String>>,
}

impl<'f> Filler<'f> {
    pub(crate) fn new(data: &'f Data, set: &'f FigureSet, answers: &'f Answers) -> Self {
        Self { data, set, answers, blocks: RefCell::default() }
    }

    /// A page: the prose with every place filled.
    pub(crate) fn fill(&self, template: &str) -> Result<String> {
        let notation = Notation::of(template)?;
        each_place(template, |place| self.one(place, &notation).with_context(|| format!("www/method.html: `{place}`")))
    }

    fn one(&self, place: &str, notation: &Notation) -> Result<String> {
        let (name, rest) = place.split_once(' ').unwrap_or((place, ""));
        if let Some(inline) = self.inline(name, rest, notation)? {
            return Ok(inline);
        }
        let known = self.blocks.borrow().get(place).cloned();
        let block = if let Some(block) = known { block } else { self.block(name, rest)? };
        self.blocks.borrow_mut().insert(place.to_owned(), block.clone());
        Ok(notation.english_block(&block))
    }

    /// What stands in the prose. None is of this name if it is a table or a list.
    fn inline(&self, name: &str, rest: &str, notation: &Notation) -> Result<Option<String>> {
        let Self { data, set, answers, .. } = self;
        Ok(Some(match name {
            "value" | "range" | "name" | "in-hundred" => figure(name, rest, set, notation)?,
            "cite" => cite(rest, set, notation)?,
            "count" => count(rest, set)?.to_string(),
            "version" => version(rest, answers)?.to_owned(),
            "share" => output("share", rest, self.share(rest)?.central, four, notation),
            "hundred" => output("hundred", rest, self.share(rest)?.central, hundred, notation),
            "in-part" => output("in-part", rest, self.chance(rest)?, four, notation),
            "any" => output("any", rest, self.chance(rest)?, hundred, notation),
            "between" => {
                let Estimate { low, high, .. } = self.share(rest)?;
                wholes([low, high], notation)
            }
            "average" => {
                let average = self.share(rest)?.of_average;
                let Interval { low, high } = average.context("there is no average where the country is known")?;
                wholes([low, high], notation)
            }
            "check" => output("check", rest, checks::check(rest, set, answers)?, hundred, notation),
            "miss" => {
                let (name, id) = rest.split_once(' ').context("needs a check and a figure")?;
                let miss = 100.0 * (checks::check(name, set, answers)? - set.figure(id)?.best);
                notation.signed(&format!("{miss:+.1}"))
            }
            "balance" => self.balance(rest, notation)?,
            "date" => notation.date(changed::date(set)?)?,
            "before" => data.before.version.clone(),
            "csv" => file(&of_version(set.version)),
            "csv-before" => file(&of_version(&data.before.version)),
            "decimal" => notation.mark().to_string(),
            _ => return Ok(None),
        }))
    }

    /// A table or a list, in English.
    fn block(&self, name: &str, rest: &str) -> Result<String> {
        let Self { data, set, answers, .. } = self;
        match name {
            "tornado" => {
                let (json, caption) = rest.split_once("} ").context("needs a garment and a caption")?;
                tornado::table(&format!("{json}}}"), caption, set, answers)
            }
            "picture" => field_tests::picture(data, answers),
            "tests" => field_tests::table(data, set, answers),
            "uses" => balance::table(data, set, answers),
            "exports" => Ok(balance::exports(data, set)),
            "changed" => changed::table(data, set, answers),
            "corrected" => corrected::list(),
            "judged" => judged::table(set, answers),
            "three" => judged::three(false, set, answers),
            "three-all" => judged::three(true, set, answers),
            "figures" => tables::figures(set),
            "schemes" => tables::schemes(set),
            "sources" => tables::sources(set),
            _ => bail!("there is no place of this name"),
        }
    }

    fn share(&self, json: &str) -> Result<Estimate> {
        self.answers.assess(json)?.cotton_share.context("there is no cotton in it")
    }

    /// The chance of any.
    fn chance(&self, json: &str) -> Result<f64> {
        Ok(self.answers.assess(json)?.in_part.context("there is no cotton in it")?.central)
    }

    fn balance(&self, name: &str, notation: &Notation) -> Result<String> {
        let value = |name: &str| balance::number(name, self.data, self.set, self.answers);
        // What China sends abroad is data: there is nothing to compute again.
        let sent = |name: &str| -> Result<String> {
            let value = value(name)?;
            let text = notation.number(&format!("{value:.1}"));
            Ok(format!("<data data-exports=\"{name}\" value=\"{value}\">{text}</data>"))
        };
        Ok(match name {
            "exports" => sent(name)?,
            "exports-range" => notation.range([&sent("exports-low")?, &sent("exports-high")?]),
            _ if name.starts_with("rise-") => output("balance", name, value(name)?, hundred, notation),
            _ => output("balance", name, value(name)?, |value| format!("{value:.2}"), notation),
        })
    }
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

fn four(share: f64) -> String {
    format!("{share:.4}")
}

/// A range in 100.
fn wholes(shares: [f64; 2], notation: &Notation) -> String {
    let [low, high] = shares.map(|share| format!("{:.0}", 100.0 * share));
    notation.range([&low, &high])
}

/// A number that `www/method.js` computes again.
fn output(what: &str, of: &str, value: f64, written: impl Fn(f64) -> String, notation: &Notation) -> String {
    let text = notation.number(&written(value));
    format!("<output data-{what}=\"{}\" data-value=\"{value}\">{text}</output>", escape(of))
}

fn file(name: &str) -> String {
    format!("<a href=\"{0}\">{0}</a>", escape(name))
}

fn figure(how: &str, id: &str, set: &FigureSet, notation: &Notation) -> Result<String> {
    let row = set.figure(id)?;
    let written = |value: f64| notation.number(&number(value));
    let text = match how {
        "name" => format!("<code{}>{}</code>", notation.english(), escape(id)),
        // A figure is shown as it was written: 1.2 in 100, not 1.20.
        "in-hundred" => written((1e6 * row.best).round() / 1e4),
        "range" if row.varies() => {
            let range = notation.range([&written(row.low), &written(row.high)]);
            format!("{} ({range})", written(row.best))
        }
        _ => written(row.best),
    };
    Ok(format!("<a href=\"#{}\">{text}</a>", escape(&anchor(id))))
}

fn cite(id: &str, set: &FigureSet, notation: &Notation) -> Result<String> {
    let source = set.sources.iter().find(|source| source.id == id).context("there is no such source")?;
    let link = outward(source.address, &format!("{}, {}", attribution(source), source.year));
    let english = notation.english();
    Ok(if english.is_empty() { link } else { format!("<span{english}>{link}</span>") })
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
