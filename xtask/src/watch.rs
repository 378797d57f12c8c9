//! `cargo xtask serve --watch`: rebuilds only what changed. A script, a style sheet, a page or
//! a sentence needs only the bundler; Rust is compiled unoptimised. Open pages then reload themselves, or show the error.
//!
//! The site is in `target/watch`, which is never published.

use crate::bundle;
use crate::files;
use crate::method::{self, Method};
use crate::owner::Owner;
use crate::run::{Failed, say};
use crate::serve::{self, live::Live};
use crate::setup::{self, Need};
use crate::wasm::{self, Core};
use crate::{languages, pages, questions, runtime_assets, site, vocabulary};
use anyhow::{Context, Result};
use notify_debouncer_full::notify::RecursiveMode;
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// The sources of the pages, and those of the wasm and the figures, relative to the project.
const OF_PAGES: [&str; 1] = ["www"];
const OF_RUST: [&str; 6] = ["src", "label", "method", "vocabulary", "Cargo.toml", "Cargo.lock"];

/// Editors write a file in several steps: changes within this time count as one.
const PAUSE: Duration = Duration::from_millis(50);

/// What has to be rebuilt.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Stale {
    rust: bool,
    pages: bool,
}

/// Builds and serves, and rebuilds with every change, until it is interrupted.
pub(crate) fn serve(root: &Path, port: u16) -> Result<()> {
    setup::provide(root, &[Need::WasmTarget, Need::Npm])?;
    let (listener, live) = (serve::listen(port)?, Live::default());
    let site = root.join("target/watch/www");
    if site.exists() {
        // Left by an earlier run.
        fs::remove_dir_all(&site).with_context(|| format!("{} cannot be removed", site.display()))?;
    }
    thread::scope(|scope| {
        scope.spawn(|| {
            // The server keeps serving the last build.
            if let Err(problem) = keep_building(root, &live) {
                eprintln!("error: {problem:#}");
                live.failed(format!("{problem:#}"));
            }
        });
        serve::serve_from(listener, &site, Some(&live))
    })
}

fn keep_building(root: &Path, live: &Live) -> Result<()> {
    // Before the first build, so that no change is missed.
    let (sender, changes) = mpsc::channel();
    let mut watcher = new_debouncer(PAUSE, None, sender).context("files cannot be watched")?;
    for place in OF_PAGES.iter().chain(&OF_RUST) {
        let path = root.join(place);
        watcher.watch(&path, RecursiveMode::Recursive).with_context(|| format!("{place} cannot be watched"))?;
    }
    let mut workshop = Workshop::new(root)?;
    let mut stale = Stale { rust: workshop.core.is_none(), pages: true };
    loop {
        let started = Instant::now();
        match workshop.build(&mut stale) {
            Ok(()) => {
                live.built();
                say(&format!("Built in {:.2} s", started.elapsed().as_secs_f64()));
            }
            Err(problem) => {
                eprintln!("error: {problem:#}");
                live.failed(told(&problem));
            }
        }
        let Some(next) = next_change(root, &changes) else {
            return Ok(());
        };
        stale = Stale { rust: stale.rust || next.rust, pages: stale.pages || next.pages };
    }
}

/// Waits until something has to be rebuilt.
fn next_change(root: &Path, changes: &Receiver<DebounceEventResult>) -> Option<Stale> {
    loop {
        let events = match changes.recv().ok()? {
            Ok(events) => events,
            Err(problems) => {
                for problem in problems {
                    eprintln!("error: {problem}");
                }
                continue;
            }
        };
        // Reading a file, as a build does, is no change.
        let paths = events.iter().filter(|event| !event.kind.is_access()).flat_map(|event| &event.paths);
        let stale = paths.filter_map(|path| path.strip_prefix(root).ok()).fold(Stale::default(), with_changed);
        if stale != Stale::default() {
            return Some(stale);
        }
    }
}

/// Adds what a changed file makes stale.
fn with_changed(stale: Stale, path: &Path) -> Stale {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Temporary files of editors.
    if name.starts_with(['.', '#']) || name.ends_with(['~', '#']) || name.ends_with(".swp") {
        return stale;
    }
    let among = |places: &[&str]| places.iter().any(|place| path.starts_with(place));
    Stale { rust: stale.rust || among(&OF_RUST), pages: stale.pages || among(&OF_PAGES) }
}

