//! What a release is made of, as a `CycloneDX` list: the crates in the two wasm files, Rust's own library, and the programs that made the bytes. The
//! scripts are ours alone: no npm package reaches a visitor.
//!
//! It has no date and no serial number, so the same source gives the same list.

use crate::files;
use crate::package::{LABEL_NAME, NAME};
use crate::run;
use crate::wasm::TARGET;
use anyhow::{Context, Result, ensure};
use cyclonedx_bom::models::bom::{Bom, SpecVersion};
use cyclonedx_bom::models::component::{Classification, Scope};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;
use cyclonedx_bom::models::tool::Tools;
use cyclonedx_bom::prelude::{Component, Components, Purl, Validate};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The npm packages whose programs make what is published.
const MAKERS: [&str; 2] = ["binaryen", "esbuild"];

/// The crate whose code makes the glue of the wasm.
const GLUE_MAKER: &str = "wasm-bindgen-cli-support";

/// A crate, as cargo names it.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Crate {
    name: String,
    version: String,
    licence: String,
}

/// The lock file: the digest of each crate that is not ours.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// The list, as JSON.
pub(crate) fn of_wasm(root: &Path, version: &str) -> Result<Vec<u8>> {
    let mut crates = cargo_tree(root)?;
    crates.retain(|each| each.name != NAME);
    let lock: Lock = toml::from_str(&files::read_text(&root.join("Cargo.lock"))?).context("Cargo.lock")?;
    let compiler = compiler()?;
    let mut components = crates.iter().map(|each| component(each, &lock)).collect::<Result<Vec<_>>>()?;
    let mut std = Component::new(Classification::Library, "rust-std", &compiler, Some("rust-std".to_owned()));
    std.scope = Some(Scope::Required);
    std.licenses = Some(licences("MIT OR Apache-2.0"));
    components.push(std);
    let mut subject = Component::new(Classification::Application, NAME, version, Some(NAME.to_owned()));
    subject.licenses = Some(licences("MIT OR Apache-2.0"));
    let bom = Bom {
        serial_number: None,
        spec_version: SpecVersion::V1_5,
        metadata: Some(Metadata {
            component: Some(subject),
            tools: Some(Tools::Object { services: None, components: Some(makers(root, &lock, &compiler)?) }),
            ..Metadata::default()
        }),
        components: Some(Components(components)),
        ..Bom::default()
    };
    ensure!(bom.validate().passed(), "the list of components is not CycloneDX: {:?}", bom.validate());
    let mut json = Vec::new();
    bom.output_as_json_v1_5(&mut json)?;
    json.push(b'\n');
    Ok(json)
}

/// The crates whose code is compiled for the wasm files: neither what builds them nor what only tests them.
fn cargo_tree(root: &Path) -> Result<BTreeSet<Crate>> {
    let mut cargo = run::cargo(root);
    cargo.args(["tree", "--locked", "--package", NAME, "--package", LABEL_NAME, "--target", TARGET]);
    cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"]);
    crates_in(&run::output(&mut cargo)?)
}

fn crates_in(tree: &str) -> Result<BTreeSet<Crate>> {
    let lines = tree.lines().filter(|line| !line.is_empty());
    lines.map(|line| crate_in(line).with_context(|| format!("cargo's tree has a line `{line}`"))).collect()
}

/// `name v1.2.3 (path)|licence (*)`
fn crate_in(line: &str) -> Option<Crate> {
    let (package, licence) = line.trim_end_matches(" (*)").split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    // Cargo still takes `MIT/Apache-2.0`.
    Some(Crate { name: name.to_owned(), version: version.to_owned(), licence: licence.replace('/', " OR ") })
}

fn component(each: &Crate, lock: &Lock) -> Result<Component> {
    let Crate { name, version, licence } = each;
    let mut component = Component::new(Classification::Library, name, version, Some(format!("{name}@{version}")));
    component.scope = Some(Scope::Required);
    component.licenses = Some(licences(licence));
    let locked = lock.package.iter().find(|locked| locked.name == *name && locked.version == *version);
    // Ours have none, and are in no registry.
    if let Some(sum) = &locked.with_context(|| format!("Cargo.lock has no {name} {version}"))?.checksum {
        component.purl = Some(Purl::new("cargo", name, version)?);
        let hash = Hash { alg: HashAlgorithm::SHA_256, content: HashValue(sum.clone()) };
        component.hashes = Some(Hashes(vec![hash]));
    }
    Ok(component)
}

fn licences(expression: &str) -> Licenses {
    Licenses(vec![LicenseChoice::expression(expression)])
}

/// The programs that make the bytes, at the versions that the lock files fix.
fn makers(root: &Path, lock: &Lock, compiler: &str) -> Result<Components> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Workspace {
        dev_dependencies: BTreeMap<String, String>,
    }
    let tool = |name: &str, version: &str| Component::new(Classification::Application, name, version, None);
    let workspace: Workspace = serde_json::from_slice(&files::read(&root.join("package.json"))?)?;
    let glue = lock.package.iter().find(|locked| locked.name == GLUE_MAKER);
    let mut makers = vec![tool("rustc", compiler)];
    makers.push(tool(GLUE_MAKER, &glue.with_context(|| format!("Cargo.lock has no {GLUE_MAKER}"))?.version));
    for name in MAKERS {
        let version = workspace.dev_dependencies.get(name);
        makers.push(tool(name, version.with_context(|| format!("package.json has no {name}"))?));
    }
    Ok(Components(makers))
}

/// The compiler's version, as `1.2.3`.
fn compiler() -> Result<String> {
    let said = run::output(Command::new("rustc").arg("--version"))?;
    Ok(said.split(' ').nth(1).context("rustc says its version")?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Crate, crates_in};

    #[test]
    fn the_crates_of_a_tree_are_read_once_each() {
        let tree = "cotton-origin v0.1.0 (/some/folder)|MIT OR Apache-2.0\nlibm v0.2.1|MIT\nold v1.0.0|MIT/Apache-2.0\n\nlibm v0.2.1|MIT (*)\n";
        let names: Vec<_> = crates_in(tree).expect("it is a tree").into_iter().collect();
        let each = |name: &str, version: &str, licence: &str| Crate {
            name: name.into(),
            version: version.into(),
            licence: licence.into(),
        };
        let both = "MIT OR Apache-2.0";
        assert_eq!(
            names,
            [each("cotton-origin", "0.1.0", both), each("libm", "0.2.1", "MIT"), each("old", "1.0.0", both)]
        );
        assert!(crates_in("a tree").is_err());
    }
}
