//! Which percentage goes with which fibre.
//!
//! Labels write `95 % cotton 5 % elastane`, `cotton 95 % elastane 5 %`, or all percentages and then all fibres. Each way is tried
//! from where a composition can begin until it adds up to 100; the way that fits best is taken. Where two fit alike and say
//! different things, neither is.

mod columns;
mod fibre_first;
mod gap;
mod group;
mod percent_first;

pub(crate) use group::{Group, Item, MOST};
use group::{MOST_FIBRES, is_exact, is_whole};

use super::{
    meaning::Word,
    signs::{Fibres, Sign, What},
};
use gap::Gap;

/// An item further than this after the last is another composition's.
const FAR: usize = 40;
/// What a way of reading looks at begins no further on.
const LONGEST: usize = 3 * FAR;
/// What the parts of a badly fitting way cost.
const NOT_WHOLE: u32 = 8;
const BARE: u32 = 2;
const LEFT_OVER: u32 = 2;
/// A label says the same in no more languages.
const MOST_AGAIN: usize = 60;

/// Every composition of a stretch of signs.
pub(crate) fn groups(signs: &[Sign], from: usize, to: usize) -> Vec<Group> {
    let stretch = Stretch::new(&signs[..to], from);
    let (mut groups, mut at, mut percent, mut fibre) = (Vec::new(), from, from, from);
    while let Some(start) = stretch.start(at) {
        percent = stretch.next(percent.max(start), |what| matches!(what, What::Percent { .. }));
        fibre = stretch.next(fibre.max(start), |what| matches!(what, What::Fibre(_)));
        // Fibres far from any percentage are prose, percentages far from any fibre something else.
        if percent.max(fibre) == to || percent.max(fibre) > start + FAR {
            at = start + 1;
            continue;
        }
        match stretch.best(start).map(|group| stretch.after_stray(start, group)) {
            Some(group) => {
                at = group.end.max(start + 1);
                groups.push(group);
            }
            None => at = start + 1,
        }
    }
    groups
}

struct Stretch<'s> {
    signs: &'s [Sign],
    /// Where its percentages stand: those with a sign of their own, and bare ones.
    signed: Vec<usize>,
    bare: Vec<usize>,
}

impl<'s> Stretch<'s> {
    fn new(signs: &'s [Sign], from: usize) -> Self {
        let of = |wanted: bool| {
            let is = |at: &usize| matches!(signs[*at].what, What::Percent { bare, .. } if bare == wanted);
            (from..signs.len()).filter(is).collect()
        };
        Self { signs, signed: of(false), bare: of(true) }
    }
}

