//! Claims and the kind of garment: what is said in a word or two.

use super::{
    assemble::Assembly,
    fold::{Script, script},
    lex::{Token, TokenKind},
    meaning::Meaning,
    places,
    reading::{Certainty, Found, NoteId, Of, Span},
    vocabulary,
};
use cotton_origin::{
    garment::Garment,
    schemes::{self, Scheme},
    vocabulary::{FibreKind, Place, Proof},
};

/// Where makers say that their cotton is not from.
const SHUNNED: [&str; 4] = ["CN-XJ", "CN", "UZ", "TM"];

/// So many tokens to either side are looked at.
const MOST_CLAUSE: usize = 40;

impl Assembly<'_> {
    /// Takes in schemes, origins, kind and mass.
    pub(crate) fn claims(&mut self) {
        let (mut kinds, mut open_kinds, mut lines) = (Vec::new(), Vec::new(), 0);
        for at in 0..self.text.tokens.len() {
            lines += usize::from(self.text.tokens[at].kind == TokenKind::Break);
            for meaning in self.text.meanings(at) {
                match meaning {
                    Meaning::Scheme(index) if self.is_name(at) => self.scheme(usize::from(index), at),
                    Meaning::Origin(letters) if self.is_name(at) => {
                        if let Some(place) = places::place(letters) {
                            self.origin(place, (at, at + 1));
                        }
                    }
                    // Of `sweatband` the first half is no sweater.
                    Meaning::Kind { kind, open } if !self.is_glued(at) => {
                        let kinds = if open { &mut open_kinds } else { &mut kinds };
                        kinds.push((usize::from(kind), at, lines));
                    }
                    _ => {}
                }
            }
        }
        self.organic();
        self.kind(if kinds.is_empty() { &open_kinds } else { &kinds });
    }

    /// Whether a word goes on into another.
    fn is_glued(&self, at: usize) -> bool {
        let last = self.text.glyphs[self.text.tokens[at].to - 1].letter;
        script(last) == Script::Spaced
            && self.text.touches(at)
            && matches!(self.text.kind(at + 1), Some(TokenKind::Word(_)))
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
    pub(crate) fn origin(&mut self, place: Place, (from, to): (usize, usize)) {
        // Of the places that makers say they keep clear of, a sentence that denies or doubts anything is not believed, nor one in
        // words that are not known: nobody knows what they do.
        if SHUNNED.contains(&place.code()) && (self.moods.doubts(from) || !self.is_plain(from, to)) {
            return;
        }
        let span = self.span_of_tokens(from, to);
        let garment = &mut self.reading.garment;
        if !garment.cotton_from.contains(&place) {
            garment.cotton_from.push(place);
        }
        // The narrower place wins.
        if garment.cotton_from.contains(&Place::Region) {
            garment.cotton_from.retain(|place| *place != Place::CHINA);
        }
        garment.proof = Some(Proof::Label);
        self.found("cottonFrom", span, Certainty::Sure, Vec::new());
        self.note(NoteId::FibreOrigin, "cottonFrom", Some(span));
    }

    /// Whether tokens stand in a row, or in a clause of which nearly every word is known: beside a percentage, every word before them, as
    /// `our bag is 100% cotton from …` is of another thing than the garment.
    fn is_plain(&self, from: usize, to: usize) -> bool {
        let text = self.text;
        let percent = |at: usize| text.is_percent(at) || text.number(at).is_some();
        let colon = |at: usize| matches!(text.kind(at), Some(TokenKind::Mark(':' | '|')));
        let beside = from.saturating_sub(2)..from;
        if beside.clone().any(colon) || (from..to).any(colon) {
            return true;
        }
        let stays = |at: &usize| !matches!(text.kind(*at), None | Some(TokenKind::Break | TokenKind::Mark(_)));
        let before = (0..from).rev().take_while(stays).take(MOST_CLAUSE);
        let after = (to..).take_while(stays).take(MOST_CLAUSE);
        let after = after.take(if percent(to) || beside.clone().any(percent) { 0 } else { MOST_CLAUSE });
        let unknown: usize = before.chain(after).map(|at| self.unknown_words(at)).sum();
        unknown <= 1
    }

    /// How many words a token is that nobody knows. Writing without spaces runs its words together.
    fn unknown_words(&self, at: usize) -> usize {
        let Token { kind, from, to } = self.text.tokens[at];
        if !matches!(kind, TokenKind::Unknown | TokenKind::Mute) {
            return 0;
        }
        if script(self.text.glyphs[from].letter) == Script::Joined { (to - from).div_ceil(4) } else { 1 }
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

    /// The kind that the text names, if it is one; else the one that its first line names, or that it names most often.
    fn kind(&mut self, named: &[(usize, usize, usize)]) {
        let set = self.reading.components_of.contains(&Of::Piece);
        let heads = |at: usize| set && self.text.kind(at + 1) == Some(TokenKind::Mark(':'));
        let named: Vec<_> = named.iter().filter(|(_, at, _)| !heads(*at)).copied().collect();
        let counts = |line: Option<usize>| {
            let mut counts: Vec<(usize, usize)> = Vec::new();
            for (kind, _, _) in named.iter().filter(|(.., of_line)| line.is_none_or(|line| line == *of_line)) {
                match counts.iter_mut().find(|(known, _)| known == kind) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((*kind, 1)),
                }
            }
            counts
        };
        let (all, first) = (counts(None), counts(Some(0)));
        let most = all.iter().max_by_key(|(_, count)| count).copied();
        let often = most.filter(|(most, count)| all.iter().all(|(kind, other)| kind == most || count >= &(2 * other)));
        let chosen = match (&all[..], &first[..]) {
            ([], _) => return,
            ([(one, _)], _) | (_, [(one, _)]) => Some(*one),
            _ => often.map(|(kind, _)| kind),
        };
        let certainty = match chosen {
            Some(_) if all.len() == 1 && !first.is_empty() => Certainty::Sure,
            Some(_) => Certainty::Likely,
            None => Certainty::Ambiguous,
        };
        if all.len() > 1 {
            self.note(NoteId::SeveralKinds, "kind", None);
        }
        self.reading.garment.kind = chosen.map(vocabulary::kind);
        let shown = named.iter().filter(|(kind, ..)| chosen.is_none_or(|chosen| chosen == *kind));
        for (_, at, _) in shown.take(10) {
            let only =
                |(index, _): &(usize, usize)| Garment { kind: Some(vocabulary::kind(*index)), ..Garment::default() };
            let others = all.iter().filter(|(kind, _)| Some(*kind) != chosen);
            let span = self.span_of_tokens(*at, at + 1);
            let reason = Some(NoteId::SeveralKinds).filter(|_| all.len() > 1);
            self.add(Found { reason, ..Found::new("kind", span, certainty, others.map(only).collect()) });
        }
    }
}
