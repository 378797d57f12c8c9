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
    let (minus, digits) = match plain.strip_prefix(['-', '+']) {
        Some(digits) => (plain.starts_with('-'), digits),
        None => (false, &*plain),
    };
    let signed = |number: f64| if minus { -number } else { number };
    match readings(digits) {
        [Some(decimal), Some(grouped)] => match [decimal, grouped].map(|number| range.contains(&signed(number))) {
            [true, true] => Err(ProblemCode::AmbiguousNumber),
            [false, true] => Ok(signed(grouped)),
            _ => Ok(signed(decimal)),
        },
        [Some(number), None] | [None, Some(number)] => Ok(signed(number)),
        [None, None] => Err(ProblemCode::NotANumber),
    }
}

/// Marks that only set thousands apart, as [`plain`] writes them.
const APART: char = ' ';
/// The Arabic decimal mark, which is nothing else.
const DECIMAL: char = '٫';

/// The number with its last mark taken for the decimal one, and with all marks setting thousands apart.
fn readings(digits: &str) -> [Option<f64>; 2] {
    let marks: Vec<(usize, char)> = digits.char_indices().filter(|(_, letter)| is_mark(*letter)).collect();
    let Some((last, before)) = marks.split_last() else { return [exact(digits), None] };
    let all_alike = marks.iter().all(|(_, mark)| *mark == last.1);
    let grouped = if all_alike && last.1 != DECIMAL { ungrouped(digits) } else { None };
    let (whole, part) = (&digits[..last.0], &digits[last.0 + last.1.len_utf8()..]);
    let whole = match before {
        [] => Some(whole.to_owned()),
        [(_, first), ..] if *first != last.1 && before.iter().all(|(_, mark)| mark == first) && *first != DECIMAL => {
            grouped_digits(whole)
        }
        _ => None,
    };
    let decimal = whole.filter(|_| last.1 != APART).and_then(|whole| exact(&format!("{whole}.{part}")));
    [decimal, grouped]
}

/// The number of digits in groups of three.
fn ungrouped(digits: &str) -> Option<f64> {
    grouped_digits(digits).and_then(|digits| exact(&digits))
}

/// Digits in groups of three, without what sets these apart. The first group begins with no zero.
fn grouped_digits(digits: &str) -> Option<String> {
    let mut groups = digits.split(is_mark);
    let first = groups.next()?;
    let begins = matches!(first.len(), 1..=3) && !first.starts_with('0');
    (begins && groups.all(|group| group.len() == 3)).then(|| digits.split(is_mark).collect())
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
