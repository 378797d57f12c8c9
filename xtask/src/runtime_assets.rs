//! What a script fetches once it runs: the wasm, the label reader's, the figures in words, the sentences of each language, and the module
//! with everything below the answer. They are made before the script, as it carries their digests: with the script's own in a
//! host's page, every byte is fixed.

use crate::bundle::{self, Defines};
use crate::files::{self, integrity};
use crate::languages::json_files;
use crate::published::{FIGURES, LABEL_WASM, MORE, PAGE, WASM};
use crate::wasm::Core;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The language that the script itself has: what it says where another cannot be had.
const OWN_LANGUAGE: &str = "en.json";

/// What scripts call the digests of what they load.
const WASM_DIGEST: &str = "COTTON_ORIGIN_WASM_INTEGRITY";
const LABEL_DIGEST: &str = "COTTON_ORIGIN_LABEL_INTEGRITY";
const FIGURES_DIGEST: &str = "COTTON_ORIGIN_FIGURES_INTEGRITY";
const MORE_DIGEST: &str = "COTTON_ORIGIN_MORE_INTEGRITY";

/// What they call the page beside them that has the estimate to itself.
const PAGE_BESIDE: &str = "COTTON_ORIGIN_PAGE";

/// The sentences of the form and the answer, of what is below it, and of the site's own page, which is no part of the element; and
/// what scripts call their digests.
const LOCALES: &str = "locales";
const MORE_LOCALES: &str = "locales/more";
const PAGE_LOCALES: &str = "locales/page";
const LOCALE_DIGESTS: [(&str, &str); 3] = [
    (LOCALES, "COTTON_ORIGIN_LOCALES"),
    (MORE_LOCALES, "COTTON_ORIGIN_MORE_LOCALES"),
    (PAGE_LOCALES, "COTTON_ORIGIN_PAGE_LOCALES"),
];

/// All of them, in a folder of their own.
pub(crate) struct RuntimeAssets {
    folder: PathBuf,
    /// By the path under which they are published, with `/`.
    files: Vec<String>,
    /// The digests of all but the module.
    digests: Defines,
    /// The module's.
    more: Value,
}

/// Makes them in `target/assets`. The figures in words are `figures`.
pub(crate) fn build(root: &Path, core: &Core, figures: &Path) -> Result<RuntimeAssets> {
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
        let digests = assets.add_locales(root, locales)?;
        assets.digests.push((name, digests));
    }
    bundle::bundle(root, core, &assets.folder, &[MORE], &bundle::RELEASED, &assets.digests)?;
    assets.files.push(MORE.to_owned());
    assets.more = integrity(&files::read(&assets.folder.join(MORE))?).into();
    Ok(assets)
}

impl RuntimeAssets {
    /// What the scripts of the site are told: the digests, and the page beside them.
    pub(crate) fn for_site(&self) -> Defines {
        [self.digests.as_slice(), &[(MORE_DIGEST, self.more.clone()), (PAGE_BESIDE, PAGE.into())]].concat()
    }

    /// What the scripts of a package are told. They lie beside no page, and whoever bundles them changes the module that follows
    /// the first answer: it has no digest, and is imported as any other.
    pub(crate) fn for_package(&self) -> Defines {
        [self.digests.as_slice(), &[(MORE_DIGEST, "".into()), (PAGE_BESIDE, "".into())]].concat()
    }

    /// Puts every one into the folder of the site.
    pub(crate) fn copy_into_site(&self, folder: &Path) -> Result<()> {
        self.copy(folder, |_| true)
    }

    /// Puts those of the element and the core into another folder that is published.
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
    fn add_locales(&mut self, root: &Path, folder: &str) -> Result<Value> {
        let www = root.join("www");
        let mut digests = Map::new();
        for name in json_files(&www.join(folder))? {
            if folder == LOCALES && name == OWN_LANGUAGE {
                continue;
            }
            let file = format!("{folder}/{name}");
            let digest = self.add(&file, &minified(&www.join(&file))?)?;
            digests.insert(name.trim_end_matches(".json").to_owned(), digest);
        }
        Ok(Value::Object(digests))
    }
}

/// Puts them into a folder as they are in the source, for a developer's own eyes: nothing is minified, nothing has a digest. The module
/// that follows the first answer is left to the bundler.
pub(crate) fn put_unchecked(root: &Path, core: &Core, figures: &Path, folder: &Path) -> Result<Defines> {
    files::copy(&core.estimate.wasm, &folder.join(WASM))?;
    files::copy(&core.label.wasm, &folder.join(LABEL_WASM))?;
    files::copy(figures, &folder.join(FIGURES))?;
    files::copy(&root.join("www").join(LOCALES), &folder.join(LOCALES))?;
    let none = [WASM_DIGEST, LABEL_DIGEST, FIGURES_DIGEST, MORE_DIGEST].map(|name| (name, json!("")));
    let no_languages = LOCALE_DIGESTS.map(|(_, name)| (name, json!({})));
    Ok([&none[..], &no_languages, &[(PAGE_BESIDE, PAGE.into())]].concat())
}

/// JSON without its white space. The order stays: places of Uyghur are in that of its alphabet, which few browsers know.
fn minified(path: &Path) -> Result<Vec<u8>> {
    let text = files::read(path)?;
    let mut from = serde_json::Deserializer::from_slice(&text);
    let mut minified = Vec::new();
    serde_transcode::transcode(&mut from, &mut serde_json::Serializer::new(&mut minified))
        .and_then(|()| from.end())
        .with_context(|| format!("{} is not JSON", path.display()))?;
    Ok(minified)
}

#[cfg(test)]
mod tests {
    use super::minified;
    use crate::files;

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
