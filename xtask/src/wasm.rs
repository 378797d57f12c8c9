//! The Rust core as two wasm files, and the JavaScript glue around them.
//!
//! What visitors load is in `target/bindgen`, small and fast. What a developer looks at while working is in another folder, made as
//! soon as can be. Neither is made again where cargo has nothing new.
//!
//! The bytes depend on the source and the versions only: no path of the builder's machine is in them, so anyone can make the same
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

/// One wasm of the two that pages load: a package, and the profile that visitors' copy is built with.
struct Wanted {
    package: &'static str,
    profile: &'static str,
    file: &'static str,
}

const ESTIMATE: Wanted = Wanted { package: NAME, profile: "release", file: WASM };
const LABEL: Wanted = Wanted { package: LABEL_NAME, profile: "small", file: LABEL_WASM };

/// For whom the wasm is made.
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

/// The finished core.
pub(crate) struct Core {
    pub(crate) estimate: Bound,
    pub(crate) label: Bound,
}

/// Builds what visitors load.
pub(crate) fn build(root: &Path) -> Result<Core> {
    say("Building the core and the label reader for wasm");
    // First of all: where a crate is unpacked only while compiling, its folder is not yet there to be given its shared name.
    run::run(run::cargo(root).args(["fetch", "--locked"]))?;
    let folder = released(root);
    // Beside each other: most of either is one thread that optimises the whole.
    let [estimate, label] = thread::scope(|scope| {
        let makes = [&ESTIMATE, &LABEL].map(|wanted| scope.spawn(|| make(root, wanted, &folder, For::Visitors)));
        makes.map(|make| make.join().expect("a build tells its errors, and does not panic"))
    });
    Ok(Core { estimate: estimate?, label: label? })
}

/// Builds what a developer looks at, into a folder.
pub(crate) fn build_unoptimised(root: &Path, folder: &Path) -> Result<Core> {
    let make = |wanted| make(root, wanted, folder, For::Developers);
    Ok(Core { estimate: make(&ESTIMATE)?, label: make(&LABEL)? })
}

/// What visitors load, if it was built and is there.
pub(crate) fn built(root: &Path) -> Option<Core> {
    let [estimate, label] = [&ESTIMATE, &LABEL].map(|wanted| bound(&released(root), wanted));
    let whole = [&estimate, &label].iter().all(|bound| bound.glue.is_file() && bound.wasm.is_file());
    whole.then_some(Core { estimate, label })
}

fn released(root: &Path) -> PathBuf {
    root.join("target/bindgen")
}

/// Where one of the two lies once it is made, in a folder of its own.
fn bound(folder: &Path, wanted: &Wanted) -> Bound {
    let folder = folder.join(wanted.package);
    Bound { glue: folder.join(format!("{}.js", wanted.package.replace('-', "_"))), wasm: folder.join(wanted.file) }
}

/// Compiles one of the two, binds it, and makes it smaller for visitors.
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

/// Compiles the library and returns where cargo put the wasm: each profile has a folder of its own.
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

/// Makes the glue for pages, and returns the wasm that goes with it.
fn bind(wasm: &Path, folder: &Path, whom: For) -> Result<PathBuf> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).web(true)?.typescript(false).debug(false);
    // The caller names the wasm, so that it is loaded once, late, and with its digest checked.
    bindgen.omit_default_module_path(true);
    bindgen.remove_name_section(whom == For::Visitors).remove_producers_section(true);
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
