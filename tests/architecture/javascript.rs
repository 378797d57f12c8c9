//! Dependencies between JavaScript modules, from their imports.

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

/// The relative imports of a module, without types that comments import.
fn imports(text: &str) -> Vec<String> {
    let code = without_comments(text);
    let mut imports = Vec::new();
    for before in ["from \"", "import \"", "import(\""] {
        let found = code.split(before).skip(1).filter_map(|rest| rest.split_once('"'));
        imports.extend(found.map(|(specifier, _)| specifier.to_owned()).filter(|specifier| specifier.starts_with('.')));
    }
    imports
}

/// Removes block comments and comment lines. Comments after code contain no imports.
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
