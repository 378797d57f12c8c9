//! Compiles the words of the label reader: those of `../vocabulary`, of the schemes and of `words/*.toml` in, one table out.
//! What the bits of a meaning say is in `src/meaning.rs`, how the words are written in `encoded.rs`.

mod encoded;
#[allow(dead_code)]
#[path = "../src/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "../src/meaning.rs"]
mod meaning;
mod schemes;

use cotton_origin_vocabulary::{self as vocabulary, Fibre, Part, Vocabulary, rust};
use encoded::Encoded;
use meaning::{Cue, Deed, LANGUAGES, Word, code};
use schemes::Scheme;
use std::{collections::BTreeMap, env, error::Error, fs, path::Path};
use toml::{Table, Value};

/// The fibre that more than its own words mean.
const COTTON: u16 = code::fibre(0);

/// Words by spelling, each with its meanings.
type Words = BTreeMap<String, Vec<u16>>;

/// What is done with a word: the tables it stands in, its key, the word.
type Each<'e> = dyn FnMut(&[String], &str, &str) -> Result<(), Box<dyn Error>> + 'e;

fn main() -> Result<(), Box<dyn Error>> {
    let schemes = Path::new("../src/figures/schemes.toml");
    let folder = Path::new("words");
    for read in [Path::new(vocabulary::FOLDER), schemes, folder] {
        println!("cargo::rerun-if-changed={}", read.display());
    }
    let vocabulary = Vocabulary::read(Path::new(vocabulary::FOLDER))?;
    let words = words(folder, &vocabulary, &schemes::read(schemes)?)?;
    let out = Path::new(&env::var("OUT_DIR")?).to_owned();
    fs::write(out.join("parts.rs"), rust::parts(&vocabulary.parts))?;
    let of_labels = ["garment-grams", "cloth-grams", "cloth-ounces", "pack"];
    fs::write(out.join("limits.rs"), rust::limits(&vocabulary.limits, &of_labels))?;
    fs::write(out.join("words.rs"), words.table)?;
    Ok(fs::write(out.join("words.bin"), words.letters)?)
}

/// The table of all words.
fn words(folder: &Path, vocabulary: &Vocabulary, schemes: &[Scheme]) -> Result<Encoded, Box<dyn Error>> {
    let read = |name: &str| -> Result<Table, Box<dyn Error>> {
        let file = folder.join(name);
        toml::from_str(&fs::read_to_string(&file)?).map_err(|error| format!("{}: {error}", file.display()).into())
    };
    let mut words = Words::new();
    of_vocabulary(&mut words, vocabulary)?;
    of_schemes(&mut words, schemes)?;
    leaves(&read("said.toml")?, &mut |path, _, word| {
        if path[0] == "number" {
            return add(&mut words, word, code::number(path[1].parse()?));
        }
        add(&mut words, word, code::word(known(&path[0], Word::IDS.iter().position(|id| *id == path[0]))?))
    })?;
    leaves(&read("moods.toml")?, &mut |path, language, word| {
        let cue = known(&path.join("."), Cue::IDS.iter().position(|id| id[..] == path[..]))?;
        let spoken = known(language, LANGUAGES.iter().position(|known| *known == language))?;
        // Only a denial is asked for its language: in it the places are named.
        add(&mut words, word, code::cue(cue, if path[0] == "deny" { spoken } else { 0 }))
    })?;
    leaves(&read("places.toml")?, &mut |path, language, word| {
        let stage = known(&path[0], Deed::IDS.iter().position(|id| *id == path[0]))?;
        let language = known(language, LANGUAGES.iter().position(|known| *known == language))?;
        add(&mut words, word, code::phrase(stage, language, path[1] == "before"))?;
        // "Organic cotton from": the phrase is a word for cotton, too.
        if path[2] == "organic" {
            add(&mut words, word, code::word(Word::Organic as u16))?;
        }
        if matches!(path[2].as_str(), "cotton" | "organic") { add(&mut words, word, COTTON) } else { Ok(()) }
    })?;
    leaves(&read("countries.toml")?, &mut |path, key, word| match path[0].as_str() {
        "made" => add(&mut words, word, code::country(place(key)?) | code::MADE),
        country => add(&mut words, word, code::country(place(country)?)),
    })?;
    origins(&mut words, &read("origins.toml")?)?;
    inherit(&mut words);
    inherit_moods(&mut words);
    encoded::encoded(&words)
}

