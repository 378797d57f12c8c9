//! A digest of the estimates of a few garments, which is the same on every machine.

use cotton_origin::{Assessment, Garment, Model, garment::Said};

/// The result of `digest` on every machine and in every engine. It changes with a figure, the method or the point set.
pub(crate) const DIGEST: u64 = 0x24fb_3ad5_0066_e7fb;

fn text(text: &str) -> Said {
    Said::Text(text.to_owned())
}

fn fields(entries: &[(&str, &str)]) -> Said {
    Said::from_entries(entries.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

/// FNV-1a over the bits of every estimate of a few garments that together use most of the model.
pub(crate) fn digest() -> u64 {
    let model = Model::new();
    let garments = [
        Said::Nothing,
        fields(&[("madeIn", "CN"), ("kind", "t-shirt")]),
        fields(&[
            ("madeIn", "BD"),
            ("kind", "jeans"),
            ("boughtIn", "2024"),
            ("fibres.0.fibre", "cotton"),
            ("fibres.0.percent", "98"),
        ]),
        fields(&[("madeIn", "VN"), ("fabricIn", "KH"), ("spunIn", "IN"), ("cottonFrom", "US"), ("proof", "lab-test")]),
        fields(&[("kind", "skirt"), ("cottonFrom", "CN"), ("cottonFrom", "EG"), ("massGrams", "250")]),
        fields(&[
            ("kind", "sweater"),
            ("fibres.0.fibre", "cotton"),
            ("fibres.0.percent", "30"),
            ("fibres.0.recycled", "on"),
        ]),
        Said::Fields(vec![("madeIn".to_owned(), text("CN-XJ"))]),
        fields(&[("madeIn", "VN"), ("soldIn", "US"), ("boughtIn", "2024")]),
        fields(&[("kind", "shirt"), ("soldIn", "US")]),
        fields(&[("soldIn", "FR"), ("fabricIn", "KH")]),
    ];
    let mut digest: u64 = 0xcbf2_9ce4_8422_2325;
    for said in garments {
        for number in numbers(&model.assess(&Garment::read(&said).expect("a garment"))) {
            for byte in number.to_bits().to_le_bytes() {
                digest = (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
    }
    digest
}

fn numbers(answer: &Assessment) -> Vec<f64> {
    let quantities = [answer.cotton_share, answer.garment_share, answer.grams, answer.field_grams, answer.in_part];
    let estimates = quantities.into_iter().flatten();
    let estimates = estimates.flat_map(|estimate| {
        let average = estimate.of_average.into_iter().flat_map(|average| [average.low, average.high]);
        [estimate.low, estimate.central, estimate.high, estimate.mean].into_iter().chain(average)
    });
    let next = answer.next.iter().filter_map(|next| next.expected_change);
    estimates.chain(next).collect()
}
