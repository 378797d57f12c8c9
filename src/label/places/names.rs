//! Names of countries by language, from whoever calls.

use crate::{label::fold::folded, place::Place};
use std::{cell::RefCell, rc::Rc};

/// Names of countries by language.
pub trait Names {
    /// Every name of every country in a language (an IETF tag); none where the language is not known.
    fn names(&self, language: &str) -> Vec<(Place, String)>;
}

/// No names: only those of the tables are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoNames;

impl Names for NoNames {
    fn names(&self, _: &str) -> Vec<(Place, String)> {
        Vec::new()
    }
}

/// Names folded and sorted.
pub(super) type List = Rc<Vec<(String, Place)>>;

/// Names kept by language.
#[derive(Debug, Default)]
pub(crate) struct Atlas {
    kept: RefCell<Vec<(String, List)>>,
}

impl Atlas {
    pub(crate) fn of(&self, language: &str, names: &dyn Names) -> List {
        if let Some((_, known)) = self.kept.borrow().iter().find(|(known, _)| known == language) {
            return Rc::clone(known);
        }
        let mut sorted: Vec<(String, Place)> = Vec::new();
        for (place, name) in names.names(language) {
            // "Myanmar (Burma)" is two names.
            let parts = name.split(['(', ')', '（', '）']).map(spelling).filter(|part| part.chars().count() > 1);
            // Irish and Maltese put an article before, which phrases run into their own words: `fiċ-Ċina`, `sa tSín`.
            let bare = |part: &str| {
                part.split_once(' ').filter(|(article, _)| article.len() < 4).map(|(_, name)| name.to_owned())
            };
            let articles = matches!(language, "ga" | "mt");
            for part in parts {
                sorted.extend(bare(&part).filter(|_| articles).map(|name| (name, place)));
                sorted.push((part, place));
            }
        }
        sorted.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let sorted = Rc::new(sorted);
        self.kept.borrow_mut().push((language.to_owned(), Rc::clone(&sorted)));
        sorted
    }
}

fn spelling(name: &str) -> String {
    folded(name).split([' ', '.', '-', '\'']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
