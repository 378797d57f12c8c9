//! Which percentage goes with which fibre.
//!
//! Labels write `95 % cotton 5 % elastane`, `cotton 95 % elastane 5 %`, or all percentages and then all fibres. Each way is tried
//! from where a composition can begin until it adds up to 100; the way that fits best is taken. Where two fit alike and say
//! different things, neither is.

use super::{
    meaning::Word,
    signs::{Fibres, Sign, What},
};

/// A fibre of a composition, as read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Item {
    /// None: a word that is no known fibre.
    pub(crate) fibre: Option<u8>,
    pub(crate) percent: Option<f64>,
    pub(crate) recycled: bool,
    pub(crate) organic: bool,
    /// Signs it was read from, first and last.
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// A composition, as read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Group {
    pub(crate) items: Vec<Item>,
    /// The sign after its last.
    pub(crate) end: usize,
    /// How badly the way of reading fits.
    cost: u32,
    /// A sign was missing, a number slipped, a letter was wrong.
    pub(crate) repaired: bool,
    /// A percentage stands with two fibres, or two ways of reading fit alike.
    pub(crate) unclear: bool,
}

/// A total from here on is whole.
pub(crate) const WHOLE: f64 = 98.9;
const MOST: f64 = 101.05;
const FULL: f64 = 99.95;
/// A composition has no more fibres.
const MOST_FIBRES: usize = 16;
/// Words that may stand between a percentage and its fibre.
const WORDS_BETWEEN: u32 = 5;
/// What the parts of a badly fitting way cost.
const TWICE: u32 = 6;
const NOT_WHOLE: u32 = 8;
const BARE: u32 = 2;
const COLUMNS: u32 = 3;
const LEFT_OVER: u32 = 2;
const UNKNOWN: u32 = 4;
/// A percentage whose fibre would be on the line before, though one follows it on its own.
const ACROSS_LINES: u32 = 3;

impl Group {
    /// Sum of its percentages.
    pub(crate) fn total(&self) -> f64 {
        self.items.iter().filter_map(|item| item.percent).sum()
    }

    pub(crate) fn is_whole(&self) -> bool {
        (WHOLE..=MOST).contains(&self.total())
    }

    /// Whether no other fibre fits in.
    fn is_done(&self) -> bool {
        self.total() > FULL || self.items.len() >= MOST_FIBRES
    }

    /// Whether two say the same: fibres and percentages, in any order.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let within = |one: &Self, other: &Self| {
            one.items
                .iter()
                .all(|item| other.items.iter().any(|also| also.fibre == item.fibre && also.percent == item.percent))
        };
        self.items.len() == other.items.len() && within(self, other) && within(other, self)
    }

    /// Whether it has this fibre with this percentage.
    fn has(&self, fibres: Fibres, value: f64) -> bool {
        self.items.iter().any(|item| item.fibre == Some(fibres.first()) && item.percent == Some(value))
    }

    fn push(&mut self, item: Item, cost: u32) {
        let twice = self
            .items
            .iter()
            .any(|known| known.fibre == item.fibre && known.recycled == item.recycled && known.organic == item.organic);
        self.cost += cost + if twice { TWICE } else { 0 };
        self.end = item.last + 1;
        self.items.push(item);
    }
}

