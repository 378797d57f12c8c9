//! The plug-in for WordPress, `target/wordpress/cotton-origin`: a block and a shortcode, with the whole site in it.
//!
//! So a site that runs WordPress serves the script itself, and whoever puts it there builds nothing.

use crate::manifest::Manifest;
use crate::run::say;
use crate::site::{copy, copy_all, empty};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The files of `www/wordpress`.
const FILES: [&str; 6] =
    ["cotton-origin.php", "block.json", "editor.asset.php", "editor.js", "readme.txt", "style.css"];

/// What stands in them until the build knows better.
const VERSION: &str = "@version@";
const DIGEST: &str = "@digest@";
const WIDGET: &str = "@widget@";

pub(crate) fn build(root: &Path, manifest: &Manifest) -> Result<()> {
    say("Putting the plug-in for WordPress together in target/wordpress");
    let folder = root.join("target/wordpress/cotton-origin");
    empty(&root.join("target/wordpress"))?;
    let widget = widget(manifest.script());
    copy_all(&root.join("target/www"), &folder.join(&widget))?;
    for name in FILES {
        let from = root.join("www/wordpress").join(name);
        let text = fs::read_to_string(&from).with_context(|| format!("{name} cannot be read"))?;
        let text =
            text.replace(VERSION, manifest.version()).replace(DIGEST, manifest.script()).replace(WIDGET, &widget);
        fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&root.join(licence), &folder.join(licence))?;
    }
    Ok(())
}

/// The site's folder, named by the script's digest. Many hosts let browsers keep scripts for a year: under the same address a plug-in
/// that was replaced would ask for the new digest and be given the old file, which is then refused.
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
