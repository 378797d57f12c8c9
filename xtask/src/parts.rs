//! The parts that a script fetches once it runs: the wasm, the label reader's, the figures in words, the sentences of each language, and the module
//! with everything below the answer. They are made before the script, as it carries their digests: with the script's own in a
//! host's page, every byte is fixed.

use crate::bundle::{self, Defines};
use crate::manifest::integrity;
use crate::site::{self, copy};
use crate::wasm::{self, Core};
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// The module that follows the first answer.
const MORE: &str = "cotton-origin-more.js";

/// The language that the script itself has: what it says where another cannot be had.
const OWN_LANGUAGE: &str = "en.json";

/// What scripts call the digests of what they load.
const WASM: &str = "COTTON_ORIGIN_WASM_INTEGRITY";
const LABEL: &str = "COTTON_ORIGIN_LABEL_INTEGRITY";
const FIGURES: &str = "COTTON_ORIGIN_FIGURES_INTEGRITY";
const MODULE: &str = "COTTON_ORIGIN_MORE_INTEGRITY";
const LOCALES: &str = "COTTON_ORIGIN_LOCALES";
const MORE_LOCALES: &str = "COTTON_ORIGIN_MORE_LOCALES";
const PAGE_LOCALES: &str = "COTTON_ORIGIN_PAGE_LOCALES";

/// The sentences of the site's own page: no part of the element.
const PAGE_SENTENCES: &str = "locales/page";

/// What scripts call the page beside them that has the estimate to itself.
const PAGE: &str = "COTTON_ORIGIN_PAGE";

pub(crate) struct Parts {
    folder: PathBuf,
    /// By the path under which they are published, with `/`.
    files: Vec<String>,
    /// The digests of all parts but the module.
    digests: Defines,
    /// The module's.
    more: Value,
}

impl Parts {
    /// What the scripts of the site are told: the digests, and the page beside them.
    pub(crate) fn for_site(&self, page: &str) -> Defines {
        [self.digests.as_slice(), &[(MODULE, self.more.clone()), (PAGE, page.into())]].concat()
    }

    /// What the scripts of a package are told. They lie beside no page, and whoever bundles them changes the module that follows
    /// the first answer: it has no digest, and is imported as any other.
    pub(crate) fn for_package(&self) -> Defines {
        [self.digests.as_slice(), &[(MODULE, "".into()), (PAGE, "".into())]].concat()
    }

    /// Puts every part into the folder of the site.
    pub(crate) fn copy_into_site(&self, folder: &Path) -> Result<()> {
        self.copy(folder, |_| true)
    }

    /// Puts every part of the element and the core into another folder that is published.
    pub(crate) fn copy_into(&self, folder: &Path) -> Result<()> {
        self.copy(folder, |file| file != MORE && !file.starts_with(PAGE_SENTENCES))
    }

    fn copy(&self, folder: &Path, wanted: fn(&str) -> bool) -> Result<()> {
        let mut files = self.files.iter().filter(|file| wanted(file));
        files.try_for_each(|file| copy(&self.folder.join(file), &folder.join(file)))
    }

    fn add(&mut self, file: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.join(file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, content).with_context(|| format!("{} cannot be written", path.display()))?;
        self.files.push(file.to_owned());
        Ok(())
    }

    /// Adds every language of a folder of `www`; their digests are known by language.
    fn add_locales(&mut self, root: &Path, folder: &str, without: Option<&str>) -> Result<Value> {
        let mut digests = Map::new();
        for name in names(&root.join("www").join(folder))? {
            if without == Some(&name) {
                continue;
            }
            let file = format!("{folder}/{name}");
            let content = minified(&root.join("www").join(&file))?;
            self.add(&file, &content)?;
            digests.insert(name.trim_end_matches(".json").to_owned(), integrity(&content).into());
        }
        Ok(Value::Object(digests))
    }
}

/// Makes the parts in `target/parts`.
pub(crate) fn build(root: &Path, core: &Core) -> Result<Parts> {
    let folder = root.join("target/parts");
    site::empty(&folder)?;
    let mut parts = Parts { folder, files: Vec::new(), digests: Vec::new(), more: Value::Null };
    let loaded = [
        (WASM, wasm::FILE, &core.estimate.wasm),
        (LABEL, wasm::LABEL_FILE, &core.label.wasm),
        (FIGURES, wasm::FIGURES, &core.figures),
    ];
    for (name, file, from) in loaded {
        let content = fs::read(from)?;
        parts.add(file, &content)?;
        parts.digests.push((name, integrity(&content).into()));
    }
    let more_locales = parts.add_locales(root, "locales/more", None)?;
    parts.digests.push((MORE_LOCALES, more_locales));
    bundle::bundle(root, core, &parts.folder, &[MORE], &[], &parts.digests)?;
    parts.files.push(MORE.to_owned());
    parts.more = integrity(&fs::read(parts.folder.join(MORE))?).into();
    let locales = parts.add_locales(root, "locales", Some(OWN_LANGUAGE))?;
    parts.digests.push((LOCALES, locales));
    let page_locales = parts.add_locales(root, PAGE_SENTENCES, None)?;
    parts.digests.push((PAGE_LOCALES, page_locales));
    Ok(parts)
}

/// The `.json` files of a folder, in order.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|extension| extension == "json") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// JSON without its white space. The order stays: places of Uyghur are in that of its alphabet, which few browsers know.
fn minified(path: &Path) -> Result<Vec<u8>> {
    let text = fs::read(path)?;
    serde_json::from_slice::<Value>(&text).with_context(|| format!("{} is not JSON", path.display()))?;
    Ok(without_spaces(&text))
}

fn without_spaces(json: &[u8]) -> Vec<u8> {
    let (mut quoted, mut escaped) = (false, false);
    let mut kept = json.to_vec();
    kept.retain(|&byte| {
        let keep = quoted || !byte.is_ascii_whitespace();
        quoted ^= byte == b'"' && !escaped;
        escaped = quoted && byte == b'\\' && !escaped;
        keep
    });
    kept
}

#[cfg(test)]
mod tests {
    use super::without_spaces;

    #[test]
    fn only_space_between_words_goes_and_the_order_stays() {
        let json = b"{\n  \"b\": \"a \\\" : b\\\\\",\n  \"a\": [1, 2]\n}\n";
        assert_eq!(without_spaces(json), b"{\"b\":\"a \\\" : b\\\\\",\"a\":[1,2]}");
    }
}
