//! Numbers as people write them.

use crate::{error::ProblemCode, number};
use std::ops::RangeInclusive;

/// The sign that may stand with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// None.
    None,
    /// A percent sign, after the number or, as in Turkish, before it.
    Percent,
    /// A g after the number.
    Gram,
}

impl Sign {
    /// The text without it, if it stands there, once.
    fn taken_off(self, text: &str) -> &str {
        let bare = match self {
            Self::None => None,
            Self::Percent => text.strip_suffix(PERCENT).or_else(|| text.strip_prefix(PERCENT)),
            Self::Gram => text.strip_suffix('g'),
        };
        bare.unwrap_or(text).trim()
    }
}

const PERCENT: [char; 3] = ['%', '٪', '％'];

/// A number as written in a field: with the digits of any of the scripts that the page speaks, a decimal point or comma, thousands set apart.
/// A mark that can be either is read as what `range` allows; where it allows both, the number is ambiguous: `1,000` grams.
pub(super) fn number(text: &str, sign: Sign, range: &RangeInclusive<f64>) -> Result<f64, ProblemCode> {
    let plain: String = sign.taken_off(text.trim()).chars().map(plain).collect();
    let (factor, digits) = match plain.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    match Pieces::of(digits).readings().map(|reading| reading.map(|number| factor * number)) {
        [Some(decimal), Some(grouped)] => match [decimal, grouped].map(|number| range.contains(&number)) {
            [true, true] => Err(ProblemCode::AmbiguousNumber),
            [false, true] => Ok(grouped),
            _ => Ok(decimal),
        },
        [Some(number), None] | [None, Some(number)] => Ok(number),
        [None, None] => Err(ProblemCode::NotANumber),
    }
}

/// A mark that only sets thousands apart, as [`plain`] writes it.
const APART: char = ' ';
/// The Arabic decimal mark, which is nothing else.
const DECIMAL: char = '٫';

/// What stands between the marks of a number, and the marks. Nothing is cut out of a text by its place: that takes what tells a wrong place in
/// words, which are kilobytes of the wasm.
struct Pieces {
    runs: Vec<String>,
    marks: Vec<char>,
}

impl Pieces {
    fn of(digits: &str) -> Self {
        let (mut runs, mut run, mut marks) = (Vec::new(), String::new(), Vec::new());
        for letter in digits.chars() {
            if is_mark(letter) {
                marks.push(letter);
                runs.push(std::mem::take(&mut run));
            } else {
                run.push(letter);
            }
        }
        runs.push(run);
        Self { runs, marks }
    }

    /// The number with its last mark taken for the decimal one, and with every mark setting thousands apart.
    fn readings(&self) -> [Option<f64>; 2] {
        let (Some((part, whole)), Some((last, before))) = (self.runs.split_last(), self.marks.split_last()) else {
            return [exact(&self.runs.concat()), None];
        };
        let sets_apart = |mark: &char| before.iter().all(|other| other == mark) && *mark != DECIMAL;
        let grouped = if sets_apart(last) { grouped(&self.runs) } else { None };
        let whole = match (before, whole) {
            ([], [whole]) => Some(whole.clone()),
            ([first, ..], whole) if first != last && sets_apart(first) => self::grouped(whole),
            _ => None,
        };
        let decimal = whole.filter(|_| *last != APART).and_then(|whole| exact(&[&*whole, ".", part].concat()));
        [decimal, grouped.and_then(|digits| exact(&digits))]
    }
}

/// Digits in groups of three, put together. The first group begins with no zero.
fn grouped(groups: &[String]) -> Option<String> {
    let (first, others) = groups.split_first()?;
    let begins = matches!(first.len(), 1..=3) && !first.starts_with('0');
    (begins && others.iter().all(|group| group.len() == 3)).then(|| groups.concat())
}

