//! The files that the script fetches at run time: both wasm files, the texts of the figures, the sentences of each language, and the module
//! with everything below the answer. They are made before the script, because it contains their digests: so the script's own digest in a
//! host's page fixes every byte.

use crate::bundle::{self, Defines};
use crate::files::{self, integrity};
use crate::languages::json_files;
use crate::marks::Stale;
use crate::published::{FIGURES, LABEL_WASM, MORE, PAGE, WASM};
use crate::wasm::Core;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The language that is bundled in the script, as a fallback for the others.
const OWN_LANGUAGE: &str = "en.json";

/// The names of the digests in the source.
const WASM_DIGEST: &str = "COTTON_ORIGIN_WASM_INTEGRITY";
const LABEL_DIGEST: &str = "COTTON_ORIGIN_LABEL_INTEGRITY";
const FIGURES_DIGEST: &str = "COTTON_ORIGIN_FIGURES_INTEGRITY";
const MORE_DIGEST: &str = "COTTON_ORIGIN_MORE_INTEGRITY";

/// The name of the estimate's own page in the source.
const PAGE_BESIDE: &str = "COTTON_ORIGIN_PAGE";

/// The name of the package's version in the source; empty where no release lies in a folder of its version.
const VERSION: &str = "COTTON_ORIGIN_VERSION";

/// The folders of sentences (for the form and the answer, for the sections below it, for the site's main page), and
/// the names of their digests in the source.
const LOCALES: &str = "locales";
const MORE_LOCALES: &str = "locales/more";
const PAGE_LOCALES: &str = "locales/page";
const LOCALE_DIGESTS: [(&str, &str); 3] = [
    (LOCALES, "COTTON_ORIGIN_LOCALES"),
    (MORE_LOCALES, "COTTON_ORIGIN_MORE_LOCALES"),
    (PAGE_LOCALES, "COTTON_ORIGIN_PAGE_LOCALES"),
];

/// All assets, in one folder.
pub(crate) struct RuntimeAssets {
    folder: PathBuf,
    /// By their published paths, with `/`.
    files: Vec<String>,
    /// The digests of all but the module.
    digests: Defines,
    /// The digest of the module.
    more: Value,
}

/// Makes them in `target/assets`. The figures in words are `figures`.
pub(crate) fn build(root: &Path, core: &Core, figures: &Path, version: &str, stale: &Stale) -> Result<RuntimeAssets> {
    let folder = root.join("target/assets");
    files::empty(&folder)?;
    let mut assets = RuntimeAssets { folder, files: Vec::new(), digests: Vec::new(), more: Value::Null };
    let loaded = [
        (WASM_DIGEST, WASM, core.estimate.wasm.as_path()),
        (LABEL_DIGEST, LABEL_WASM, &core.label.wasm),
        (FIGURES_DIGEST, FIGURES, figures),
    ];
    for (name, file, from) in loaded {
        let digest = assets.add(file, &files::read(from)?)?;
        assets.digests.push((name, digest));
    }
    for (locales, name) in LOCALE_DIGESTS {
        let digests = assets.add_locales(root, locales, stale)?;
        assets.digests.push((name, digests));
    }
    let defines = [assets.digests.as_slice(), &[(VERSION, version.into()), (PAGE_BESIDE, PAGE.into())]].concat();
    bundle::bundle(root, core, &assets.folder, &[MORE], &bundle::RELEASED, &defines)?;
    assets.files.push(MORE.to_owned());
    assets.more = integrity(&files::read(&assets.folder.join(MORE))?).into();
    Ok(assets)
}

impl RuntimeAssets {
    /// Definitions for the scripts of the site: the digests, and the page beside them.
    pub(crate) fn for_site(&self) -> Defines {
        [self.digests.as_slice(), &[(MORE_DIGEST, self.more.clone()), (PAGE_BESIDE, PAGE.into())]].concat()
    }

    /// Definitions for the scripts of the package. There is no page beside them, and bundlers change the module that is loaded after
    /// the first answer, so it has no digest and is imported like any other. Nor do its releases lie beside each other.
    pub(crate) fn for_package(&self) -> Defines {
        [self.digests.as_slice(), &[(MORE_DIGEST, "".into()), (PAGE_BESIDE, "".into()), (VERSION, "".into())]].concat()
    }

    /// Copies all assets into the site.
    pub(crate) fn copy_into_site(&self, folder: &Path) -> Result<()> {
        self.copy(folder, |_| true)
    }

