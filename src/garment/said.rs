//! What was said, before it is understood: a tree of texts, numbers and lists, whoever said it.
//!
//! A call from JavaScript, a form and a link all become this, so that one reader (`read.rs`) answers them all with the
//! same errors.

use crate::{
    error::{Problem, ProblemCode},
    number,
};

/// A value as said.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Nothing: absent, empty, null.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Said>),
    /// Named fields, in order.
    Fields(Vec<(String, Said)>),
    /// What is no plain value, by what it is called: a date, a function, an instance of a class.
    Other(String),
    /// A list or an object that is longer than any that is taken. What is in it was not looked at.
    TooLong {
        /// How many items or fields it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
}

/// Lists of a form or link are at most this long: a path such as `fibres.4000000000.percent` must not ask for memory.
const LONGEST_LIST: usize = 100;

impl Said {
    /// A list or an object of JavaScript is at most this long, but for lists of garments and of names.
    pub const LONGEST: usize = 1000;

    /// Puts together the entries of a form or a link, where a path such as `fibres.0.percent` names its place in the tree
    /// and a name that comes again makes a list. An entry that conflicts with another keeps its full path as its name, so
    /// that it is reported as unknown.
    #[must_use]
    #[inline(never)]
    pub fn from_entries(entries: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut root = Self::Fields(Vec::new());
        for (path, value) in entries {
            let value = if value.trim().is_empty() { Self::Nothing } else { Self::Text(value) };
            match root.value_at(&path) {
                Some(found) => found.add(value),
                None => root.child(&path, true).into_iter().for_each(|found| found.add(value.clone())),
            }
        }
        root
    }

    /// The value at a path, created if it is missing. None where another value is in the way.
    fn value_at(&mut self, path: &str) -> Option<&mut Self> {
        let mut names = path.split('.').peekable();
        let mut value = self;
        while let Some(name) = names.next() {
            let in_list = name.bytes().all(|byte| byte.is_ascii_digit());
            if matches!(value, Self::Nothing) {
                *value = if in_list { Self::List(Vec::new()) } else { Self::Fields(Vec::new()) };
            }
            value = value.child(name, names.peek().is_none())?;
        }
        Some(value)
    }

    /// The field of a name, or the item at an index. A list grows only for indexes under [`LONGEST_LIST`].
    fn child(&mut self, name: &str, last: bool) -> Option<&mut Self> {
        match self {
            Self::List(items) => {
                let index = name.parse::<usize>().ok().filter(|index| *index < LONGEST_LIST)?;
                if items.len() <= index {
                    items.resize(index + 1, Self::Nothing);
                }
                items.get_mut(index)
            }
            Self::Fields(fields) => {
                let index = fields.iter().position(|(field, _)| field == name).unwrap_or_else(|| {
                    fields.push((name.to_owned(), Self::Nothing));
                    fields.len() - 1
                });
                let value = &mut fields[index].1;
                let leads_on = last || matches!(value, Self::Nothing | Self::List(_) | Self::Fields(_));
                leads_on.then_some(value)
            }
            _ => None,
        }
    }

    fn add(&mut self, value: Self) {
        match (&mut *self, value) {
            (_, Self::Nothing) => {}
            (Self::Nothing, value) => *self = value,
            (Self::List(items), value) => items.push(value),
            (_, value) => *self = Self::List(vec![self.clone(), value]),
        }
    }

    /// Its named fields, in order; none of what has no names.
    pub(crate) fn fields(&self) -> &[(String, Self)] {
        match self {
            Self::Fields(fields) => fields,
            _ => &[],
        }
    }

    /// Whether nothing was said. Fields say something by their names alone: a name that is not known is told, whatever it holds.
    pub(crate) fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.iter().all(Self::is_nothing),
            Self::Fields(fields) => fields.is_empty(),
            Self::Flag(_) | Self::Number(_) | Self::Other(_) | Self::TooLong { .. } => false,
        }
    }

    /// Whether nothing was said all the way down, as in an empty row of a form.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::List(items) => items.iter().all(Self::is_blank),
            Self::Fields(fields) => fields.iter().all(|(_, value)| value.is_blank()),
            other => other.is_nothing(),
        }
    }

    /// What is wrong with it at this field. What is too long is told as that, unless there is no such field.
    #[must_use]
    pub fn problem(&self, field: impl Into<String>, code: ProblemCode) -> Problem {
        match self {
            Self::TooLong { length, most } if code != ProblemCode::UnknownField => {
                Problem::new(field, ProblemCode::OutOfRange, number::shown(*length as f64)).between(0.0, *most as f64)
            }
            _ => Problem::new(field, code, self.shown()),
        }
    }

    /// The value in a word or two, for an error.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Flag(flag) => if *flag { "true" } else { "false" }.to_owned(),
            Self::Number(number) => number::shown(*number),
            Self::Text(text) => text.chars().take(60).collect(),
            Self::List(_) => "[…]".to_owned(),
            Self::Fields(_) => "{…}".to_owned(),
            Self::Other(what) => what.clone(),
            Self::TooLong { length, .. } => number::shown(*length as f64),
        }
    }
}