/// The words of kinds, parts and fibres.
fn of_vocabulary(words: &mut Words, vocabulary: &Vocabulary) -> Result<(), Box<dyn Error>> {
    for (index, kind) in vocabulary.kinds.iter().enumerate() {
        let meaning = code::kind(code::index(index, &kind.id)?);
        kind.words.get().into_iter().try_for_each(|table| add_all(words, table.values(), meaning))?;
        add_all(words, kind.open.values(), meaning | code::OPEN)?;
    }
    for (index, Part { id, seen, general, .. }) in vocabulary.parts.iter().enumerate() {
        add_all(words, seen.values().chain(general.values()), code::part(code::index(index, id)?))?;
    }
    vocabulary.fibres.iter().enumerate().try_for_each(|(index, fibre)| of_fibre(words, index, fibre))
}

fn of_fibre(words: &mut Words, index: usize, fibre: &Fibre) -> Result<(), Box<dyn Error>> {
    let meaning = code::fibre(code::index(index, &fibre.id)?);
    if (meaning == COTTON) != (fibre.id == "cotton") {
        return Err("cotton must be the first of the fibres: the reader knows it by its place".into());
    }
    let tables = [
        (&fibre.seen, 0),
        (&fibre.general, 0),
        (&fibre.pure, code::PURE),
        (&fibre.whole, code::PURE | code::WHOLE),
        (&fibre.everyday, code::EVERYDAY),
        (&fibre.trade, code::TRADE),
        (&fibre.blend, code::BLEND),
    ];
    for (table, more) in tables {
        add_all(words, table.values(), meaning | more)?;
    }
    add_all(words, [&fibre.codes], meaning | code::CODE)?;
    add_all(words, [&fibre.ratio], meaning | code::RATIO)
}

/// A scheme's words; some name the cotton with it.
fn of_schemes(words: &mut Words, schemes: &[Scheme]) -> Result<(), Box<dyn Error>> {
    for (index, scheme) in schemes.iter().enumerate() {
        let meaning = code::scheme(u8::try_from(index)?);
        add_all(words, [&scheme.words, &scheme.cotton_words], meaning)?;
        add_all(words, [&scheme.cotton_words], COTTON)?;
    }
    Ok(())
}

/// A longer phrase is found before a shorter one: it means what the stem of another language that it begins with means, too.
fn inherit(words: &mut Words) {
    let is_phrase = |meaning: &&u16| **meaning >> 12 == 2;
    let stems: Vec<(String, u16)> = words
        .iter()
        .flat_map(|(word, meanings)| meanings.iter().filter(is_phrase).map(|meaning| (word.clone(), *meaning)))
        .filter(|(_, meaning)| meaning & code::STEM != 0)
        .collect();
    for (word, meanings) in words.iter_mut().filter(|(_, meanings)| meanings.iter().any(|meaning| is_phrase(&meaning)))
    {
        for (stem, meaning) in &stems {
            let begins = word.strip_prefix(stem.as_str()).is_some_and(|rest| !rest.contains(' '));
            if begins && meanings.iter().all(|known| known & !code::STEM != meaning & !code::STEM) {
                meanings.push(*meaning);
            }
        }
    }
}

/// A word that only tells a mood means what the stem that it begins with means, too; but for those that deny that: `silky`.
fn inherit_moods(words: &mut Words) {
    let is_cue = |meaning: &u16| meaning >> 12 == 8;
    let plain = code::cue(Cue::Plain as u16, 0);
    let stems: Vec<(String, Vec<u16>)> = words
        .iter()
        .map(|(word, meanings)| {
            (word.clone(), meanings.iter().copied().filter(|meaning| meaning & code::STEM != 0).collect())
        })
        .filter(|(_, meanings): &(String, Vec<u16>)| !meanings.is_empty())
        .collect();
    for (word, meanings) in words.iter_mut().filter(|(_, meanings)| meanings.iter().all(is_cue)) {
        let begins = |stem: &str| {
            word.strip_prefix(stem).is_some_and(|rest| (1..=6).contains(&rest.len()) && !rest.contains(' '))
        };
        let own = stems.iter().filter(|(stem, _)| begins(stem)).flat_map(|(_, meanings)| meanings);
        if !meanings.contains(&plain) {
            let more: Vec<u16> = own.map(|meaning| meaning & !code::STEM).filter(|meaning| !is_cue(meaning)).collect();
            meanings.extend(more);
        }
    }
}

