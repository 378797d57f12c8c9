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
pub(crate) enum Deed {
    /// Made, sewn, assembled.
    Made,
    /// Woven, or cloth of that country.
    Fabric,
    /// Knitted: cloth, and often the garment.
    Knit,
    Spun,
    /// Where the cotton grew.
    Grown,
    Dyed,
    Printed,
    Finished,
    Designed,
    Imported,
    /// Where its brand or its seller is.
    Brand,
    /// Of buttons, a lining, an accessory.
    Part,
    /// Of a fibre that is not cotton.
    Fibre,
}

impl Deed {
    pub(crate) const IDS: [&'static str; 13] = [
        "made", "fabric", "knit", "spun", "grown", "dyed", "printed", "finished", "designed", "imported", "brand",
        "part", "fibre",
    ];
    const ALL: [Self; 13] = [
        Self::Made,
        Self::Fabric,
        Self::Knit,
        Self::Spun,
        Self::Grown,
        Self::Dyed,
        Self::Printed,
        Self::Finished,
        Self::Designed,
        Self::Imported,
        Self::Brand,
        Self::Part,
        Self::Fibre,
    ];

    /// What no field of a garment holds, by its name.
    pub(crate) fn aside(self) -> Option<&'static str> {
        Self::IDS[Self::Dyed as usize..].get((self as usize).wrapping_sub(Self::Dyed as usize)).copied()
    }
}

/// A word that steers the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Recycled,
    Organic,
    Noise,
    Percent,
    And,
    Of,
    Heading,
    Mass,
    Weight,
    /// What follows or precedes is a bound: at least, at most.
    Least,
    Most,
    /// Between two numbers of which it makes a range.
    Range,
    Size,
    Pack,
}

impl Word {
    pub(crate) const IDS: [&'static str; 14] = [
        "recycled", "organic", "noise", "percent", "and", "of", "heading", "mass", "weight", "least", "most", "range",
        "size", "pack",
    ];
    const ALL: [Self; 14] = [
        Self::Recycled,
        Self::Organic,
        Self::Noise,
        Self::Percent,
        Self::And,
        Self::Of,
        Self::Heading,
        Self::Mass,
        Self::Weight,
        Self::Least,
        Self::Most,
        Self::Range,
        Self::Size,
        Self::Pack,
    ];
}

/// What a word tells of how its clause is meant; `words/moods.toml` says of each what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    DenyAfter,
    DenyEither,
    DenyBefore,
    DenyNext,
    DenyLast,
    DenySuffix,
    CompareAfter,
    CompareNext,
    CompareLast,
    Promise,
    Year,
    Ask,
    OtherLine,
    OtherRow,
    OtherLast,
    Used,
    But,
    Or,
    Plain,
    In,
    Care,
    Cloth,
    Yarn,
    Thing,
    AskHead,
    OtherSentence,
    OtherClause,
    Doubt,
    Sewn,
}

impl Cue {
    /// The tables of `words/moods.toml`.
    pub(crate) const IDS: [[&'static str; 2]; 29] = [
        ["deny", "after"],
        ["deny", "either"],
        ["deny", "before"],
        ["deny", "next"],
        ["deny", "last"],
        ["deny", "suffix"],
        ["compare", "after"],
        ["compare", "next"],
        ["compare", "last"],
        ["promise", "sentence"],
        ["promise", "year"],
        ["ask", "sentence"],
        ["other", "line"],
        ["other", "row"],
        ["other", "last"],
        ["help", "used"],
        ["help", "but"],
        ["help", "or"],
        ["help", "plain"],
        ["help", "in"],
        ["help", "care"],
        ["thing", "cloth"],
        ["thing", "yarn"],
        ["thing", "part"],
        ["ask", "head"],
        ["other", "sentence"],
        ["other", "clause"],
        ["doubt", "sentence"],
        ["thing", "sewing"],
    ];
    const ALL: [Self; 29] = [
        Self::DenyAfter,
        Self::DenyEither,
        Self::DenyBefore,
        Self::DenyNext,
        Self::DenyLast,
        Self::DenySuffix,
        Self::CompareAfter,
        Self::CompareNext,
        Self::CompareLast,
        Self::Promise,
        Self::Year,
        Self::Ask,
        Self::OtherLine,
        Self::OtherRow,
        Self::OtherLast,
        Self::Used,
        Self::But,
        Self::Or,
        Self::Plain,
        Self::In,
        Self::Care,
        Self::Cloth,
        Self::Yarn,
        Self::Thing,
        Self::AskHead,
        Self::OtherSentence,
        Self::OtherClause,
        Self::Doubt,
        Self::Sewn,
    ];

    /// Whether it is written onto the end of the word that it is of.
    pub(crate) fn ends_words(self) -> bool {
        matches!(self, Self::DenySuffix | Self::CompareLast)
    }

    /// Whether it denies.
    pub(crate) fn denies(self) -> bool {
        (self as usize) < 6
    }
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
        stage: Deed,
        language: u8,
        before: bool,
    },
    Country([u8; 2]),
    /// A word that says by itself that it was made there.
    MadeIn([u8; 2]),
    Word(Word),
    Scheme(u8),
    Origin([u8; 2]),
    /// A kind of garment. One that is open means something else in another language.
    Kind {
        kind: u8,
        open: bool,
    },
    /// A number in words.
    Number(u8),
    /// In which language, too.
    Cue(Cue, u8),
}

/// Meanings as sixteen bits: four for what it is, one for stems, eleven for which.
// Each cast takes what its bits can hold.
#[allow(clippy::cast_possible_truncation)]
pub(crate) mod code {
    use super::{Cue, Deed, FibreWord, Meaning, Part, Word};

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
    pub(crate) const OPEN: u16 = 0x400;

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
        0x2000 | stage & 7 | language << 3 | u16::from(before) << 9 | stage >> 3 << 10
    }

    pub(crate) fn country(letters: [u8; 2]) -> u16 {
        0x3000 | pair(letters)
    }

    pub(crate) fn word(index: u16) -> u16 {
        0x4000 | index
    }

    pub(crate) fn scheme(index: u8) -> u16 {
        0x5000 | u16::from(index)
    }

    pub(crate) fn origin(letters: [u8; 2]) -> u16 {
        0x6000 | pair(letters)
    }

    pub(crate) fn number(value: u16) -> u16 {
        0x9000 | value
    }

    pub(crate) fn kind(index: u16) -> u16 {
        0x7000 | index
    }

    pub(crate) fn cue(index: u16, language: u16) -> u16 {
        0x8000 | index | language << 5
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
                stage: Deed::ALL[usize::from(low & 7 | low >> 10 << 3) % Deed::ALL.len()],
                language: (low >> 3 & 0x3f) as u8,
                before: low & 0x200 != 0,
            },
            3 if low & MADE != 0 => Meaning::MadeIn(letters(low & !MADE)),
            3 => Meaning::Country(letters(low)),
            4 => Meaning::Word(Word::ALL[usize::from(index) % Word::ALL.len()]),
            5 => Meaning::Scheme(low as u8),
            6 => Meaning::Origin(letters(low)),
            7 => Meaning::Kind { kind: index, open: low & OPEN != 0 },
            9 => Meaning::Number(low as u8),
            _ => Meaning::Cue(Cue::ALL[usize::from(index) % Cue::ALL.len()], (low >> 5) as u8),
        }
    }
}
