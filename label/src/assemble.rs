//! From what was found to a garment, with its spans, its certainty and its notes.

mod fibres;
mod whence;

use super::{
    compose::{Compositions, Piece},
    lex::TokenKind,
    mood::Moods,
    pair::{Group, Item},
    parts::Name,
    reading::{Bounds, Certainty, Found, Note, NoteId, Of, Reading, Span},
    signs::{Sign, Text, What},
};
use cotton_origin::garment::{Component, Composition, Garment};

/// A country is taken over another that is named so many times less often, and only in a misread or inflected form.
const MANY: usize = 3;
/// Nobody reads more notes, nor more marks: of a text without end the first are told.
const MOST_NOTES: usize = 60;
const MOST_MARKS: usize = 2000;

/// A reading in the making.
pub(crate) struct Assembly<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) signs: &'a [Sign],
    pub(crate) moods: &'a Moods,
    length: usize,
    pub(crate) reading: Reading,
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(text: &'a Text<'a>, signs: &'a [Sign], moods: &'a Moods, length: usize) -> Self {
        Self { text, signs, moods, length, reading: Reading::default() }
    }

    /// The bytes of letters `from` to before `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let at = |index: usize| self.text.glyphs.get(index).map_or(self.length, |glyph| glyph.at as usize);
        Span { start: at(from), end: at(to).max(at(from)) }
    }

    /// The bytes of tokens `from` to before `to`.
    pub(crate) fn span_of_tokens(&self, from: usize, to: usize) -> Span {
        let tokens = self.text.tokens;
        match (tokens.get(from), to.checked_sub(1).and_then(|last| tokens.get(last))) {
            (Some(first), Some(last)) => self.span(first.from, last.to),
            _ => Span { start: self.length, end: self.length },
        }
    }

    fn span_of_item(&self, item: &Item) -> Span {
        self.span_of_tokens(self.signs[item.first].from, self.signs[item.last].to)
    }

    fn span_of_group(&self, group: &Group) -> Span {
        let spans = group.items.iter().map(|item| self.span_of_item(item));
        spans
            .reduce(|one, other| Span { start: one.start.min(other.start), end: one.end.max(other.end) })
            .unwrap_or(Span { start: 0, end: 0 })
    }

    pub(crate) fn note(&mut self, id: NoteId, field: &'static str, span: Option<Span>) {
        let notes = &self.reading.notes;
        if notes.len() < MOST_NOTES && notes.iter().all(|note| note.id != id || note.span != span) {
            self.reading.notes.push(Note { id, field, span });
        }
    }

    pub(crate) fn found(
        &mut self,
        field: impl Into<String>,
        span: Span,
        certainty: Certainty,
        alternatives: Vec<Garment>,
    ) {
        self.add(Found::new(field, span, certainty, alternatives));
    }

    pub(crate) fn add(&mut self, found: Found) {
        let (span, fields) = (found.span, &mut self.reading.fields);
        if fields.len() < MOST_MARKS {
            // In the order of the text, the longer first.
            let before = |known: &Found| (known.span.start, span.end) <= (span.start, known.span.end);
            let at = fields.partition_point(before);
            fields.insert(at, found);
        }
    }

    /// Takes in what is said of fibres.
    pub(crate) fn compositions(&mut self, found: Compositions) {
        let Compositions { pieces, parts_of, contradicts, dropped } = found;
        for group in &parts_of {
            let span = self.span_of_group(group);
            self.note(NoteId::PartOf, "fibres", Some(span));
        }
        if contradicts {
            self.note(NoteId::SeveralCompositions, "fibres", None);
        }
        let Some(first) = pieces.first() else { return };
        let by_colour = |piece: &Piece| matches!(piece.name, Name::Colour(_));
        if pieces.len() > 1 && pieces.iter().any(by_colour) {
            self.note(NoteId::ByColour, "components", None);
        }
        let main_unknown = pieces.iter().all(|piece| !is_main(&piece.name)) && first.name.is_aside();
        if main_unknown {
            self.note(NoteId::MainPartUnknown, "components", None);
            self.reading.garment.components.push(Component { name: Some("main".to_owned()), ..Component::default() });
            self.reading.components_of.push(Of::Part);
        }
        if pieces.len() == 1 && !main_unknown {
            self.single(first, contradicts, &dropped);
            return;
        }
        self.note(NoteId::SeveralParts, "components", None);
        let named = pieces.iter().any(|piece| is_main(&piece.name));
        for (index, piece) in pieces.iter().enumerate() {
            let main = is_main(&piece.name) || (index == 0 && !main_unknown && !named);
            self.component(piece, main, contradicts);
        }
        self.complete_ways();
    }

    /// Of a component that is ambiguous each way is a garment with all components.
    fn complete_ways(&mut self) {
        let components = &self.reading.garment.components;
        for found in self.reading.fields.iter_mut().filter(|found| found.certainty == Certainty::Ambiguous) {
            let index = found.field.strip_prefix("components.").and_then(|index| index.parse::<usize>().ok());
            let Some(index) = index.filter(|index| *index < components.len()) else { continue };
            for way in &mut found.alternatives {
                way.components.clone_from(components);
                way.components[index].fibres = std::mem::take(&mut way.fibres);
            }
        }
    }

    fn single(&mut self, piece: &Piece, contradicts: bool, dropped: &[Group]) {
        let (certainty, reason) = self.weighed(piece, true, contradicts);
        let only = |fibres: Composition| Garment { fibres, ..Garment::default() };
        if certainty == Certainty::Ambiguous {
            let alternatives = self.ways(piece).into_iter().map(only).collect();
            let span = self.span_of_group(&piece.group);
            self.add(Found { reason, ..Found::new("fibres", span, certainty, alternatives) });
            return;
        }
        let others: Vec<Garment> = self.passed_over(dropped).map(only).collect();
        self.fibres("fibres", piece, (certainty, reason), &others);
        self.reading.garment.fibres = self.composition(&piece.group);
    }

    fn component(&mut self, piece: &Piece, main: bool, contradicts: bool) {
        let (certainty, reason) = self.weighed(piece, main, contradicts);
        let index = self.reading.garment.components.len();
        let mut component = Component { name: Some(name(&piece.name)), ..Component::default() };
        if certainty == Certainty::Ambiguous {
            let span = self.span_of_group(&piece.group);
            // Its ways, which become garments once all components are known.
            let way = |fibres: Composition| Garment { fibres, ..Garment::default() };
            let ways = self.ways(piece).into_iter().map(way).collect();
            self.add(Found { reason, ..Found::new(format!("components.{index}"), span, certainty, ways) });
        } else {
            component.fibres = self.composition(&piece.group);
            self.fibres(&format!("components.{index}.fibres"), piece, (certainty, reason), &[]);
        }
        self.reading.garment.components.push(component);
        self.reading.components_of.push(match piece.name {
            Name::Colour(_) => Of::Colour,
            Name::Piece(_) => Of::Piece,
            _ => Of::Part,
        });
    }

    /// Marks each fibre, wherever it is said.
    fn fibres(
        &mut self,
        path: &str,
        piece: &Piece,
        (certainty, reason): (Certainty, Option<NoteId>),
        others: &[Garment],
    ) {
        let mut index = 0;
        for item in &piece.group.items {
            let same = |other: &&Item| other.fibre == item.fibre && other.percent == item.percent;
            let again = piece.again.iter().filter_map(|group| group.items.iter().find(same));
            let spans: Vec<Span> = std::iter::once(item).chain(again).map(|item| self.span_of_item(item)).collect();
            let bounds = self.bounds(&piece.group, item);
            for span in spans {
                // What was passed over is told once.
                let others = if index == 0 { others.to_vec() } else { Vec::new() };
                let found = Found::new(format!("{path}.{index}"), span, certainty, others);
                self.add(Found { reason, bounds, ..found });
            }
            if bounds != Bounds::default() {
                let span = self.span_of_item(item);
                self.note(NoteId::Bound, "fibres", Some(span));
            }
            index += 1 + usize::from(item.shared.is_some());
        }
    }

    /// How sure a composition is and why, with its notes.
    fn weighed(&mut self, piece: &Piece, main: bool, contradicts: bool) -> (Certainty, Option<NoteId>) {
        let span = Some(self.span_of_group(&piece.group));
        if self.is_pure(&piece.group) {
            self.note(NoteId::Pure, "fibres", span);
        }
        let (certainty, reason) = self.judged(piece, main, contradicts);
        if let Some(id) = reason.filter(|id| !matches!(id, NoteId::SeveralCompositions | NoteId::Bound)) {
            self.note(id, "fibres", span);
        }
        if reason == Some(NoteId::TotalUnder100) && piece.group.repaired && !self.is_pure(&piece.group) {
            self.note(NoteId::Mended, "fibres", span);
        }
        if reason == Some(NoteId::TotalOver100) && self.reading.overfull.is_none() {
            self.reading.overfull = Some(piece.group.overfull());
        }
        (certainty, reason)
    }

    /// The reading, its fields in the order of the text.
    pub(crate) fn finished(mut self) -> Reading {
        self.reading.unused = self.unused();
        self.reading
    }

    /// Words that no field stands on, line by line.
    fn unused(&self) -> Vec<Span> {
        let mut unused: Vec<Span> = Vec::new();
        let Reading { fields, excludes, other_places, .. } = &self.reading;
        let asides = excludes.iter().map(|one| one.span).chain(other_places.iter().map(|one| one.span));
        let mut used: Vec<Span> = fields.iter().map(|found| found.span).chain(asides).collect();
        used.sort_unstable();
        let mut used = used.into_iter().peekable();
        let mut signs = self.signs.iter().peekable();
        let (mut until, mut open) = (0, false);
        for (index, token) in self.text.tokens.iter().enumerate() {
            let span = self.span(token.from, token.to);
            while signs.next_if(|sign| sign.to <= index).is_some() {}
            while let Some(next) = used.next_if(|next| next.start <= span.start) {
                until = until.max(next.end);
            }
            let speaks = match token.kind {
                TokenKind::Unknown | TokenKind::Number(_) | TokenKind::Mute => true,
                // A heading, an "and": it did its work.
                TokenKind::Word(_) => {
                    !matches!(signs.peek().map(|sign| sign.what), Some(What::Word(_) | What::Part(_)))
                }
                TokenKind::Percent | TokenKind::Mark(_) => open,
                TokenKind::Break => false,
            };
            match (span.start >= until && speaks, open) {
                (true, true) => {
                    if let Some(last) = unused.last_mut().filter(|_| !matches!(token.kind, TokenKind::Mark(_))) {
                        last.end = span.end;
                    }
                }
                (true, false) if unused.len() < MOST_MARKS => {
                    unused.push(span);
                    open = true;
                }
                _ => open = false,
            }
        }
        // "We never buy", before a place that is denied: it said what it had to.
        let denies =
            |piece: &Span| excludes.iter().any(|one| one.span.start < piece.end + 2 && piece.start < one.span.end + 2);
        unused.retain(|piece| !denies(piece));
        unused
    }
}

fn is_main(name: &Name) -> bool {
    matches!(name, Name::Plain | Name::Part { main: true, .. })
}

fn name(name: &Name) -> String {
    match name {
        Name::Plain => "main".to_owned(),
        Name::Part { name, .. } => name.clone(),
        Name::Colour(colour) => format!("colour {colour}").trim_end().to_owned(),
        Name::Words(words) | Name::Piece(words) => words.trim().to_owned(),
    }
}
