//! Leaves no process behind. Every program we start carries a mark in its environment, which its own children inherit, however
//! they detach themselves (browsers do); what still carries the mark when it should have ended is ended.
//!
//! The marks are read from `/proc`; on systems without it this does nothing.

use std::env;
use std::fs;
use std::process::{self, Command};

const MARK: &str = "COTTON_ORIGIN_TASK";

/// The mark to start a program with. A task started by a task keeps the outer one's.
pub(crate) fn mark() -> (&'static str, String) {
    (MARK, env::var(MARK).unwrap_or_else(|_| process::id().to_string()))
}

/// Does something, and then ends what it has left running, even when it panicked.
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

/// Ends what programs of this task have left running, and says so.
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
