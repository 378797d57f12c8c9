//! Percentages, each before its fibre: `95 % cotton 5 % elastane`.

use super::{FAR, Gap, Group, Item, LEFT_OVER, Stretch, group::MOST};
use crate::{
    meaning::Word,
    signs::{Fibres, What},
};

/// Brackets that tell more of a fibre have no more signs.
const ASIDE: usize = 9;
/// What it costs that a percentage stands as if it were of the word before it.
const LEANS: u32 = 3;
/// Words that may stand between a percentage and its fibre.
const WORDS_BETWEEN: u32 = 5;

impl Stretch<'_> {
    /// Percentages, each before its fibre.
    pub(super) fn percent_first(&self, start: usize, bare: bool) -> Option<Group> {
        let mut group = Group::default();
        let mut at = start;
        let (mut slipped, mut named, mut capital) = (None, false, false);
        // Before a word that is no known fibre: how many there were, where they ended, and what they cost.
        let mut known: Option<(usize, usize, u32)> = None;
        if matches!(self.what(start), Some(What::Fibre(_))) {
            // A fibre before the first percentage is passed over; of several, each has its turn.
            let next = self.start(start + 1)?;
            if matches!(self.what(next), Some(What::Fibre(_))) {
                return None;
            }
            group.cost += LEFT_OVER;
        }
        while let Some((percent, value)) = self.next_percent(at, bare) {
            let total = group.total();
            if group.is_done(total) || (!group.items.is_empty() && percent > group.end + FAR) {
                break;
            }
            if let Some(closed) = self.aside(&group, percent) {
                at = closed;
                continue;
            }
            let value = if value > 100.0 && slipped.is_none() {
                slipped = Some(group.items.len());
                value - 100.0 * (value / 100.0).floor()
            } else {
                value
            };
            if total + value > MOST {
                group.unclear |= self.is_too_much(&group, percent);
                break;
            }
            let Some((fibre, cost)) = self.fibre_after(percent) else {
                let word = self.unknown_word(percent);
                if group.add_unknown(percent, word, value) || word == percent {
                    break;
                }
                // `83 % cotton 15 % T400 2 % elastane`: it counts if what follows makes the rest whole.
                known = known.or(Some((group.items.len(), group.end, group.cost)));
                named |= group.items.is_empty() && self.signs[percent + 1].name;
                capital |= group.items.is_empty() && self.signs[percent + 1].capital;
                group.push_unknown(percent, word, value);
                at = word + 1;
                continue;
            };
            let (item, unclear) = self.item(percent, fibre, value);
            group.unclear |= unclear;
            // `60% X 40% cotton`, spaced like this, has each percentage with the word that it touches.
            let cost = cost + if self.signs[percent].leans { LEANS } else { 0 };
            group.repaired |= self.is_mended(fibre) || self.is_bare(percent);
            at = item.last + 1;
            group.push(item, cost);
        }
        if let Some((count, end, cost)) = known
            && ((count == 0 && !named && !(capital && group.has_cotton())) || !group.is_exact())
        {
            group.items.truncate(count);
            (group.end, group.cost) = (end, cost);
        }
        self.finished(group, slipped, bare)
    }

    /// The last sign of the word that is no known fibre, such as `T400`; the percentage itself where none follows it.
    fn unknown_word(&self, percent: usize) -> usize {
        match [percent + 1, percent + 2].map(|at| self.what(at)) {
            [Some(What::Other), Some(What::Number(_))] => percent + 2,
            [Some(What::Other), _] => percent + 1,
            _ => percent,
        }
    }

    /// `80 % cotton (of which 30 % recycled cotton), 20 % …`: a percentage in brackets that tells more of the fibre before them.
    /// Where the brackets end.
    fn aside(&self, group: &Group, percent: usize) -> Option<usize> {
        let last = group.items.last()?;
        let bracket = |at: &usize| matches!(self.what(*at), Some(What::Mark('(' | ')')));
        let opened = (last.first..percent).rev().find(bracket)?;
        let closed = (percent..self.signs.len().min(percent + ASIDE)).find(bracket)?;
        let aside = (self.what(opened), self.what(closed)) == (Some(What::Mark('(')), Some(What::Mark(')')));
        let inside = (opened + 1..closed).filter_map(|at| self.what(at));
        let qualifies = |what: What| matches!(what, What::Word(Word::Recycled | Word::Organic) | What::Fibre(_));
        let other = |what: What| matches!(what, What::Fibre(fibres) if Some(fibres.first()) != last.fibre);
        let (mut more, mut same) = (false, true);
        for what in inside {
            more |= qualifies(what);
            same &= !other(what);
        }
        (aside && more && same).then_some(closed + 1)
    }

    /// Whether a percentage that no longer fits in stands with a fibre right after those before: then one of them is wrong.
    fn is_too_much(&self, group: &Group, percent: usize) -> bool {
        !group.items.is_empty() && !group.is_whole() && percent <= group.end + 1 && self.fibre_after(percent).is_some()
    }

    fn next_percent(&self, from: usize, bare: bool) -> Option<(usize, f64)> {
        (from..self.signs.len().min(from + FAR)).find_map(|at| match self.signs[at].what {
            What::Percent { value, bare: is_bare } if bare || !is_bare => Some((at, value.get())),
            _ => None,
        })
    }

    /// The fibre that a percentage stands before, and what lies between.
    fn fibre_after(&self, percent: usize) -> Option<(usize, u32)> {
        let (mut cost, mut words) = (0, 0);
        for at in percent + 1..self.signs.len() {
            match self.signs[at].what {
                What::Fibre(_) => return Some((at, cost + words / 2)),
                What::Percent { .. } | What::Mark(';') | What::Word(Word::Noise | Word::Heading) => return None,
                // `cotton (95 %) with elastane`
                What::Other | What::Word(Word::And) if self.what(percent + 1) == Some(What::Mark(')')) => return None,
                What::Part(_) | What::Other | What::Word(_) => words += 1,
                What::Mark('.' | '!' | '?') if at > percent + 1 => return None,
                What::Mark(',') => cost += 2,
                What::Break | What::Mark(_) | What::Number(_) => cost += 1,
            }
            if words > WORDS_BETWEEN || cost > 5 {
                return None;
            }
        }
        None
    }

    /// The item of a percentage before its fibre, and whether its word is of two fibres.
    fn item(&self, percent: usize, fibre: usize, value: f64) -> (Item, bool) {
        let (fibres, last, shared) = self.run(fibre);
        let mut item = self.qualified(fibres, percent, last);
        item.percent = Some(value);
        item.shared = shared;
        (item, fibres.blend)
    }

    /// The fibre of a run of fibre words: translations of one, or a trade name and its fibre. Where the run ends, and whether
    /// another shares its percentage.
    fn run(&self, first: usize) -> (Fibres, usize, Option<u8>) {
        let mut chosen = self.fibres(first);
        let (mut last, mut two) = (first, None);
        let mut at = first + 1;
        let mut gap = Gap::default();
        while let Some(what) = self.what(at) {
            match what {
                What::Fibre(next) => {
                    let shared = chosen.any_of & next.any_of;
                    if shared != 0 {
                        chosen.any_of = shared;
                        chosen.trade &= next.trade;
                    } else if gap.is_tight() && (chosen.trade || next.trade) {
                        chosen = if chosen.trade { next } else { chosen };
                    } else {
                        // "Polyester with polyurethane coating" is polyester.
                        let coat = matches!(self.what(at + 1), Some(What::Part(_)));
                        two = Some(next.first()).filter(|_| gap.joins() && !coat);
                        break;
                    }
                    last = at;
                    gap = Gap::default();
                }
                What::Percent { .. } | What::Part(_) | What::Word(Word::Heading) => break,
                _ => gap.add(what),
            }
            if gap.is_wide() {
                break;
            }
            at += 1;
        }
        // What joins two fibres to one percentage also joins translations and the next item: `60% cotton / 40% …`.
        (chosen, last, two)
    }
}
