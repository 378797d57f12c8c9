//! `target/www/manifest.json`: the size and the digest of each file of the site, and what a visitor downloads for the first estimate.

use crate::files::{self, integrity};
use crate::published::{ELEMENT, MANIFEST, WASM};
use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::iter::Sum;
use std::path::Path;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Manifest {
    version: String,
    first_estimate: FirstEstimate,
    /// By path, with `/`.
    files: BTreeMap<String, File>,
}

/// What a visitor's browser has loaded when the first estimate is shown, besides the host's own page. The texts of the figures are loaded
/// later.
#[derive(Serialize)]
struct FirstEstimate {
    files: Vec<String>,
    #[serde(flatten)]
    size: Size,
}

#[derive(Serialize)]
struct File {
    #[serde(flatten)]
    size: Size,
    /// As `integrity` attributes take it.
    sha384: String,
}

/// Sizes in bytes, uncompressed and compressed.
#[derive(Serialize, Clone, Copy, Default)]
pub(crate) struct Size {
    bytes: usize,
    gzip: usize,
    brotli: usize,
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self {
            bytes: sum.bytes + size.bytes,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
    }
}

/// Measures the site and writes the manifest into it.
pub(crate) fn write(site: &Path, version: &str) -> Result<Manifest> {
    let mut files = BTreeMap::new();
    for path in files::list(site)? {
        let content = files::read(&site.join(&path))?;
        let page = path.extension().is_some_and(|kind| kind == "html");
        let quality = if page { AS_SERVED } else { BEST };
        let file = File { size: compressed(&content, quality)?, sha384: integrity(&content) };
        files.insert(files::address(&path), file);
    }
    let manifest = Manifest { version: version.to_owned(), first_estimate: first_estimate(&files), files };
    manifest.put_into(site)?;
    Ok(manifest)
}

impl Manifest {
    /// Measures a file that came into the site after the others, and writes the manifest again.
    pub(crate) fn add(&mut self, site: &Path, name: &str) -> Result<()> {
        let content = files::read(&site.join(name))?;
        // It is compressed: what a server makes of it is no smaller.
        let bytes = content.len();
        let file = File { size: Size { bytes, gzip: bytes, brotli: bytes }, sha384: integrity(&content) };
        self.files.insert(name.to_owned(), file);
        self.put_into(site)
    }

    fn put_into(&self, site: &Path) -> Result<()> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        files::write(&site.join(MANIFEST), text)
    }

    /// The digest of the script that hosts include.
    pub(crate) fn script(&self) -> &str {
        &self.files[ELEMENT].sha384
    }

    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// The last line that a build prints.
    pub(crate) fn summary(&self) -> String {
        let Size { bytes, gzip, brotli } = self.first_estimate.size;
        let files = self.files.len();
        format!("target/www: {files} files; the first estimate loads {bytes} bytes, {gzip} as gzip, {brotli} as brotli")
    }
}

fn first_estimate(files: &BTreeMap<String, File>) -> FirstEstimate {
    let names = [ELEMENT, WASM];
    let size = names.iter().filter_map(|name| files.get(*name)).map(|file| file.size).sum();
    FirstEstimate { files: names.map(str::to_owned).to_vec(), size }
}

/// Qualities of Brotli: the best, for what is compressed once; and one that servers reach while they serve, for the pages, of which there are
/// many megabytes.
const BEST: i32 = 11;
const AS_SERVED: i32 = 6;

pub(crate) fn weigh(content: &[u8]) -> Result<Size> {
    compressed(content, BEST)
}

fn compressed(content: &[u8], quality: i32) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    let mut brotli = Vec::new();
    let how = brotli::enc::BrotliEncoderParams { quality, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut brotli, &how)?;
    Ok(Size { bytes: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

#[cfg(test)]
mod tests {
    use super::weigh;

    #[test]
    fn compressed_is_smaller() {
        let size = weigh(&b"cotton ".repeat(100)).expect("a buffer takes what is written to it");
        assert_eq!(size.bytes, 700);
        assert!(size.brotli < size.gzip && size.gzip < 100);
    }
}
