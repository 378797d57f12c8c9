//! Dependencies between modules of JavaScript: their imports of each other.

use super::graph::{Graph, Sources};

/// Adds every module under a folder.
pub(crate) fn add_folder(graph: &mut Graph, sources: &Sources, folder: &str) {
    for file in sources.under(folder, ".js") {
        for specifier in imports(&sources.read(&file)) {
            let imported = resolved(&file, &specifier);
            assert!(sources.has(&imported), "{file} imports {specifier}, which is no file");
            graph.add(&file, &imported, &specifier);
        }
    }
}

/// What is imported from beside a module; types named in comments are not.
fn imports(text: &str) -> Vec<String> {
    let code = without_comments(text);
    let mut imports = Vec::new();
    for before in ["from \"", "import \"", "import(\""] {
        let found = code.split(before).skip(1).filter_map(|rest| rest.split_once('"'));
        imports.extend(found.map(|(specifier, _)| specifier.to_owned()).filter(|specifier| specifier.starts_with('.')));
    }
    imports
}

/// Comments over lines, and lines that are one. What stands after code on its line names no module.
fn without_comments(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        code += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code += rest;
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// `../words.js` from `www/element/more/why.js` is `www/element/words.js`.
fn resolved(from: &str, specifier: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}
