//! Fibres, each before its percentage: `cotton 95 % elastane 5 %`.

use super::{FAR, Gap, Group, Item, LEFT_OVER, MOST_AGAIN, Stretch, group::MOST};
use crate::{
    meaning::Word,
    signs::{Fibres, What},
};

/// A percentage whose fibre would be on the line before, though one follows it on its own.
const ACROSS_LINES: u32 = 3;
/// A percentage under this is of what is added to a fibre as likely as of the fibre; with a word between the two, likelier.
const SMALL: f64 = 50.0;
const WITH: u32 = 4;
/// So many little words can stand between it and that fibre.
const LITTLE: usize = 3;

impl Stretch<'_> {
    /// Fibres, each before its percentage.
    pub(super) fn fibre_first(&self, start: usize, bare: bool) -> Option<Group> {
        let (mut group, mut again) = (Group::default(), 0);
        let mut at = self.start(start)?;
        // `foo 55 %, cotton 45 %`: the first word is a fibre that the tables do not have.
        let unknown = matches!(self.signs[at].what, What::Percent { .. });
        if let What::Percent { value, bare: false } = self.signs[at].what
            && at.checked_sub(1).and_then(|before| self.what(before)) == Some(What::Other)
        {
            group.push_unknown(at - 1, at, value.get());
            at += 1;
        }
        while let Some((fibres, first, percent, cost, shared)) = self.fibre_before(at, bare) {
            let Some(What::Percent { value, .. }) = self.what(percent) else { break };
            let (value, total) = (value.get(), group.total());
            if total + value > MOST && group.has(fibres, value) && again < MOST_AGAIN {
                again += 1;
                // The same in another language: `COTTON 55% / KATUN 55%`.
                group.end = percent + 1;
                at = percent + 1;
                continue;
            }
            if group.is_done(total) || total + value > MOST || (!group.items.is_empty() && first > group.end + FAR) {
                break;
            }
            let mut item = self.qualified(fibres, self.qualifiers_before(first, at), percent);
            item.percent = Some(value);
            item.first = first.min(item.first);
            item.shared = shared;
            group.unclear |= fibres.blend;
            group.repaired |= fibres.mended || self.is_bare(percent);
            at = percent + 1;
            group.push(item, cost);
        }
        group.cost += self.forestalled(&group);
        group.unclear |= self.is_statement(&group);
        // `未知繊維60% 綿40% ポリエステル`: the space tells which word the percentage is of.
        let leans = self.signs[start].leans;
        if unknown && !(group.items.len() > 1 && group.is_done(group.total()) && (leans || self.ends(group.end))) {
            return None;
        }
        self.finished(group, None, bare)
    }

    /// What it costs that the last percentage may be of the fibre after it: `cotton with 2 % elastane`, `warm as wool: 100 % cotton`.
    fn forestalled(&self, group: &Group) -> u32 {
        // `con 3 % de elastano`, `avec 2 % d'élasthanne`.
        let little = |at: &usize| !matches!(self.what(*at), Some(What::Word(Word::Of) | What::Mark('\'' | '’')));
        let after = (group.end..group.end + LITTLE).find(little).and_then(|at| self.what(at));
        let (Some(last), Some(What::Fibre(next))) = (group.items.last(), after) else { return 0 };
        if is_added(group, last) {
            return if self.has_words(last.first, group.end) { WITH } else { LEFT_OVER };
        }
        let has_own = (group.end + 1..group.end + 3).any(|at| matches!(self.what(at), Some(What::Percent { .. })));
        let in_prose = last.first > 0 && self.has_words(last.first - 1, last.first);
        let alone = group.is_whole() && group.items.len() == 1;
        // As likely the one as the other.
        if alone && in_prose && !has_own && last.fibre != Some(next.first()) { LEFT_OVER } else { 0 }
    }

    /// `cotton canvas with 5 % recycled content` tells of a part of the cotton, or of something else.
    fn is_statement(&self, group: &Group) -> bool {
        let Some(last) = group.items.last().filter(|last| is_added(group, last)) else { return false };
        let percent = (last.first..=last.last).find(|at| matches!(self.what(*at), Some(What::Percent { .. })));
        percent.is_some_and(|percent| {
            self.has_words(percent.saturating_sub(1), percent)
                && matches!(self.what(percent + 1), Some(What::Word(Word::Recycled | Word::Organic)))
        })
    }

    /// Whether there is a word that is no fibre between two signs.
    fn has_words(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| matches!(self.what(at), Some(What::Other | What::Word(_))))
    }

    /// Whether no word follows that the last percentage could be of.
    fn ends(&self, at: usize) -> bool {
        matches!(
            self.what(at),
            None | Some(What::Break | What::Part(_) | What::Mark(',' | ';' | '.' | ')' | '/' | '|'))
        )
    }

    /// Where the words begin that qualify a fibre from before it, such as `organic cotton 95 %`.
    fn qualifiers_before(&self, first: usize, from: usize) -> usize {
        let qualifies = |at: &usize| matches!(self.what(*at), Some(What::Word(Word::Recycled | Word::Organic)));
        let before = (first.saturating_sub(2)..first).rev().take_while(qualifies).last();
        before.unwrap_or(first).min(from.max(first))
    }

    /// The fibre right before the next percentage: its first sign, the percentage, what it costs, and who shares it.
    fn fibre_before(&self, from: usize, bare: bool) -> Option<(Fibres, usize, usize, u32, Option<u8>)> {
        let (mut cost, mut shared) = (0, None);
        let mut known: Option<(Fibres, usize)> = None;
        let mut gap = Gap::default();
        for at in from..self.signs.len().min(from + FAR) {
            match self.signs[at].what {
                What::Percent { bare: is_bare, .. } if bare || !is_bare => {
                    let (fibres, first) = known?;
                    let across = gap.breaks && matches!(self.what(at + 1), Some(What::Fibre(_)));
                    // "Paper is 70 percent cotton": prose has the fibre after.
                    let prose = gap.words > 0 && self.fibre_follows(at);
                    let cost =
                        cost + gap.cost + if across { ACROSS_LINES } else { 0 } + if prose { LEFT_OVER + 1 } else { 0 };
                    return (gap.words <= 2 && !gap.stops).then_some((fibres, first, at, cost, shared));
                }
                What::Fibre(next) => {
                    known = Some(match known {
                        Some((before, first)) if before.any_of & next.any_of != 0 => {
                            (Fibres { any_of: before.any_of & next.any_of, ..before }, first)
                        }
                        Some((before, first)) if gap.is_tight() && (before.trade || next.trade) => {
                            (if before.trade { next } else { before }, first)
                        }
                        // `cotton/acrylic 90 %`, `acrylic, cotton 100 %`
                        Some((before, first)) if gap.lists() => {
                            shared = Some(before.first());
                            (next, first)
                        }
                        Some(_) => {
                            (cost, shared) = (cost + LEFT_OVER + 1, None);
                            (next, at)
                        }
                        None => (next, at),
                    });
                    gap = Gap::default();
                }
                What::Word(Word::Heading) | What::Part(_) if known.is_some() => return None,
                what => gap.add(what),
            }
            if gap.words > 6 || cost > 20 {
                return None;
            }
        }
        None
    }
}

impl Stretch<'_> {
    /// Whether a fibre follows, but for a little word.
    fn fibre_follows(&self, percent: usize) -> bool {
        let passes = |at: &usize| matches!(self.what(*at), Some(What::Word(Word::Of | Word::Recycled | Word::Organic)));
        let next = (percent + 1..percent + LITTLE).find(|at| !passes(at));
        next.is_some_and(|next| matches!(self.what(next), Some(What::Fibre(_))))
    }
}

/// Whether the percentage is as likely of what is added to the fibre: it is small, and leaves the composition in pieces.
fn is_added(group: &Group, last: &Item) -> bool {
    !group.is_whole() && last.percent < Some(SMALL)
}
