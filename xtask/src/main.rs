//! The project's tasks: `cargo xtask serve`, `build`, `release`, `test` and `bench`.
//!
//! Each task installs what it needs ([`setup`]), writes only to `target` and `node_modules`, and prints what it is doing.
//! [`build`] makes everything: [`vocabulary`] writes the lists that scripts use, [`messages`] checks that every name has its message in every
//! language, [`pages`] fills in what pages share, [`wasm`] makes the core, [`method`] the method page and the figures, [`runtime_assets`] the
//! files that scripts fetch, [`bundle`] the scripts, [`site`] adds the pages, [`oembed`] what only a site that knows its address has,
//! [`manifest`] lists sizes and digests, [`npm`] makes the package, [`wordpress`] the plug-in. [`release`] puts all of it into one [`zip`], with [`sbom`] the
//! list of what is in it.
//! [`corrections`] takes what native readers send into the messages, which [`rooms`] reads line by line.
//! For developers, [`watch`] rebuilds the site with every change, without what only visitors need.

mod bench;
mod browser;
mod build;
mod bundle;
mod corrections;
mod debian;
mod engines;
mod english;
mod files;
mod languages;
mod manifest;
mod marks;
mod messages;
mod method;
mod npm;
mod oembed;
mod owner;
mod package;
mod pages;
mod published;
mod questions;
mod readme;
mod release;
mod reproducible;
mod rooms;
mod run;
mod runtime_assets;
mod sbom;
mod serve;
mod setup;
mod site;
mod stray_processes;
mod test;
mod vocabulary;
mod wasm;
mod watch;
mod wordpress;
mod zip;

use anyhow::{Result, bail};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use owner::Owner;
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Serves, builds, tests and measures Cotton Origin")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page and serve it to this machine
    Serve {
        /// The port on 127.0.0.1; 0 picks a free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Build anew with every change, and have open pages load themselves again
        #[arg(long)]
        watch: bool,
    },
    /// Make target/www, a static site, target/npm, a package, and target/wordpress, a plug-in
    Build {
        #[command(flatten)]
        owner: Owner,
        /// With the programs of this task runner as they are: how a second build is compared with the first
        #[arg(long, hide = true)]
        again: bool,
    },
    /// Build, and put site, package, plug-in and lists of what is in them into one zip in target/release-files
    Release {
        #[command(flatten)]
        owner: Owner,
    },
    /// Run every test, or only the groups named, or only some files of a group
    #[command(after_help = test::HELP)]
    Test {
        /// Groups, each with the names of its files that are to run; none: all
        #[arg(value_name = "GROUP [FILE...]")]
        words: Vec<String>,
    },
    /// Measure sizes and times, and print them beside their targets
    Bench {
        /// Only these parts; none: all
        #[arg(value_enum)]
        parts: Vec<bench::Topic>,
    },
    /// Take what a native reader corrected on read.TAG.html, a file such as corrections-de.json, into the messages
    Corrections {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Say that messages of a language are translations of today's English; without messages, all of them
    Translated {
        /// The language, such as de
        #[arg(value_name = "TAG")]
        language: String,
        /// Messages, such as more/limits.title
        #[arg(value_name = "MESSAGE")]
        messages: Vec<String>,
    },
    /// What `cargo test` starts for the wasm target
    #[command(hide = true, disable_help_flag = true)]
    WasmRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    let task = Arguments::parse().task;
    run::task_runner().and_then(|_| carry_out(task)).unwrap_or_else(|problem| {
        eprintln!("error: {problem:#}");
        ExitCode::FAILURE
    })
}

fn carry_out(task: Task) -> Result<ExitCode> {
    match task {
        Task::Serve { port, watch: true } => watch::serve(&root()?, port)?,
        Task::Serve { port, watch: false } => {
            let root = root()?;
            build::set_up_and_build(&root, &Owner::default())?;
            serve::serve(&root.join("target/www"), port, None)?;
        }
        Task::Build { again: true, owner } => build::build(&root()?, &owner, build::Readme::StaysAsItIs)?,
        Task::Build { owner, again: false } => build::set_up_and_build(&root()?, &owner)?,
        Task::Release { owner } => release::release(&root()?, owner)?,
        Task::Test { words } => {
            let root = root()?;
            let chosen = test::choose(&root, &words).unwrap_or_else(|problem| {
                Arguments::command().error(ErrorKind::InvalidValue, format!("{problem:#}")).exit()
            });
            if !test::test(&root, &chosen) {
                return Ok(ExitCode::FAILURE);
            }
        }
        Task::Bench { parts } => {
            let root = root()?;
            build::set_up_and_build(&root, &Owner::default())?;
            bench::bench(&root, &parts)?;
        }
        Task::Corrections { file } => {
            if !corrections::take(&root()?, &file)? {
                return Ok(ExitCode::FAILURE);
            }
        }
        Task::Translated { language, messages } => build::mark(&root()?, &language, &messages)?,
        Task::WasmRunner { arguments } => browser::run_wasm_tests(arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The project's folder: the nearest one above here that holds this task runner.
fn root() -> Result<PathBuf> {
    let here = env::current_dir()?;
    match here.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file()) {
        Some(root) => Ok(root.to_owned()),
        None => bail!("run this inside the project's folder"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Arguments, Task};
    use clap::{CommandFactory, Parser};

    fn read(words: &str) -> Option<Task> {
        Arguments::try_parse_from(format!("xtask {words}").split_whitespace()).ok().map(|read| read.task)
    }

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_is_asked_for_is_read() {
        assert!(matches!(read("serve"), Some(Task::Serve { port: 8080, watch: false })));
        assert!(matches!(read("serve --watch --port=0"), Some(Task::Serve { port: 0, watch: true })));
        assert!(
            matches!(read("build --address https://a.example"), Some(Task::Build { owner, .. }) if owner.address.is_some())
        );
        assert!(
            matches!(read("release --corrections mailto:a@b.example"), Some(Task::Release { owner }) if owner.corrections.is_some())
        );
        assert!(matches!(read("corrections a.json"), Some(Task::Corrections { file }) if file.ends_with("a.json")));
        assert!(
            matches!(read("translated de a more/b"), Some(Task::Translated { messages, .. }) if messages.len() == 2)
        );
        assert!(matches!(read("bench calls sizes"), Some(Task::Bench { parts }) if parts.len() == 2));
        assert!(matches!(read("test browser paste"), Some(Task::Test { words }) if words == ["browser", "paste"]));
        assert!(
            matches!(read("wasm-runner a.wasm --nocapture"), Some(Task::WasmRunner { arguments }) if arguments.len() == 2)
        );
    }

    #[test]
    fn what_is_not_there_cannot_be_asked_for() {
        for words in [
            "",
            "fly",
            "serve --port",
            "serve --port 70000",
            "serve here",
            "build --address a.example",
            "release --corrections a",
            "bench speed",
            "corrections",
            "translated",
        ] {
            assert!(read(words).is_none(), "{words}");
        }
    }
}
