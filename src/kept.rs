//! What was made once and is kept.

use std::cell::RefCell;

/// What is kept under a key, made where it is not there yet. No borrow is held while it is made: making one column asks for
/// others.
pub(crate) fn kept<K: Ord + Copy, V: Clone>(store: &RefCell<Vec<(K, V)>>, key: K, make: impl FnOnce() -> V) -> V {
    let place = |store: &RefCell<Vec<(K, V)>>| store.borrow().binary_search_by(|(kept, _)| kept.cmp(&key));
    if let Ok(index) = place(store) {
        return store.borrow()[index].1.clone();
    }
    let value = make();
    if let Err(index) = place(store) {
        store.borrow_mut().insert(index, (key, value.clone()));
    }
    value
}
