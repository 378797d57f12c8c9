//! Programs from Debian packages: found if installed, and otherwise installed where that is allowed.

use crate::run::{self, say};
use anyhow::{Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A program: the environment variable that overrides it, and the names to look for.
pub(crate) struct Program {
    pub(crate) variable: &'static str,
    pub(crate) names: &'static [&'static str],
}

impl Program {
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        named.or_else(|| self.names.iter().find_map(|name| which::which(name).ok()))
    }
}

/// Programs that belong together, the packages that contain them, and their name in messages.
pub(crate) struct Set {
    pub(crate) what: &'static str,
    pub(crate) programs: &'static [Program],
    pub(crate) packages: &'static [&'static str],
}

impl Set {
    /// The path of each program, in order; an error that says what to install.
    pub(crate) fn find(&self) -> Result<Vec<PathBuf>> {
        let found: Option<Vec<PathBuf>> = self.programs.iter().map(Program::find).collect();
        match found {
            Some(found) => Ok(found),
            None => bail!(
                "install {} (Debian: `apt-get install {}`), or name what you have in {}",
                self.what,
                self.packages.join(" "),
                self.programs.iter().map(|program| program.variable).collect::<Vec<_>>().join(" and ")
            ),
        }
    }

    /// Installs the packages if a program is missing and this user may install.
    pub(crate) fn provide(&self) -> Result<()> {
        let Err(advice) = self.find() else {
            return Ok(());
        };
        if !may_install() {
            return Err(advice);
        }
        self.install()?;
        self.find().map(drop)
    }

    /// Installs the packages if that can be done. Nothing depends on it: why it could not is told, no more.
    pub(crate) fn wish_for(&self) {
        if self.find().is_err()
            && may_install()
            && let Err(problem) = self.install()
        {
            say(&format!("Going on without {}: {problem:#}", self.what));
        }
    }

    fn install(&self) -> Result<()> {
        say(&format!("Installing Debian's {}", self.packages.join(", ")));
        run::run(apt_get().arg("update"))?;
        run::run(apt_get().args(["install", "-y", "--no-install-recommends"]).args(self.packages))
    }
}

fn may_install() -> bool {
    is_root() && which::which("apt-get").is_ok()
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::{Program, Set};

    const NOWHERE: Set = Set {
        what: "a browser that nobody has",
        programs: &[
            Program { variable: "COTTON_NO_BROWSER", names: &["no-such-browser"] },
            Program { variable: "COTTON_NO_DRIVER", names: &[] },
        ],
        packages: &["no-such-browser", "its-driver"],
    };

    #[test]
    fn what_is_missing_is_named_with_its_packages() {
        let advice = NOWHERE.find().expect_err("nobody has it").to_string();
        assert_eq!(
            advice,
            "install a browser that nobody has (Debian: `apt-get install no-such-browser its-driver`), \
             or name what you have in COTTON_NO_BROWSER and COTTON_NO_DRIVER"
        );
    }
}
