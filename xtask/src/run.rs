//! Runs other programs: prints each command before it runs, passes its output through, and turns a failure into a sentence. A program that takes long
//! gets a progress line from time to time.

use crate::stray_processes;
use anyhow::{Context, Result, anyhow, bail};
use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

/// A program that runs longer than this hangs.
const LIMIT: Duration = Duration::from_mins(30);

/// The time between progress lines.
const STILL: Duration = Duration::from_secs(30);

/// Programs that took less do not print how long they took.
const LONG: Duration = Duration::from_secs(5);

/// A program that failed, and its error output, if that was captured.
#[derive(Debug)]
pub(crate) struct Failed {
    name: String,
    status: ExitStatus,
    pub(crate) said: String,
}

impl fmt::Display for Failed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` failed ({})", self.name, self.status)
    }
}

impl std::error::Error for Failed {}

/// Prints a progress message.
pub(crate) fn say(what: &str) {
    println!("==> {what}");
}

/// The cargo that runs this task, started in the project's folder.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    cargo
}

/// Compiles a program of the workspace. Naming the task runner as well, which is compiled already, gives both the same features of their
/// dependencies, so that nothing is compiled twice.
pub(crate) fn compile_own(root: &Path, name: &str) -> Result<()> {
    told(cargo(root).args(["build", "--quiet", "--locked", "--package", "xtask", "--package", name]))
}

/// A program of the workspace, whose executable is beside the task runner's.
pub(crate) fn own_program(name: &str) -> Result<Command> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    Ok(Command::new(task_runner()?.with_file_name(file)))
}

/// Where this task runner lies. It is asked for once, as the first thing: `cargo test --workspace` may put a new file in the place of the one
/// that runs, and Linux then answers with the path of a deleted file.
pub(crate) fn task_runner() -> Result<&'static Path> {
    static PATH: LazyLock<io::Result<PathBuf>> = LazyLock::new(env::current_exe);
    PATH.as_deref().map_err(|problem| anyhow!("it is not known where the task runner lies: {problem}"))
}

/// A program of an npm package, started in the project's folder.
pub(crate) fn npm_program(root: &Path, name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    let mut command = Command::new(root.join("node_modules/.bin").join(file));
    command.current_dir(root);
    command
}

/// Runs a program and passes its output through.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    show(command);
    finish(command).map(drop)
}

/// The same, and keeps what it complains of for the error.
pub(crate) fn told(command: &mut Command) -> Result<()> {
    show(command);
    finish(command.stderr(Stdio::piped())).map(drop)
}

/// Runs a program to its end and returns what it printed; its complaints are let through.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let printed = finish(command.stdout(Stdio::piped()))?;
    String::from_utf8(printed).with_context(|| format!("`{}` printed something that is not UTF-8", name(command)))
}

/// The same, and keeps what it complains of for the error.
pub(crate) fn output_told(command: &mut Command) -> Result<String> {
    output(command.stderr(Stdio::piped()))
}

/// Whether a program starts and succeeds, asked quietly.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

fn show(command: &Command) {
    let words = std::iter::once(program(command)).chain(command.get_args());
    println!("  $ {}", words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" "));
}

/// Runs a program and returns its output, if that is piped.
fn finish(command: &mut Command) -> Result<Vec<u8>> {
    let name = name(command);
    let (mark, value) = stray_processes::mark();
    command.env(mark, value).stdin(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("`{name}` cannot be started"))?;
    let printed = child.stdout.take().map(|pipe| thread::spawn(|| kept(pipe, io::sink())));
    let said = child.stderr.take().map(|pipe| thread::spawn(|| kept(pipe, io::stderr())));
    let status = wait(&mut child, &name)?;
    let [printed, said] =
        [printed, said].map(|reading| reading.map_or_else(Vec::new, |reading| reading.join().expect("it reads")));
    if !status.success() {
        return Err(Failed { name, status, said: String::from_utf8_lossy(&said).into_owned() }.into());
    }
    Ok(printed)
}

/// Reads a pipe and passes its content on as it comes.
fn kept(mut pipe: impl Read, mut on: impl Write) -> Vec<u8> {
    let mut kept = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(length @ 1..) = pipe.read(&mut buffer) {
        kept.extend(&buffer[..length]);
        // Ignore that our own output was closed.
        let _ = on.write_all(&buffer[..length]);
    }
    kept
}

fn wait(child: &mut Child, name: &str) -> Result<ExitStatus> {
    let started = Instant::now();
    let mut next = STILL;
    loop {
        let took = started.elapsed();
        if let Some(status) = child.try_wait()? {
            if took >= LONG {
                println!("    {} s: `{name}`", took.as_secs());
            }
            return Ok(status);
        }
        if took > LIMIT {
            child.kill()?;
            child.wait()?;
            stray_processes::end();
            bail!("`{name}` was ended: it had not finished after {} minutes", LIMIT.as_secs() / 60);
        }
        if took > next {
            next += STILL;
            println!("    … `{name}` has been running for {} s", took.as_secs());
        }
        thread::sleep(Duration::from_millis(20));
    }
}

fn program(command: &Command) -> &OsStr {
    Path::new(command.get_program()).file_name().unwrap_or(command.get_program())
}

/// The program and its first argument, for messages.
fn name(command: &Command) -> String {
    let words = std::iter::once(program(command)).chain(command.get_args().take(1));
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Failed, output, output_told};
    use std::process::Command;

    #[test]
    fn what_is_printed_is_kept() {
        assert_eq!(output(Command::new("echo").arg("cotton")).ok().as_deref(), Some("cotton\n"));
    }

    #[test]
    fn a_failure_is_a_sentence_and_keeps_what_was_said() {
        let problem = output_told(Command::new("ls").arg("/there/is/no/such/folder")).expect_err("it is not there");
        assert!(problem.to_string().starts_with("`ls /there/is/no/such/folder` failed (exit status: "), "{problem}");
        let Failed { said, .. } = problem.downcast_ref().expect("it ended badly");
        assert!(said.contains("/there/is/no/such/folder"), "{said}");
        let problem = output(&mut Command::new("no-such-program-anywhere")).expect_err("there is none");
        assert_eq!(problem.to_string(), "`no-such-program-anywhere` cannot be started");
    }
}
