//! What lies between two fibres, or between a fibre and its percentage.

use crate::{meaning::Word, signs::What};

/// What lies between two fibres.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is seen or not, whatever the others are: there is no state between them"
)]
#[derive(Debug, Default)]
pub(super) struct Gap {
    signs: u32,
    pub(super) words: u32,
    pub(super) cost: u32,
    slash: bool,
    comma: bool,
    pub(super) stops: bool,
    pub(super) breaks: bool,
}

impl Gap {
    pub(super) fn add(&mut self, what: What) {
        self.signs += 1;
        match what {
            What::Other | What::Word(_) | What::Number(_) => self.words += 1,
            What::Mark('/' | '&' | '+') => {
                self.slash = true;
                self.cost += 1;
            }
            What::Mark('.' | ';') => {
                self.stops = true;
                self.cost += 2;
            }
            What::Mark(',') => {
                self.comma = true;
                self.cost += 2;
            }
            What::Mark('(' | ')' | ':' | '-' | '=') => {}
            What::Break => {
                self.breaks = true;
                self.cost += 1;
            }
            _ => self.cost += 1,
        }
        if matches!(what, What::Word(Word::And)) {
            self.slash = true;
        }
    }

    /// Nothing but space, a hyphen, a bracket.
    pub(super) fn is_tight(&self) -> bool {
        self.words <= 1 && self.cost == 0
    }

    /// Whether it makes one of two: `cotton/polyester`, `cotton & polyester`, `cotton polyester`.
    pub(super) fn joins(&self) -> bool {
        self.signs == 0 || (self.slash && self.signs <= 1)
    }

    /// Whether it lists two: `cotton/polyester`, `cotton, polyester`.
    pub(super) fn lists(&self) -> bool {
        self.signs == 1 && (self.slash || self.comma)
    }

    pub(super) fn is_wide(&self) -> bool {
        self.words > 3 || self.stops || self.cost > 4
    }
}
