//! What a word of the tables can mean, in sixteen bits. The build script writes them with the same code.

/// Languages whose names of countries may stand beside a phrase.
pub(crate) const LANGUAGES: [&str; 55] = [
    "en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "hu", "ro", "sl", "hr",
    "sr", "bg", "el", "lt", "lv", "et", "mt", "ga", "tr", "ru", "uk", "be", "zh-Hans", "zh-Hant", "ja", "ko", "ar",
    "he", "fa", "ug", "vi", "id", "th", "hi", "sq", "az", "kk", "uz", "ca", "eu", "gl", "sr-Latn", "und", "ur", "bn",
    "uz-Cyrl",
];

/// A part of a garment, by its place in the vocabulary: see `vocabulary.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part(pub(crate) u8);

/// Where along its way a garment is, for a phrase that names a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Made, sewn, assembled.
    Made,
    /// Woven, or cloth of that country.
    Fabric,
    /// Knitted: cloth, and often the garment.
    Knit,
    Spun,
    /// Where the cotton grew.
    Grown,
    /// What no field holds: designed, dyed, imported.
    Aside,
}

impl Stage {
    pub(crate) const IDS: [&'static str; 6] = ["made", "fabric", "knit", "spun", "grown", "aside"];
    const ALL: [Self; 6] = [Self::Made, Self::Fabric, Self::Knit, Self::Spun, Self::Grown, Self::Aside];
}

/// A word that steers the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Recycled,
    Organic,
    Except,
    Noise,
    Percent,
    And,
    Of,
    Heading,
    Mass,
    Weight,
    Not,
}

impl Word {
    pub(crate) const IDS: [&'static str; 11] =
        ["recycled", "organic", "except", "noise", "percent", "and", "of", "heading", "mass", "weight", "not"];
    const ALL: [Self; 11] = [
        Self::Recycled,
        Self::Organic,
        Self::Except,
        Self::Noise,
        Self::Percent,
        Self::And,
        Self::Of,
        Self::Heading,
        Self::Mass,
        Self::Weight,
        Self::Not,
    ];
}

/// A fibre's word.
// What a word may be besides is not one of several: a trade name can be a code.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FibreWord {
    /// Index of the fibre.
    pub(crate) fibre: u8,
    /// A code in capitals.
    pub(crate) code: bool,
    /// A trade name or a plant: a generic name beside it wins.
    pub(crate) trade: bool,
    /// Two fibres in one word.
    pub(crate) blend: bool,
    /// Pure: nothing else is in it, as far as the word goes.
    pub(crate) pure: bool,
    /// Pure where the law lets only what is 100 % be called so.
    pub(crate) whole: bool,
    /// The first of two that a ratio is of: cotton and polyester.
    pub(crate) ratio: bool,
    /// A word of everyday language: a fibre only where its percentage stands beside it and nothing else does.
    pub(crate) everyday: bool,
}

/// One meaning of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Fibre(FibreWord),
    Part(Part),
    Phrase {
        stage: Stage,
        language: u8,
        before: bool,
    },
    Country([u8; 2]),
    /// A word that says by itself that it was made there.
    MadeIn([u8; 2]),
    Word(Word),
    Scheme(u8),
    Origin([u8; 2]),
    Kind(u8),
}

/// Meanings as sixteen bits: four for what it is, one for stems, eleven for which.
// Each cast takes what its bits can hold.
#[allow(clippy::cast_possible_truncation)]
pub(crate) mod code {
    use super::{FibreWord, Meaning, Part, Stage, Word};

    /// More letters of the same word may follow.
    pub(crate) const STEM: u16 = 0x800;
    pub(crate) const CODE: u16 = 0x20;
    pub(crate) const TRADE: u16 = 0x40;
    pub(crate) const BLEND: u16 = 0x80;
    pub(crate) const PURE: u16 = 0x100;
    pub(crate) const RATIO: u16 = 0x200;
    pub(crate) const WHOLE: u16 = 0x400;
    // No ratio is whole: the two together are a kind of their own.
    pub(crate) const EVERYDAY: u16 = RATIO | WHOLE;

    pub(crate) const MADE: u16 = 0x400;

    /// The five bits in which fibres, parts and kinds are counted.
    const MOST: u16 = 0x1f;

    /// The place of a fibre, part or kind in its list, if there are bits for it.
    pub(crate) fn index(at: usize, id: &str) -> Result<u16, String> {
        let index = u16::try_from(at).ok().filter(|index| *index <= MOST);
        index.ok_or_else(|| format!("{id} is number {at} of its list: meanings have bits for {} only", MOST + 1))
    }

    pub(crate) const fn fibre(index: u16) -> u16 {
        index
    }

    pub(crate) fn part(index: u16) -> u16 {
        0x1000 | index
    }

    pub(crate) fn phrase(stage: u16, language: u16, before: bool) -> u16 {
        0x2000 | stage | language << 3 | u16::from(before) << 9
    }

    pub(crate) fn country(letters: [u8; 2]) -> u16 {
        0x3000 | pair(letters)
    }

    pub(crate) fn word(index: u16) -> u16 {
        0x4000 | index
    }

    pub(crate) fn scheme(index: u8) -> u16 {
        0x5000 | index as u16
    }

    pub(crate) fn origin(letters: [u8; 2]) -> u16 {
        0x6000 | pair(letters)
    }

    pub(crate) fn kind(index: u16) -> u16 {
        0x7000 | index
    }

    fn pair([first, second]: [u8; 2]) -> u16 {
        u16::from(first.wrapping_sub(b'A')) * 26 + u16::from(second.wrapping_sub(b'A'))
    }

    fn letters(pair: u16) -> [u8; 2] {
        [b'A' + (pair / 26) as u8, b'A' + (pair % 26) as u8]
    }

    /// What the bits say.
    pub(crate) fn read(bits: u16) -> Meaning {
        let low = bits & 0x7ff;
        let index = (low & MOST) as u8;
        match bits >> 12 {
            0 => Meaning::Fibre(FibreWord {
                fibre: index,
                code: bits & CODE != 0,
                trade: bits & TRADE != 0,
                blend: bits & BLEND != 0,
                pure: bits & PURE != 0,
                whole: bits & EVERYDAY == WHOLE,
                ratio: bits & EVERYDAY == RATIO,
                everyday: bits & EVERYDAY == EVERYDAY,
            }),
            1 => Meaning::Part(Part(index)),
            2 => Meaning::Phrase {
                stage: Stage::ALL[usize::from(low & 7) % Stage::ALL.len()],
                language: (low >> 3 & 0x3f) as u8,
                before: low & 0x200 != 0,
            },
            3 if low & MADE != 0 => Meaning::MadeIn(letters(low & !MADE)),
            3 => Meaning::Country(letters(low)),
            4 => Meaning::Word(Word::ALL[usize::from(index) % Word::ALL.len()]),
            5 => Meaning::Scheme(low as u8),
            6 => Meaning::Origin(letters(low)),
            _ => Meaning::Kind(index),
        }
    }
}
