//! The record, the stages of an answer, and the notes that go with them.

mod common;

use common::assess;
use cotton_origin::{
    assessment::{Argument, Known, Note, StageRecord},
    record::{self, Entry, EntryKind, PathStage},
    texts,
};
use serde_json::{Value, json};

fn entry(id: &str) -> &'static Entry {
    record::all().iter().find(|entry| entry.id == id).unwrap_or_else(|| panic!("no entry {id}"))
}

fn stage(garment: &Value, stage: PathStage) -> StageRecord {
    assess(garment).stages.into_iter().find(|row| row.stage == stage).expect("all six are always there")
}

#[track_caller]
fn is(garment: &Value, of: PathStage, known: Known, place: Option<&str>) {
    let row = stage(garment, of);
    assert_eq!((row.known, row.place.as_deref()), (known, place), "{garment} {of:?}");
}

/// The note of that id; none, or one.
fn note(garment: &Value, id: &str) -> Option<Note> {
    let mut notes: Vec<Note> = assess(garment).notes.into_iter().filter(|note| note.id == id).collect();
    assert!(notes.len() <= 1, "{garment}: {id} more than once");
    notes.pop()
}

fn arguments(note: Option<&Note>) -> Vec<String> {
    let text = |(_, argument): &(&str, Argument)| match argument {
        Argument::Id(id) => id.clone(),
        Argument::Number(number) => number.to_string(),
    };
    note.expect("a note").arguments.iter().map(text).collect()
}

#[test]
fn every_entry_says_something_and_where_that_is_written() {
    for entry in record::all() {
        let text = entry.text();
        assert!(text.says.ends_with('.') && !text.sources.is_empty(), "{}", entry.id);
        for citation in text.sources {
            assert!(!citation.locator.is_empty(), "{}", entry.id);
            assert!(texts::sources().iter().any(|source| source.id == citation.source.id), "{}", entry.id);
        }
    }
    assert!(entry("labour-transfer-to-fields").text().says.contains("570,000"), "words stand in the order of the rows");
    assert!(entry("us-uflpa-2022-06").text().sources.iter().any(|citation| citation.source.id == "alston-2022"));
}

/// Every entry of the record belongs to a stage or to a note.
#[test]
fn entries_without_a_stage_are_those_of_notes() {
    let without: Vec<&str> =
        record::all().iter().filter(|entry| entry.stages.is_empty()).map(|entry| entry.id).collect();
    assert_eq!(without, ["turkmen", "turkmen-route"]);
    let turkmen = json!({ "madeIn": "TR", "cottonFrom": "TM" });
    for id in without {
        assert!(note(&turkmen, id).is_some(), "{id}");
    }
}

/// The place of each stage, as far as it was stated.
#[test]
fn what_is_known() {
    use Known::{China, Elsewhere, NotKnown, Region};
    use PathStage::{Ginning, Growing, Sewing, Spinning, Transfer, Weaving};
    for of in PathStage::ALL {
        is(&json!({}), of, NotKnown, None);
    }
    let garment = json!({ "madeIn": "BD", "fabricIn": "CN", "spunIn": "CN-XJ", "cottonFrom": "US" });
    is(&garment, Growing, Elsewhere, Some("US"));
    is(&garment, Ginning, Elsewhere, Some("US"));
    is(&garment, Spinning, Region, Some("CN-XJ"));
    is(&garment, Weaving, China, Some("CN"));
    is(&garment, Sewing, Elsewhere, Some("BD"));
    is(&garment, Transfer, China, Some("CN"));
    // Of several origins the gravest counts, in any order.
    is(&json!({ "cottonFrom": ["US", "CN", "CN-XJ"] }), Growing, Region, Some("CN-XJ"));
    is(&json!({ "cottonFrom": ["US", "CN"] }), Ginning, China, Some("CN"));
    is(&json!({ "cottonFrom": ["EG", "US"] }), Growing, Elsewhere, Some("EG"));
    // A scheme's origin counts unless one was entered.
    is(&json!({ "schemes": ["supima"] }), Growing, Elsewhere, Some("US"));
    is(&json!({ "schemes": ["cmia-hip"] }), Growing, Elsewhere, None);
    is(&json!({ "schemes": ["gots"] }), Growing, NotKnown, None);
    is(&json!({ "schemes": ["supima"], "cottonFrom": "CN" }), Growing, China, Some("CN"));
    // Transfer: a mill or sewing room in China, in the Region, not known, and none of these.
    is(&json!({ "madeIn": "CN-XJ", "fabricIn": "CN" }), Transfer, China, Some("CN"));
    is(&json!({ "madeIn": "CN-XJ", "fabricIn": "IN" }), Transfer, Region, Some("CN-XJ"));
    is(&json!({ "madeIn": "BD", "fabricIn": "IN" }), Transfer, NotKnown, None);
    is(&json!({ "madeIn": "BD", "fabricIn": "IN", "spunIn": "IN" }), Transfer, Elsewhere, None);
}

