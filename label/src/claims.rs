//! Claims, kind of garment and mass: what is said in a word or two.

use super::{
    Certainty, NoteId, Span,
    assemble::Assembly,
    fold::{Script, script},
    lex::{Kind as TokenKind, Token},
    meaning::{Meaning, Word},
    places, vocabulary,
};
use cotton_origin::{
    garment::Garment,
    schemes::{self, Scheme},
    vocabulary::{FibreKind, Grams, Place, Proof},
};

/// Grams that a garment can weigh.
const LIGHTEST: f64 = 5.0;
const HEAVIEST: f64 = 5000.0;

impl Assembly<'_> {
    /// Takes in schemes, origins, kind and mass.
    pub(crate) fn claims(&mut self) {
        let (mut kinds, mut lines) = (Vec::new(), 0);
        for at in 0..self.text.tokens.len() {
            lines += usize::from(self.text.tokens[at].kind == TokenKind::Break);
            for meaning in self.text.meanings(at) {
                match meaning {
                    Meaning::Scheme(index) if self.is_name(at) => self.scheme(usize::from(index), at),
                    Meaning::Origin(letters) if self.is_name(at) => {
                        if let Some(place) = places::place(letters) {
                            let span = self.span_of_tokens(at, at + 1);
                            self.origin(place, span);
                        }
                    }
                    Meaning::Kind(index) => kinds.push((usize::from(index), at, lines)),
                    Meaning::Word(Word::Mass) => self.mass(at, true),
                    Meaning::Word(Word::Weight) => self.mass(at, false),
                    _ => {}
                }
            }
        }
        self.organic();
        self.kind(&kinds);
    }

    /// Words across a full stop are no name; names of countries have capitals, where there are any.
    fn is_name(&self, at: usize) -> bool {
        let Token { from, to, .. } = self.text.tokens[at];
        let glyphs = &self.text.glyphs[from..to];
        let broken =
            glyphs.windows(2).any(|pair| pair[0].letter == '\n' || (pair[0].letter == '.' && pair[1].letter == ' '));
        let latin = glyphs[0].letter.is_ascii_alphabetic();
        !broken && (!latin || glyphs[0].capital || to - from > 8)
    }

    fn scheme(&mut self, index: usize, at: usize) {
        let Some(scheme) = schemes::all().get(index) else { return };
        // "A better cotton" is praise.
        let praise = scheme.id.starts_with("better") && !self.text.glyphs[self.text.tokens[at].from].capital;
        if !praise {
            let span = self.span_of_tokens(at, at + 1);
            self.add_scheme(scheme, span);
        }
    }

    fn add_scheme(&mut self, scheme: &'static Scheme, span: Span) {
        if !self.reading.garment.schemes.contains(&scheme) {
            self.reading.garment.schemes.push(scheme);
        }
        self.found("schemes", span, Certainty::Sure, Vec::new());
    }

    /// Where the cotton is said to have been grown: by the label, as far as is known.
    pub(crate) fn origin(&mut self, place: Place, span: Span) {
        let garment = &mut self.reading.garment;
        if !garment.cotton_from.contains(&place) {
            garment.cotton_from.push(place);
        }
        garment.proof = Some(Proof::Label);
        self.found("cottonFrom", span, Certainty::Sure, Vec::new());
        self.note(NoteId::FibreOrigin, "cottonFrom", Some(span));
    }

    /// Organic cotton is a claim of the catalogue.
    fn organic(&mut self) {
        let garment = &self.reading.garment;
        let parts = garment
            .components
            .iter()
            .enumerate()
            .map(|(index, part)| (format!("components.{index}.fibres"), &part.fibres));
        let organic =
            std::iter::once(("fibres".to_owned(), &garment.fibres)).chain(parts).find_map(|(path, fibres)| {
                let is_organic =
                    |fibre: &cotton_origin::garment::Fibre| fibre.organic && fibre.kind == FibreKind::Cotton;
                fibres.fibres().iter().position(is_organic).map(|index| format!("{path}.{index}"))
            });
        let span = organic
            .and_then(|path| self.reading.fields.iter().find(|found| found.field == path))
            .map(|found| found.span);
        if let (Some(span), Some(scheme)) = (span, Scheme::from_id("organic")) {
            self.add_scheme(scheme, span);
        }
    }

    /// The kind that the text names, if it is one, or the one that its first line names.
    fn kind(&mut self, named: &[(usize, usize, usize)]) {
        let distinct = |line: Option<usize>| {
            let mut kinds: Vec<usize> = Vec::new();
            for (kind, _, of_line) in named {
                if line.is_none_or(|line| line == *of_line) && !kinds.contains(kind) {
                    kinds.push(*kind);
                }
            }
            kinds
        };
        let (all, first) = (distinct(None), distinct(Some(0)));
        let chosen = match (&all[..], &first[..]) {
            ([], _) => return,
            ([one], _) | (_, [one]) => Some(*one),
            _ => None,
        };
        let certainty = match chosen {
            Some(kind) if all.len() == 1 && first.contains(&kind) => Certainty::Sure,
            Some(_) => Certainty::Likely,
            None => Certainty::Ambiguous,
        };
        if all.len() > 1 {
            self.note(NoteId::SeveralKinds, "kind", None);
        }
        self.reading.garment.kind = chosen.map(vocabulary::kind);
        let shown = named.iter().filter(|(kind, ..)| chosen.is_none_or(|chosen| chosen == *kind));
        for (_, at, _) in shown.take(10) {
            let only = |index: &usize| Garment { kind: Some(vocabulary::kind(*index)), ..Garment::default() };
            let alternatives = if chosen.is_none() { all.iter().map(only).collect() } else { Vec::new() };
            let span = self.span_of_tokens(*at, at + 1);
            self.found("kind", span, certainty, alternatives);
        }
    }

    /// `item weight: 180 g`. A weight by the square metre is the cloth's.
    fn mass(&mut self, at: usize, of_garment: bool) {
        let tokens = self.text.tokens;
        let number =
            (at + 1..at + 4).find(|at| matches!(tokens.get(*at).map(|token| token.kind), Some(TokenKind::Number(_))));
        let Some((number, TokenKind::Number(value))) = number.map(|at| (at, tokens[at].kind)) else { return };
        let unit = self.written(number + 1);
        let grams = match unit.as_str() {
            "g" | "gr" | "gram" | "grams" | "gramm" | "grammes" | "г" | "гр" | "克" => value,
            "kg" | "кг" => value * 1000.0,
            _ => return,
        };
        let per = self.written(number + 2);
        if !(LIGHTEST..=HEAVIEST).contains(&grams) || per.starts_with(['/', 'm', 'q', 'м', 'p']) {
            return;
        }
        let Some(mass) = Grams::new(grams) else { return };
        let span = self.span_of_tokens(at, number + 2);
        if of_garment {
            self.reading.garment.mass = Some(mass);
            self.found("massGrams", span, Certainty::Likely, Vec::new());
        } else {
            let only = Garment { mass: Some(mass), ..Garment::default() };
            self.found("massGrams", span, Certainty::Ambiguous, vec![only]);
            self.note(NoteId::WeightOfWhat, "massGrams", Some(span));
        }
    }

    /// A token as written, but folded; of long ones the beginning.
    fn written(&self, token: usize) -> String {
        let Some(Token { from, to, .. }) = self.text.tokens.get(token) else { return String::new() };
        let letters = self.text.glyphs[*from..*to].iter().take(8).map(|glyph| glyph.letter);
        letters.take_while(|letter| script(*letter) != Script::None || *letter == '/').collect()
    }
}
