//! The plug-in for WordPress, `target/wordpress/cotton-origin`: a block and a shortcode, with the whole site in it.
//!
//! A WordPress site then serves the files itself, and its owner needs no build: the site offers it as a zip. The zip is made from the site as
//! it is without it, and comes into the site last; the manifest of each of the two lists what is there.

mod texts;

use crate::files;
use crate::languages::Language;
use crate::manifest::Manifest;
use crate::published::PLUGIN;
use crate::run::say;
use crate::zip;
use anyhow::Result;
use serde_json::Map;
use std::path::Path;

/// The files of `www/wordpress`.
const FILES: [&str; 6] =
    ["cotton-origin.php", "block.json", "editor.asset.php", "editor.js", "readme.txt", "style.css"];

/// Its folder, by which WordPress knows it.
const NAME: &str = "cotton-origin";

/// Placeholders that the build replaces.
const VERSION: &str = "@version@";
const DIGEST: &str = "@digest@";
const WIDGET: &str = "@widget@";
const LANGUAGES: &str = "COTTON_ORIGIN_LANGUAGE_NAMES";
const QUESTIONS: &str = "@questions@";
const LOCALES: &str = "@locales@";
const FALLBACK: &str = "@fallback@";
const WAY_ON: &str = "@wayOn@";

/// Makes the plug-in from the site, and puts it there as a zip.
pub(crate) fn build(root: &Path, manifest: &mut Manifest, languages: &[Language], questions: &[String]) -> Result<()> {
    fill(root, manifest, languages, questions)?;
    let site = root.join("target/www");
    zip::write(&root.join("target/wordpress").join(NAME), NAME, &site.join(PLUGIN))?;
    manifest.add(&site, PLUGIN)
}

fn fill(root: &Path, manifest: &Manifest, languages: &[Language], questions: &[String]) -> Result<()> {
    say("Putting the plug-in for WordPress together in target/wordpress");
    let folder = root.join("target/wordpress").join(NAME);
    files::empty(&root.join("target/wordpress"))?;
    let widget = widget(manifest.script());
    files::copy(&root.join("target/www"), &folder.join(&widget))?;
    let names: Map<_, _> = languages.iter().map(|each| (each.id.clone(), each.name.clone().into())).collect();
    let names = serde_json::to_string(&names)?;
    let questions = questions.join(" ");
    let texts = texts::read(root, languages)?;
    let locales = texts.locales();
    let known = [
        (VERSION, manifest.version()),
        (DIGEST, manifest.script()),
        (WIDGET, &widget),
        (LANGUAGES, &names),
        (QUESTIONS, &questions),
        (LOCALES, &locales),
        (FALLBACK, &texts.english.fallback),
        (WAY_ON, &texts.english.way_on),
    ];
    for name in FILES {
        let text = files::read_text(&root.join("www/wordpress").join(name))?;
        files::write(&folder.join(name), known.iter().fold(text, |text, (place, is)| text.replace(place, is)))?;
    }
    texts.write(&folder)?;
    let mut licences = ["LICENSE-APACHE", "LICENSE-MIT"].iter();
    licences.try_for_each(|licence| files::copy(&root.join(licence), &folder.join(licence)))
}

/// The site's folder, named after the script's digest. Many hosts let browsers cache scripts for a year: under the same address, an
/// updated plug-in would get the old file from the cache, whose digest no longer matches.
fn widget(digest: &str) -> String {
    let digest = digest.trim_start_matches("sha384-");
    let short: String = digest.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    format!("widget-{short}")
}

#[cfg(test)]
mod tests {
    use super::widget;

    #[test]
    fn the_folder_is_a_plain_word_of_the_digest() {
        assert_eq!(widget("sha384-a+b/C1d=2e3f4g5h"), "widget-abC1d2e3");
    }
}
