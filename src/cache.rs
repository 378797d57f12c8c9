//! Values that are computed once.

use std::cell::RefCell;

/// Gets a value from the cache, or makes and stores it. The cache, sorted by key, is not borrowed while the value is made:
/// making one column asks for others.
pub(crate) fn cached<K: Ord + Copy, V: Clone>(cache: &RefCell<Vec<(K, V)>>, key: K, make: impl FnOnce() -> V) -> V {
    let find = |cache: &RefCell<Vec<(K, V)>>| cache.borrow().binary_search_by(|(stored, _)| stored.cmp(&key));
    if let Ok(index) = find(cache) {
        return cache.borrow()[index].1.clone();
    }
    let value = make();
    if let Err(index) = find(cache) {
        cache.borrow_mut().insert(index, (key, value.clone()));
    }
    value
}