#[test]
fn what_the_record_says() {
    let growing = stage(&json!({}), PathStage::Growing).record;
    for id in ["un-special-rapporteur-2022", "labour-transfer-to-fields", "machine-picking", "coalition-call-2020"] {
        assert!(growing.contains(&id), "{id} not in {growing:?}");
    }
    assert!(!growing.contains(&"transfers-to-factories-elsewhere") && !growing.contains(&"mills-in-region"));
    assert!(stage(&json!({}), PathStage::Transfer).record.contains(&"transfers-to-factories-elsewhere"));
    assert!(stage(&json!({}), PathStage::Spinning).record.contains(&"mills-in-region"));
    assert!(stage(&json!({ "madeIn": "BD" }), PathStage::Sewing).record.is_empty());
    assert!(!stage(&json!({ "madeIn": "BD" }), PathStage::Weaving).record.is_empty());
}

/// What came since the first edition: told as whose words it is, with what it is not.
#[test]
fn the_record_reaches_november_2026() {
    let says = |id: &str| entry(id).text().says;
    let cites = |id: &str, source: &str| entry(id).text().sources.iter().any(|citation| citation.source.id == source);
    assert!(says("un-experts-2026").contains("13.75 million labour transfers: transfers, not persons"));
    for of in [PathStage::Spinning, PathStage::Weaving, PathStage::Sewing, PathStage::Transfer] {
        assert!(stage(&json!({ "madeIn": "CN" }), of).record.contains(&"un-experts-2026"), "{of:?}");
    }
    assert!(
        !stage(&json!({}), PathStage::Growing).record.contains(&"un-experts-2026"),
        "it is about transfers to work places"
    );
    assert!(says("mills-in-region").contains("China's state media say that it was 42 %"));
    assert!(cites("mills-in-region", "china-daily-spinning-2025"));
    assert!(says("machine-picking").contains("China's state news agency"));
    assert!(says("eu-2024-3015").contains("30 June 2026") && says("eu-2024-3015").contains("not ready"));
    assert!(cites("china-denies", "afp-un-experts-2026"), "the denial answers what was said last");
    for law in record::all().iter().filter(|entry| entry.kind == EntryKind::Law) {
        assert!(law.market.is_some(), "{}", law.id);
    }
    for (entry, citation) in
        record::all().iter().flat_map(|entry| entry.text().sources.iter().map(move |citation| (entry, citation)))
    {
        assert!(citation.source.address.starts_with("http") && citation.source.address.len() > 20, "{}", entry.id);
    }
}

/// Laws that were in force on some day of the year of the purchase; all where no year is known. Findings stand in any year.
#[test]
fn laws_of_the_year() {
    let laws = |garment: Value| {
        let record = stage(&garment, PathStage::Sewing).record;
        record.into_iter().filter(|id| entry(id).kind == EntryKind::Law).collect::<Vec<_>>()
    };
    let (xpcc, region, uflpa, eu) =
        ("us-wro-xpcc-2020-12", "us-wro-region-2021-01", "us-uflpa-2022-06", "eu-2024-3015");
    assert_eq!(laws(json!({})), [xpcc, region, uflpa, eu]);
    assert_eq!(laws(json!({ "boughtIn": 2019 })), [""; 0]);
    assert_eq!(laws(json!({ "boughtIn": 2020 })), [xpcc]);
    assert_eq!(laws(json!({ "boughtIn": 2021 })), [xpcc, region]);
    assert_eq!(laws(json!({ "boughtIn": 2023 })), [xpcc, region, uflpa]);
    assert_eq!(laws(json!({ "boughtIn": 2024 })), [xpcc, region, uflpa, eu]);
    assert!(stage(&json!({ "boughtIn": 2015 }), PathStage::Sewing).record.contains(&"un-special-rapporteur-2022"));
    assert_eq!(entry(eu).applies, Some("2027-12-14"));
}

/// China's denial is listed once if there is anything to deny.
#[test]
fn the_denial_is_said_once() {
    for (garment, with) in [
        (json!({}), PathStage::Growing),
        (json!({ "cottonFrom": "PE" }), PathStage::Spinning),
        (json!({ "cottonFrom": "PE", "spunIn": "PE", "fabricIn": "PE" }), PathStage::Sewing),
    ] {
        let stages = assess(&garment).stages;
        let denied: Vec<PathStage> =
            stages.iter().filter(|row| row.record.contains(&"china-denies")).map(|row| row.stage).collect();
        assert_eq!(denied, [with], "{garment}");
    }
    let elsewhere = assess(&json!({ "cottonFrom": "PE", "spunIn": "PE", "fabricIn": "PE", "madeIn": "PE" }));
    assert!(elsewhere.stages.iter().all(|row| row.record.is_empty()));
}

/// For a garment without cotton, nothing is listed with growing and ginning, nor are entries about cotton only.
#[test]
fn without_cotton() {
    let coat = json!({ "madeIn": "CN-XJ", "fibres": [{ "fibre": "wool", "percent": 100 }] });
    let stages = assess(&coat).stages;
    assert_eq!(stages.iter().map(|row| row.stage).collect::<Vec<_>>(), PathStage::ALL);
    assert!(stages[0].record.is_empty() && stages[1].record.is_empty());
    assert!(stages.iter().flat_map(|row| &row.record).all(|id| !entry(id).cotton));
    let sewing = &stages[4].record;
    assert!(sewing.contains(&"un-special-rapporteur-2022") && sewing.contains(&"us-uflpa-2022-06"), "{sewing:?}");
}

