//! A histogram: percentiles and means of points without sorting them.

use super::sorted::select_nth;

/// Points grouped into 512 bins of equal width from the least to the greatest.
///
/// Two passes build it, and a percentile is then selected within one or two bins. That takes a quarter of the time of selecting
/// among all points, as no branch depends on a point.
pub(crate) struct Bins {
    points: Vec<f64>,
    /// Where each bin begins, and where the last one ends.
    begins: [usize; BINS + 1],
}

const BINS: usize = 512;

impl Bins {
    /// Of at least one point; none is infinite.
    pub(crate) fn new(points: &[f64]) -> Self {
        let grid = Grid::over(points);
        let bins: Vec<u16> = points.iter().map(|point| grid.bin(*point)).collect();
        let mut begins = [0; BINS + 1];
        for bin in &bins {
            begins[usize::from(*bin) + 1] += 1;
        }
        for bin in 0..BINS {
            begins[bin + 1] += begins[bin];
        }
        let mut free = begins;
        let mut ordered = vec![0.0; points.len()];
        for (point, bin) in points.iter().zip(&bins) {
            let next = &mut free[usize::from(*bin)];
            ordered[*next] = *point;
            *next += 1;
        }
        Self { points: ordered, begins }
    }

    /// The value at probability p, where point r of n, lowest first, stands for (r + 1/2) / n; linear between points.
    pub(crate) fn percentile(&self, p: f64) -> f64 {
        let position = p * self.points.len() as f64 - 0.5;
        // Between 0 and the number of points.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let below = position.floor() as usize;
        // From the bin that holds the point of this rank to the one that holds the next.
        let after = |rank: usize| self.begins.partition_point(|begin| *begin <= rank);
        let from = self.begins[after(below) - 1];
        let mut near = self.points[from..self.begins[after(below + 1)]].to_vec();
        let rank = below - from;
        select_nth(&mut near, rank);
        let next = near[rank + 1..].iter().copied().fold(f64::INFINITY, f64::min);
        near[rank] + (position - position.floor()) * (next - near[rank])
    }

    /// How many points each bin has and their mean, for the bins that have any.
    pub(crate) fn means(&self) -> impl Iterator<Item = (f64, f64)> {
        let of_bin = |ends: &[usize]| {
            let points = &self.points[ends[0]..ends[1]];
            let count = points.len() as f64;
            (count > 0.0).then(|| (count, points.iter().sum::<f64>() / count))
        };
        self.begins.windows(2).filter_map(of_bin)
    }
}

/// Where the bins lie.
struct Grid {
    least: f64,
    per_unit: f64,
}

impl Grid {
    fn over(points: &[f64]) -> Self {
        let (least, most) = points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), point| {
            (if *point < least { *point } else { least }, if *point > most { *point } else { most })
        });
        Self { least, per_unit: if most > least { BINS as f64 / (most - least) } else { 0.0 } }
    }

    // Not negative, and at most 511: the greatest point belongs to the last bin.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn bin(&self, point: f64) -> u16 {
        (((point - self.least) * self.per_unit) as u16).min(BINS as u16 - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Bins;

    /// As a sorted list gives it.
    fn expected(points: &[f64], p: f64) -> f64 {
        let mut sorted = points.to_vec();
        sorted.sort_by(f64::total_cmp);
        let position = p * points.len() as f64 - 0.5;
        let below = sorted.iter().copied().enumerate().rfind(|(rank, _)| *rank as f64 <= position).expect("one is");
        below.1 + (position - below.0 as f64) * (sorted[below.0 + 1] - below.1)
    }

    fn assert_percentiles(points: &[f64]) {
        let bins = Bins::new(points);
        for p in [0.05, 0.31, 0.5, 0.77, 0.95] {
            assert_eq!(bins.percentile(p).to_bits(), expected(points, p).to_bits(), "{p} of {points:?}");
        }
    }

    #[test]
    fn percentiles_are_those_of_a_sorted_list() {
        let scattered: Vec<f64> = (0..4096).map(|n| f64::from(n * 7919 % 4099)).collect();
        assert_percentiles(&scattered);
        let skewed: Vec<f64> = scattered.iter().map(|n| (n / 4099.0).powi(9)).collect();
        assert_percentiles(&skewed);
        let two_heaps: Vec<f64> = scattered.iter().map(|n| if *n < 2000.0 { 0.1 } else { 0.1 + n }).collect();
        assert_percentiles(&two_heaps);
    }

    #[test]
    fn points_alike_or_hardly_apart() {
        assert_percentiles(&[0.25; 64]);
        assert_percentiles(&[0.0; 64]);
        let hardly: Vec<f64> = (0..64).map(|n| f64::from(n % 2) * f64::MIN_POSITIVE).collect();
        assert_percentiles(&hardly);
    }

    #[test]
    fn means_keep_count_and_sum() {
        let points: Vec<f64> = (0..4096).map(|n| f64::from(n * 7919 % 4099)).collect();
        let means: Vec<(f64, f64)> = Bins::new(&points).means().collect();
        assert!((means.iter().map(|(count, _)| count).sum::<f64>() - 4096.0).abs() < 1e-9);
        let sum: f64 = means.iter().map(|(count, mean)| count * mean).sum();
        assert!((sum / points.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
