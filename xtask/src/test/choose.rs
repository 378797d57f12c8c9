//! Chooses the groups and files to run from the words of the command line.

use super::groups::{GROUPS, Group, Tests, node_files};
use crate::package;
use anyhow::{Result, bail};
use std::path::Path;

/// A group and the files of it to run; empty for all.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) group: &'static Group,
    pub(crate) files: Vec<String>,
}

/// Reads `GROUP [FILE...] GROUP [FILE...]`; no words: all groups.
pub(crate) fn choose(root: &Path, words: &[String]) -> Result<Vec<Chosen>> {
    let mut chosen: Vec<Chosen> = Vec::new();
    for word in words {
        if let Some(group) = GROUPS.iter().find(|group| group.name == *word) {
            chosen.push(Chosen { group, files: Vec::new() });
        } else if let Some(last) = chosen.last_mut() {
            last.files.extend(files_called(root, last.group, word)?);
        } else {
            bail!("there is no group `{word}`: the groups are {}", GROUPS.map(|group| group.name).join(" "));
        }
    }
    Ok(in_order(chosen))
}

/// Each group once, in running order, with a build before the groups that need it.
fn in_order(asked: Vec<Chosen>) -> Vec<Chosen> {
    let all = asked.is_empty();
    let built = asked.iter().any(|one| one.group.needs_build);
    let mut asked = asked;
    let mut chosen = Vec::new();
    for group in &GROUPS {
        let (same, others): (Vec<_>, Vec<_>) = asked.into_iter().partition(|one| one.group.name == group.name);
        asked = others;
        if all || !same.is_empty() || (built && group.name == "build") {
            // If it was also named without files, all run.
            let whole = same.iter().any(|one| one.files.is_empty());
            let mut files: Vec<String> = same.into_iter().flat_map(|one| one.files).collect();
            files.sort();
            files.dedup();
            chosen.push(Chosen { group, files: if whole { Vec::new() } else { files } });
        }
    }
    chosen
}

/// The files of a group that match a word: the one with this name, else all whose names contain it.
fn files_called(root: &Path, group: &Group, word: &str) -> Result<Vec<String>> {
    let files = match group.tests {
        Tests::Whole => bail!("there is no group `{word}`, and `{}` has no files that could run alone", group.name),
        Tests::Cargo => package::test_targets(root)?,
        Tests::Node(folder) => node_files(root, folder)?,
    };
    let name = Path::new(word).file_name().unwrap_or_default().to_string_lossy();
    let name = name.trim_end_matches(".js").trim_end_matches(".rs").trim_end_matches(".test");
    if files.iter().any(|file| file == name) {
        return Ok(vec![name.to_owned()]);
    }
    let alike: Vec<String> = files.iter().filter(|file| file.contains(name)).cloned().collect();
    if name.is_empty() || alike.is_empty() {
        bail!("`{}` has no file `{word}`: it has {}", group.name, files.join(" "));
    }
    Ok(alike)
}

#[cfg(test)]
mod tests {
    use super::choose;
    use crate::files;

    /// The result for these words in a project with two files in one group.
    fn chosen(words: &str) -> Result<Vec<String>, String> {
        let root = tempfile::tempdir().expect("a folder can be made");
        for name in ["paste", "wardrobe", "wardrobe-files"] {
            files::write(&root.path().join(format!("tests/browser/{name}.test.js")), "")
                .expect("a file can be written");
        }
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let shown = |one: super::Chosen| [vec![one.group.name.to_owned()], one.files].concat().join(" ");
        choose(root.path(), &words)
            .map(|all| all.into_iter().map(shown).collect())
            .map_err(|problem| problem.to_string())
    }

    #[test]
    fn groups_run_in_their_order_and_upon_a_fresh_build() {
        assert_eq!(chosen("").map(|all| all.len()), Ok(super::GROUPS.len()));
        assert_eq!(chosen("types fmt types"), Ok(vec!["fmt".into(), "types".into()]));
        assert_eq!(chosen("browser"), Ok(vec!["build".into(), "browser".into()]));
        assert_eq!(chosen("everything"), Err("there is no group `everything`: the groups are fmt clippy native doc bindings build types node browser engines spreadsheets plugin frameworks reproducible".into()));
    }

    #[test]
    fn a_file_is_named_as_it_is_called_or_by_a_part() {
        assert_eq!(chosen("browser paste fmt"), Ok(vec!["fmt".into(), "build".into(), "browser paste".into()]));
        for name in ["wardrobe.test.js", "tests/browser/wardrobe.test.js", "wardrobe"] {
            assert_eq!(chosen(&format!("browser {name}")), Ok(vec!["build".into(), "browser wardrobe".into()]));
        }
        assert_eq!(chosen("browser ward"), Ok(vec!["build".into(), "browser wardrobe wardrobe-files".into()]));
        assert_eq!(chosen("browser paste browser"), Ok(vec!["build".into(), "browser".into()]), "all of them");
    }

    #[test]
    fn a_file_that_is_not_there_is_an_error_that_lists_those_that_are() {
        assert_eq!(
            chosen("browser past1"),
            Err("`browser` has no file `past1`: it has paste wardrobe wardrobe-files".into())
        );
        assert_eq!(
            chosen("fmt paste"),
            Err("there is no group `paste`, and `fmt` has no files that could run alone".into())
        );
    }
}
