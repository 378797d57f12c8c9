//! Files, and which of them depend on which.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// The files of the repository, some of them modified for a test.
pub(crate) struct Sources {
    root: PathBuf,
    appended: BTreeMap<String, String>,
}

impl Sources {
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), appended: BTreeMap::new() }
    }

    /// Appends a text to a file when it is read.
    pub(crate) fn append(&mut self, file: &str, text: &str) {
        self.appended.insert(file.to_owned(), text.to_owned());
    }

    /// The text of a file, by its path from the root of the repository.
    pub(crate) fn read(&self, file: &str) -> String {
        let text = fs::read_to_string(self.root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        text + "\n" + self.appended.get(file).map_or("", String::as_str)
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.root.join(file).is_file()
    }

    /// Every file in a folder and its subfolders with this ending.
    pub(crate) fn under(&self, folder: &str, end: &str) -> Vec<String> {
        let mut files = Vec::new();
        let entries = fs::read_dir(self.root.join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        for entry in entries {
            let entry = entry.expect("a folder that can be read");
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                files.extend(self.under(&path, end));
            } else if path.ends_with(end) {
                files.push(path);
            }
        }
        files
    }
}

/// For each file, the files that it depends on, and the names that it uses from them.
#[derive(Default)]
pub(crate) struct Graph {
    edges: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl Graph {
    /// Adds a dependency, unless the file is the same.
    pub(crate) fn add(&mut self, from: &str, to: &str, name: &str) {
        if from != to {
            let names = self.edges.entry(from.to_owned()).or_default().entry(to.to_owned()).or_default();
            names.insert(name.to_owned());
        }
    }

    pub(crate) fn depends(&self, from: &str, to: &str) -> bool {
        self.edges.get(from).is_some_and(|targets| targets.contains_key(to))
    }

    /// The cycles: sets of files that depend on each other, directly or not.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.edges.keys().map(|file| (file.as_str(), self.reached(file))).collect();
        let mut circles = BTreeSet::new();
        for (file, others) in &reached {
            let circle: Vec<&str> = others
                .iter()
                .copied()
                .filter(|other| reached.get(other).is_some_and(|back| back.contains(file)))
                .collect();
            circles.insert(circle);
        }
        circles.into_iter().filter(|circle| !circle.is_empty()).collect()
    }

    /// Every file that this one depends on, directly or not.
    fn reached(&self, file: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![file];
        while let Some(file) = open.pop() {
            for target in self.edges.get(file).into_iter().flat_map(BTreeMap::keys) {
                if reached.insert(target.as_str()) {
                    open.push(target);
                }
            }
        }
        reached
    }

    /// The cycles with the names that cause them, for error messages.
    pub(crate) fn told(&self) -> String {
        let mut told = String::new();
        for circle in self.circles() {
            let _ = writeln!(told, "a circle of {} files", circle.len());
            for from in &circle {
                for (to, names) in self.edges[*from].iter().filter(|(to, _)| circle.contains(&to.as_str())) {
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    let _ = writeln!(told, "  {from} -> {to} ({})", names.join(", "));
                }
            }
        }
        told
    }
}
