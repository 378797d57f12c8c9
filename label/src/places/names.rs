//! Names of countries by language, from whoever calls.

use crate::fold::folded;
use cotton_origin::vocabulary::Place;
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
        // Irish and Maltese put an article before, which phrases run into their own words: `fiċ-Ċina`, `sa tSín`.
        let articles = matches!(language, "ga" | "mt");
        for (place, name) in names.names(language) {
            let most = match place.code() {
                // The cloth.
                "JE" => 0,
                // `SAR Hongkong (China)` is no name of China,
                "HK" | "MO" => 1,
                // the end of `Cocos (Keeling) Islands` none at all.
                _ => 2,
            };
            for part in spellings(&name).into_iter().take(most) {
                let bare = part.split_once(' ').filter(|(article, _)| articles && article.len() < 4);
                if let Some((_, bare)) = bare {
                    insert(&mut sorted, bare.to_owned(), place);
                }
                insert(&mut sorted, part, place);
            }
        }
        let sorted = Rc::new(sorted);
        self.kept.borrow_mut().push((language.to_owned(), Rc::clone(&sorted)));
        sorted
    }
}

/// A list has some hundreds of names.
fn insert(sorted: &mut Vec<(String, Place)>, name: String, place: Place) {
    let at = sorted.partition_point(|known| known.0 < name);
    sorted.insert(at, (name, place));
}

/// The names in a name, as the tables spell: "Myanmar (Burma)" is two.
pub(super) fn spellings(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in folded(name).chars() {
        match letter {
            '(' | ')' => parts.push(String::new()),
            letter => {
                let Some(part) = parts.last_mut() else { continue };
                let is_gap = matches!(letter, ' ' | '.' | '-' | '\'');
                // A gap is one space, and none before the first letter.
                if !is_gap {
                    part.push(letter);
                } else if !part.is_empty() && !part.ends_with(' ') {
                    part.push(' ');
                }
            }
        }
    }
    for part in &mut parts {
        if part.ends_with(' ') {
            part.pop();
        }
    }
    parts.retain(|part| part.chars().nth(1).is_some());
    parts
}

/// A place of the tables: a country, or the Region by its own letters.
pub(crate) fn place(letters: [u8; 2]) -> Option<Place> {
    match &letters {
        b"XJ" => Some(Place::Region),
        _ => Place::from_code(core::str::from_utf8(&letters).ok()?),
    }
}