/// Digits with a point and an exponent at most; words such as `inf` are no numbers.
fn exact(digits: &str) -> Option<f64> {
    let known = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | 'e' | '-' | '+');
    let begins = digits.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.');
    if begins && digits.chars().all(known) { number::read(digits) } else { None }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '.' | ',' | APART | DECIMAL)
}

/// Western digits and marks for those of Arabic, Persian and full-width writing; one mark for all that only set thousands apart.
fn plain(letter: char) -> char {
    let zeros = ['٠', '۰', '０'];
    let code = u32::from(letter);
    let digit = zeros.iter().find_map(|zero| code.checked_sub(u32::from(*zero)).filter(|digit| *digit < 10));
    match (digit.and_then(|digit| char::from_digit(digit, 10)), letter) {
        (Some(digit), _) => digit,
        (None, '，') => ',',
        (None, '．') => '.',
        (None, '−') => '-',
        (None, '٬' | '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}') => APART,
        (None, other) => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sign, number};
    use crate::error::ProblemCode::{AmbiguousNumber, NotANumber};

    #[test]
    fn as_people_write_them() {
        let grams = |text: &str| number(text, Sign::Gram, &(0.0..=100_000.0));
        for (text, expected) in [
            ("170", Ok(170.0)),
            (" 170 g ", Ok(170.0)),
            ("170,5", Ok(170.5)),
            ("60.25", Ok(60.25)),
            ("0,125", Ok(0.125)),
            ("1234.567", Ok(1234.567)),
            ("1,234.5", Ok(1234.5)),
            ("1.234,5", Ok(1234.5)),
            ("1 234,5", Ok(1234.5)),
            ("1 000", Ok(1000.0)),
            ("1’000", Ok(1000.0)),
            ("١٬٠٠٠", Ok(1000.0)),
            ("١٫٠٠٠", Ok(1.0)),
            ("１７０．５", Ok(170.5)),
            ("1e3", Ok(1000.0)),
            (".5", Ok(0.5)),
            ("5.", Ok(5.0)),
            // More than a hundred kilograms: it can only be 170 grams and an eighth.
            ("170.125", Ok(170.125)),
            ("1,000", Err(AmbiguousNumber)),
            ("1.200", Err(AmbiguousNumber)),
            ("१,०००", Err(NotANumber)),
            ("１，０００", Err(AmbiguousNumber)),
            ("-5", Ok(-5.0)),
            ("1,000,000", Ok(1_000_000.0)),
            ("1,00,000", Err(NotANumber)),
            ("1.2.3", Err(NotANumber)),
            ("1,2,3", Err(NotANumber)),
            ("1.234.5", Err(NotANumber)),
            ("1,234,5", Err(NotANumber)),
            ("12 34", Err(NotANumber)),
            ("60 %", Err(NotANumber)),
            ("60 gg", Err(NotANumber)),
            ("g", Err(NotANumber)),
            ("", Err(NotANumber)),
            ("inf", Err(NotANumber)),
            ("--5", Err(NotANumber)),
            ("0x10", Err(NotANumber)),
            ("40abc", Err(NotANumber)),
        ] {
            assert_eq!(grams(text), expected, "{text}");
        }
    }

    #[test]
    fn a_sign_only_where_it_belongs() {
        let percent = |text: &str| number(text, Sign::Percent, &(0.0..=100.0));
        assert_eq!([percent("60 %"), percent("%60"), percent("٦٠٪"), percent("60")], [Ok(60.0); 4]);
        assert_eq!([percent("60 g"), percent("5%%"), percent("%5%")], [Err(NotANumber); 3]);
        // What the field cannot hold is no reading of it.
        assert_eq!([percent("33,333"), percent("1.000")], [Ok(33.333), Ok(1.0)]);
        let year = |text: &str| number(text, Sign::None, &(1990.0..=2100.0));
        assert_eq!([year("2024"), year("2,024"), year("٢٠٢٤")], [Ok(2024.0); 3]);
        assert_eq!(year("2024 g"), Err(NotANumber));
    }
}
