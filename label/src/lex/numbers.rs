//! Numbers, as they are written and as a camera misreads them.

use super::{HAN_DIGITS, LONGEST_LEADER, Lexer, TokenKind};
use crate::decimal::Decimal;

impl Lexer<'_> {
    /// A number read as letters, such as `l00%`, `1OO%` and `9S%`: only before a percent sign.
    pub(super) fn misread_number(&self, at: usize) -> Option<(f64, usize)> {
        let alike = |at: &usize| matches!(self.letter(*at), '0'..='9' | 'i' | 'l' | 'o' | 's' | 'b' | 'z');
        let end = (at..at + 4).find(|at| !alike(at)).unwrap_or(at + 4);
        let sign = if self.letter(end) == ' ' { end + 1 } else { end };
        let run = || (at..end).map(|at| self.letter(at));
        let digits = run().filter(char::is_ascii_digit).count();
        let hundred = end - at == 3 && run().skip(1).all(|letter| matches!(letter, 'o' | '0'));
        if end - at < 2 || digits == end - at || self.letter(sign) != '%' || (digits == 0 && !hundred) {
            return None;
        }
        let digit = |letter: char| match letter {
            'o' => 0,
            'z' => 2,
            's' => 5,
            'b' => 8,
            _ => letter.to_digit(10).unwrap_or(1),
        };
        Some((run().fold(0.0, |number, letter| number * 10.0 + f64::from(digit(letter))), end))
    }

    /// Dots that lead from a word to its number: `COTTON ..... 52 %`. Where they end.
    pub(super) fn leader(&mut self, at: usize) -> Option<usize> {
        if at >= self.dots {
            let is_dot = |at: &usize| matches!(self.letter(*at), '.' | '…' | ' ');
            self.dots = (at..self.glyphs.len()).find(|at| !is_dot(at)).unwrap_or(self.glyphs.len());
        }
        let end = Some(self.dots).filter(|end| *end < at + LONGEST_LEADER)?;
        let stands_apart = at > 0 && self.letter(at - 1) == ' ';
        let dots = self.letter(at) == '…' || self.letter(at + 1) == '.';
        (self.letter(end).is_ascii_digit() && (dots || (stands_apart && self.letter(at + 1) == ' '))).then_some(end)
    }

    pub(super) fn number(&mut self, at: usize) -> usize {
        let length = self.glyphs.len();
        let digits = |from: usize| (from..length).find(|at| !self.letter(*at).is_ascii_digit()).unwrap_or(length);
        let end = digits(at);
        if end - at > 9 {
            return self.push(TokenKind::Unknown, at, end);
        }
        let digit = |at: usize| f64::from(self.letter(at).to_digit(10).unwrap_or(0));
        let mut value = (at..end).fold(0.0, |number, at| number * 10.0 + digit(at));
        let mut to = end;
        if matches!(self.letter(end), '.' | ',') && self.letter(end + 1).is_ascii_digit() {
            let last = digits(end + 1);
            if last - end <= 4 {
                let (parts, scale) =
                    (end + 1..last).fold((value, 1.0), |(number, scale), at| (number * 10.0 + digit(at), scale * 10.0));
                value = parts / scale;
                to = last;
            }
        }
        self.push(TokenKind::Number(Decimal::new(value)), at, to)
    }

    /// `八五%`: digits of Han before a percent sign.
    pub(super) fn han_number(&self, at: usize) -> Option<(f64, usize)> {
        let digit = |at: usize| HAN_DIGITS.chars().position(|digit| digit == self.letter(at));
        let end = (at..at + 4).find(|at| digit(*at).is_none())?;
        let value = (at..end).filter_map(digit).fold(0, |number, digit| number * 10 + digit);
        (end > at && self.letter(end) == '%').then_some((value as f64, end))
    }
}
