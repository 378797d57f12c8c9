//! The same bits natively as in the browser: `tests/bindings.rs` holds the wasm against the same digest.

#[path = "common/bits.rs"]
mod bits;

#[test]
fn the_same_bits_on_every_machine() {
    assert_eq!(format!("{:016x}", bits::digest()), format!("{:016x}", bits::DIGEST));
}
