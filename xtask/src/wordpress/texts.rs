//! The plug-in's texts in other languages, as WordPress 6.3 loads them: for PHP a `.mo`, for the block's editor a file of JSON.
//!
//! `www/locales/wordpress/TAG.json` has them by their English, which stands in the plug-in's own files. The two sentences that a page shows
//! without scripts are those of `www/locales/page`, which other sites get from the page for owners.

use crate::files;
use crate::languages::Language;
use anyhow::{Context, Result, anyhow, ensure};
use polib::catalog::Catalog;
use polib::message::Message;
use polib::metadata::CatalogMetadata;
use polib::mo_file;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Texts by their English.
type Texts = BTreeMap<String, String>;

/// The domain of the texts, and the start of their files' names.
const DOMAIN: &str = "cotton-origin";

/// What WordPress calls the script of the block's editor.
const EDITOR: &str = "cotton-origin-estimate-editor-script";

/// What WordPress calls our languages, and what it calls the sites that read them: by their language, or as a whole.
const LOCALES: [(&str, &str, &[&str]); 13] = [
    ("ar", "ar", &["ar"]),
    ("de", "de_DE", &["de"]),
    ("es", "es_ES", &["es"]),
    ("fr", "fr_FR", &["fr"]),
    ("it", "it_IT", &["it"]),
    ("ja", "ja", &["ja"]),
    ("kk", "kk", &["kk"]),
    ("pt-BR", "pt_BR", &["pt"]),
    ("ru", "ru_RU", &["ru"]),
    ("tr", "tr_TR", &["tr"]),
    ("ug", "ug_CN", &["ug"]),
    ("zh-Hans", "zh_CN", &["zh"]),
    ("zh-Hant", "zh_TW", &["zh_TW", "zh_HK"]),
];

/// The sentences of `www/locales/page` that the plug-in shows.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Sentences {
    pub(super) fallback: String,
    pub(super) way_on: String,
}

/// A text of `block.json`, by what WordPress calls it.
type OfBlock = (&'static str, String);

/// All texts, of every language that has them.
pub(super) struct AllTexts {
    pub(super) english: Sentences,
    of_editor: BTreeSet<String>,
    of_block: Vec<OfBlock>,
    of_languages: Vec<InLanguage>,
}

struct InLanguage {
    locale: &'static str,
    sites: &'static [&'static str],
    texts: Texts,
}

/// Reads them, and checks that each language has every text and no other.
pub(super) fn read(root: &Path, languages: &[Language]) -> Result<AllTexts> {
    let www = root.join("www");
    let plugin = |name: &str| files::read_text(&www.join("wordpress").join(name));
    let english = sentences(&www, "en")?;
    let of_editor = of_editor(&plugin("editor.js")?);
    let of_block = of_block(&plugin("block.json")?)?;
    let description = description(&plugin("cotton-origin.php")?).context("cotton-origin.php has no description")?;
    let wanted: BTreeSet<_> = of_editor.iter().cloned().chain(of_block.iter().map(|(_, text)| text.clone())).collect();
    let wanted = &wanted | &BTreeSet::from([description]);
    let mut of_languages = Vec::new();
    for Language { id, .. } in languages {
        let path = www.join(format!("locales/wordpress/{id}.json"));
        if !path.is_file() {
            continue;
        }
        let file = format!("www/locales/wordpress/{id}.json");
        let (_, locale, sites) = LOCALES
            .iter()
            .find(|(known, ..)| known == id)
            .with_context(|| format!("{file}: nobody said what WordPress calls that language"))?;
        let mut texts: Texts =
            serde_json::from_slice(&files::read(&path)?).with_context(|| format!("{file} is no list of texts"))?;
        let faults = faults(&texts, &wanted);
        ensure!(faults.is_empty(), "{file} does not fit www/wordpress:\n  {}", faults.join("\n  "));
        let Sentences { fallback, way_on } = sentences(&www, id)?;
        texts.extend([(english.fallback.clone(), fallback), (english.way_on.clone(), way_on)]);
        of_languages.push(InLanguage { locale, sites, texts });
    }
    Ok(AllTexts { english, of_editor, of_block, of_languages })
}

fn sentences(www: &Path, id: &str) -> Result<Sentences> {
    let path = www.join(format!("locales/page/{id}.json"));
    serde_json::from_slice(&files::read(&path)?).with_context(|| format!("{} is no list of sentences", path.display()))
}

/// What the editor's script says: each text stands in a call of its own.
fn of_editor(script: &str) -> BTreeSet<String> {
    script.split("say(\"").skip(1).filter_map(|rest| rest.split_once("\")")).map(|(text, _)| text.to_owned()).collect()
}

/// The title is a name.
fn of_block(json: &str) -> Result<Vec<OfBlock>> {
    #[derive(Deserialize)]
    struct Block {
        description: String,
        keywords: Vec<String>,
    }
    let Block { description, keywords } = serde_json::from_str(json).context("block.json")?;
    let keywords = keywords.into_iter().map(|word| ("block keyword", word));
    Ok(std::iter::once(("block description", description)).chain(keywords).collect())
}

