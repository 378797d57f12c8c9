//! Zips a folder so that the same files give the same bytes: in order, without this machine's dates and permissions.

use crate::files;
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes a zip with every file of a folder under the name `under`; with an empty one, at the top.
pub(crate) fn write(folder: &Path, under: &str, to: &Path) -> Result<()> {
    pack(folder, under, to).with_context(|| format!("{} cannot be written", to.display()))
}

fn pack(folder: &Path, under: &str, to: &Path) -> Result<()> {
    if let Some(around) = to.parent() {
        fs::create_dir_all(around)?;
    }
    let mut zip = ZipWriter::new(BufWriter::new(File::create(to)?));
    for file in files::list(folder)? {
        zip.start_file(files::address(&Path::new(under).join(&file)), options())?;
        zip.write_all(&files::read(&folder.join(file))?)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

/// The first day that a zip can tell, for all: when a file was made says nothing about it. Everyone may read it.
fn options() -> SimpleFileOptions {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    options.compression_level(Some(9)).last_modified_time(DateTime::DEFAULT).unix_permissions(0o644)
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::files;
    use std::fs::File;
    use std::io::Read;
    use std::path::Path;
    use std::time::{Duration, SystemTime};
    use zip::ZipArchive;

    /// Two files, written in this order, one of them long ago.
    fn folder(order: [&str; 2]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for name in order {
            files::write(&folder.path().join(name), name.repeat(99)).expect("a file can be written");
        }
        let old = File::options().write(true).open(folder.path().join(order[0])).expect("it was written");
        old.set_modified(SystemTime::now() - Duration::from_hours(9999)).expect("a date can be set");
        folder
    }

    fn zipped(folder: &Path, under: &str) -> Vec<u8> {
        let elsewhere = tempfile::tempdir().expect("a folder can be made");
        let to = elsewhere.path().join("made for it").join("a.zip");
        write(folder, under, &to).expect("a zip can be written");
        files::read(&to).expect("it was written")
    }

    #[test]
    fn the_same_files_give_the_same_bytes_whenever_they_were_written() {
        let [one, other] = [["b", "a/c"], ["a/c", "b"]].map(folder);
        assert_eq!(zipped(one.path(), "x"), zipped(other.path(), "x"));
        assert_ne!(zipped(one.path(), "x"), zipped(one.path(), "y"));
    }

    #[test]
    fn every_file_is_in_it_under_its_name() {
        let folder = folder(["b", "a/c"]);
        for (under, names) in [("", ["a/c", "b"]), ("1.2.3", ["1.2.3/a/c", "1.2.3/b"])] {
            let mut zip = ZipArchive::new(std::io::Cursor::new(zipped(folder.path(), under))).expect("it is a zip");
            let found: Vec<_> = zip.file_names().map(|name| name.expect("names are text").into_owned()).collect();
            assert_eq!(found, names);
            let mut text = String::new();
            zip.by_name(names[1]).expect("it is in it").read_to_string(&mut text).expect("it is text");
            assert_eq!(text, "b".repeat(99));
        }
    }

    #[test]
    fn what_cannot_be_written_is_named() {
        let folder = folder(["b", "a/c"]);
        let problem = write(folder.path(), "", folder.path()).expect_err("that is a folder");
        assert!(problem.to_string().ends_with(" cannot be written"), "{problem}");
    }
}