/// The text of a problem for pages: the error output of the program that failed, and that it failed.
fn told(problem: &anyhow::Error) -> String {
    let said = problem.chain().find_map(|cause| cause.downcast_ref::<Failed>()).map_or("", |failed| &failed.said);
    format!("{problem:#}\n\n{said}")
}

/// The state between builds.
struct Workshop {
    root: PathBuf,
    folder: PathBuf,
    core: Option<Core>,
    method: Option<Method>,
}

impl Workshop {
    /// Uses the wasm for visitors if it is newer than its source, which saves a compilation.
    fn new(root: &Path) -> Result<Self> {
        let core = match wasm::built(root) {
            Some(core) if newest(root, &OF_RUST)? < modified(&core.label.wasm)?.min(modified(&core.estimate.wasm)?) => {
                say("The wasm that was built is newer than its source: it is used");
                method::compile(root)?;
                Some(core)
            }
            _ => None,
        };
        Ok(Self { root: root.to_owned(), folder: root.join("target/watch"), core, method: None })
    }

    /// Rebuilds what is stale, and the site from it. What fails stays stale.
    fn build(&mut self, stale: &mut Stale) -> Result<()> {
        if stale.rust {
            say("Building the core and the label reader for wasm, unoptimised");
            method::compile(&self.root)?;
            self.core = Some(wasm::build_unoptimised(&self.root, &self.folder.join("wasm"))?);
            self.method = None;
            *stale = Stale { rust: false, pages: true };
        }
        if stale.pages {
            self.build_site()?;
            stale.pages = false;
        }
        Ok(())
    }

    /// Builds into a separate folder, which replaces the served one when it is complete.
    fn build_site(&mut self) -> Result<()> {
        let (root, next, served) = (&self.root, self.folder.join("next"), self.folder.join("www"));
        let core = self.core.as_ref().context("there is no wasm yet")?;
        let languages = languages::read(root)?;
        vocabulary::write(root, &languages)?;
        let questions = questions::read(root)?;
        let pages = pages::render(root, &languages, &questions, &Owner::default())?;
        let method = match self.method.take() {
            Some(method) if method.is_of(&pages) => method,
            _ => method::write(&self.folder.join("method"), &pages)?,
        };
        files::empty(&next)?;
        let digests = runtime_assets::put_unchecked(root, core, &method.figures(), &next)?;
        site::put_pages(root, &next, &pages, &method)?;
        self.method = Some(method);
        site::bundle_scripts(root, core, &next, &pages, &bundle::OF_WATCHED_SITE, &digests)?;
        let last = self.folder.join("last");
        files::empty(&last)?;
        if served.exists() {
            fs::rename(&served, last.join("www"))?;
        }
        fs::rename(&next, &served).context("the site cannot be put in its place")
    }
}

/// The time of the last change among these files.
fn newest(root: &Path, places: &[&str]) -> Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for place in places {
        let path = root.join(place);
        for file in if path.is_dir() { files::list(&path)? } else { vec![PathBuf::new()] } {
            let file = if file.as_os_str().is_empty() { path.clone() } else { path.join(file) };
            newest = newest.max(modified(&file)?);
        }
    }
    Ok(newest)
}

fn modified(path: &Path) -> Result<SystemTime> {
    let time = fs::metadata(path).and_then(|found| found.modified());
    time.with_context(|| format!("{} cannot be looked at", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{Stale, with_changed};
    use std::path::Path;

    fn stale(paths: &[&str]) -> (bool, bool) {
        let Stale { rust, pages } = paths.iter().map(Path::new).fold(Stale::default(), with_changed);
        (rust, pages)
    }

    #[test]
    fn what_changed_says_what_is_made_anew() {
        assert_eq!(stale(&["www/page.css"]), (false, true));
        assert_eq!(stale(&["www/locales/more/fr.json", "www/element/form.js"]), (false, true));
        for rust in
            ["src/model.rs", "src/figures/region.toml", "label/words/moods.toml", "method/src/fill.rs", "Cargo.toml"]
        {
            assert_eq!(stale(&[rust]), (true, false), "{rust}");
        }
        assert_eq!(stale(&["src/lib.rs", "www/host.js"]), (true, true));
        assert_eq!(
            stale(&["README.md", "target/www/page.css", "www/.page.css.swp", "www/page.css~", "src/#lib.rs#"]),
            (false, false)
        );
    }
}
