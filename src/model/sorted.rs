//! Sorting and selection for lists of a few dozen: the standard library's are made for millions, and take a tenth of the wasm.

/// The items sorted; equal items keep their order.
pub(crate) fn sorted<T>(items: impl IntoIterator<Item = T>, before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut sorted = Vec::new();
    for item in items {
        let index = sorted.partition_point(|other| !before(&item, other));
        sorted.insert(index, item);
    }
    sorted
}

/// Moves the value of that rank, lowest first, to index `rank`, with lower values before it and higher ones after it (Hoare's FIND).
pub(crate) fn select_nth(values: &mut [f64], rank: usize) {
    let (mut from, mut to) = (0, values.len());
    while to > from + 1 {
        let pivot = values[rank];
        let (mut i, mut j) = (from, to);
        while i < j {
            while values[i] < pivot {
                i += 1;
            }
            while pivot < values[j - 1] {
                j -= 1;
            }
            if i < j {
                values.swap(i, j - 1);
                i += 1;
                j -= 1;
            }
        }
        if j <= rank {
            from = i;
        }
        if rank < i {
            to = j;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{select_nth, sorted};

    #[test]
    fn equals_stay_as_they_came() {
        let sorted = sorted([(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |a, b| a.0 < b.0);
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn every_rank_is_as_in_a_sorted_list() {
        let values: Vec<f64> = (0..200).map(|n| f64::from(n * 7919 % 101)).collect();
        let mut ordered = values.clone();
        ordered.sort_by(f64::total_cmp);
        for rank in 0..values.len() {
            let mut placed = values.clone();
            select_nth(&mut placed, rank);
            assert_eq!(placed[rank].to_bits(), ordered[rank].to_bits());
            assert!(placed[..rank].iter().all(|value| *value <= placed[rank]));
            assert!(placed[rank..].iter().all(|value| *value >= placed[rank]));
        }
    }
}
