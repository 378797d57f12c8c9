//! What was wrong and was corrected, with the day: `method/data/corrected.toml`.

use crate::html::escape;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::fmt::Write;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A correction.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corrected {
    /// `28 November 2026`
    date: String,
    what: String,
    was: String,
    now: String,
}

/// The list, newest first.
pub(crate) fn list() -> Result<String> {
    written(include_str!("../data/corrected.toml")).context("method/data/corrected.toml")
}

fn written(toml: &str) -> Result<String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct All {
        corrected: Vec<Corrected>,
    }
    let All { corrected } = toml::from_str(toml)?;
    let days = corrected.iter().map(|one| day(&one.date).with_context(|| format!("`{}` is no day", one.date)));
    let days = days.collect::<Result<Vec<_>>>()?;
    ensure!(days.is_sorted_by(|later, earlier| later >= earlier), "the newest comes first");
    let mut out = "<ul>".to_owned();
    for Corrected { date, what, was, now } in &corrected {
        ensure!([what, was, now].iter().all(|text| !text.is_empty()), "{date}: says what, what was and what is now");
        let [date, what, was, now] = [date, what, was, now].map(|text| escape(text));
        write!(out, "\n<li><strong>{date}: {what}.</strong> Was: {was} Now: {now}</li>")?;
    }
    Ok(out + "\n</ul>")
}

/// Year, month and day.
pub(crate) fn day(date: &str) -> Option<(u16, usize, u8)> {
    let mut words = date.split(' ');
    let [day, month, year] = [words.next()?, words.next()?, words.next()?];
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let day = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    words.next().is_none().then_some((year.parse().ok()?, month, day))
}

#[cfg(test)]
mod tests {
    use super::{list, written};

    const ONE: &str = "[[corrected]]\ndate = \"2 March 2026\"\nwhat = \"a < b\"\nwas = \"x.\"\nnow = \"y.\"\n";

    #[test]
    fn the_list_is_written_with_its_days() {
        assert!(list().is_ok());
        let expected = "<ul>\n<li><strong>2 March 2026: a &lt; b.</strong> Was: x. Now: y.</li>\n</ul>";
        assert_eq!(written(ONE).ok().as_deref(), Some(expected));
    }

    #[test]
    fn what_is_out_of_order_or_says_nothing_is_refused() {
        let earlier = ONE.replace("2 March", "28 February");
        assert!(written(&format!("{ONE}{earlier}")).is_ok());
        for bad in [
            format!("{earlier}{ONE}"),
            ONE.replace("2 March", "2. March"),
            ONE.replace("2 March", "32 March"),
            ONE.replace("x.", ""),
            ONE.replace("was", "were"),
        ] {
            assert!(written(&bad).is_err(), "{bad}");
        }
    }
}
