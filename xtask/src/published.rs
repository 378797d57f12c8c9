//! What is published, by name: what a host's page, the element and a package's user ask for.

/// The one script that a host names: the element.
pub(crate) const ELEMENT: &str = "cotton-origin.js";

/// The module that follows the first answer, with everything below it.
pub(crate) const MORE: &str = "cotton-origin-more.js";

/// The wasm of estimates.
pub(crate) const WASM: &str = "cotton_origin.wasm";

/// The wasm of the label reader.
pub(crate) const LABEL_WASM: &str = "cotton_origin_label.wasm";

/// The figures in words: `cotton_origin::figures::texts`.
pub(crate) const FIGURES: &str = "figures.json";

/// The page that has the estimate to itself.
pub(crate) const PAGE: &str = "index.html";

/// What each file of a site weighs, and its digest.
pub(crate) const MANIFEST: &str = "manifest.json";
