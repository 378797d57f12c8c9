//! One rule for reading an id, wherever it comes from: space around it and the case of its letters do not matter.

/// What goes by that id.
pub(crate) fn find<T>(id: &str, mut among: impl Iterator<Item = (&'static str, T)>) -> Option<T> {
    let id = id.trim();
    among.find(|(known, _)| known.eq_ignore_ascii_case(id)).map(|(_, found)| found)
}
