//! The project's tasks: `cargo xtask serve`, `build`, `test` and `bench`.
//!
//! Each task does its own set-up ([`setup`]), leaves nothing outside `target` and `node_modules`, and prints what it is doing.
//! The way from source to site: [`wasm`] makes the core, [`parts`] what follows the script, [`bundle`] the scripts, [`site`] puts the pages
//! around them, [`method`] writes the method page, [`oembed`] what only a site that knows its address has, [`manifest`] weighs it all, [`npm`]
//! packs the same parts as a package, [`wordpress`] the site as a plug-in.

mod again;
mod bench;
mod browser;
mod bundle;
mod debian;
mod engines;
mod leftovers;
mod manifest;
mod method;
mod npm;
mod oembed;
mod package;
mod parts;
mod readme;
mod run;
mod serve;
mod setup;
mod site;
mod test;
mod vocabulary;
mod wasm;
mod wordpress;

use anyhow::{Result, bail};
use oembed::Address;
use run::say;
use setup::Need;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use test::Group;

const USAGE: &str = "\
cargo xtask serve [--port N]   build the page and serve it on 127.0.0.1 (port 8080; 0 picks a free one)
cargo xtask build              make target/www, a static site, target/npm, a package, and target/wordpress, a plug-in
    [--address https://…]      … for a site that will be at this address, with oEmbed
cargo xtask test [GROUP...]    run every test, or only the groups named:
                               fmt clippy native doc bindings build types node browser engines again
cargo xtask bench [PART...]    measure sizes and times, or only the parts named, and print them beside their targets:
                               sizes start calls catalogue loading typing lighthouse";

enum Task {
    Serve(u16),
    Build(Option<Address>),
    Test(Vec<Group>),
    Bench(Vec<String>),
    /// Called by `cargo test` for the wasm target; see [`browser`].
    WasmRunner,
    Help,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let task = match read(&arguments) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("error: {problem:#}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    carry_out(&task).unwrap_or_else(|problem| {
        eprintln!("error: {problem:#}");
        ExitCode::FAILURE
    })
}

fn read(arguments: &[String]) -> Result<Task> {
    let Some((task, rest)) = arguments.split_first() else {
        bail!("no task was named");
    };
    match task.as_str() {
        "serve" => serve::port(rest).map(Task::Serve),
        "build" => address(rest).map(Task::Build),
        "test" => test::chosen(rest).map(Task::Test),
        "bench" => bench::chosen(rest).map(Task::Bench),
        "wasm-runner" => Ok(Task::WasmRunner),
        "help" | "--help" | "-h" => Ok(Task::Help),
        _ => bail!("there is no task `{task}`"),
    }
}

/// Reads `--address https://…`.
fn address(arguments: &[String]) -> Result<Option<Address>> {
    let words: Vec<&str> = arguments.iter().flat_map(|argument| argument.splitn(2, '=')).collect();
    match words[..] {
        [] => Ok(None),
        ["--address", address] => Address::read(address).map(Some),
        _ => bail!("`build` takes --address https://… and nothing else"),
    }
}

fn carry_out(task: &Task) -> Result<ExitCode> {
    match task {
        Task::Serve(port) => serve::serve(&build(None)?.join("target/www"), *port)?,
        Task::Build(address) => drop(build(address.as_ref())?),
        Task::Test(groups) if test::test(&root()?, groups) => {}
        Task::Test(_) => return Ok(ExitCode::FAILURE),
        Task::Bench(parts) => bench::bench(&build(None)?, parts)?,
        Task::WasmRunner => browser::run_wasm_tests()?,
        Task::Help => println!("{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Sets up what a build needs, and builds.
fn build(address: Option<&Address>) -> Result<PathBuf> {
    let root = root()?;
    setup::provide(&root, &[Need::WasmTarget, Need::Npm])?;
    build_all(&root, address, readme::keep)?;
    Ok(root)
}

/// Makes `target/www`, `target/npm` and `target/wordpress`; in between, the README is seen to, as the package carries it.
fn build_all(root: &Path, address: Option<&Address>, see_to: impl FnOnce(&Path, &str) -> Result<()>) -> Result<()> {
    let package = package::read(root)?;
    vocabulary::write(root)?;
    let core = wasm::build(root)?;
    let parts = parts::build(root, &core)?;
    site::build(root, &core, &parts)?;
    method::write(root, &root.join("target/www"))?;
    if let Some(address) = address {
        oembed::add(&root.join("target/www"), address)?;
    }
    let manifest = manifest::write(&root.join("target/www"), &package.version)?;
    see_to(root, manifest.script())?;
    npm::build(root, &core, &parts, &package)?;
    wordpress::build(root, &manifest)?;
    say(&manifest.summary());
    Ok(())
}

/// The project's folder: the nearest one above here that holds this task runner.
fn root() -> Result<PathBuf> {
    let here = env::current_dir()?;
    match here.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file()) {
        Some(root) => Ok(root.to_owned()),
        None => bail!("run this inside the project's folder"),
    }
}
