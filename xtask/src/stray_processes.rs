//! Leaves no process behind. Every program that we start has a mark in its environment, which its children inherit even if
//! they detach themselves, as browsers do. Processes that still have the mark when they should have ended are killed.
//!
//! The marks are read from `/proc`; on systems without it this does nothing.

use std::env;
use std::fs;
use std::process::{self, Command};

const MARK: &str = "COTTON_ORIGIN_TASK";

/// The mark for a program to start. A task started by a task keeps the outer one's mark.
pub(crate) fn mark() -> (&'static str, String) {
    (MARK, env::var(MARK).unwrap_or_else(|_| process::id().to_string()))
}

/// Runs a function, then kills the processes that it left running, even if it panicked.
pub(crate) fn without<T>(act: impl FnOnce() -> T) -> T {
    struct End;
    impl Drop for End {
        fn drop(&mut self) {
            end();
        }
    }
    let _end = End;
    act()
}

/// Kills the processes that this task's programs left running, and says so.
pub(crate) fn end() {
    if env::var_os(MARK).is_some() {
        return; // The outer task does it.
    }
    let left = marked();
    if left.is_empty() {
        return;
    }
    println!("  ending {} left running", if left.len() == 1 { "a process" } else { "processes" });
    // The shell's own `kill`: not every system has the program.
    let _ = Command::new("sh").args(["-c", "kill -KILL \"$@\" 2>/dev/null", "sh"]).args(left).status();
}

fn marked() -> Vec<String> {
    let (mark, value) = mark();
    let wanted = format!("{mark}={value}");
    let Ok(processes) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let ids = processes.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    ids.filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()) && carries(id, &wanted)).collect()
}

fn carries(id: &str, wanted: &str) -> bool {
    let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
    environment.split(|byte| *byte == 0).any(|entry| entry == wanted.as_bytes())
}
