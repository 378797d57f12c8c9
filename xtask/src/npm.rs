//! The npm package, `target/npm`: the core and the element, for bundlers, for browsers without one, and for Node 20 and later.
//!
//! `cotton-origin` is the core (`load`); `cotton-origin/element` registers the element. Both share one core, in a separate file.
//! `cotton-origin/cotton_origin.wasm` is the wasm, `cotton-origin/cotton_origin_label.wasm` that of the label reader and
//! `cotton-origin/figures.json` the figures in words, for those who place them elsewhere.

use crate::bundle::{MINIFIED_STYLES, bundle};
use crate::files;
use crate::package::{NAME, Package};
use crate::published::{ELEMENT, FIGURES, LABEL_WASM, WASM};
use crate::run::say;
use crate::runtime_assets::RuntimeAssets;
use crate::vocabulary;
use crate::wasm::Core;
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

/// The module of `www` that loads the core, and its name in the package.
const CORE: &str = "index=core.js";

/// The README and the licences.
const PAPERS: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// The custom elements manifest and types, which editors read.
const ELEMENTS: &str = "custom-elements.json";

pub(crate) fn build(root: &Path, core: &Core, assets: &RuntimeAssets, package: &Package) -> Result<()> {
    say("Putting the package together in target/npm");
    let folder = root.join("target/npm");
    files::empty(&folder)?;
    // With code splitting, so that both entries share the core, its glue and its instance.
    bundle(
        root,
        core,
        &folder,
        &[CORE, ELEMENT],
        &["--minify", MINIFIED_STYLES, "--splitting", "--chunk-names=shared-[hash]"],
        &assets.for_package(),
    )?;
    assets.copy_into(&folder)?;
    vocabulary::copy_types(root, &folder)?;
    for file in ["cotton-origin.d.ts", ELEMENTS] {
        files::copy(&root.join("xtask/npm").join(file), &folder.join(file))?;
    }
    copy_papers(root, &folder)?;
    let mut text = serde_json::to_string_pretty(&with_owners(package_json(package), package))?;
    text.push('\n');
    files::write(&folder.join("package.json"), text)
}

/// The README and the licences.
fn copy_papers(root: &Path, folder: &Path) -> Result<()> {
    PAPERS.iter().try_for_each(|name| files::copy(&root.join(name), &folder.join(name)))
}

fn package_json(package: &Package) -> Value {
    let element = format!("./{ELEMENT}");
    let wasm = format!("./{WASM}");
    let label = format!("./{LABEL_WASM}");
    let figures = format!("./{FIGURES}");
    json!({
        "name": NAME,
        "version": package.version,
        "description": package.description,
        "license": package.license,
        "keywords": package.keywords,
        "type": "module",
        "engines": { "node": ">=20" },
        // TypeScript finds the types beside each script.
        "exports": {
            ".": "./index.js",
            "./element": element,
            wasm.clone(): wasm,
            label.clone(): label,
            figures.clone(): figures,
            "./custom-elements.json": format!("./{ELEMENTS}"),
            "./package.json": "./package.json",
        },
        "customElements": ELEMENTS,
        "sideEffects": [element],
    })
}

/// What the owner decides in `Cargo.toml`, for both registries: where the source is, and whether anyone may publish it.
fn with_owners(mut json: Value, package: &Package) -> Value {
    if let Some(repository) = &package.repository {
        json["repository"] = json!({ "type": "git", "url": repository });
    }
    if !package.may_be_published() {
        json["private"] = true.into();
    }
    json
}
