//! Reads input into a garment, or reports every problem at once.

use super::{
    Component, Composition, Fibre, Garment, Said, for_each_field,
    written::{self, Sign},
};
use crate::{
    error::{Error, ErrorCode, Problem, ProblemCode},
    number,
    schemes::Scheme,
    vocabulary::{FibreKind, Grams, Kind, Percent, Place, Proof, Year},
};
use std::ops::RangeInclusive;

impl Garment {
    /// Understands what was said.
    ///
    /// # Errors
    /// Every field that cannot be taken, at once.
    pub fn read(said: &Said) -> Result<Self, Error> {
        let Understood { garment, problems, .. } = Self::understand(said);
        if problems.is_empty() { Ok(garment) } else { Err(Error { code: ErrorCode::BadGarment, fields: problems }) }
    }

    /// Reads what can be read, and reports every problem. Percentages that add up to more than 100 are a problem, too, but lose nothing: in the
    /// garment each counts in proportion.
    // Forms, calls and links all use this: inlined, it would be in the wasm three times.
    #[inline(never)]
    pub(crate) fn understand(said: &Said) -> Understood {
        let mut reader = GarmentReader::default();
        let garment = reader.garment(said);
        Understood { garment, problems: reader.problems, total: reader.total }
    }

    /// Garments that JavaScript hands over in one list, to be assessed together, are at most so many: their ranges are taken draw by draw,
    /// a tenth of a megabyte each. A catalogue is a [`Table`](crate::table::Table), and has no such limit.
    pub const MOST_AT_ONCE: usize = 2000;

    /// Understands a list of garments.
    ///
    /// # Errors
    /// Every field of every garment that cannot be taken, at once; a field begins with the garment's index.
    pub fn read_all(said: &Said) -> Result<Vec<Self>, Error> {
        let items = match said {
            Said::List(items) => &items[..],
            Said::Nothing => &[],
            other => {
                let problem = other.problem("", ProblemCode::WrongType);
                return Err(Error { code: ErrorCode::BadGarment, fields: vec![problem] });
            }
        };
        let (mut garments, mut problems) = (Vec::new(), Vec::new());
        for (index, item) in items.iter().enumerate() {
            match Self::read(item) {
                Ok(garment) => garments.push(garment),
                Err(error) => problems.extend(error.fields.into_iter().map(|problem| {
                    let field = format!("{index}.{}", problem.field);
                    Problem { field: field.trim_end_matches('.').to_owned(), ..problem }
                })),
            }
        }
        if problems.is_empty() { Ok(garments) } else { Err(Error { code: ErrorCode::BadGarment, fields: problems }) }
    }
}

/// The result of reading.
pub(crate) struct Understood {
    pub(crate) garment: Garment,
    pub(crate) problems: Vec<Problem>,
    /// What the percentages of `fibres` add up to, as entered; None where there are fewer than two, or one is none.
    pub(crate) total: Option<f64>,
}

#[derive(Default)]
struct GarmentReader {
    problems: Vec<Problem>,
    /// The percentages of the composition that was read last, whether or not their fibres are named; None: it is no percentage.
    percents: Vec<Option<f64>>,
    /// The sum of those of `fibres`.
    total: Option<f64>,
}

impl GarmentReader {
    fn garment(&mut self, said: &Said) -> Garment {
        let mut garment = Garment::default();
        for (name, value) in self.fields("", said) {
            // The function that reads a field has the name of the field's type.
            macro_rules! read {
                ($($field:ident $name:literal $type:ident;)*) => {
                    match name.as_str() {
                        $($name => garment.$field = self.$type(name, value),)*
                        _ => self.complain(name, ProblemCode::UnknownField, value),
                    }
                };
            }
            for_each_field!(read);
        }
        if !garment.components.is_empty() && !garment.fibres.fibres().is_empty() {
            self.problems.push(Problem { value: None, ..Problem::new("components", ProblemCode::OnlyOne, "") });
        }
        let total: f64 = garment.components.iter().filter_map(|part| part.share).sum();
        if total > 1.01 {
            self.problems.push(
                Problem::new("components", ProblemCode::TotalOver100, number::shown(rounded(100.0 * total)))
                    .between(0.0, 101.0),
            );
        }
        // A place and one that contains it are one origin, the narrower.
        Place::keep_narrowest(&mut garment.cotton_from);
        dedup(&mut garment.schemes);
        garment
    }

