//! Catalogues in words: a row with a label is the garment that the label says, and names are read in many languages.

use crate::{corpora::labels, countries::Icu};
use cotton_origin::{
    Model, Options,
    table::{Estimates, Status, Table, TableAnswer, Words},
};
use cotton_origin_label::{CatalogueWords, Reader};

fn answer(table: &Table) -> TableAnswer {
    let reader = Reader::new();
    Model::new().assess_table_in_words(table, &Options::default(), &CatalogueWords::new(&reader, &Icu))
}

/// What `assess` gives to each label, to the last bit.
#[test]
fn each_row_is_what_its_label_says() {
    let own = [
        "100% cotton grown in USA and China. Made in Vietnam",
        "Shell: 100% polyester. Lining: 100% cotton. Made in China",
    ];
    let corpora = ["corpus.jsonl", "labels.jsonl"].into_iter().flat_map(labels).map(|label| label.text);
    let names: Vec<String> = own.map(str::to_owned).into_iter().chain(corpora).collect();
    let rows: Vec<u32> = (0..).take(names.len()).collect();
    let table = Table { names, label: Some(rows), ..Table::default() };
    let answer = answer(&table);
    assert_eq!(answer.problems, []);
    let (model, reader) = (Model::new(), Reader::new());
    let words = CatalogueWords::new(&reader, &Icu);
    for (row, text) in table.names.iter().enumerate() {
        let one = model.assess(&words.label(text).expect("a label"));
        let same = |column: &Estimates, central: Option<f64>| {
            let is = column.central[row];
            assert!(
                central.map_or(is.is_nan(), |central| central.to_bits() == is.to_bits()),
                "{text}: {is}, not {central:?}"
            );
        };
        same(&answer.cotton_share, one.cotton_share.map(|share| share.central));
        same(&answer.garment_share, one.garment_share.map(|share| share.central));
        same(&answer.in_part, one.in_part.map(|part| part.central));
    }
    // Half of a stated origin in the USA, half of China: (0.4 x 0.36 x 0.5786 + 0.84) / 2.
    assert!((answer.cotton_share.central[0] - 0.4617).abs() < 0.0001, "{}", answer.cotton_share.central[0]);
    assert!(answer.garment_share.central[1].is_nan() && answer.status[1] == Status::Computed);
}

#[test]
fn names_of_many_languages() {
    let reader = Reader::new();
    let words = CatalogueWords::new(&reader, &Icu);
    for (kind, names) in [
        ("jeans", "Jeans; ジーンズ; джинсы"),
        ("t-shirt", "T-Shirt; t-shirt; camiseta; T恤"),
        ("trousers", "Hose; pantalon; Trousers"),
    ] {
        for name in names.split("; ") {
            assert_eq!(words.kind(name).map(cotton_origin::vocabulary::Kind::id), Some(kind), "{name}");
        }
    }
    for (place, names) in [
        ("BD", "Bangladesh; Bangladesch; バングラデシュ; Dhaka, Bangladesh"),
        ("TR", "Turkey; Türkiye; Türkei; تركيا"),
        ("CN", "China; 中国; Chine; PRC; Made in China"),
        ("CN-XJ", "Xinjiang; 新疆; Xinjiang, China; China (Xinjiang)"),
        ("US", "USA; United States; Vereinigte Staaten; New York, USA"),
        ("GB", "UK; United Kingdom; Vereinigtes Königreich"),
        ("HK", "Hong Kong; Hongkong"),
        ("MM", "Myanmar (Burma); Burma"),
    ] {
        for name in names.split("; ") {
            assert_eq!(words.place(name).map(|place| place.to_string()).as_deref(), Some(place), "{name}");
        }
    }
    for name in ["Atlantis", "China or Vietnam", "cotton", "100", "Europa-Park", ""] {
        assert_eq!(words.place(name), None, "{name}");
    }
    let percents = |text| {
        let garment = words.fibres(text)?;
        Some(
            garment
                .fibres
                .fibres()
                .iter()
                .map(|fibre| (fibre.kind.id(), fibre.percent.map(cotton_origin::vocabulary::Percent::get)))
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(percents("Baumwolle"), Some(vec![("cotton", None)]));
    assert_eq!(percents("60 % coton, 40 % polyester"), Some(vec![("cotton", Some(60.0)), ("polyester", Some(40.0))]));
    assert_eq!(percents("blue"), None);
}
