//! Whatever the text, a reading's spans lie in it and its garment is sound.

use crate::corpora::labels;
use cotton_origin::garment::Composition;
use cotton_origin_label::{Certainty, NoNames, Reader};
use proptest::{collection::vec, prelude::*, sample::select, test_runner::RngSeed};

/// Spans lie in the text, on the edges of letters; the reading of a reading's text does not panic.
fn sound(text: &str) {
    let reading = Reader::new().read(text, &NoNames, &["de".to_owned()]);
    let spans = reading.fields.iter().map(|found| found.span).chain(reading.unused.iter().copied());
    for span in spans.chain(reading.notes.iter().filter_map(|note| note.span)) {
        assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
    }
    for found in &reading.fields {
        // What is open offers its ways, what is sure has none.
        assert!(found.alternatives.is_empty() || found.certainty != Certainty::Sure, "{found:?}");
        assert!(!found.alternatives.is_empty() || found.certainty != Certainty::Ambiguous, "{found:?}");
    }
    assert!(reading.unused.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", reading.unused);
    assert!(reading.garment.fibres.total() <= Composition::MOST + 1e-9);
}

const SCRAPS: [&str; 40] = [
    "100",
    "%",
    "95%",
    "5 ",
    "cotton",
    "棉",
    "Baumwolle",
    "قطن",
    "综",
    "made in ",
    "China",
    "製",
    "shell",
    ":",
    "/",
    "\n",
    "-",
    "<b>",
    "&nbsp;",
    "&#x1F9F5;",
    "lining",
    "recycled",
    "organic",
    "polyester ",
    "60/40",
    "(",
    ")",
    ".",
    ",",
    "İ",
    "ﾎﾟ",
    "\u{301}",
    "🧵",
    "CO",
    "in",
    "weight 200 g",
    "1095%",
    "0",
    "l00%",
    "excluding",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scraps(words in vec(select(SCRAPS.to_vec()), 0..40)) {
        sound(&words.concat());
        sound(&words.join(" "));
    }

    #[test]
    fn anything(text in ".{0,200}") {
        sound(&text);
    }
}

/// Every label cut off anywhere.
#[test]
fn cut_labels() {
    for label in labels("labels.jsonl") {
        for (at, _) in label.text.char_indices().step_by(3) {
            sound(&label.text[..at]);
            sound(&label.text[at..]);
        }
    }
}
