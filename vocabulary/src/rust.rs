//! Generates Rust from the vocabulary, which crates include from the output of their build scripts.

use crate::entry::{Fabric, Fibre, Field, FieldType, Kind, Limit, Part, Places, Proof};
use std::{collections::BTreeMap, fmt::Write};

/// An enum to generate.
struct Enum<'e> {
    name: &'e str,
    doc: &'e str,
    /// How the docs describe the order of its variants.
    order: &'e str,
    variants: Vec<(&'e str, &'e str)>,
}

/// `enum Kind`, with `ALL`, `id`, `from_id` and `fabric`. It needs `Fabric` in scope.
#[must_use]
pub fn kinds(kinds: &[Kind]) -> String {
    let variants = kinds.iter().map(|kind| (kind.id.as_str(), kind.name.as_str())).collect();
    let mut out =
        Enum { name: "Kind", doc: "A kind of garment.", order: "in the order of a list to choose from", variants }
            .written(&[]);
    let fabrics = kinds.iter().map(|kind| match kind.fabric {
        Fabric::Knit => "Some(Fabric::Knit)",
        Fabric::Woven => "Some(Fabric::Woven)",
        Fabric::Any => "None",
    });
    let fabrics: Vec<&str> = fabrics.collect();
    let _ = writeln!(
        out,
        "impl Kind {{\n/// Knit or woven, where the kind tells.\n#[must_use]\npub fn fabric(self) -> Option<Fabric> {{\n\
         const FABRICS: [Option<Fabric>; {}] = [{}];\nFABRICS[self as usize]\n}}\n}}",
        fabrics.len(),
        fabrics.join(", "),
    );
    out
}

/// `enum FibreKind`, with `ALL`, `id` and `from_id`, which takes other names for a fibre, too.
#[must_use]
pub fn fibres(fibres: &[Fibre]) -> String {
    let variants = fibres.iter().map(|fibre| (fibre.id.as_str(), fibre.name.as_str())).collect();
    let aliases: Vec<(&str, &str)> =
        fibres.iter().flat_map(|fibre| fibre.aliases.iter().map(|alias| (alias.as_str(), fibre.id.as_str()))).collect();
    let doc = "A fibre by its generic name.";
    Enum { name: "FibreKind", doc, order: "the usual ones first", variants }.written(&aliases)
}

/// `enum Proof`, with `ALL`, `id` and `from_id`.
#[must_use]
pub fn proofs(proofs: &[Proof]) -> String {
    let variants = proofs.iter().map(|proof| (proof.id.as_str(), proof.name.as_str())).collect();
    let doc = "What stands behind a stated origin of the cotton, weakest first.";
    Enum { name: "Proof", doc, order: "weakest first", variants }.written(&[])
}

/// `MAIN_PARTS`: ids of main parts, which count if no masses are known.
#[must_use]
pub fn main_parts(parts: &[Part]) -> String {
    let main: Vec<&str> = parts.iter().filter(|part| part.main).map(|part| part.id.as_str()).collect();
    format!(
        "/// Names of the part that counts where nothing is said of masses.\nconst MAIN_PARTS: [&str; {}] = {main:?};\n",
        main.len()
    )
}

/// A constant for each limit whose name begins with `of`: `GARMENT_GRAMS_LEAST` and `GARMENT_GRAMS_MOST`, for instance.
#[must_use]
pub fn limits(limits: &BTreeMap<String, Limit>, of: &[&str]) -> String {
    let mut out = String::new();
    for (name, Limit { least, most, whole, basis }) in limits.iter().filter(|(name, _)| of.contains(&name.as_str())) {
        let constant = name.to_uppercase().replace('-', "_");
        for (end, value) in [("LEAST", least), ("MOST", most)] {
            let _ = write!(out, "/// {basis}\npub(crate) const {constant}_{end}: ");
            let _ = if *whole { writeln!(out, "u16 = {value};") } else { writeln!(out, "f64 = {value:?};") };
        }
    }
    out
}

/// `COUNTRIES`, codes of two letters without gaps between them, and `MEMBERS`, those of the EU.
#[must_use]
pub fn places(Places { countries, members, .. }: &Places) -> String {
    format!(
        "/// Codes of ISO 3166-1 alpha-2, without gaps between them.\nconst COUNTRIES: &str = {:?};\n\
         /// Those of the members of the EU.\nconst MEMBERS: &str = {:?};\n",
        countries.concat(),
        members.concat()
    )
}