    fn fields<'s>(&mut self, path: &str, said: &'s Said) -> &'s [(String, Said)] {
        match said {
            Said::Fields(fields) => fields,
            Said::Nothing => &[],
            other => {
                self.complain(path, ProblemCode::WrongType, other);
                &[]
            }
        }
    }

    fn kind(&mut self, path: &str, said: &Said) -> Option<Kind> {
        self.one(path, said, ProblemCode::UnknownKind, Kind::from_id)
    }

    fn proof(&mut self, path: &str, said: &Said) -> Option<Proof> {
        self.one(path, said, ProblemCode::UnknownProof, Proof::from_id)
    }

    fn places(&mut self, path: &str, said: &Said) -> Vec<Place> {
        self.several(path, said, Self::place)
    }

    fn schemes(&mut self, path: &str, said: &Said) -> Vec<&'static Scheme> {
        self.several(path, said, Self::scheme)
    }

    fn components(&mut self, path: &str, said: &Said) -> Vec<Component> {
        self.several(path, said, Self::component)
    }

    /// The composition of the whole garment, and what its percentages add up to.
    fn fibres(&mut self, path: &str, said: &Said) -> Composition {
        let composition = self.composition(path, said);
        let total = self.percents.iter().copied().sum::<Option<f64>>();
        self.total = total.map(rounded).filter(|_| self.percents.len() > 1);
        composition
    }

    fn composition(&mut self, path: &str, said: &Said) -> Composition {
        self.percents.clear();
        let fibres = self.several(path, said, Self::fibre);
        let total: f64 = fibres.iter().filter_map(|fibre| fibre.percent).map(Percent::get).sum();
        if Composition::is_over(total) {
            let problem = Problem::new(path, ProblemCode::TotalOver100, number::shown(rounded(total)));
            self.problems.push(problem.between(0.0, Composition::MOST));
        }
        Composition::in_proportion(fibres)
    }

    fn component(&mut self, path: &str, said: &Said) -> Option<Component> {
        let mut component = Component::default();
        for (name, value) in self.fields(path, said) {
            let field = format!("{path}.{name}");
            match name.as_str() {
                "name" => component.name = self.name(&field, value),
                "fibres" => component.fibres = self.composition(&field, value),
                "massGrams" => component.mass = self.grams(&field, value),
                "share" => component.share = self.number(&field, value, Sign::None, 0.0..=1.0),
                _ => self.complain(&field, ProblemCode::UnknownField, value),
            }
        }
        (matches!(said, Said::Fields(_)) && !said.is_blank()).then_some(component)
    }

    fn name(&mut self, path: &str, said: &Said) -> Option<String> {
        match said {
            said if said.is_nothing() => None,
            Said::Text(text) => Some(text.chars().take(100).collect()),
            other => {
                self.complain(path, ProblemCode::WrongType, other);
                None
            }
        }
    }

    fn fibre(&mut self, path: &str, said: &Said) -> Option<Fibre> {
        let mut kind = None;
        let mut percent = None;
        let (mut recycled, mut organic) = (false, false);
        let mut named = false;
        for (name, value) in self.fields(path, said) {
            let field = format!("{path}.{name}");
            match name.as_str() {
                "fibre" => {
                    named = !value.is_nothing();
                    kind = self.one(&field, value, ProblemCode::UnknownFibre, FibreKind::from_id);
                }
                "percent" if value.is_nothing() => {}
                "percent" => {
                    let entered = self.number(&field, value, Sign::Percent, 0.0..=100.0);
                    self.percents.push(entered);
                    percent = entered.and_then(Percent::new);
                }
                "recycled" => recycled = self.flag(&field, value),
                "organic" => organic = self.flag(&field, value),
                _ => self.complain(&field, ProblemCode::UnknownField, value),
            }
        }
        if !named && matches!(said, Said::Fields(_)) && !said.is_blank() {
            self.problems
                .push(Problem { value: None, ..Problem::new(format!("{path}.fibre"), ProblemCode::Missing, "") });
        }
        kind.map(|kind| Fibre { kind, percent, recycled, organic })
    }

    /// A list, or one item as a list of one. Empty items are skipped.
    fn several<T>(&mut self, path: &str, said: &Said, read: impl Fn(&mut Self, &str, &Said) -> Option<T>) -> Vec<T> {
        match said {
            said if said.is_nothing() => Vec::new(),
            Said::List(items) => items
                .iter()
                .enumerate()
                .filter(|(_, item)| !item.is_nothing())
                .filter_map(|(index, item)| read(self, &format!("{path}.{index}"), item))
                .collect(),
            item => read(self, path, item).into_iter().collect(),
        }
    }

    fn place(&mut self, path: &str, said: &Said) -> Option<Place> {
        self.one(path, said, ProblemCode::UnknownPlace, Place::from_code)
    }

    fn scheme(&mut self, path: &str, said: &Said) -> Option<&'static Scheme> {
        self.one(path, said, ProblemCode::UnknownScheme, Scheme::from_id)
    }

    /// One of a set of names.
    fn one<T>(&mut self, path: &str, said: &Said, unknown: ProblemCode, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        if said.is_nothing() {
            return None;
        }
        let Said::Text(text) = said else {
            self.complain(path, ProblemCode::WrongType, said);
            return None;
        };
        let found = find(text.trim());
        if found.is_none() {
            self.complain(path, unknown, said);
        }
        found
    }

    fn flag(&mut self, path: &str, said: &Said) -> bool {
        match said {
            said if said.is_nothing() => false,
            Said::Flag(flag) => *flag,
            // A ticked box of a form says "on".
            Said::Text(text) if matches!(text.as_str(), "on" | "true" | "1") => true,
            Said::Text(text) if matches!(text.as_str(), "off" | "false" | "0") => false,
            other => {
                self.complain(path, ProblemCode::WrongType, other);
                false
            }
        }
    }

    fn year(&mut self, path: &str, said: &Said) -> Option<Year> {
        let year = self.number(path, said, Sign::None, Year::FIRST.into()..=Year::LAST.into())?;
        if year.fract() != 0.0 {
            self.complain(path, ProblemCode::NotWhole, said);
            return None;
        }
        // Lossless: a whole number between 1990 and 2100.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Year::new(year as u16)
    }

    fn grams(&mut self, path: &str, said: &Said) -> Option<Grams> {
        self.number(path, said, Sign::Gram, 0.0..=Grams::MOST).and_then(Grams::new)
    }

    fn number(&mut self, path: &str, said: &Said, sign: Sign, range: RangeInclusive<f64>) -> Option<f64> {
        let read = match said {
            said if said.is_nothing() => return None,
            Said::Number(number) if number.is_nan() => Err(ProblemCode::NotANumber),
            Said::Number(number) => Ok(*number),
            Said::Text(text) => written::number(text, sign, &range),
            _ => Err(ProblemCode::WrongType),
        };
        match read {
            Ok(number) if range.contains(&number) => return Some(number),
            Ok(_) => {
                let problem = said.problem(path, ProblemCode::OutOfRange);
                self.problems.push(problem.between(*range.start(), *range.end()));
            }
            Err(code) => self.complain(path, code, said),
        }
        None
    }

    fn complain(&mut self, path: &str, code: ProblemCode, said: &Said) {
        self.problems.push(said.problem(path, code));
    }
}

/// Sums such as 33.4 + 66.7 come out with a tail of digits that nobody wrote.
fn rounded(total: f64) -> f64 {
    (total * 1e6).round() / 1e6
}

fn dedup<T: PartialEq>(items: &mut Vec<T>) {
    let mut index = 0;
    while index < items.len() {
        if items[..index].contains(&items[index]) {
            items.remove(index);
        } else {
            index += 1;
        }
    }
}