impl Stretch<'_> {
    #[inline(never)]
    fn what(&self, at: usize) -> Option<What> {
        self.signs.get(at).map(|sign| sign.what)
    }

    /// The next sign of a kind; where there is none, the end.
    fn next(&self, from: usize, is_wanted: impl Fn(What) -> bool) -> usize {
        let found = self.signs[from..].iter().position(|sign| is_wanted(sign.what));
        found.map_or(self.signs.len(), |found| from + found)
    }

    /// Where a composition can begin.
    fn start(&self, from: usize) -> Option<usize> {
        (from..self.signs.len()).find(|at| matches!(self.signs[*at].what, What::Percent { .. } | What::Fibre(_)))
    }

    fn best(&self, start: usize) -> Option<Group> {
        let mut ways: Vec<Group> = Vec::new();
        let [signed, bare] = [&self.signed, &self.bare].map(|list| list.get(list.partition_point(|at| *at < start)));
        for with_bare in [false, true] {
            // Without bare numbers where they are all there is, and with them where none is in reach, there is nothing new to find.
            let end = ways.iter().map(|way| way.end).max().unwrap_or(start);
            let worth = match (with_bare, signed, bare) {
                (false, signed, _) => signed.is_some_and(|at| *at < start + LONGEST),
                (true, _, None) => false,
                (true, signed, Some(bare)) => {
                    *bare < end + LONGEST && (signed.is_some_and(|at| at < bare) || self.adds_up(*bare, true, is_exact))
                }
            };
            if worth {
                ways.extend(self.percent_first(start, with_bare));
                ways.extend(self.fibre_first(start, with_bare));
                ways.extend(self.columns(start, with_bare));
                ways.retain(|way| !way.items.is_empty());
            }
        }
        let mut best = ways.iter().min_by_key(|way| way.cost)?.clone();
        for way in ways {
            let known = way.says_the_same(&best) || best.also.iter().any(|also| also.says_the_same(&way));
            if way.cost == best.cost && !known {
                best.unclear = true;
                best.also.push(way);
            }
        }
        Some(best)
    }

    /// Whether the percentages from here on, with the bare ones or without, can be a composition that adds up to what is wanted.
    fn adds_up(&self, from: usize, with_bare: bool, is_wanted: fn(f64) -> bool) -> bool {
        let (mut total, mut seen, mut again, mut last) = (0.0, Vec::new(), 0, from);
        for at in from..self.signs.len() {
            if at > last + LONGEST {
                return false;
            }
            match self.signs[at].what {
                What::Percent { bare: true, .. } if !with_bare => {}
                // Of more than 100 one may have slipped.
                What::Percent { value, .. } if value.get() > 100.0 => return true,
                // The same may be said in another language.
                What::Percent { value, .. } if total + value.get() > MOST => {
                    again += 1;
                    if !seen.contains(&value) || again > MOST_AGAIN {
                        return false;
                    }
                    last = at;
                }
                What::Percent { value, .. } => {
                    total += value.get();
                    seen.push(value);
                    last = at;
                    if is_wanted(total) || seen.len() == MOST_FIBRES {
                        return is_wanted(total);
                    }
                }
                // What is in brackets may not count.
                What::Mark('(') => return true,
                _ => {}
            }
        }
        false
    }

    /// `absorbs 50 %, cotton 95 % elastane 5 %`: a percentage that leaves its composition in pieces, where the fibre after it begins
    /// a whole one, is of something else.
    fn after_stray(&self, start: usize, group: Group) -> Group {
        let stray = matches!(self.what(start), Some(What::Percent { .. })) && !group.is_whole();
        let worth = |fibre: &usize| [false, true].into_iter().any(|bare| self.adds_up(*fibre, bare, is_whole));
        let Some(fibre) = self.start(start + 1).filter(|fibre| stray && worth(fibre)) else { return group };
        let whole = |other: &Group| {
            other.is_whole() && !other.unclear && other.start() == Some(fibre) && other.cost < LEFT_OVER
        };
        let other = self.best(fibre).filter(whole);
        // In `60% cotton 100% polyester lining` the second has a fibre of its own.
        other.filter(|other| !matches!(self.what(other.end), Some(What::Fibre(_)))).unwrap_or(group)
    }

    /// A fibre with what qualifies it between two signs, and right after.
    fn qualified(&self, fibres: Fibres, first: usize, last: usize) -> Item {
        let mut item = Item {
            fibre: Some(fibres.first()),
            percent: None,
            shared: None,
            recycled: false,
            organic: fibres.organic,
            first,
            last,
        };
        let mut at = first;
        while let Some(what) = self.what(at) {
            match what {
                // `70 % cotton (organic 50 %)`: that is of a part of it.
                What::Word(Word::Recycled | Word::Organic) if self.is_measured_aside(at) => break,
                What::Word(Word::Recycled) => item.recycled = true,
                What::Word(Word::Organic) => item.organic = true,
                What::Mark('(' | ')' | '[' | ']') | What::Other | What::Word(Word::Of) if at <= last + 2 => {}
                _ if at > last => break,
                _ => {}
            }
            if at > last && matches!(what, What::Word(Word::Recycled | Word::Organic)) {
                item.last = at;
            }
            at += 1;
            if at > item.last + 3 {
                break;
            }
        }
        item
    }

    /// Whether a word begins a bracket and has a percentage of its own.
    fn is_measured_aside(&self, at: usize) -> bool {
        let opened = at.checked_sub(1).and_then(|before| self.what(before)) == Some(What::Mark('('));
        opened && matches!(self.what(at + 1), Some(What::Percent { .. }))
    }

    /// Weighs a way: what does not add up costs, and bare numbers must.
    fn finished(&self, mut group: Group, slipped: Option<usize>, bare: bool) -> Option<Group> {
        let exact = group.is_exact();
        let has_bare = bare && group.items.iter().any(|item| (item.first..=item.last).any(|at| self.is_bare(at)));
        let enough = group.items.len() > 1 || (has_bare && group.items.iter().all(|item| item.last - item.first == 1));
        if (has_bare || slipped.is_some()) && !(exact && enough) {
            return None;
        }
        group.repaired |= slipped.is_some();
        group.cost += if has_bare { BARE } else { 0 };
        group.cost += if group.is_whole() { 0 } else { NOT_WHOLE };
        Some(group)
    }

    fn is_bare(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Percent { bare: true, .. }))
    }

    fn is_mended(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Fibre(Fibres { mended: true, .. })))
    }

    fn fibres(&self, at: usize) -> Fibres {
        match self.what(at) {
            Some(What::Fibre(fibres)) => fibres,
            _ => Fibres {
                any_of: 0,
                trade: false,
                blend: false,
                pure: false,
                whole: false,
                organic: false,
                mended: false,
            },
        }
    }
}
