//! All percentages, then all fibres; or the other way round.

use super::{Group, Stretch};
use crate::{
    meaning::Word,
    signs::{Fibres, What},
};

const COLUMNS: u32 = 3;

impl Stretch<'_> {
    /// All percentages, then all fibres; or the other way round. Only where they are as many, and add up.
    pub(super) fn columns(&self, start: usize, bare: bool) -> Option<Group> {
        let (mut percents, mut fibres) = (Vec::<(usize, f64)>::new(), Vec::<(usize, Fibres)>::new());
        let percents_first = matches!(self.what(start), Some(What::Percent { .. }));
        for at in start..self.signs.len().min(start + 60) {
            match self.signs[at].what {
                What::Percent { value, bare: is_bare } if bare || !is_bare => {
                    if percents_first && !fibres.is_empty() {
                        break;
                    }
                    percents.push((at, value.get()));
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
}
