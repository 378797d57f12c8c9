//! The names of published files, which hosts' pages, the element and users of the package rely on.

/// The script that a host includes: the element.
pub(crate) const ELEMENT: &str = "cotton-origin.js";

/// The module that is loaded after the first answer, with everything below it.
pub(crate) const MORE: &str = "cotton-origin-more.js";

/// The wasm of estimates.
pub(crate) const WASM: &str = "cotton_origin.wasm";

/// The wasm of the label reader.
pub(crate) const LABEL_WASM: &str = "cotton_origin_label.wasm";

/// The texts of the figures: `cotton_origin::texts`.
pub(crate) const FIGURES: &str = "figures.json";

/// The estimate's own page.
pub(crate) const PAGE: &str = "index.html";

/// The sizes and digests of a site's files.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The plug-in for WordPress, to upload there as it is.
pub(crate) const PLUGIN: &str = "cotton-origin-wordpress.zip";
