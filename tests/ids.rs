//! One rule applies to every id: surrounding space and the case of letters do not matter.

use cotton_origin::{
    Garment, Model, Options,
    garment::Said,
    table::Table,
    vocabulary::{FibreKind, Kind, Place, Proof},
};

/// A garment as the entries of a form.
fn read(entries: &[(&str, &str)]) -> Garment {
    let said = Said::from_entries(entries.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    Garment::read(&said).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn a_garment_is_the_same_however_its_ids_are_written() {
    let plain = [
        ("kind", "t-shirt"),
        ("fibres.0.fibre", "spandex"),
        ("madeIn", "CN-XJ"),
        ("cottonFrom", "US"),
        ("proof", "chain-of-custody"),
        ("schemes", "gots"),
    ];
    let loud = plain.map(|(name, id)| (name, format!(" {}\t", id.to_uppercase())));
    let loud: Vec<(&str, &str)> = loud.iter().map(|(name, id)| (*name, id.as_str())).collect();
    assert_eq!(read(&loud), read(&plain));
    let quiet = plain.map(|(name, id)| (name, id.to_lowercase()));
    let quiet: Vec<(&str, &str)> = quiet.iter().map(|(name, id)| (*name, id.as_str())).collect();
    assert_eq!(read(&quiet), read(&plain));
}

#[test]
fn a_row_of_a_catalogue_reads_ids_as_a_garment_does() {
    let answer = |names: [&str; 3]| {
        let table = Table {
            names: names.map(str::to_owned).into(),
            kind: Some(vec![0]),
            cotton_from: Some(vec![1]),
            proof: Some(vec![2]),
            ..Table::default()
        };
        Model::new().assess_table(&table, &Options::default())
    };
    let plain = answer(["jeans", "US", "lab-test"]);
    assert!(plain.problems.is_empty(), "{:?}", plain.problems);
    assert_eq!(answer([" Jeans ", "us", "LAB-TEST "]), plain);
}

#[test]
fn options_name_figures_by_the_same_rule() {
    let replace = |id: &str| {
        let value = Said::Fields(vec![(id.to_owned(), Said::Number(0.5))]);
        Options::read(&Said::Fields(vec![("replace".to_owned(), value)])).unwrap_or_else(|error| panic!("{error:?}"))
    };
    assert_eq!(replace(" Region-of-China "), replace("region-of-china"));
}

#[test]
fn an_id_is_no_more_than_that() {
    assert_eq!(Kind::from_id("t shirt"), None);
    assert_eq!(FibreKind::from_id("cottony"), None);
    assert_eq!(Proof::from_id(""), None);
    assert_eq!(Place::from_code("C N"), None);
}