/// `PARTS`: each part's id, whether it is the part that counts, and whether it is a layer; a constant with the place of each in it; and
/// `ASIDE`, the ids of those that say nothing of the main part.
#[must_use]
pub fn parts(parts: &[Part]) -> String {
    let mut out = format!("static PARTS: [(&str, bool, bool); {}] = [", parts.len());
    for Part { id, main, layer, .. } in parts {
        let _ = write!(out, "({id:?}, {main}, {layer}), ");
    }
    out.push_str("];\n#[allow(dead_code)]\nimpl Part {\n");
    for (index, part) in parts.iter().enumerate() {
        let _ = writeln!(out, "pub(crate) const {}: Self = Self({index});", part.id.to_uppercase().replace('-', "_"));
    }
    out.push_str("}\n");
    let aside: Vec<&str> = parts.iter().filter(|part| part.aside).map(|part| part.id.as_str()).collect();
    let _ = writeln!(
        out,
        "/// Parts that say nothing of the main one.\npub(crate) const ASIDE: [&str; {}] = {aside:?};",
        aside.len()
    );
    out
}

/// `for_each_field!`, which hands another macro every field as `snake_case "camelCase" type;`, and a check that `struct Garment` has the same
/// fields. It needs `Garment` in scope.
#[must_use]
pub fn fields(fields: &[Field]) -> String {
    let mut out = "macro_rules! for_each_field {\n($then:ident) => {\n$then! {\n".to_owned();
    for field in fields {
        let _ = writeln!(out, "{} {:?} {};", snake(field), field.name, field.of.id());
    }
    out.push_str("}\n};\n}\n");
    let named: Vec<String> = fields.iter().map(|field| format!("{}: _", snake(field))).collect();
    // A plain pattern, not the macro's: the compiler names a field that is missing only there.
    let _ = writeln!(
        out,
        "/// `struct Garment` (src/garment.rs) and vocabulary/fields.toml have the same fields: an error here names the one that either lacks.\n\
         const _: fn(Garment) = |Garment {{ {} }}| {{}};",
        named.join(", ")
    );
    out
}

/// `madeIn` to `made_in`, `massGrams` to `mass`: in Rust the type says the unit.
fn snake(field: &Field) -> String {
    let name = match field.of {
        FieldType::Grams => field.name.trim_end_matches("Grams"),
        _ => &field.name,
    };
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

impl Enum<'_> {
    /// The source. It needs `crate::ids` and `serde::Serialize` in scope.
    fn written(&self, aliases: &[(&str, &str)]) -> String {
        let Self { name, doc, order, variants } = self;
        let mut out = format!(
            "/// {doc}\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]\n\
             #[serde(rename_all = \"kebab-case\")]\npub enum {name} {{\n"
        );
        for (id, doc) in variants {
            let _ = writeln!(out, "/// {doc}.\n{},", camel(id));
        }
        let all: Vec<String> = variants.iter().map(|(id, _)| format!("Self::{}", camel(id))).collect();
        let ids: Vec<&str> = variants.iter().map(|(id, _)| *id).collect();
        let names: Vec<String> =
            aliases.iter().map(|(alias, id)| format!("({alias:?}, {name}::{})", camel(id))).collect();
        let count = ids.len();
        let _ = write!(
            out,
            "}}\nimpl {name} {{\n/// All, {order}.\npub const ALL: [Self; {count}] = [{}];\n\
             const IDS: [&'static str; {count}] = {ids:?};\n\
             const ALIASES: &'static [(&'static str, Self)] = &[{}];\n\
             /// Its id.\n#[must_use]\npub fn id(self) -> &'static str {{\nSelf::IDS[self as usize]\n}}\n\
             /// Reads an id{}; space around it and the case of its letters do not matter.\n#[must_use]\n\
             pub fn from_id(id: &str) -> Option<Self> {{\n\
             ids::find(id, Self::IDS.into_iter().zip(Self::ALL).chain(Self::ALIASES.iter().copied()))\n}}\n}}\n",
            all.join(", "),
            names.join(", "),
            if aliases.is_empty() { "" } else { ", or another name for the same" },
        );
        out
    }
}

/// `chain-of-custody` to `ChainOfCustody`.
#[must_use]
pub fn camel(words: &str) -> String {
    words
        .split(['-', ' '])
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
        })
        .collect()
}
