//! Tests that the build is reproducible: the same source in another folder, with another home and another cargo home, gives the same bytes.
//!
//! Everything that could differ is built again: every crate of the wasm, its glue, the bundles and pages. Shared are the
//! toolchain, the downloaded archives of crates and npm packages (their lock files fix them), and this task runner with the program that writes
//! the method page.

use crate::files;
use crate::release;
use crate::run::{self, say};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Longer than any folder of the first build, so that a path that slips in moves what follows it.
const ELSEWHERE: &str = "target/reproducible/in a folder with quite another name/and another depth";

/// Folders that a fresh clone does not have.
const NOT_SOURCE: [&str; 3] = ["target", "node_modules", ".git"];

/// The folders that are published.
const MADE: [&str; 4] = ["target/www", "target/npm", "target/wordpress", release::FILES];

/// Builds again elsewhere, and compares with what was built here.
pub(crate) fn check(root: &Path) -> Result<()> {
    let elsewhere = root.join(ELSEWHERE);
    let (project, home) = (elsewhere.join("clone"), elsewhere.join("home of somebody else"));
    files::empty(&root.join("target/reproducible"))?;
    copy_source(root, &project)?;
    link(&root.join("node_modules"), &project.join("node_modules"))?;
    let cargo_home = home.join("crates");
    share_archives(&cargo_home)?;
    say("Building again, in another folder and with another home");
    let mut build = Command::new(run::task_runner()?);
    build.args(["build", "--again"]).current_dir(&project).env("RUSTUP_HOME", rustup_home()?).env("HOME", &home);
    run::run(build.env("CARGO_HOME", cargo_home).env_remove("CARGO_TARGET_DIR").env_remove("CARGO_ENCODED_RUSTFLAGS"))?;
    for project in [root, &project] {
        release::write(project)?;
    }
    let differing: Vec<String> = MADE
        .iter()
        .map(|folder| Ok(differences(&contents(&root.join(folder))?, &contents(&project.join(folder))?)))
        .collect::<Result<Vec<_>>>()?
        .concat();
    ensure!(differing.is_empty(), "built again elsewhere, these differ: {}", differing.join(", "));
    fs::remove_dir_all(root.join("target/reproducible")).context("the second build cannot be removed")
}

fn copy_source(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return files::copy(from, to);
    }
    for entry in fs::read_dir(from).context("the project's folder cannot be read")? {
        let name = entry?.file_name();
        if !NOT_SOURCE.iter().any(|made| name == *made) {
            copy_source(&from.join(&name), &to.join(&name))?;
        }
    }
    Ok(())
}

/// Gives a new cargo home the downloaded archives of this one, which cargo unpacks again under the new path.
fn share_archives(new: &Path) -> Result<()> {
    let old = cargo_home()?;
    fs::create_dir_all(new.join("registry"))?;
    for name in ["registry/index", "registry/cache", "config.toml"] {
        if old.join(name).exists() {
            link(&old.join(name), &new.join(name))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to).with_context(|| format!("{} cannot be made", to.display()))
}

/// Links a folder, or copies it where links need a privilege.
#[cfg(not(unix))]
fn link(from: &Path, to: &Path) -> Result<()> {
    files::copy(from, to)
}

fn cargo_home() -> Result<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("there is no home folder")
}

fn rustup_home() -> Result<PathBuf> {
    let named = env::var_os("RUSTUP_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".rustup"))).context("there is no home folder")
}

type Contents = BTreeMap<PathBuf, Vec<u8>>;

/// Every file of a folder, with its content.
fn contents(folder: &Path) -> Result<Contents> {
    let each = |path: PathBuf| Ok((path.clone(), files::read(&folder.join(path))?));
    files::list(folder)?.into_iter().map(each).collect()
}

/// The files that only one of the two has, or that differ.
fn differences(one: &Contents, other: &Contents) -> Vec<String> {
    let lacking = other.keys().filter(|path| !one.contains_key(*path));
    let changed = one.iter().filter(|(path, content)| other.get(*path) != Some(content)).map(|(path, _)| path);
    changed.chain(lacking).map(|path| path.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Contents, differences};

    #[test]
    fn every_difference_is_named() {
        let folder = |files: &[(&str, &str)]| -> Contents {
            files.iter().map(|(name, text)| (name.into(), text.as_bytes().to_vec())).collect()
        };
        let one = folder(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differences(&one, &one), Vec::<String>::new());
        assert_eq!(differences(&one, &folder(&[("a", "1"), ("b", "x"), ("d", "4")])), ["b", "c", "d"]);
    }
}
