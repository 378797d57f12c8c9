//! Estimates are bit for bit the same natively and in browsers: `tests/bindings.rs` compares the wasm with the same digest.

#[path = "common/bits.rs"]
mod bits;

#[test]
fn the_same_bits_on_every_machine() {
    assert_eq!(format!("{:016x}", bits::digest()), format!("{:016x}", bits::DIGEST));
}
