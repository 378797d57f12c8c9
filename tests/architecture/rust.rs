//! Dependencies between Rust files: which file defines the items that another uses.
//!
//! A name that is imported through a re-export leads to the file that defines the item. A re-export by itself
//! is no dependency of the file that contains it.

use super::graph::{Graph, Sources};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use syn::{Attribute, Item, Meta, MetaNameValue, UseTree, Visibility};

/// A path from the crate root, or one that is not resolved yet.
type Names = Vec<String>;

#[derive(Default)]
struct Module {
    file: String,
    /// Functions, types, constants and the like.
    items: BTreeSet<String>,
    /// Whether it includes more items, from the build script.
    includes: bool,
    /// Imports, by their local names.
    uses: BTreeMap<String, Names>,
    /// Glob imports.
    globs: Vec<Names>,
    /// The paths used, in private imports and in code.
    named: Vec<Names>,
}

/// The modules of a crate, by their path from its root.
type Modules = BTreeMap<Names, Module>;

/// Adds every file of a crate.
pub(crate) fn add_crate(graph: &mut Graph, sources: &Sources, root: &str) {
    let mut modules = Modules::new();
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    add_file(&mut modules, sources, root, folder, &[]);
    for (path, module) in &modules {
        for names in module.named.iter().filter(|names| !names.is_empty()) {
            if let Some(file) = defining_file(&modules, &absolute(names, path)) {
                graph.add(&module.file, file, &names.join("::"));
            }
        }
    }
}

/// Reads a file; the modules that it declares are in `folder`.
fn add_file(modules: &mut Modules, sources: &Sources, file: &str, folder: &str, path: &[String]) {
    let parsed = syn::parse_file(&sources.read(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    add_items(modules, sources, parsed.items, (file, folder), path);
}

fn add_items(modules: &mut Modules, sources: &Sources, items: Vec<Item>, at: (&str, &str), path: &[String]) {
    let mut module = Module { file: at.0.to_owned(), ..Module::default() };
    for item in items {
        match item {
            Item::Mod(item) if is_test(&item.attrs) => {}
            Item::Mod(item) => {
                let name = item.ident.to_string();
                let (path, folder) = ([path, std::slice::from_ref(&name)].concat(), format!("{}/{name}", at.1));
                match item.content {
                    Some((_, items)) => add_items(modules, sources, items, (at.0, &folder), &path),
                    None => add_file(modules, sources, &child(sources, at.1, &name, &item.attrs), &folder, &path),
                }
            }
            Item::Use(item) => {
                let signpost = !matches!(item.vis, Visibility::Inherited);
                add_use(&mut module, &item.tree, &mut Vec::new(), signpost);
            }
            item => {
                module.items.extend(defined(&item));
                module.includes |= matches!(&item, Item::Macro(item) if item.mac.path.is_ident("include"));
                add_named(&mut module.named, item.to_token_stream());
            }
        }
    }
    modules.insert(path.to_vec(), module);
}

fn child(sources: &Sources, folder: &str, name: &str, attributes: &[Attribute]) -> String {
    let elsewhere = attributes.iter().find(|attribute| attribute.path().is_ident("path"));
    if let Some(Meta::NameValue(MetaNameValue { value, .. })) = elsewhere.map(|attribute| &attribute.meta) {
        return format!("{folder}/{}", value.to_token_stream().to_string().trim_matches('"'));
    }
    let beside = format!("{folder}/{name}.rs");
    if sources.has(&beside) { beside } else { format!("{folder}/{name}/mod.rs") }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]")
}

fn add_use(module: &mut Module, tree: &UseTree, before: &mut Names, signpost: bool) {
    let mut leaf = |before: &Names, name: String, here: String| {
        let mut names = before.clone();
        if name != "self" {
            names.push(name);
        }
        let here = if here == "self" { names.last().cloned().unwrap_or_default() } else { here };
        if !signpost {
            module.named.push(names.clone());
        }
        module.uses.insert(here, names);
    };
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            add_use(module, &path.tree, before, signpost);
            before.pop();
        }
        UseTree::Name(name) => leaf(before, name.ident.to_string(), name.ident.to_string()),
        UseTree::Rename(name) => leaf(before, name.ident.to_string(), name.rename.to_string()),
        UseTree::Glob(_) => module.globs.push(before.clone()),
        UseTree::Group(group) => {
            for tree in &group.items {
                add_use(module, tree, before, signpost);
            }
        }
    }
}

fn defined(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// Every path in code, those in macros included; not what stands after a point, a field or a method.
fn add_named(named: &mut Vec<Names>, tokens: TokenStream) {
    let mut path = Names::new();
    let mut marks = String::new();
    for token in tokens {
        match token {
            TokenTree::Ident(name) if marks == "::" => path.push(name.to_string()),
            TokenTree::Ident(name) => {
                let begun = if marks == "." { Names::new() } else { vec![name.to_string()] };
                named.push(std::mem::replace(&mut path, begun));
            }
            TokenTree::Punct(mark) => {
                marks.push(mark.as_char());
                continue;
            }
            TokenTree::Group(group) => add_named(named, group.stream()),
            TokenTree::Literal(_) => {}
        }
        marks.clear();
    }
    named.push(path);
}

/// A path as it stands in a module, from the root of the crate. What begins in another crate is taken for a name of the module's
/// own, which it does not have.
fn absolute(names: &[String], module: &[String]) -> Names {
    match names.first().map(String::as_str) {
        Some("crate") => names[1..].to_vec(),
        Some("self") => absolute(&names[1..], module),
        Some("super") => absolute(&names[1..], &module[..module.len().saturating_sub(1)]),
        _ => [module, names].concat(),
    }
}

/// The file that defines what a path from the root names. What no module is seen to define comes from a macro of the module that the
/// path leads to, or from another crate. None for a module itself.
fn defining_file<'m>(modules: &'m Modules, names: &[String]) -> Option<&'m str> {
    match lookup(modules, names, 0) {
        Found::File(file) => Some(file),
        Found::Module => None,
        Found::Nothing => Some(&innermost(modules, names).0.file),
    }
}

enum Found<'m> {
    File(&'m str),
    Module,
    Nothing,
}

/// Looks a path up, by way of what other modules bring in.
fn lookup<'m>(modules: &'m Modules, names: &[String], ways: usize) -> Found<'m> {
    let (module, path, rest) = innermost(modules, names);
    let Some((first, after)) = rest.split_first() else {
        return Found::Module;
    };
    if module.items.contains(first) {
        return Found::File(&module.file);
    }
    // No re-export goes so far: it is a name from another crate, which `use` brings in under itself.
    if ways > 8 {
        return Found::Nothing;
    }
    let by_name = module.uses.get(first).map(|used| [used, after].concat());
    let by_glob = module.globs.iter().map(|glob| [glob, rest].concat());
    let found = by_name.into_iter().chain(by_glob).map(|used| lookup(modules, &absolute(&used, path), ways + 1));
    let included = if module.includes { Found::File(&module.file) } else { Found::Nothing };
    found.into_iter().find(|found| !matches!(found, Found::Nothing)).unwrap_or(included)
}

/// The innermost module on a path, where it is, and what is left of the path in it.
fn innermost<'m, 'n>(modules: &'m Modules, names: &'n [String]) -> (&'m Module, &'n [String], &'n [String]) {
    let inner = (0..=names.len()).rev().find_map(|length| {
        let (path, rest) = names.split_at(length);
        modules.get(path).map(|module| (module, path, rest))
    });
    inner.expect("the root of the crate is on every path")
}
