//! Options of a call: figures replaced for one answer.

use crate::{
    error::{Error, ErrorCode, Problem, ProblemCode},
    figures::{FigureId, Unit},
    garment::Said,
    number,
    table::OnProblem,
};

/// Options of a call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Figures replaced for this answer, each at most once.
    pub replace: Vec<Replacement>,
    /// What to do with a row of a catalogue that has an invalid column.
    pub on_problem: OnProblem,
}

/// A figure replaced by a value, or by a value with bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Replacement {
    pub(crate) figure: FigureId,
    pub(crate) low: f64,
    pub(crate) best: f64,
    pub(crate) high: f64,
}

impl Options {
    /// Reads the options.
    ///
    /// # Errors
    /// Every invalid option at once: an unknown name, an unknown figure, a value outside the figure's domain.
    pub fn read(said: &Said) -> Result<Self, Error> {
        Self::read_of(said, false)
    }

    /// Reads the options of a catalogue: the same, and `onProblem`.
    ///
    /// # Errors
    /// The same as [`Self::read`]'s.
    pub fn read_for_table(said: &Said) -> Result<Self, Error> {
        Self::read_of(said, true)
    }

    fn read_of(said: &Said, table: bool) -> Result<Self, Error> {
        let mut problems = Vec::new();
        let mut options = Self::default();
        for (name, value) in fields("", said, &mut problems) {
            match name.as_str() {
                "replace" => {
                    let entries = fields(name, value, &mut problems);
                    let read = entries.iter().filter_map(|(id, value)| replacement(id, value, &mut problems));
                    options.replace = read.collect();
                }
                "onProblem" if table => match OnProblem::read(value) {
                    Ok(chosen) => options.on_problem = chosen,
                    Err(code) => problems.push(value.problem(name.as_str(), code)),
                },
                _ => problems.push(value.problem(name.as_str(), ProblemCode::UnknownField)),
            }
        }
        if problems.is_empty() { Ok(options) } else { Err(Error { code: ErrorCode::BadOptions, fields: problems }) }
    }
}

impl OnProblem {
    fn read(said: &Said) -> Result<Self, ProblemCode> {
        match said {
            said if said.is_nothing() => Ok(Self::default()),
            Said::Text(text) => match text.as_str() {
                "omit-row" => Ok(Self::OmitRow),
                "skip" => Ok(Self::Skip),
                _ => Err(ProblemCode::UnknownValue),
            },
            _ => Err(ProblemCode::WrongType),
        }
    }
}

fn fields<'s>(path: &str, said: &'s Said, problems: &mut Vec<Problem>) -> &'s [(String, Said)] {
    match said {
        Said::Fields(fields) => fields,
        said if said.is_nothing() => &[],
        other => {
            problems.push(other.problem(path, ProblemCode::WrongType));
            &[]
        }
    }
}

fn replacement(id: &str, said: &Said, problems: &mut Vec<Problem>) -> Option<Replacement> {
    let path = format!("replace.{id}");
    let Some(figure) = FigureId::from_id(id) else {
        problems.push(Problem::new(path, ProblemCode::UnknownFigure, id));
        return None;
    };
    let unit = figure.figure().unit;
    let [low, best, high] = match said {
        said if said.is_nothing() => return None,
        Said::Number(value) => [*value; 3],
        Said::Fields(entries) if unit.may_vary() => bounds(&path, entries, problems)?,
        other => {
            problems.push(other.problem(path, ProblemCode::WrongType));
            return None;
        }
    };
    let (least, most) = unit.domain();
    let before = problems.len();
    for (name, value, min, max) in [("best", best, least, most), ("low", low, least, best), ("high", high, best, most)]
    {
        if !(min..=max).contains(&value) {
            let field = if matches!(said, Said::Number(_)) { path.clone() } else { format!("{path}.{name}") };
            problems.push(Problem::new(field, ProblemCode::OutOfRange, number::shown(value)).between(min, max));
            break;
        }
    }
    if unit == Unit::Years && best.fract() != 0.0 {
        problems.push(Problem::new(path, ProblemCode::NotWhole, number::shown(best)));
    }
    (problems.len() == before).then_some(Replacement { figure, low, best, high })
}

/// `low`, `best` and `high`, each a number, and nothing else.
fn bounds(path: &str, entries: &[(String, Said)], problems: &mut Vec<Problem>) -> Option<[f64; 3]> {
    let before = problems.len();
    let mut found = [None; 3];
    for (name, value) in entries {
        let field = format!("{path}.{name}");
        match (["low", "best", "high"].iter().position(|known| known == name), value) {
            (Some(index), Said::Number(number)) => found[index] = Some(*number),
            (Some(_), other) => problems.push(other.problem(field, ProblemCode::NotANumber)),
            (None, other) => problems.push(other.problem(field, ProblemCode::UnknownField)),
        }
    }
    match found {
        [Some(low), Some(best), Some(high)] => Some([low, best, high]),
        _ if problems.len() > before => None,
        _ => {
            problems.push(Problem { value: None, ..Problem::new(path, ProblemCode::Missing, "") });
            None
        }
    }
}