    /// Copies the assets of the element and the core into another published folder.
    pub(crate) fn copy_into(&self, folder: &Path) -> Result<()> {
        self.copy(folder, |file| file != MORE && !file.starts_with(PAGE_LOCALES))
    }

    fn copy(&self, folder: &Path, wanted: fn(&str) -> bool) -> Result<()> {
        let mut files = self.files.iter().filter(|file| wanted(file));
        files.try_for_each(|file| files::copy(&self.folder.join(file), &folder.join(file)))
    }

    /// Adds a file, and returns its digest.
    fn add(&mut self, file: &str, content: &[u8]) -> Result<Value> {
        files::write(&self.folder.join(file), content)?;
        self.files.push(file.to_owned());
        Ok(integrity(content).into())
    }

    /// Adds every language of a folder of `www`; their digests are known by language.
    fn add_locales(&mut self, root: &Path, folder: &str, stale: &Stale) -> Result<Value> {
        let www = root.join("www");
        let mut digests = Map::new();
        for name in json_files(&www.join(folder))? {
            if folder == LOCALES && name == OWN_LANGUAGE {
                continue;
            }
            let file = format!("{folder}/{name}");
            let mut content = minified(&www.join(&file))?;
            if stale.is_in(file.trim_start_matches(LOCALES).trim_start_matches('/')) {
                content = not_reviewed(content)?;
            }
            let digest = self.add(&file, &content)?;
            digests.insert(name.trim_end_matches(".json").to_owned(), digest);
        }
        Ok(Value::Object(digests))
    }
}

/// Copies them unchanged for developers: nothing is minified or has a digest. The module
/// that is loaded after the first answer is left to the bundler.
pub(crate) fn put_unchecked(root: &Path, core: &Core, figures: &Path, folder: &Path) -> Result<Defines> {
    files::copy(&core.estimate.wasm, &folder.join(WASM))?;
    files::copy(&core.label.wasm, &folder.join(LABEL_WASM))?;
    files::copy(figures, &folder.join(FIGURES))?;
    files::copy(&root.join("www").join(LOCALES), &folder.join(LOCALES))?;
    let none = [WASM_DIGEST, LABEL_DIGEST, FIGURES_DIGEST, MORE_DIGEST].map(|name| (name, json!("")));
    let no_languages = LOCALE_DIGESTS.map(|(_, name)| (name, json!({})));
    Ok([&none[..], &no_languages, &[(PAGE_BESIDE, PAGE.into()), (VERSION, "".into())]].concat())
}

/// Minifies JSON and keeps the order of keys: Uyghur places are in alphabetical order, which few browsers know.
fn minified(path: &Path) -> Result<Vec<u8>> {
    let text = files::read(path)?;
    let mut from = serde_json::Deserializer::from_slice(&text);
    let mut minified = Vec::new();
    serde_transcode::transcode(&mut from, &mut serde_json::Serializer::new(&mut minified))
        .and_then(|()| from.end())
        .with_context(|| format!("{} is not JSON", path.display()))?;
    Ok(minified)
}

/// What of a file was translated from other English than today's, nobody has reviewed.
fn not_reviewed(content: Vec<u8>) -> Result<Vec<u8>> {
    Ok(String::from_utf8(content)?.replacen("\"reviewed\":true", "\"reviewed\":false", 1).into())
}

#[cfg(test)]
mod tests {
    use super::{minified, not_reviewed};
    use crate::files;

    #[test]
    fn a_stale_file_is_not_reviewed() {
        let given = br#"{"meta":{"language":"de","reviewed":true},"a":"b"}"#;
        let told = br#"{"meta":{"language":"de","reviewed":false},"a":"b"}"#;
        assert_eq!(not_reviewed(given.to_vec()).expect("it is text"), told);
        assert_eq!(not_reviewed(told.to_vec()).expect("it is text"), told);
    }

    #[test]
    fn only_space_between_words_goes_and_the_order_stays() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("a.json");
        files::write(&path, "{\n  \"b\": \"a \\\" : é\\\\\",\n  \"a\": [1, 2]\n}\n").expect("a file can be written");
        assert_eq!(minified(&path).ok(), Some("{\"b\":\"a \\\" : é\\\\\",\"a\":[1,2]}".into()));
        files::write(&path, "{").expect("a file can be written");
        assert!(minified(&path).expect_err("it has no end").to_string().ends_with("a.json is not JSON"));
    }
}
