//! What stands beside the garment: bounds of shares, compositions that add up to too much, what a component is, measures.

use crate::corpora::labels;
use cotton_origin_label::{Bounds, Certainty, NoNames, NoteId, Of, Reader, Reading};

fn read(text: &str) -> Reading {
    Reader::new().read(text, &NoNames, &[])
}

/// A share that is a bound is told as one, and never as a percentage.
#[test]
fn bounds() {
    let mut seen = 0;
    for label in labels("rows.jsonl") {
        let Some(bound) = label.expect.get("bound") else { continue };
        let value = bound[2].as_f64();
        let reading = read(&label.text);
        let told = reading.fields.iter().any(|found| match bound[0].as_str() {
            Some(">") => found.bounds.at_least == value,
            _ => found.bounds.at_most == value,
        });
        assert!(told, "{}: {:?}", label.text, reading.fields);
        assert!(reading.garment.fibres.fibres().iter().all(|fibre| fibre.percent.is_none()), "{}", label.text);
        assert!(reading.notes.iter().any(|note| note.id == NoteId::Bound), "{}", label.text);
        seen += 1;
    }
    assert!(seen >= 20, "{seen}");
    let range = read("cotton 95-98%, elastane 2-5%");
    assert_eq!(range.fields[0].bounds, Bounds { at_least: Some(95.0), at_most: Some(98.0) });
    // What adds up is meant so.
    assert!((read("at least 60% cotton, 40% linen").garment.fibres.total() - 100.0).abs() < 1e-9);
}

/// What adds up to more than 100 is kept beside the garment, which holds no such thing.
#[test]
fn overfull() {
    let mut seen = 0;
    for label in labels("rows.jsonl") {
        let Some(total) = label.expect.get("overfull") else { continue };
        let reading = read(&label.text);
        let overfull = reading.overfull.as_ref().unwrap_or_else(|| panic!("{}", label.text));
        assert_eq!(Some(overfull.total), total.as_f64(), "{}", label.text);
        assert!(overfull.fibres.len() >= 2 && overfull.fibres.iter().all(|fibre| fibre.percent.is_some()));
        assert!(reading.notes.iter().any(|note| note.id == NoteId::TotalOver100), "{}", label.text);
        seen += 1;
    }
    assert!(seen >= 5, "{seen}");
    assert!(read("100% cotton, lining 100% polyester").overfull.is_none());
}

/// Of two that contradict each other neither is taken, and both are offered.
#[test]
fn contradictions() {
    let reading = read("Cotton 100%\nViscose 100%");
    assert!(reading.garment.fibres.fibres().is_empty());
    let found = reading.fields.iter().find(|found| found.field == "fibres").expect("it is told");
    assert_eq!((found.certainty, found.alternatives.len()), (Certainty::Ambiguous, 2));
    assert!(reading.notes.iter().any(|note| note.id == NoteId::SeveralCompositions));
}

#[test]
fn what_components_are() {
    let of = |text: &str| read(text).components_of;
    assert_eq!(of("Shell: 100% wool. Lining: 100% cotton"), [Of::Part, Of::Part]);
    assert_eq!(of("100% cotton, sport grey: 90% cotton 10% polyester"), [Of::Part, Of::Colour]);
    assert_eq!(of("Jacket: 60% wool 40% polyester\nTrousers: 100% wool"), [Of::Piece, Of::Piece]);
    for label in labels("rows.jsonl") {
        let reading = read(&label.text);
        assert_eq!(reading.components_of.len(), reading.garment.components.len(), "{}", label.text);
    }
}

#[test]
fn measures() {
    let cloth = |text: &str| read(text).cloth_weight.map(f64::round);
    assert_eq!(cloth("100% cotton, 180 gsm"), Some(180.0));
    assert_eq!(cloth("100% Baumwolle, 200 g/m²"), Some(200.0));
    assert_eq!(cloth("300 г/м², 100% хлопок"), Some(300.0));
    assert_eq!(cloth("6 oz cotton"), Some(203.0));
    assert_eq!(cloth("T-shirt 150 g"), None);
    let size = |text: &str| read(text).size;
    assert_eq!(size("Size: M").as_deref(), Some("M"));
    assert_eq!(size("Größe 42, 100% Baumwolle").as_deref(), Some("42"));
    assert_eq!(size("Sizes: S, M, L").as_deref(), None);
    assert_eq!(size("Taille : XL").as_deref(), Some("XL"));
    let pack = |text: &str| read(text).pack;
    assert_eq!(pack("3-pack T-shirts, 100% cotton"), Some(3));
    assert_eq!(pack("Pack of 5 socks"), Some(5));
    assert_eq!(pack("lot de 2 chemises"), Some(2));
    assert_eq!(pack("100% cotton pack"), None);
}
