//! The README's snippet contains the digest of the script. A build updates it, as cargo updates its lock file; a test checks it.

use crate::run::say;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The text before the digest.
const BEFORE: &str = "cotton-origin.js\"\n        integrity=\"";

/// Writes the digest into the README if it has another.
pub(crate) fn keep(root: &Path, digest: &str) -> Result<()> {
    let path = root.join("README.md");
    let text = fs::read_to_string(&path).context("README.md cannot be read")?;
    let kept = with_digest(&text, digest).context("README.md shows no snippet with a digest")?;
    if kept != text {
        say("The snippet in README.md gets this build's digest");
        fs::write(path, kept).context("README.md cannot be written")?;
    }
    Ok(())
}

fn with_digest(text: &str, digest: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEFORE)?;
    let (_, after) = rest.split_once('"')?;
    Some(format!("{before}{BEFORE}{digest}\"{after}"))
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, with_digest};

    #[test]
    fn the_digest_is_replaced_and_nothing_else() {
        let readme =
            |digest: &str| format!("Paste:\n<script src=\"https://a.example/{BEFORE}{digest}\" crossorigin>\n");
        assert_eq!(with_digest(&readme("old"), "sha384-new"), Some(readme("sha384-new")));
        assert_eq!(with_digest("no snippet", "sha384-new"), None);
    }
}