#[test]
fn turkmen_cotton_has_its_own_note() {
    for (garment, field) in [
        (json!({ "cottonFrom": ["US", "TM"] }), "cottonFrom"),
        (json!({ "madeIn": "TM", "cottonFrom": "TM" }), "madeIn"),
        (json!({ "fabricIn": "TM" }), "fabricIn"),
        (json!({ "spunIn": "TM", "madeIn": "CN" }), "spunIn"),
    ] {
        assert_eq!(arguments(note(&garment, "turkmen").as_ref()), [field, "TM"], "{garment}");
        assert_eq!(note(&garment, "turkmen-route"), None, "{garment}");
    }
    assert_eq!(note(&json!({ "madeIn": "TR" }), "turkmen"), None);
}

#[test]
fn turkmen_routes_are_noted_once() {
    for (garment, field, place) in [
        (json!({ "madeIn": "TR" }), "madeIn", "TR"),
        (json!({ "madeIn": "PT", "fabricIn": "IT", "spunIn": "PK" }), "madeIn", "PT"),
        (json!({ "madeIn": "BD", "fabricIn": "IT" }), "fabricIn", "IT"),
        (json!({ "spunIn": "PK" }), "spunIn", "PK"),
    ] {
        assert_eq!(arguments(note(&garment, "turkmen-route").as_ref()), [field, place], "{garment}");
    }
    // Cotton grown there says nothing of where cloth, yarn or garment were made.
    for garment in [json!({}), json!({ "madeIn": "BD" }), json!({ "cottonFrom": "TR" })] {
        assert_eq!(note(&garment, "turkmen-route"), None, "{garment}");
    }
}

/// Made in the Region of Peruvian cotton: a note points out the contradiction.
#[test]
fn the_region_and_an_origin_elsewhere() {
    for (garment, expected) in [
        (json!({ "madeIn": "CN-XJ", "cottonFrom": "PE" }), ["madeIn", "PE"]),
        (json!({ "madeIn": "CN", "spunIn": "CN-XJ", "cottonFrom": ["CN", "US"] }), ["spunIn", "US"]),
        (json!({ "fabricIn": "CN-XJ", "schemes": ["supima"] }), ["fabricIn", "US"]),
        (json!({ "fabricIn": "CN-XJ", "schemes": ["cmia-hip"] }), ["fabricIn", "outside-CN"]),
    ] {
        assert_eq!(arguments(note(&garment, "region-contradicts").as_ref()), expected, "{garment}");
    }
    for garment in [
        json!({ "madeIn": "CN-XJ" }),
        json!({ "madeIn": "CN-XJ", "cottonFrom": "CN" }),
        json!({ "madeIn": "CN", "cottonFrom": "PE" }),
        json!({ "madeIn": "PE", "cottonFrom": "CN-XJ" }),
    ] {
        assert_eq!(note(&garment, "region-contradicts"), None, "{garment}");
    }
}

/// Only an origin contradicts a scheme: American cotton may be sewn anywhere.
#[test]
fn supima_and_china() {
    let contradicted = note(&json!({ "schemes": ["supima"], "cottonFrom": "CN" }), "scheme-contradicts");
    assert_eq!(arguments(contradicted.as_ref()), ["supima", "CN"]);
    for made_in in ["CN", "CN-XJ", "IN"] {
        assert_eq!(note(&json!({ "schemes": ["supima"], "madeIn": made_in }), "scheme-contradicts"), None);
    }
}

/// The mean is shown beside `central` where the two differ by more than a third, and only there.
#[test]
fn mean_beside_central() {
    let mut noted = 0;
    let labelled = |made_in: &str, proof: &str| json!({ "madeIn": made_in, "cottonFrom": "US", "proof": proof });
    let mut garments =
        vec![json!({}), json!({ "spunIn": "VN" }), json!({ "madeIn": "PE" }), json!({ "cottonFrom": "CN" })];
    for made_in in ["CN", "BD", "IN", "PT", "VN"] {
        garments.push(json!({ "madeIn": made_in }));
        garments.extend(["label", "chain-of-custody", "lab-test"].map(|proof| labelled(made_in, proof)));
    }
    for garment in &garments {
        let share = assess(garment).cotton_share.expect("cotton");
        let differs = (share.mean - share.central).abs() > share.central / 3.0;
        let note = note(garment, "mean-differs");
        assert_eq!(note.is_some(), differs, "{garment} {share:?}");
        if let Some(note) = note {
            noted += 1;
            let said = vec![("mean", Argument::Number(share.mean)), ("central", Argument::Number(share.central))];
            assert_eq!(note.arguments, said);
        }
    }
    assert!(noted > 0 && noted < garments.len(), "{noted} of {}", garments.len());
    assert_eq!(note(&json!({ "fibres": [{ "fibre": "wool", "percent": 100 }] }), "mean-differs"), None);
}
