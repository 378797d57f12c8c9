//! No dependency cycles between files, so that each file can be read with only those below it
//! in mind.

mod graph;
mod javascript;
mod rust;

use graph::{Graph, Sources};
use std::path::Path;

/// The crates, by their root files.
const CRATES: [&str; 9] = [
    "vocabulary/src/lib.rs",
    "src/lib.rs",
    "src/figures/build/main.rs",
    "label/src/lib.rs",
    "label/build/main.rs",
    "xtask/src/main.rs",
    "method/src/main.rs",
    "bench/data/src/main.rs",
    "bench/native/src/main.rs",
];

fn sources() -> Sources {
    Sources::new(Path::new(env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn no_file_of_rust_depends_on_itself() {
    for root in CRATES {
        let mut graph = Graph::default();
        rust::add_crate(&mut graph, &sources(), root);
        assert!(graph.circles().is_empty(), "{root}:\n{}", graph.told());
    }
}

#[test]
fn no_file_of_javascript_depends_on_itself() {
    let mut graph = Graph::default();
    javascript::add_folder(&mut graph, &sources(), "www");
    assert!(graph.depends("www/cotton-origin.js", "www/element/element.js"), "the graph misses an import");
    assert!(graph.circles().is_empty(), "{}", graph.told());
}

/// A graph without edges would have no cycles, either: checks that each way of naming an item is detected.
#[test]
fn dependencies_are_seen() {
    let mut graph = Graph::default();
    rust::add_crate(&mut graph, &sources(), "src/lib.rs");
    let seen = [
        // A list in `use`; a function by its module's name; a path in an expression.
        ("src/model/plan.rs", "src/vocabulary/proof.rs"),
        ("src/model.rs", "src/model/evaluate.rs"),
        ("src/model/shared.rs", "src/model/range.rs"),
        // Through a re-export; an item that the build script wrote.
        ("src/garment/read.rs", "src/garment/composition.rs"),
        ("src/figures/lookup.rs", "src/figures.rs"),
    ];
    for (from, to) in seen {
        assert!(graph.depends(from, to), "{from} depends on {to}");
    }
    // Using one item of a module is no dependency on others that the module re-exports.
    assert!(!graph.depends("src/garment/component.rs", "src/garment.rs"));
}

#[test]
fn a_circle_is_named_by_its_files() {
    let mut sources = sources();
    sources.append("src/vocabulary/kind.rs", "fn told() -> String { format!(\"{:?}\", crate::record::all()) }");
    let mut graph = Graph::default();
    rust::add_crate(&mut graph, &sources, "src/lib.rs");
    assert!(graph.circles().is_empty(), "the record does not know of kinds:\n{}", graph.told());
    sources.append("src/vocabulary/measure.rs", "use super::Kind;");
    rust::add_crate(&mut graph, &sources, "src/lib.rs");
    let circle = ["src/record.rs", "src/vocabulary/kind.rs", "src/vocabulary/measure.rs"];
    assert_eq!(graph.circles(), [circle]);
    assert!(
        graph.told().contains("src/vocabulary/measure.rs -> src/vocabulary/kind.rs (super::Kind)"),
        "{}",
        graph.told()
    );
}

#[test]
fn a_circle_of_javascript_is_named_by_its_files() {
    let mut sources = sources();
    sources.append("www/fetched.js", "export { later } from \"./say.js\";");
    let mut graph = Graph::default();
    javascript::add_folder(&mut graph, &sources, "www");
    assert_eq!(graph.circles(), [["www/fetched.js", "www/say.js"]]);
}