/// What the list of plug-ins says of it.
fn description(php: &str) -> Option<String> {
    Some(php.split_once("Description:")?.1.lines().next()?.trim().to_owned())
}

fn faults(texts: &Texts, wanted: &BTreeSet<String>) -> Vec<String> {
    let missing = wanted.iter().filter(|text| !texts.contains_key(*text)).map(|text| format!("missing: {text}"));
    let others = texts.iter().filter_map(|(text, own)| {
        if wanted.contains(text) {
            own.trim().is_empty().then(|| format!("empty: {text}"))
        } else {
            Some(format!("the plug-in does not say: {text}"))
        }
    });
    missing.chain(others).collect()
}

impl AllTexts {
    /// The entries of a PHP array: for each site's language the name of its files.
    pub(super) fn locales(&self) -> String {
        let of = |each: &InLanguage| {
            let line = |site: &&str| (site.to_string(), each.locale);
            each.sites.iter().map(line).collect::<Vec<_>>()
        };
        let all: BTreeMap<_, _> = self.of_languages.iter().flat_map(of).collect();
        let width = all.keys().map(String::len).max().unwrap_or_default() + 2;
        let line = |(site, locale): (&String, &&str)| format!("\t{:width$} => '{locale}',", format!("'{site}'"));
        all.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Writes the files of each language into the plug-in.
    pub(super) fn write(&self, plugin: &Path) -> Result<()> {
        let folder = plugin.join("languages");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        self.of_languages.iter().try_for_each(|each| {
            let file = |end: &str| folder.join(format!("{DOMAIN}-{}{end}", each.locale));
            let mo = file(".mo");
            mo_file::write(&self.for_php(each), &mo).map_err(|problem| anyhow!("{}: {problem}", mo.display()))?;
            files::write(&file(&format!("-{EDITOR}.json")), serde_json::to_string(&self.for_editor(each))?)
        })
    }

    /// All but the editor's own. What `block.json` says is found by what it is, too.
    fn for_php(&self, InLanguage { locale, texts, .. }: &InLanguage) -> Catalog {
        let mut catalog = Catalog::new(CatalogMetadata {
            project_id_version: DOMAIN.into(),
            mime_version: "1.0".into(),
            content_type: "text/plain; charset=UTF-8".into(),
            content_transfer_encoding: "8bit".into(),
            language: (*locale).into(),
            ..CatalogMetadata::default()
        });
        let mut add = |context: Option<&str>, english: &str| {
            let mut message = Message::build_singular();
            message.with_msgid(english.into()).with_msgstr(texts[english].clone());
            if let Some(context) = context {
                message.with_msgctxt(context.into());
            }
            catalog.append_or_update(message.done());
        };
        for (what, english) in &self.of_block {
            add(Some(what), english);
        }
        let of_block = |text: &String| self.of_block.iter().any(|(_, other)| other == text);
        for english in texts.keys().filter(|text| !self.of_editor.contains(*text) && !of_block(text)) {
            add(None, english);
        }
        catalog
    }

    /// In the form of Jed, which the editor reads.
    fn for_editor(&self, InLanguage { locale, texts, .. }: &InLanguage) -> Value {
        let said = self.of_editor.iter().map(|english| (english.clone(), json!([texts[english]])));
        let head = (String::new(), json!({ "domain": "messages", "lang": locale }));
        let messages: Map<_, _> = std::iter::once(head).chain(said).collect();
        json!({ "domain": "messages", "locale_data": { "messages": messages } })
    }
}

#[cfg(test)]
mod tests {
    use super::{description, faults, of_block, of_editor};
    use std::collections::BTreeSet;

    #[test]
    fn the_texts_are_read_from_where_they_stand() {
        let said = of_editor(r#"{ "": say("A b"), ...c }; text("x", say("D (e)"), say("A b"));"#);
        assert_eq!(said.into_iter().collect::<Vec<_>>(), ["A b", "D (e)"]);
        let block = of_block(r#"{ "title": "T", "description": "D", "keywords": ["k", "l"] }"#).expect("it is a block");
        let texts: Vec<_> = block.iter().map(|(what, text)| format!("{what}: {text}")).collect();
        assert_eq!(texts, ["block description: D", "block keyword: k", "block keyword: l"]);
        assert_eq!(description(" * Description:       It does.\n * Version: 1").as_deref(), Some("It does."));
    }

    #[test]
    fn a_language_has_every_text_and_no_other() {
        let wanted = BTreeSet::from(["A".to_owned(), "B".into(), "C".into()]);
        let texts = [("A", "a"), ("B", ""), ("D", "d")].map(|(text, own)| (text.to_owned(), own.to_owned())).into();
        assert_eq!(faults(&texts, &wanted), ["missing: C", "empty: B", "the plug-in does not say: D"]);
    }
}
