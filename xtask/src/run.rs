//! Running other programs: each is shown before it runs, its output passes through, and its failure is a sentence.

use crate::leftovers;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// No single program of ours takes this long unless it hangs.
const LIMIT: Duration = Duration::from_mins(30);

/// Says what is being done.
pub(crate) fn say(what: &str) {
    println!("==> {what}");
}

/// The cargo that runs this task, started in the project's folder.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    cargo
}

/// A program that an npm package brought, started in the project's folder.
pub(crate) fn npm_program(root: &Path, name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    let mut command = Command::new(root.join("node_modules/.bin").join(file));
    command.current_dir(root);
    command
}

/// Runs a program to its end, letting its output through.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("  $ {}", shown(command));
    let mut child = start(command)?;
    let status = wait(&mut child, &name(command))?;
    expect_success(command, status)
}

/// Runs a program to its end and returns what it printed; its complaints are let through.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let child = start(command.stdout(Stdio::piped()))?;
    let output = child.wait_with_output().with_context(|| format!("`{}` cannot be read", name(command)))?;
    expect_success(command, output.status)?;
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed something that is not UTF-8", name(command)))
}

/// Whether a program starts and succeeds, asked quietly.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Where a program lies that can be started by its name.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

fn start(command: &mut Command) -> Result<Child> {
    let (mark, value) = leftovers::mark();
    command.env(mark, value).stdin(Stdio::null());
    command.spawn().with_context(|| format!("`{}` cannot be started", name(command)))
}

fn wait(child: &mut Child, name: &str) -> Result<ExitStatus> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if started.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            leftovers::end();
            bail!("`{name}` was ended: it had not finished after {} minutes", LIMIT.as_secs() / 60);
        }
        sleep(Duration::from_millis(20));
    }
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", name(command));
    }
    Ok(())
}

/// The program and its first argument: enough to know which one it was.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args().take(1));
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
