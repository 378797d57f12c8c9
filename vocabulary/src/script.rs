//! Writes the vocabulary for scripts: the unions of `www/types.d.ts`, and lists.

use crate::entry::{Section, Vocabulary};
use std::fmt::Write;

/// A language that pages speak, as its file in `www/locales` says.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its tag, and the name of its file.
    pub language: String,
    /// What it calls itself.
    pub name: String,
    /// Which way it is written.
    pub direction: Direction,
    /// Its place in a list to choose from.
    pub order: u16,
    /// Whether someone whose mother tongue it is has read its sentences.
    pub reviewed: bool,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

const HEAD: &str = "/** Written by the build from `vocabulary/` and `www/locales`: see `vocabulary/README.md`. */\n";

/// Types: `Kind`, `FibreKind`, `Proof`, `Fabric`, `Field` and `Language` are unions of ids.
#[must_use]
pub fn unions(vocabulary: &Vocabulary, languages: &[Language]) -> String {
    let unions: [(&str, &str, Vec<&str>); 6] = [
        ("Kind", "A kind of garment.", vocabulary.kinds.iter().map(|kind| kind.id.as_str()).collect()),
        (
            "FibreKind",
            "A fibre by its generic name.",
            vocabulary.fibres.iter().map(|fibre| fibre.id.as_str()).collect(),
        ),
        (
            "Proof",
            "What stands behind a stated origin of the cotton, weakest first.",
            vocabulary.proofs.iter().map(|proof| proof.id.as_str()).collect(),
        ),
        ("Fabric", "Knitted or woven.", vec!["knit", "woven"]),
        (
            "Field",
            "What can be said of a garment.",
            vocabulary.fields.iter().map(|field| field.name.as_str()).collect(),
        ),
        ("Language", "A language of the page.", languages.iter().map(|one| one.language.as_str()).collect()),
    ];
    let mut out = HEAD.to_owned();
    for (name, doc, ids) in unions {
        let _ = writeln!(out, "\n/** {doc} */\nexport type {name} = {};", quoted(&ids, " | "));
    }
    out
}

/// Lists: ids in their order, the fields of the form by section, and what stands for a name in a link.
#[must_use]
pub fn lists(vocabulary: &Vocabulary, languages: &[Language]) -> String {
    let Vocabulary { kinds, fibres, parts, proofs, fields, letters } = vocabulary;
    let in_section = |section| -> Vec<&str> {
        fields.iter().filter(|field| field.section == section).map(|field| field.name.as_str()).collect()
    };
    let mut out = HEAD.to_owned();
    let mut list = |name: &str, of: &str, doc: &str, ids: &[&str]| {
        let _ = writeln!(out, "\n/** {doc} @type {{{of}[]}} */\nexport const {name} = [{}];", quoted(ids, ", "));
    };
    let ids: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
    list("KINDS", r#"import("./unions.js").Kind"#, "Kinds of garment.", &ids);
    let ids: Vec<&str> = fibres.iter().map(|fibre| fibre.id.as_str()).collect();
    list("FIBRES", r#"import("./unions.js").FibreKind"#, "Fibres by their generic names, the usual ones first.", &ids);
    let ids: Vec<&str> = parts.iter().filter(|part| part.main).map(|part| part.id.as_str()).collect();
    list("MAIN_PARTS", "string", "Names of the part that counts where nothing is said of masses.", &ids);
    let ids: Vec<&str> = proofs.iter().map(|proof| proof.id.as_str()).collect();
    list("PROOFS", r#"import("./unions.js").Proof"#, "Proofs, weakest first.", &ids);
    let of_fields = r#"import("./unions.js").Field"#;
    list("LABEL_FIELDS", of_fields, "What the form asks for on the label.", &in_section(Section::Label));
    list("MORE_FIELDS", of_fields, "What the form asks for behind \"I know more\".", &in_section(Section::More));
    let ids: Vec<&str> = languages.iter().map(|one| one.language.as_str()).collect();
    list(
        "LANGUAGES",
        r#"import("./unions.js").Language"#,
        "Languages of the page, as the files under `locales/` are called.",
        &ids,
    );
    let all = fields
        .iter()
        .map(|field| (&field.name, field.letter))
        .chain(letters.iter().map(|(name, letter)| (name, *letter)));
    let letters: Vec<String> = all.map(|(name, letter)| format!("{name}: \"{letter}\"")).collect();
    let _ = writeln!(
        out,
        "\n/** What stands for a name in a link. @type {{Record<string, string>}} */\nexport const LETTERS = {{ {} }};",
        letters.join(", ")
    );
    out
}

/// Which file has the sentences of which language, in a folder of `locales`. Each is an address by itself: that is how bundlers find files.
#[must_use]
pub fn files(name: &str, folder: &str, languages: &[Language], without: Option<&str>) -> String {
    let mut out = format!(
        "{HEAD}\n/** Where the sentences of each language are. @type {{Record<string, URL>}} */\nexport const {name} = {{\n"
    );
    for Language { language, .. } in languages.iter().filter(|one| without != Some(&one.language)) {
        let _ = writeln!(out, "  {language:?}: new URL(\"{folder}/{language}.json\", import.meta.url),");
    }
    out.push_str("};\n");
    out
}

fn quoted(ids: &[&str], between: &str) -> String {
    ids.iter().map(|id| format!("{id:?}")).collect::<Vec<_>>().join(between)
}
