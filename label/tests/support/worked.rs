//! Time that a busy machine does not lengthen.

use std::{fs, time::Instant};

/// Seconds that this thread has worked; where the system does not say, that have passed.
pub(crate) fn worked(start: Instant) -> f64 {
    let nanoseconds = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = nanoseconds.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}