/// Every list of words, with the tables above it and the key it stands under.
fn leaves(table: &Table, each: &mut Each) -> Result<(), Box<dyn Error>> {
    walk(&mut Vec::new(), table, each)
}

fn walk(path: &mut Vec<String>, table: &Table, each: &mut Each) -> Result<(), Box<dyn Error>> {
    for (key, value) in table {
        match value {
            Value::Table(inner) => {
                path.push(key.clone());
                walk(path, inner, each)?;
                path.pop();
            }
            Value::String(words) => {
                parted(words).try_for_each(|word| each(path, key, word))?;
            }
            _ => return Err(format!("{}.{key} is no list of words", path.join(".")).into()),
        }
    }
    Ok(())
}

/// Claims of where the cotton grew.
fn origins(words: &mut Words, table: &Table) -> Result<(), Box<dyn Error>> {
    leaves(table, &mut |path, key, word| match path[0].as_str() {
        "cotton-of" => add(words, word, COTTON).and_then(|()| add(words, word, code::origin(place(key)?))),
        "cotton-plain" => add(words, word, COTTON),
        "grown-of" => add(words, word, code::origin(place(key)?)),
        other => Err(format!("origins.toml: no such table: {other}").into()),
    })
}

fn known(name: &str, found: Option<usize>) -> Result<u16, Box<dyn Error>> {
    let index = found.ok_or_else(|| format!("the label's words: nothing is called {name}"))?;
    Ok(u16::try_from(index)?)
}

/// A country's two letters; the Region's are its own two within China.
fn place(name: &str) -> Result<[u8; 2], Box<dyn Error>> {
    let letters = name.trim_start_matches("CN-").as_bytes().try_into();
    letters.map_err(|_| format!("countries.toml: {name} is no code").into())
}

/// The words of a list.
fn parted(words: &str) -> impl Iterator<Item = &str> {
    words.split(',').map(str::trim).filter(|word| !word.is_empty())
}

fn add_all<'w>(
    words: &mut Words,
    lists: impl IntoIterator<Item = &'w String>,
    meaning: u16,
) -> Result<(), Box<dyn Error>> {
    lists.into_iter().flat_map(|list| parted(list)).try_for_each(|word| add(words, word, meaning))
}

/// Adds a word with all its endings: `fabriqué{|e|s|es} en` is four.
fn add(words: &mut Words, word: &str, meaning: u16) -> Result<(), Box<dyn Error>> {
    let Some((before, rest)) = word.split_once('{') else { return add_one(words, word, meaning) };
    let (endings, after) = rest.split_once('}').ok_or_else(|| format!("the label's words: {word} has one brace"))?;
    endings.split('|').try_for_each(|ending| add(words, &format!("{before}{ending}{after}"), meaning))
}

fn add_one(words: &mut Words, word: &str, meaning: u16) -> Result<(), Box<dyn Error>> {
    let stem = word.ends_with('*');
    let spelling = fold::folded(word.trim_end_matches('*'));
    // Whatever parts a word in print is one space in the table.
    let spelling = spelling.split([' ', '.', '-', '\'']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if spelling.is_empty() || spelling.len() > 200 {
        return Err(format!("the label's words: {word} has no spelling").into());
    }
    let meanings = words.entry(spelling).or_default();
    let meaning = if stem { meaning | code::STEM } else { meaning };
    // A word that is a stem in one language and whole in another is a stem.
    match meanings.iter_mut().find(|known| **known & !code::STEM == meaning & !code::STEM) {
        Some(known) => *known |= meaning,
        None => meanings.push(meaning),
    }
    Ok(())
}
