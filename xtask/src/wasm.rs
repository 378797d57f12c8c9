//! The Rust core as two small wasm files, the JavaScript glue around them, and the words that they leave out, in `target/bindgen`.
//!
//! The bytes depend on the source and the versions only: no path of the builder's machine is in them, so anyone can make the same
//! file and compare. The wasm is not stripped by rustc (`strip = true`): that drops the section that tells `wasm-opt` which
//! features it may use; names and producers are removed here instead.

use crate::package::{LABEL_NAME, NAME};
use crate::run::{self, say};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use wasm_bindgen_cli_support::Bindgen;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What the wasm of estimates is called everywhere it is published.
pub(crate) const FILE: &str = "cotton_origin.wasm";

/// What the wasm of the label reader is called.
pub(crate) const LABEL_FILE: &str = "cotton_origin_label.wasm";

/// What the figures in words are called: `cotton_origin::figures::texts`.
pub(crate) const FIGURES: &str = "figures.json";

/// `wasm-opt`'s level. The features are those that rustc uses for this target.
const OPTIMIZE: &str = "-O3";
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// One wasm of the two that pages load: a package, and a profile.
struct Wanted {
    package: &'static str,
    profile: &'static str,
    file: &'static str,
}

const ESTIMATE: Wanted = Wanted { package: NAME, profile: "release", file: FILE };
const LABEL: Wanted = Wanted { package: LABEL_NAME, profile: "small", file: LABEL_FILE };

/// A wasm with its glue.
pub(crate) struct Bound {
    pub(crate) glue: PathBuf,
    pub(crate) wasm: PathBuf,
}

/// The finished core.
pub(crate) struct Core {
    pub(crate) estimate: Bound,
    pub(crate) label: Bound,
    /// The figures in words.
    pub(crate) figures: PathBuf,
}

pub(crate) fn build(root: &Path) -> Result<Core> {
    let folder = root.join("target/bindgen");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    say("Building the core and the label reader for wasm");
    // Beside each other: most of either is one thread that optimises the whole.
    let [estimate, label] = thread::scope(|scope| {
        let makes = [&ESTIMATE, &LABEL].map(|wanted| scope.spawn(|| make(root, wanted, &folder)));
        makes.map(|make| make.join().expect("a build tells its errors, and does not panic"))
    });
    let (estimate, label) = (estimate?, label?);
    let figures = folder.join(FIGURES);
    let words = serde_json::to_vec(&cotton_origin::texts::document())?;
    fs::write(&figures, words).with_context(|| format!("{} cannot be written", figures.display()))?;
    Ok(Core { estimate, label, figures })
}

/// Compiles one of the two, binds it in a folder of its own, and makes it smaller.
fn make(root: &Path, wanted: &Wanted, folder: &Path) -> Result<Bound> {
    let compiled = compile(root, wanted)?;
    let folder = folder.join(wanted.package);
    let bound = bind(&compiled, &folder)?;
    let wasm = folder.join(wanted.file);
    run::run(run::npm_program(root, "wasm-opt").arg(OPTIMIZE).args(FEATURES).arg(&bound).arg("-o").arg(&wasm))?;
    fs::remove_file(&bound)?;
    Ok(Bound { glue: bound.with_file_name(format!("{}.js", wanted.package.replace('-', "_"))), wasm })
}

#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// Compiles the library and returns where cargo put the wasm: each profile has a folder of its own.
fn compile(root: &Path, wanted: &Wanted) -> Result<PathBuf> {
    // First of all: where a crate is unpacked only while compiling, its folder is not yet there to be given its shared name.
    run::run(run::cargo(root).args(["fetch", "--locked"]))?;
    let mut cargo = run::cargo(root);
    cargo.args([
        "build",
        "--profile",
        wanted.profile,
        "--locked",
        "--lib",
        "--package",
        wanted.package,
        "--target",
        TARGET,
    ]);
    cargo.arg("--message-format=json-render-diagnostics").env("CARGO_ENCODED_RUSTFLAGS", flags(root)?);
    let messages = run::output(&mut cargo)?;
    let mut files = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        .flat_map(|message| message.filenames);
    let wasm = files.rfind(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    wasm.context("cargo built no wasm: the package's library must be a `cdylib`")
}

/// Makes the glue for pages, and returns the wasm that goes with it.
fn bind(wasm: &Path, folder: &Path) -> Result<PathBuf> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?.typescript(false).debug(false);
    // The caller names the wasm, so that it is loaded once, late, and with its digest checked.
    bindgen.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    // A panicked instance is dead: the loader asks for a fresh one.
    bindgen.reset_state_function(true);
    bindgen.generate(folder).context("the glue cannot be made")?;
    let stem = wasm.file_stem().context("cargo names the wasm")?.to_string_lossy();
    Ok(folder.join(format!("{stem}_bg.wasm")))
}

/// The compiler's flags: each place of this machine that a panic's text could name gets a name that every machine shares.
fn flags(root: &Path) -> Result<String> {
    let flags =
        places(root)?.into_iter().map(|(place, name)| format!("--remap-path-prefix={}={name}", place.display()));
    Ok(flags.collect::<Vec<_>>().join("\x1f"))
}

/// Later places win over earlier ones.
fn places(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let cargo_home = cargo_home.context("there is no home folder")?;
    let sysroot = PathBuf::from(run::output(Command::new("rustc").args(["--print", "sysroot"]))?.trim());
    let mut places = vec![
        (cargo_home.clone(), "/cargo".to_owned()),
        (sysroot.clone(), "/rust".to_owned()),
        // Where the toolchain has its own source, errors are to name it as a toolchain without it does.
        (sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{}", compiler_commit()?)),
        (root.to_owned(), "/cotton-origin".to_owned()),
    ];
    if let Some(target) = env::var_os("CARGO_TARGET_DIR") {
        places.push((root.join(target), "/cotton-origin/target".to_owned()));
    }
    // Cargo names a registry's folder after its address; a mirror's differs.
    for registry in fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten().flatten() {
        places.push((registry.path(), "/cargo/registry".to_owned()));
    }
    Ok(places)
}

fn compiler_commit() -> Result<String> {
    let version = run::output(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    Ok(commit.unwrap_or("unknown").to_owned())
}
