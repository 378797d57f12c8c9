//! Tells open pages of a watched site, with server-sent events, which build is served and whether there is an error in
//! the source. The script that listens is added to pages when they are served; it is in no file.

use serde_json::json;
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tiny_http::Request;

/// The addresses of the event stream and of the script.
pub(super) const STREAM: &str = "/cotton-origin-watch";
pub(super) const SCRIPT: &str = "/cotton-origin-watch.js";

/// The script.
pub(super) const CLIENT: &str = include_str!("live.js");

/// What pages have to know.
#[derive(Default)]
pub(crate) struct Live {
    now: Mutex<Now>,
    listening: Mutex<Vec<Box<dyn Write + Send>>>,
}

#[derive(Default)]
struct Now {
    /// The number of the build that is served; 0 before the first.
    build: u64,
    /// The error in the current source.
    problem: Option<String>,
}

impl Live {
    /// A build succeeded: pages of an older build reload.
    pub(crate) fn built(&self) {
        let mut now = locked(&self.now);
        now.build += 1;
        now.problem = None;
        self.tell(&now);
    }

    /// A build failed: pages show the error until one succeeds.
    pub(crate) fn failed(&self, problem: String) {
        let mut now = locked(&self.now);
        now.problem = Some(problem);
        self.tell(&now);
    }

    fn tell(&self, now: &Now) {
        let event = now.event();
        locked(&self.listening).retain_mut(|page| send(page, &event).is_ok());
    }

    /// Serves the event stream to one page until it disconnects.
    pub(super) fn join(&self, request: Request) {
        let mut page = request.into_writer();
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        // Send the current state under the same lock, so that no event is lost in between.
        let now = locked(&self.now);
        if send(&mut page, head).and_then(|()| send(&mut page, &now.event())).is_ok() {
            locked(&self.listening).push(page);
        }
    }

    /// Adds the script to the head of a page.
    pub(super) fn with_script(&self, page: Vec<u8>) -> Vec<u8> {
        let script = format!("<script type=\"module\" src=\"{SCRIPT}?build={}\"></script>", locked(&self.now).build);
        match String::from_utf8(page) {
            Ok(html) => html.replacen("</head>", &format!("{script}</head>"), 1).into_bytes(),
            Err(other) => other.into_bytes(),
        }
    }

    /// The page shown before the first build.
    pub(super) fn waiting(&self) -> Vec<u8> {
        let page = "<!doctype html><html lang=\"en\"><head><title>Building</title><link rel=\"icon\" href=\"data:,\"></head><body>The site is being built.</body></html>";
        self.with_script(page.into())
    }
}

impl Now {
    fn event(&self) -> String {
        // As text, because it is compared with a part of an address.
        format!("data: {}\n\n", json!({ "build": self.build.to_string(), "problem": self.problem }))
    }
}

fn send(page: &mut impl Write, text: &str) -> io::Result<()> {
    page.write_all(text.as_bytes())?;
    page.flush()
}

/// Ignores poisoning: no update here can be left half done.
fn locked<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::Live;

    #[test]
    fn a_page_has_the_script_of_its_build_and_no_other_change() {
        let live = Live::default();
        live.built();
        let page = live.with_script("<head><title>a</title></head><body>é</body>".into());
        let expected = "<head><title>a</title><script type=\"module\" src=\"/cotton-origin-watch.js?build=1\"></script></head><body>é</body>";
        assert_eq!(String::from_utf8_lossy(&page), expected);
    }
}
