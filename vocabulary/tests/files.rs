//! The files are valid; if something is missing or duplicated, the error names the file and what is wrong.

use cotton_origin_vocabulary::{FOLDER, Vocabulary};
use std::{fs, path::Path};

/// The problems after a change of one file.
fn problems(name: &str, file: &str, change: impl Fn(&str) -> String) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // Left by an earlier run.
    let _ = fs::remove_dir_all(&folder);
    copy(Path::new(FOLDER), &folder);
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    let changed = change(&text);
    assert_ne!(text, changed, "{file}: nothing was changed");
    fs::write(path, changed).expect("a file can be written");
    Vocabulary::read(&folder).expect_err("the files cannot be used")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let there = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &there);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            fs::copy(&path, &there).expect("a file can be copied");
        }
    }
}

#[test]
fn the_files_can_be_used() {
    let vocabulary = Vocabulary::read(Path::new(FOLDER)).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(vocabulary.kinds.first().map(|kind| kind.id.as_str()), Some("t-shirt"));
    assert_eq!(vocabulary.fibres.last().map(|fibre| fibre.id.as_str()), Some("other"));
}

#[test]
fn a_kind_without_its_mass_is_named() {
    let told = problems("mass", "kinds/towel.toml", |text| text.replace("[mass]", "[weight]"));
    assert!(told.contains("towel.toml") && told.contains("weight"), "{told}");
    let told = problems("no-mass", "kinds/gloves.toml", |text| text.replace("mass = \"not found\"\n", ""));
    assert!(told.contains("gloves.toml") && told.contains("missing field `mass`"), "{told}");
    let told = problems("vague", "kinds/gloves.toml", |text| text.replace("mass = \"not found\"", "mass = \"heavy\""));
    assert!(told.contains("gloves.toml") && told.contains("a table, or \"not found\""), "{told}");
}

#[test]
fn a_kind_or_a_fibre_without_words_is_named() {
    let told = problems("words", "kinds/towel.toml", |text| text.replace("[words]", "[words]\n[mist]"));
    assert!(told.contains("towel.toml"), "{told}");
    let told = problems("fibre", "fibres/pinatex.toml", |_| "name = \"Piñatex\"\norder = 215\n".to_owned());
    assert!(told.contains("pinatex.toml") && told.contains("missing field `seen`"), "{told}");
}

#[test]
fn what_is_there_twice_is_named_with_the_other() {
    let told = problems("order", "kinds/towel.toml", |text| text.replace("order = 120", "order = 130"));
    assert!(told.contains("order 130 is that of"), "{told}");
    let told =
        problems("alias", "fibres/silk.toml", |text| text.replace("order = 110", "order = 110\naliases = [\"lycra\"]"));
    assert!(told.contains("fibres/silk.toml: lycra means elastane, too"), "{told}");
    let told = problems("letter", "fields.toml", |text| text.replace("letter = \"k\"", "letter = \"m\""));
    assert!(told.contains("'m' stands for kind"), "{told}");
    let told = problems("own", "fields.toml", |text| text.replace("letter = \"k\"", "letter = \"z\""));
    assert!(told.contains("kind: 'z' is the link's own"), "{told}");
}

#[test]
fn a_field_of_no_known_type_is_named() {
    let told = problems("type", "fields.toml", |text| text.replace("type = \"grams\"", "type = \"ounces\""));
    assert!(told.contains("fields.toml") && told.contains("unknown variant `ounces`"), "{told}");
}

#[test]
fn a_field_that_nobody_can_answer_is_named() {
    let told =
        problems("nobody", "fields.toml", |text| text.replace("known-by = \"shop\"", "known-by = \"neighbour\""));
    assert!(told.contains("fields.toml") && told.contains("unknown variant `neighbour`"), "{told}");
    let told = problems("no-one", "fields.toml", |text| text.replacen("known-by = \"label\"\n", "", 1));
    assert!(told.contains("fields.toml") && told.contains("missing field `known-by`"), "{told}");
}

#[test]
fn a_place_that_is_none_and_a_limit_without_its_reason_are_named() {
    let told = problems("maker", "places.toml", |text| text.replace("\"CN\", \"BD\"", "\"CN\", \"XX\""));
    assert!(told.contains("places.toml: \"XX\" is not among the countries"), "{told}");
    let told = problems("limit", "limits.toml", |text| text.replace("least = 5.0", "least = 5000.0"));
    assert!(told.contains("limits.toml: garment-grams: the least is not less"), "{told}");
}

#[test]
fn every_problem_is_told_at_once() {
    let told =
        problems("many", "proofs.toml", |text| text.replace("lab-test", "label").replace("chain-of", "Chain of"));
    assert!(told.contains("\"label\" is no id, or stands twice") && told.contains("\"Chain of-custody\""), "{told}");
}
