//! Labels as people meet them, and labels of our own: what the reader gets right, leaves open and gets wrong.

mod beside;
mod catalogue;
mod compare;
mod corpora;
#[path = "../support/countries.rs"]
mod countries;
mod sound;
mod tables;
#[path = "../support/worked.rs"]
mod worked;
