//! Builds the Rust core as two wasm files with JavaScript glue.
//!
//! The optimised build for visitors is in `target/bindgen`; the unoptimised one for developers, which compiles
//! faster, is in another folder. Neither is made again if cargo has nothing to compile.
//!
//! The bytes depend only on the source and the versions of the tools, not on paths of the builder's machine, so anyone can make the same
//! file and compare. The wasm is not stripped by rustc (`strip = true`): that drops the section that tells `wasm-opt` which
//! features it may use; names and producers are removed here instead.

use crate::files::{self, integrity};
use crate::package::{LABEL_NAME, NAME};
use crate::published::{LABEL_WASM, WASM};
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

/// One of the two wasm files: its package, and its profile for visitors.
struct Wanted {
    package: &'static str,
    profile: &'static str,
    file: &'static str,
}

const ESTIMATE: Wanted = Wanted { package: NAME, profile: "release", file: WASM };
const LABEL: Wanted = Wanted { package: LABEL_NAME, profile: "small", file: LABEL_WASM };

/// Whom the wasm is for.
#[derive(Clone, Copy, PartialEq)]
enum For {
    Visitors,
    /// Unoptimised, with the names of functions.
    Developers,
}

/// A wasm with its glue.
pub(crate) struct Bound {
    pub(crate) glue: PathBuf,
    pub(crate) wasm: PathBuf,
}

/// Both wasm files.
pub(crate) struct Core {
    pub(crate) estimate: Bound,
    pub(crate) label: Bound,
}

/// Builds the wasm for visitors.
pub(crate) fn build(root: &Path) -> Result<Core> {
    say("Building the core and the label reader for wasm");
    // First of all: where a crate is unpacked only while compiling, its folder is not yet there to be given its shared name.
    run::run(run::cargo(root).args(["fetch", "--locked"]))?;
    let folder = released(root);
    // In parallel: most of the time, each uses one thread for link-time optimisation.
    let [estimate, label] = thread::scope(|scope| {
        let makes = [&ESTIMATE, &LABEL].map(|wanted| scope.spawn(|| make(root, wanted, &folder, For::Visitors)));
        makes.map(|make| make.join().expect("a build tells its errors, and does not panic"))
    });
    Ok(Core { estimate: estimate?, label: label? })
}

/// Builds the wasm for developers, into a folder.
pub(crate) fn build_unoptimised(root: &Path, folder: &Path) -> Result<Core> {
    let make = |wanted| make(root, wanted, folder, For::Developers);
    Ok(Core { estimate: make(&ESTIMATE)?, label: make(&LABEL)? })
}

/// The wasm for visitors, if it was built.
pub(crate) fn built(root: &Path) -> Option<Core> {
    let [estimate, label] = [&ESTIMATE, &LABEL].map(|wanted| bound(&released(root), wanted));
    let whole = [&estimate, &label].iter().all(|bound| bound.glue.is_file() && bound.wasm.is_file());
    whole.then_some(Core { estimate, label })
}

fn released(root: &Path) -> PathBuf {
    root.join("target/bindgen")
}

/// The path of a finished wasm.
fn bound(folder: &Path, wanted: &Wanted) -> Bound {
    let folder = folder.join(wanted.package);
    Bound { glue: folder.join(format!("{}.js", wanted.package.replace('-', "_"))), wasm: folder.join(wanted.file) }
}

/// Compiles a wasm, makes its glue, and optimises it for visitors.
fn make(root: &Path, wanted: &Wanted, folder: &Path, whom: For) -> Result<Bound> {
    let compiled = compile(root, wanted, whom)?;
    let made = bound(folder, wanted);
    let folder = folder.join(wanted.package);
    let stamp = folder.join("made-from");
    let from = made_from(root, &compiled)?;
    if made.wasm.is_file() && files::read_text(&stamp).is_ok_and(|found| found == from) {
        return Ok(made);
    }
    files::empty(&folder)?;
    let raw = bind(&compiled, &folder, whom)?;
    if whom == For::Visitors {
        let mut optimize = run::npm_program(root, "wasm-opt");
        run::run(optimize.arg(OPTIMIZE).args(FEATURES).arg(&raw).arg("-o").arg(&made.wasm))?;
        fs::remove_file(&raw)?;
    } else {
        fs::rename(&raw, &made.wasm)?;
    }
    files::write(&stamp, from)?;
    Ok(made)
}

/// What decides how a wasm comes out: what cargo compiled, the programs that make it smaller, and how they are called.
fn made_from(root: &Path, compiled: &Path) -> Result<String> {
    let parts = [files::read(compiled)?, files::read(&root.join("package-lock.json"))?];
    let digests = parts.map(|content| integrity(&content)).join(" ");
    Ok(format!("{digests} {OPTIMIZE} {}", FEATURES.join(" ")))
}

#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// Compiles the library and returns the path of cargo's wasm, which depends on the profile.
fn compile(root: &Path, wanted: &Wanted, whom: For) -> Result<PathBuf> {
    let profile = if whom == For::Visitors { wanted.profile } else { "dev" };
    let mut cargo = run::cargo(root);
    cargo.args(["build", "--profile", profile, "--locked", "--lib", "--package", wanted.package, "--target", TARGET]);
    cargo.arg("--message-format=json-render-diagnostics");
    if whom == For::Visitors {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(root)?);
    }
    let messages = run::output_told(&mut cargo)?;
    let mut files = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        .flat_map(|message| message.filenames);
    let wasm = files.rfind(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    wasm.context("cargo built no wasm: the package's library must be a `cdylib`")
}

/// Makes the glue, and returns the wasm that belongs to it.
fn bind(wasm: &Path, folder: &Path, whom: For) -> Result<PathBuf> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?.typescript(false).debug(false);
    // The caller passes the wasm, so that it is loaded once, on first use, and its digest is checked.
    bindgen.omit_default_module_path(true);
    bindgen.remove_name_section(whom == For::Visitors).remove_producers_section(true);
    // After a panic the loader needs a fresh instance.
    bindgen.reset_state_function(true);
    bindgen.generate(folder).context("the glue cannot be made")?;
    let stem = wasm.file_stem().context("cargo names the wasm")?.to_string_lossy();
    Ok(folder.join(format!("{stem}_bg.wasm")))
}

/// Compiler flags that replace this machine's paths, which panic messages contain, with names that are the same everywhere.
fn flags(root: &Path) -> Result<String> {
    let flags =
        places(root)?.into_iter().map(|(place, name)| format!("--remap-path-prefix={}={name}", place.display()));
    Ok(flags.collect::<Vec<_>>().join("\x1f"))
}

/// Later mappings take precedence.
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
