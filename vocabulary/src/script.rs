//! Generates code for scripts: types for `www/types.d.ts`, and lists.

use crate::{
    entry::{Fabric, Field, Kind, KnownBy, Section, Vocabulary},
    published::Published,
};
use std::fmt::Write;

const HEAD: &str = "/** Written by the build from `vocabulary/` and `www/locales`: see `vocabulary/README.md`. */\n";

/// The path of the types that are written by hand, relative to the file of [`unions`] in `target/vocabulary`.
pub const TYPES: &str = "../../www/types.d.ts";

/// Types: `Kind`, `FibreKind`, `Proof`, `Fabric`, `Field`, `LabelField`, `MoreField`, `KnownBy` and `Language` are unions of ids;
/// `Garment` has a property for each field.
#[must_use]
pub fn unions(vocabulary: &Vocabulary, languages: &[&str]) -> String {
    let fields = &vocabulary.fields;
    let unions: [(&str, &str, Vec<&str>); 9] = [
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
        ("Field", "What can be said of a garment.", names(fields, |_| true)),
        ("LabelField", "What the form asks for on the label.", names(fields, |field| field.section == Section::Label)),
        (
            "MoreField",
            "What the form asks for behind \"I know more\".",
            names(fields, |field| field.section == Section::More),
        ),
        (
            "KnownBy",
            "Who can answer a question: the easiest to ask first.",
            KnownBy::ALL.iter().map(|who| who.id()).collect(),
        ),
        ("Language", "A language of the page.", languages.to_vec()),
    ];
    let mut out = format!("{HEAD}\nimport type {{ Component, Fibre, Place }} from {TYPES:?};\n");
    for (name, doc, ids) in unions {
        let _ = writeln!(out, "\n/** {doc} */\nexport type {name} = {};", quoted(&ids, " | "));
    }
    out.push_str(
        "\n/** What is known of a garment. Every field may be left out: not knowing is an answer. */\nexport interface Garment {\n",
    );
    for Field { name, doc, of, .. } in fields {
        let _ = writeln!(out, "  /** {doc} */\n  {name}?: {};", of.script());
    }
    out.push_str("}\n");
    out
}

/// The names of some of the fields, in their order.
fn names(fields: &[Field], of: impl Fn(&Field) -> bool) -> Vec<&str> {
    fields.iter().filter(|field| of(field)).map(|field| field.name.as_str()).collect()
}

/// Lists: ids in their order, fields by section of the form, their types, their letters in links, and the versions that links may name.
#[must_use]
pub fn lists(vocabulary: &Vocabulary, languages: &[&str], published: &[Published]) -> String {
    let Vocabulary { kinds, fibres, parts, proofs, places, fields, letters, limits: _ } = vocabulary;
    let in_section = |section| names(fields, |field| field.section == section);
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
    let field = r#"import("./unions.js").Field"#;
    list("FIELDS", field, "What can be said of a garment, in the order of the form.", &names(fields, |_| true));
    let label_field = r#"import("./unions.js").LabelField"#;
    list("LABEL_FIELDS", label_field, "What the form asks for on the label.", &in_section(Section::Label));
    let more_field = r#"import("./unions.js").MoreField"#;
    list("MORE_FIELDS", more_field, "What the form asks for behind \"I know more\".", &in_section(Section::More));
    list("MAKERS", "string", "On top of a list of places where garments are sewn.", &texts(&places.makers));
    list("GROWERS", "string", "On top of a list of places where cotton grew.", &texts(&places.growers));
    list("MARKETS", "string", "On top of a list of places where garments are bought.", &texts(&places.markets));
    list(
        "LANGUAGES",
        r#"import("./unions.js").Language"#,
        "Languages of the page, as the files under `locales/` are called.",
        languages,
    );
    let fabrics: Vec<String> = kinds.iter().filter_map(fabric).collect();
    let _ = writeln!(
        out,
        "\n/** Knit or woven, where the kind tells. @type {{Record<string, import(\"./unions.js\").Fabric>}} */\n\
         export const FABRICS = {{ {} }};",
        fabrics.join(", ")
    );
    let types: Vec<String> = fields.iter().map(|field| format!("{}: {:?}", field.name, field.of.id())).collect();
    let _ = writeln!(
        out,
        "\n/** What the values of a field are. */\n\
         export const FIELD_TYPES = /** @type {{const}} */ ({{ {} }});",
        types.join(", ")
    );
    let known: Vec<String> = fields.iter().map(|field| format!("{}: {:?}", field.name, field.known_by.id())).collect();
    let _ = writeln!(
        out,
        "\n/** Who can answer what is asked of a garment. @type {{Record<import(\"./unions.js\").Field, import(\"./unions.js\").KnownBy>}} */\n\
         export const KNOWN_BY = {{ {} }};",
        known.join(", ")
    );
    let who = KnownBy::ALL.map(KnownBy::id);
    let _ = writeln!(
        out,
        "\n/** Those who can answer, the easiest to ask first. @type {{import(\"./unions.js\").KnownBy[]}} */\n\
         export const ASKED_FIRST = [{}];",
        quoted(&who, ", ")
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
    let versions: Vec<String> =
        published.iter().map(|one| format!("{{ figures: {:?}, model: {:?} }}", one.figures, one.method)).collect();
    let _ = writeln!(
        out,
        "\n/** Every version of the figures that was ever published, with its method, newest first. @type {{{{ figures: string, model: string }}[]}} */\n\
         export const PUBLISHED = [{}];",
        versions.join(", ")
    );
    out
}

/// `FILES`: the file of each language's sentences. Each is a separate `new URL(…)`, which bundlers recognise.
#[must_use]
pub fn files(folder: &str, languages: &[&str]) -> String {
    let mut out = format!(
        "{HEAD}\n/** Where the sentences of each language are. @type {{Record<string, URL>}} */\nexport const FILES = {{\n"
    );
    for language in languages {
        let _ = writeln!(out, "  {language:?}: new URL(\"{folder}/{language}.json\", import.meta.url),");
    }
    out.push_str("};\n");
    out
}

/// `MESSAGES`: the sentences of every language, in the script itself, for what is written in another language than the page's.
#[must_use]
pub fn bundled(folder: &str, languages: &[&str]) -> String {
    let mut out = HEAD.to_owned();
    for (at, language) in languages.iter().enumerate() {
        let _ = writeln!(out, "import file{at} from \"{folder}/{language}.json\" with {{ type: \"json\" }};");
    }
    let entries: Vec<String> = languages.iter().enumerate().map(|(at, id)| format!("{id:?}: file{at}")).collect();
    let _ = writeln!(
        out,
        "\n/** By language. @type {{Record<import(\"./unions.js\").Language, typeof file0>}} */\nexport const MESSAGES = {{ {} }};",
        entries.join(", ")
    );
    out
}

/// An entry of `FABRICS`.
fn fabric(Kind { id, fabric, .. }: &Kind) -> Option<String> {
    let fabric = match fabric {
        Fabric::Knit => "knit",
        Fabric::Woven => "woven",
        Fabric::Any => return None,
    };
    Some(format!("{id:?}: {fabric:?}"))
}

fn texts(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

fn quoted(ids: &[&str], between: &str) -> String {
    ids.iter().map(|id| format!("{id:?}")).collect::<Vec<_>>().join(between)
}
