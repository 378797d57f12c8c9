//! Checks the files before anything is written from them.

use crate::entry::{Fibre, Kind, Limit, Places, Vocabulary, Words};
use std::collections::BTreeMap;

/// Entries that the code refers to by name.
const NEEDED: [(&str, &str); 3] = [("kinds", "other"), ("fibres", "cotton"), ("fibres", "other")];

/// All problems, each with its file.
pub(crate) fn problems(vocabulary: &Vocabulary) -> Vec<String> {
    let Vocabulary { kinds, fibres, parts, proofs, .. } = vocabulary;
    let mut problems = Vec::new();
    orders("kinds", kinds.iter().map(|kind| (kind.id.as_str(), kind.order)), &mut problems);
    orders("fibres", fibres.iter().map(|fibre| (fibre.id.as_str(), fibre.order)), &mut problems);
    orders("parts", parts.iter().map(|part| (part.id.as_str(), part.order)), &mut problems);
    let ids = |room| -> Vec<&str> {
        match room {
            "kinds" => kinds.iter().map(|kind| kind.id.as_str()).collect(),
            _ => fibres.iter().map(|fibre| fibre.id.as_str()).collect(),
        }
    };
    for (room, id) in NEEDED {
        if !ids(room).contains(&id) {
            problems.push(format!("{room}/{id}.toml: must be there"));
        }
    }
    for kind in kinds {
        problems.extend(kind_problems(kind).into_iter().map(|what| format!("kinds/{}.toml: {what}", kind.id)));
    }
    for fibre in fibres {
        problems.extend(fibre_problems(fibre).into_iter().map(|what| format!("fibres/{}.toml: {what}", fibre.id)));
    }
    aliases(fibres, &mut problems);
    for part in parts {
        if !has_words(&[&part.seen, &part.general]) {
            problems.push(format!("parts/{}.toml: needs words", part.id));
        }
    }
    letters(vocabulary, &mut problems);
    places(vocabulary, &mut problems);
    limits(vocabulary, &mut problems);
    once("proofs.toml", proofs.iter().map(|proof| proof.id.as_str()), &mut problems);
    problems
}

/// Ids are in kebab case, and no two entries have the same order.
fn orders<'e>(room: &str, entries: impl Iterator<Item = (&'e str, u16)>, problems: &mut Vec<String>) {
    let mut taken = BTreeMap::new();
    for (id, order) in entries {
        if !is_id(id) {
            problems.push(format!("{room}/{id}.toml: an id is small letters, with - between words"));
        }
        if let Some(other) = taken.insert(order, id) {
            problems.push(format!("{room}/{id}.toml: order {order} is that of {other}"));
        }
    }
}

fn once<'e>(file: &str, ids: impl Iterator<Item = &'e str>, problems: &mut Vec<String>) {
    let mut seen = Vec::new();
    for id in ids {
        if !is_id(id) || seen.contains(&id) {
            problems.push(format!("{file}: {id:?} is no id, or stands twice"));
        }
        seen.push(id);
    }
}

fn is_id(id: &str) -> bool {
    id.split('-').all(|word| !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_lowercase()))
}

fn kind_problems(kind: &Kind) -> Vec<&'static str> {
    let mut problems = Vec::new();
    if kind.name.is_empty() {
        problems.push("needs a name");
    }
    if kind.words.get().is_some_and(|words| !has_words(&[words])) {
        problems.push("needs words, or words = \"not found\"");
    }
    problems
}

fn fibre_problems(fibre: &Fibre) -> Vec<&'static str> {
    let mut problems = Vec::new();
    if fibre.name.is_empty() {
        problems.push("needs a name");
    }
    if !has_words(&[&fibre.seen, &fibre.general]) {
        problems.push("needs words");
    }
    problems
}

/// One name means one fibre.
fn aliases(fibres: &[Fibre], problems: &mut Vec<String>) {
    let mut names = BTreeMap::new();
    for fibre in fibres {
        for name in std::iter::once(&fibre.id).chain(&fibre.aliases) {
            if !is_id(name) {
                problems.push(format!("fibres/{}.toml: {name:?} is no name", fibre.id));
            }
            if let Some(other) = names.insert(name, &fibre.id) {
                problems.push(format!("fibres/{}.toml: {name} means {other}, too", fibre.id));
            }
        }
    }
}

/// Letters that links use for other things: `OWN` in `www/element/more/share/link.js`.
const LINK: [char; 6] = ['v', 'w', 'd', 's', 'x', 'z'];

/// Letters and names of fields are unique.
fn letters(Vocabulary { fields, letters, .. }: &Vocabulary, problems: &mut Vec<String>) {
    let mut names = BTreeMap::new();
    let all = fields.iter().map(|field| (&field.name, field.letter));
    for (name, letter) in all.chain(letters.iter().map(|(name, letter)| (name, *letter))) {
        if !letter.is_ascii_lowercase() || LINK.contains(&letter) {
            problems.push(format!("fields.toml: {name}: {letter:?} is the link's own, or no letter"));
        }
        if let Some(other) = names.insert(letter, name) {
            problems.push(format!("fields.toml: {name}: {letter:?} stands for {other}"));
        }
        if names.values().filter(|known| **known == name).count() > 1 {
            problems.push(format!("fields.toml: {name} stands twice"));
        }
    }
}

/// Codes are two capitals, and places on the lists to choose from are known.
fn places(Vocabulary { places, .. }: &Vocabulary, problems: &mut Vec<String>) {
    let Places { makers, growers, markets, countries, members } = places;
    for code in countries {
        if code.len() != 2 || !code.bytes().all(|letter| letter.is_ascii_uppercase()) {
            problems.push(format!("places.toml: {code:?} is no code of two capitals"));
        }
    }
    for code in [makers, growers, markets, members].into_iter().flatten() {
        if !countries.contains(code) && !["EU", "CN-XJ"].contains(&code.as_str()) {
            problems.push(format!("places.toml: {code:?} is not among the countries"));
        }
    }
}

/// A limit has its ends in order, and says why.
fn limits(Vocabulary { limits, .. }: &Vocabulary, problems: &mut Vec<String>) {
    for (name, Limit { least, most, whole, basis }) in limits {
        if least >= most {
            problems.push(format!("limits.toml: {name}: the least is not less than the most"));
        }
        if *whole && [least, most].into_iter().any(|end| end.fract() != 0.0) {
            problems.push(format!("limits.toml: {name}: an end is no whole number"));
        }
        if basis.trim().is_empty() {
            problems.push(format!("limits.toml: {name}: needs a basis"));
        }
    }
}

fn has_words(tables: &[&Words]) -> bool {
    tables.iter().any(|table| table.values().any(|words| !words.trim().is_empty()))
}
