//! Tells open pages of a watched site what became of it, as events that a server sends: which build there is, and what is wrong with
//! the source. Only what is served has the script for that; no file has.

use serde_json::json;
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tiny_http::Request;

/// Where pages listen, and where their script for that is.
pub(super) const STREAM: &str = "/cotton-origin-watch";
pub(super) const SCRIPT: &str = "/cotton-origin-watch.js";

/// The script.
pub(super) const CLIENT: &str = include_str!("live.js");

/// What pages are told.
#[derive(Default)]
pub(crate) struct Live {
    now: Mutex<Now>,
    listening: Mutex<Vec<Box<dyn Write + Send>>>,
}

#[derive(Default)]
struct Now {
    /// Which build is served; 0: none yet.
    build: u64,
    /// What is wrong with the source as it is.
    problem: Option<String>,
}

impl Live {
    /// There is another build: whoever has an older one loads the page again.
    pub(crate) fn built(&self) {
        let mut now = locked(&self.now);
        now.build += 1;
        now.problem = None;
        self.tell(&now);
    }

    /// The source cannot be built: pages say so until it can.
    pub(crate) fn failed(&self, problem: String) {
        let mut now = locked(&self.now);
        now.problem = Some(problem);
        self.tell(&now);
    }

    fn tell(&self, now: &Now) {
        let event = now.event();
        locked(&self.listening).retain_mut(|page| send(page, &event).is_ok());
    }

    /// Takes in a page that listens, for as long as it does.
    pub(super) fn join(&self, request: Request) {
        let mut page = request.into_writer();
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        // Under one lock with what it is told first: no news comes between.
        let now = locked(&self.now);
        if send(&mut page, head).and_then(|()| send(&mut page, &now.event())).is_ok() {
            locked(&self.listening).push(page);
        }
    }

    /// A page with the script in its head.
    pub(super) fn with_script(&self, page: Vec<u8>) -> Vec<u8> {
        let script = format!("<script type=\"module\" src=\"{SCRIPT}?build={}\"></script>", locked(&self.now).build);
        match String::from_utf8(page) {
            Ok(html) => html.replacen("</head>", &format!("{script}</head>"), 1).into_bytes(),
            Err(other) => other.into_bytes(),
        }
    }

    /// The page that there is before the first build.
    pub(super) fn waiting(&self) -> Vec<u8> {
        let page = "<!doctype html><html lang=\"en\"><head><title>Building</title><link rel=\"icon\" href=\"data:,\"></head><body>The site is being built.</body></html>";
        self.with_script(page.into())
    }
}

impl Now {
    fn event(&self) -> String {
        // As text: it is compared with what stands in an address.
        format!("data: {}\n\n", json!({ "build": self.build.to_string(), "problem": self.problem }))
    }
}

fn send(page: &mut impl Write, text: &str) -> io::Result<()> {
    page.write_all(text.as_bytes())?;
    page.flush()
}

/// What a thread that panicked has left is as good as before: no change here is half done.
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
