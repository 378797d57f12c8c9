//! What stands beside the garment: bounds of shares, compositions that add up to too much, what a component is, measures.

use crate::corpora::labels;
use crate::countries::Icu;
use cotton_origin::{
    Garment,
    garment::{Component, Composition},
};
use cotton_origin_label::{Bounds, Certainty, NoNames, NoteId, Of, Reader, Reading};

const FILES: [&str; 8] = [
    "corpus.jsonl",
    "corpus-2026.jsonl",
    "labels.jsonl",
    "unseen.jsonl",
    "rows.jsonl",
    "faults.jsonl",
    "moods.jsonl",
    "moods-more.jsonl",
];

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

/// What is open can be chosen, and says why it is open; what was chosen is not among what was passed over.
#[test]
fn alternatives() {
    let reader = Reader::new();
    let mut open = 0;
    for file in FILES {
        for label in labels(file) {
            let reading = reader.read(&label.text, &Icu, &[]);
            for found in &reading.fields {
                let holds = |way: &Garment| *way != Garment::default() && *way != reading.garment;
                assert!(found.alternatives.iter().all(holds), "{}: {found:?}", label.text);
                if found.certainty == Certainty::Ambiguous {
                    assert!(!found.alternatives.is_empty() && found.reason.is_some(), "{}: {found:?}", label.text);
                    open += 1;
                }
                assert!(found.certainty != Certainty::Sure || found.reason.is_none(), "{}: {found:?}", label.text);
            }
        }
    }
    assert!(open > 30, "{open}");
}

#[test]
fn alternatives_of_components() {
    let reading = read("Shell: 45% wool. Lining: 100% cotton");
    let found = reading.fields.iter().find(|found| found.certainty == Certainty::Ambiguous).expect("one is open");
    let [way] = &found.alternatives[..] else { panic!("{found:?}") };
    let totals = |garment: &Garment| -> Vec<f64> {
        let total = |component: &Component| component.fibres.total();
        garment.components.iter().map(total).collect()
    };
    assert_eq!((found.field.as_str(), totals(way)), ("components.0", vec![45.0, 100.0]));
    assert_eq!(totals(&reading.garment), [0.0, 100.0]);
    let reading = read("Shell: 80% cotton, 40% polyester. Lining: 100% silk");
    let found = reading.fields.iter().find(|found| found.certainty == Certainty::Ambiguous).expect("one is open");
    let fibres = found.alternatives[0].components[0].fibres.fibres();
    assert!(fibres.len() == 2 && fibres.iter().all(|fibre| fibre.percent.is_none()));
    assert_eq!(found.reason, Some(NoteId::TotalOver100));
}

/// What was passed over is told beside what counts, with the reason.
#[test]
fn rejected() {
    let reading = read("Feels so soft. 100% viscose\nComposition: 100% cotton");
    let found = reading.fields.iter().find(|found| found.field == "fibres.0").expect("it is read");
    assert_eq!((found.certainty, found.reason), (Certainty::Likely, Some(NoteId::SeveralCompositions)));
    let passed: Vec<&Composition> = found.alternatives.iter().map(|garment| &garment.fibres).collect();
    assert!(passed.len() == 1 && passed[0].fibres()[0].kind.id() == "viscose", "{passed:?}");
}

#[test]
fn unplaced() {
    let names = |text: &str| {
        let reading = Reader::new().read(text, &Icu, &[]);
        let name = |one: &cotton_origin_label::Unplaced| (one.field, text[one.span.start..one.span.end].to_owned());
        reading.unplaced.iter().map(name).collect::<Vec<_>>()
    };
    let made = |name: &str| vec![("madeIn", name.to_owned())];
    assert_eq!(names("T-shirt, 100% cotton\nMade in Wakanda\nRN 12345"), made("Wakanda"));
    assert_eq!(names("Hergestellt in Absurdistan. 100 % Baumwolle"), made("Absurdistan"));
    assert_eq!(names("产地：瓦坎达"), made("瓦坎达"));
    assert_eq!(names("Üretim yeri: Vakanda"), made("Vakanda"));
    assert_eq!(names("Сделано в Ваканде"), made("Ваканде"));
    for text in ["Made in India", "made in small batches", "Made in Wakanda. Made in India", "Made in", "Made in 2024"]
    {
        assert_eq!(names(text), [], "{text}");
    }
    let reader = Reader::new();
    for label in ["corpus.jsonl", "corpus-2026.jsonl", "unseen.jsonl"].into_iter().flat_map(labels) {
        for one in reader.read(&label.text, &Icu, &[]).unplaced {
            println!("unplaced {}: {:?} in {:?}", one.field, &label.text[one.span.start..one.span.end], label.text);
        }
    }
}

/// The language is told where the text is clear, and never another one.
#[test]
fn languages() {
    let reader = Reader::new();
    let (mut right, mut open, mut wrong) = (0, 0, 0);
    for file in FILES {
        for label in labels(file) {
            let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
            match reader.read(&label.text, &Icu, &[]).language {
                None => open += 1,
                Some(language) if label.lang.split(['+', ',', '/', ' ']).any(|one| base(one) == base(language)) => {
                    right += 1;
                }
                Some(language) => {
                    println!("{language} for {}: {:?}", label.lang, label.text);
                    wrong += 1;
                }
            }
        }
    }
    println!("languages: {right} right, {open} open, {wrong} wrong");
    assert!(right > 450 && wrong * 50 < right, "{right} right, {wrong} wrong");
}
