//! Says what was replaced for an answer, by what, and what the answer was before.

use crate::{
    assessment::{Assessment, Basis, Bounds, Centrals, Replaced, ReplacedFigure, Step},
    options::Replacement,
};

/// Marks an answer and those of its steps that rest on a replaced figure.
pub(crate) fn mark(answer: &mut Assessment, before: &Assessment, replace: &[Replacement]) {
    let figures = replace.iter().map(|replacement| {
        let figure = replacement.figure.figure();
        ReplacedFigure {
            figure: figure.id,
            from: Bounds { low: figure.low, best: figure.best, high: figure.high },
            to: Bounds { low: replacement.low, best: replacement.best, high: replacement.high },
        }
    });
    answer.replaced = Some(Replaced { figures: figures.collect(), before: Centrals::from(before) });
    mark_steps(&mut answer.steps, replace);
}

fn mark_steps(steps: &mut [Step], replace: &[Replacement]) {
    for step in steps {
        if replace.iter().any(|replacement| step.figure == Some(replacement.figure.figure().id)) {
            step.standing = Basis::Replaced;
        }
        for part in &mut step.parts {
            mark_steps(&mut part.steps, replace);
        }
    }
}
