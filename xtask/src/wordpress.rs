//! The plug-in for WordPress, `target/wordpress/cotton-origin`: a block and a shortcode, with the whole site in it as `widget`.
//!
//! So a site that runs WordPress serves the script itself, and whoever puts it there builds nothing.

use crate::manifest::Manifest;
use crate::run::say;
use crate::site::{copy, copy_all, empty};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The files of `www/wordpress`. All but the editor's script say the version or the digest.
const FILES: [&str; 5] = ["cotton-origin.php", "block.json", "editor.asset.php", "editor.js", "readme.txt"];

/// What stands in them until the build knows better.
const VERSION: &str = "@version@";
const DIGEST: &str = "@digest@";

pub(crate) fn build(root: &Path, manifest: &Manifest) -> Result<()> {
    say("Putting the plug-in for WordPress together in target/wordpress");
    let folder = root.join("target/wordpress/cotton-origin");
    empty(&root.join("target/wordpress"))?;
    copy_all(&root.join("target/www"), &folder.join("widget"))?;
    for name in FILES {
        let from = root.join("www/wordpress").join(name);
        let text = fs::read_to_string(&from).with_context(|| format!("{name} cannot be read"))?;
        let text = text.replace(VERSION, manifest.version()).replace(DIGEST, manifest.script());
        fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&root.join(licence), &folder.join(licence))?;
    }
    Ok(())
}