/// Every composition of a stretch of signs.
pub(crate) fn groups(signs: &[Sign], from: usize, to: usize) -> Vec<Group> {
    let stretch = Stretch { signs: &signs[..to] };
    let (mut groups, mut at, mut percent, mut fibre) = (Vec::new(), from, from, from);
    while let Some(start) = stretch.start(at) {
        percent = stretch.next(percent.max(start), |what| matches!(what, What::Percent { .. }));
        fibre = stretch.next(fibre.max(start), |what| matches!(what, What::Fibre(_)));
        // Fibres far from any percentage are prose, percentages far from any fibre something else.
        if percent.max(fibre) == to || percent.max(fibre) > start + FAR {
            at = start + 1;
            continue;
        }
        match stretch.best(start) {
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
}

impl Stretch<'_> {
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
        let mut ways = Vec::new();
        for bare in [false, true] {
            ways.extend(self.percent_first(start, bare));
            ways.extend(self.fibre_first(start, bare));
            ways.extend(self.columns(start, bare));
        }
        ways.retain(|way| !way.items.is_empty());
        let mut best = ways.iter().min_by_key(|way| way.cost)?.clone();
        let rival = |way: &Group| way.cost == best.cost && !way.says_the_same(&best);
        best.unclear |= ways.iter().any(rival);
        Some(best)
    }

    /// Percentages, each before its fibre.
    fn percent_first(&self, start: usize, bare: bool) -> Option<Group> {
        let mut group = Group::default();
        let mut at = start;
        let mut slipped = None;
        if matches!(self.what(start), Some(What::Fibre(_))) {
            // A fibre before the first percentage is passed over; of several, each has its turn.
            let next = self.start(start + 1)?;
            if matches!(self.what(next), Some(What::Fibre(_))) {
                return None;
            }
            group.cost += LEFT_OVER;
        }
        while let Some((percent, value)) = self.next_percent(at, bare) {
            if group.is_done() || (!group.items.is_empty() && percent > group.end + FAR) {
                break;
            }
            let value = if value > 100.0 && slipped.is_none() {
                slipped = Some(group.items.len());
                value % 100.0
            } else {
                value
            };
            if group.total() + value > MOST {
                group.unclear |= self.is_too_much(&group, percent);
                break;
            }
            let Some((fibre, cost)) = self.fibre_after(percent) else {
                group.add_unknown(percent, value);
                break;
            };
            let (item, unclear) = self.item(percent, fibre, value);
            group.unclear |= unclear;
            group.repaired |= self.is_mended(fibre) || self.is_bare(percent);
            at = item.last + 1;
            group.push(item, cost);
        }
        self.finished(group, slipped, bare)
    }

    /// Whether a percentage that no longer fits in stands with a fibre right after those before: then one of them is wrong.
    fn is_too_much(&self, group: &Group, percent: usize) -> bool {
        !group.items.is_empty() && !group.is_whole() && percent <= group.end + 1 && self.fibre_after(percent).is_some()
    }

    fn next_percent(&self, from: usize, bare: bool) -> Option<(usize, f64)> {
        (from..self.signs.len().min(from + FAR)).find_map(|at| match self.signs[at].what {
            What::Percent { value, bare: is_bare } if bare || !is_bare => Some((at, value)),
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
                What::Part(_) | What::Other | What::Word(_) => words += 1,
                What::Mark('.') if at > percent + 1 => return None,
                What::Mark(',') => cost += 2,
                What::Break | What::Mark(_) | What::Number(_) => cost += 1,
            }
            if words > WORDS_BETWEEN || cost > 5 {
                return None;
            }
        }
        None
    }

    /// The item of a percentage before its fibre, and whether it names two fibres.
    fn item(&self, percent: usize, fibre: usize, value: f64) -> (Item, bool) {
        let (fibres, last, two) = self.run(fibre);
        let mut item = self.qualified(fibres, percent, last);
        item.percent = Some(value);
        (item, two)
    }

    /// The fibre of a run of fibre words: translations of one, or a trade name and its fibre. Where the run ends, and whether
    /// it names two fibres that share a percentage.
    fn run(&self, first: usize) -> (Fibres, usize, bool) {
        let mut chosen = self.fibres(first);
        let (mut last, mut two) = (first, chosen.blend);
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
                        two |= gap.joins();
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

    /// A fibre with what qualifies it between two signs, and right after.
    fn qualified(&self, fibres: Fibres, first: usize, last: usize) -> Item {
        let mut item =
            Item { fibre: Some(fibres.first()), percent: None, recycled: false, organic: false, first, last };
        let mut at = first;
        while let Some(what) = self.what(at) {
            match what {
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

    /// Fibres, each before its percentage.
    fn fibre_first(&self, start: usize, bare: bool) -> Option<Group> {
        let mut group = Group::default();
        let mut at = self.start(start).filter(|at| matches!(self.signs[*at].what, What::Fibre(_)))?;
        while let Some((fibres, first, percent, cost)) = self.fibre_before(at, bare) {
            let Some(What::Percent { value, .. }) = self.what(percent) else { break };
            if group.has(fibres, value) && group.total() + value > MOST {
                // The same in another language: `COTTON 55% / KATUN 55%`.
                group.end = percent + 1;
                at = percent + 1;
                continue;
            }
            if group.is_done() || group.total() + value > MOST || (!group.items.is_empty() && first > group.end + FAR) {
                break;
            }
            let mut item = self.qualified(fibres, self.qualifiers_before(first, at), percent);
            item.percent = Some(value);
            item.first = first.min(item.first);
            group.unclear |= fibres.blend;
            group.repaired |= fibres.mended || self.is_bare(percent);
            at = percent + 1;
            group.push(item, cost);
        }
        self.finished(group, None, bare)
    }

    /// Where the words begin that qualify a fibre from before it, such as `organic cotton 95 %`.
    fn qualifiers_before(&self, first: usize, from: usize) -> usize {
        let qualifies = |at: &usize| matches!(self.what(*at), Some(What::Word(Word::Recycled | Word::Organic)));
        let before = (first.saturating_sub(2)..first).rev().take_while(qualifies).last();
        before.unwrap_or(first).min(from.max(first))
    }

    /// The fibre right before the next percentage: its first sign, the percentage, and what it costs.
    fn fibre_before(&self, from: usize, bare: bool) -> Option<(Fibres, usize, usize, u32)> {
        let mut cost = 0;
        let mut known: Option<(Fibres, usize)> = None;
        let mut gap = Gap::default();
        for at in from..self.signs.len().min(from + FAR) {
            match self.signs[at].what {
                What::Percent { bare: is_bare, .. } if bare || !is_bare => {
                    let (fibres, first) = known?;
                    let across = gap.breaks && matches!(self.what(at + 1), Some(What::Fibre(_)));
                    let cost = cost + gap.cost + if across { ACROSS_LINES } else { 0 };
                    return (gap.words <= 2 && !gap.stops).then_some((fibres, first, at, cost));
                }
                What::Fibre(next) => {
                    known = Some(match known {
                        Some((before, first)) if before.any_of & next.any_of != 0 => {
                            (Fibres { any_of: before.any_of & next.any_of, ..before }, first)
                        }
                        Some((before, first)) if gap.is_tight() && (before.trade || next.trade) => {
                            (if before.trade { next } else { before }, first)
                        }
                        Some(_) => {
                            cost += LEFT_OVER + 1;
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

    /// All percentages, then all fibres; or the other way round. Only where they are as many, and add up.
    fn columns(&self, start: usize, bare: bool) -> Option<Group> {
        let (mut percents, mut fibres) = (Vec::<(usize, f64)>::new(), Vec::<(usize, Fibres)>::new());
        let percents_first = matches!(self.what(start), Some(What::Percent { .. }));
        for at in start..self.signs.len().min(start + 60) {
            match self.signs[at].what {
                What::Percent { value, bare: is_bare } if bare || !is_bare => {
                    if percents_first && !fibres.is_empty() {
                        break;
                    }
                    percents.push((at, value));
                }
                What::Fibre(next) => {
                    if !percents_first && !percents.is_empty() {
                        break;
                    }
                    let enough = percents_first && fibres.len() == percents.len();
                    match fibres.last_mut() {
                        Some((_, known)) if known.any_of & next.any_of != 0 => known.any_of &= next.any_of,
                        _ if enough => break,
                        _ => fibres.push((at, next)),
                    }
                }
                What::Mark(';') | What::Part(_) | What::Word(Word::Noise | Word::Heading) => break,
                _ => {}
            }
        }
        let total: f64 = percents.iter().map(|(_, value)| value).sum();
        if percents.len() < 2 || percents.len() != fibres.len() || (total - 100.0).abs() > 0.5 {
            return None;
        }
        let mut group = Group { cost: COLUMNS, repaired: true, ..Group::default() };
        let last = percents.iter().map(|(at, _)| *at).chain(fibres.iter().map(|(at, _)| *at)).max()?;
        for ((percent, value), (at, fibre)) in percents.into_iter().zip(fibres) {
            let mut item = self.qualified(fibre, at, at);
            item.percent = Some(value);
            item.first = at.min(percent);
            group.unclear |= fibre.blend;
            group.push(item, 0);
        }
        group.end = last + 1;
        self.finished(group, None, bare)
    }

    /// Weighs a way: what does not add up costs, and bare numbers must.
    fn finished(&self, mut group: Group, slipped: Option<usize>, bare: bool) -> Option<Group> {
        let total = group.total();
        let exact = (total - 100.0).abs() < 0.05;
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
            _ => Fibres { any_of: 0, trade: false, blend: false, pure: false, whole: false, mended: false },
        }
    }
}

/// An item further than this after the last is another composition's.
const FAR: usize = 40;

impl Group {
    /// A percentage without a fibre belongs here if it makes the rest whole: then its word is a fibre that is not known.
    fn add_unknown(&mut self, percent: usize, value: f64) {
        if !self.items.is_empty() && (self.total() + value - 100.0).abs() < 0.5 {
            let item = Item {
                fibre: None,
                percent: Some(value),
                recycled: false,
                organic: false,
                first: percent,
                last: percent,
            };
            self.push(item, UNKNOWN);
        }
    }
}

/// What lies between two fibres.
#[derive(Debug, Default)]
struct Gap {
    signs: u32,
    words: u32,
    cost: u32,
    slash: bool,
    stops: bool,
    breaks: bool,
}

impl Gap {
    fn add(&mut self, what: What) {
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
            What::Mark(',') => self.cost += 2,
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
    fn is_tight(&self) -> bool {
        self.words <= 1 && self.cost == 0
    }

    /// Whether it makes one of two: `cotton/polyester`, `cotton & polyester`, `cotton polyester`.
    fn joins(&self) -> bool {
        self.signs == 0 || (self.slash && self.signs <= 1)
    }

    fn is_wide(&self) -> bool {
        self.words > 3 || self.stops || self.cost > 4
    }
}
