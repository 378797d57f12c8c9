//! The mass balance: the Chinese cotton yarn and cloth that all rows together use, beside what China sends abroad.

use crate::answers::{self, Answers};
use crate::data::{Bounded, Data, Use};
use crate::figure_set::FigureSet;
use crate::html::{escape, hundred};
use crate::tables::cited;
use anyhow::{Result, bail};
use std::fmt::Write;

/// China's part of the cotton yarn and cloth in garments sewn in these places, as the estimate has it: their mean share, divided by the
/// share of a garment sewn in China.
fn part(row: &Use, answers: &Answers) -> Result<f64> {
    let china = sewn("CN", answers)?;
    let shares: Result<Vec<f64>> = row.places.iter().map(|place| Ok(sewn(place, answers)? / china)).collect();
    let shares = shares?;
    Ok(shares.iter().sum::<f64>() / shares.len() as f64)
}

fn sewn(place: &str, answers: &Answers) -> Result<f64> {
    answers.central(&answers::garment(&format!("{{\"madeIn\":\"{place}\"}}"))?)
}

/// Million tonnes of China's yarn and cloth that all rows together use.
fn used(data: &Data, answers: &Answers) -> Result<f64> {
    data.uses.iter().map(|row| Ok(row.tonnes * part(row, answers)? / 1000.0)).sum()
}

/// A number of the balance by its name, in million tonnes. `rise-US` is a share: by how much the market's average would rise if the cotton
/// that China sends abroad and no row accounts for were spread over all rows in proportion.
pub(crate) fn number(name: &str, data: &Data, set: &FigureSet, answers: &Answers) -> Result<f64> {
    let exports = &data.exports;
    Ok(match name {
        "used" => used(data, answers)?,
        "exports" => exports.woven.best + exports.knit.best,
        "exports-low" => exports.woven.low + exports.knit.low,
        "exports-high" => exports.woven.high + exports.knit.high,
        _ => match name.strip_prefix("rise-") {
            Some(market) => rise(market, data, set, answers)?,
            None => bail!("the balance has no number {name}"),
        },
    })
}

fn rise(market: &str, data: &Data, set: &FigureSet, answers: &Answers) -> Result<f64> {
    let more = (data.exports.woven.best + data.exports.knit.best) / used(data, answers)?;
    let china = sewn("CN", answers)?;
    let head = format!("sewn-in[{market}.");
    let (mut sum, mut total) = (0.0, 0.0);
    for row in &set.figures {
        let Some(place) = row.id.strip_prefix(&head).and_then(|rest| rest.strip_suffix(']')) else { continue };
        let share = sewn(if place == "*" { crate::checks::ELSEWHERE } else { place }, answers)?;
        // China's part is at most the whole.
        let risen = if place == "CN" { share } else { (share * more).min(china) };
        sum += row.best * (risen - share);
        total += row.best;
    }
    if total > 0.0 { Ok(sum / total) } else { bail!("there is no table for the market {market}") }
}

/// What each maker uses, largest Chinese part by mass first.
pub(crate) fn table(data: &Data, set: &FigureSet, answers: &Answers) -> Result<String> {
    let mut rows: Vec<(&Use, f64)> =
        data.uses.iter().map(|row| Ok((row, part(row, answers)?))).collect::<Result<_>>()?;
    rows.sort_by(|a, b| (b.0.tonnes * b.1).total_cmp(&(a.0.tonnes * a.1)));
    let mut out = String::from(
        "<div class=\"figures\"><table>\n<caption>What makers use, thousand tonnes of cotton yarn and cloth a year</caption>\n\
         <thead><tr><th scope=\"col\">Sewn in</th><th scope=\"col\" class=\"number\">Uses</th><th scope=\"col\" class=\"number\">China’s part, in 100</th>\
         <th scope=\"col\" class=\"number\">From China</th><th scope=\"col\">Basis of the use, and sources</th></tr></thead>\n<tbody>\n",
    );
    for (row, part) in rows {
        writeln!(
            out,
            "<tr data-use=\"{0}\" data-places=\"{1}\"><th scope=\"row\">{2}</th><td class=\"number\" data-label=\"Uses\">{0}</td>\
             <td class=\"number\" data-label=\"China’s part, in 100\">{3}</td><td class=\"number\" data-label=\"From China\">{4:.0}</td>\
             <td class=\"basis\"><p><span class=\"standing {5}\">{5}</span>: {6}</p>{7}</td></tr>",
            row.tonnes,
            escape(&row.places.join(" ")),
            escape(&row.name),
            hundred(part),
            row.tonnes * part,
            row.standing,
            escape(&row.basis),
            cited(&row.sources, set),
        )?;
    }
    Ok(out + "</tbody></table></div>")
}

/// What China sends abroad: its arithmetic and sources.
pub(crate) fn exports(data: &Data, set: &FigureSet) -> String {
    let of = |Bounded { best, low, high }: &Bounded| format!("{best:.1} ({low:.1} to {high:.1})");
    let (woven, knit) = (of(&data.exports.woven), of(&data.exports.knit));
    format!(
        "<div class=\"basis\"><p>China’s exports, million tonnes: cotton yarn and woven cloth {woven}, knitted cotton cloth {knit}. {}</p>{}</div>",
        escape(&data.exports.basis),
        cited(&data.exports.sources, set)
    )
}
