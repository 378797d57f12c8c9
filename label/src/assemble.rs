//! From what was found to a garment, with its spans, its certainty and its notes.

use super::{
    Certainty, Found, Note, NoteId, Reading, Span,
    compose::{Compositions, Piece},
    lex::Kind,
    meaning::Stage,
    pair::{Group, Item},
    parts::Name,
    places::Named,
    signs::{Sign, Text, What},
    vocabulary,
};
use cotton_origin::{
    garment::{Component, Composition, Fibre, Garment},
    vocabulary::{FibreKind, Percent, Place},
};

/// A composition without cotton says so only if it is nearly whole: what is missing could be cotton.
const ENOUGH: f64 = 90.0;
/// A country is taken over another that is named so many times less often, and only in a misread or inflected form.
const MANY: usize = 3;
/// Nobody reads more notes, nor more marks: of a text without end the first are told.
const MOST_NOTES: usize = 60;
const MOST_MARKS: usize = 2000;
/// Parts that say nothing of the main one.
const ASIDE: [&str; 9] = ["lining", "pocket", "filling", "trim", "rib", "cuff", "collar", "insert", "coating"];

/// A reading in the making.
pub(crate) struct Assembly<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) signs: &'a [Sign],
    length: usize,
    pub(crate) reading: Reading,
}

impl<'a> Assembly<'a> {
    pub(crate) fn new(text: &'a Text<'a>, signs: &'a [Sign], length: usize) -> Self {
        Self { text, signs, length, reading: Reading::default() }
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
        let fields = &mut self.reading.fields;
        if fields.len() < MOST_MARKS {
            // In the order of the text, the longer first.
            let before = |known: &Found| (known.span.start, span.end) <= (span.start, known.span.end);
            let at = fields.partition_point(before);
            fields.insert(at, Found { field: field.into(), span, certainty, alternatives });
        }
    }

    /// Takes in what is said of fibres.
    pub(crate) fn compositions(&mut self, found: Compositions) {
        let Compositions { pieces, parts_of, contradicts } = found;
        for group in &parts_of {
            let span = self.span_of_group(group);
            self.note(NoteId::PartOf, "fibres", Some(span));
        }
        if contradicts {
            self.note(NoteId::SeveralCompositions, "fibres", None);
        }
        let Some(first) = pieces.first() else { return };
        let by_colour = |piece: &Piece| matches!(piece.name, Name::Colour(_));
        if pieces.iter().any(by_colour) {
            self.note(NoteId::ByColour, "components", None);
        }
        let main_unknown = pieces.iter().all(|piece| !is_main(&piece.name)) && is_aside(&first.name);
        if main_unknown {
            self.note(NoteId::MainPartUnknown, "components", None);
            self.reading.garment.components.push(Component { name: Some("main".to_owned()), ..Component::default() });
        }
        if pieces.len() == 1 && !main_unknown {
            self.single(first, contradicts);
            return;
        }
        self.note(NoteId::SeveralParts, "components", None);
        for (index, piece) in pieces.iter().enumerate() {
            let main = is_main(&piece.name) || (index == 0 && !main_unknown);
            self.component(piece, main, contradicts);
        }
    }

    fn single(&mut self, piece: &Piece, contradicts: bool) {
        let certainty = self.weighed(piece, true, contradicts);
        let fibres = composition(&piece.group);
        if certainty == Certainty::Ambiguous {
            let alternatives = alternatives(piece, fibres);
            let span = self.span_of_group(&piece.group);
            self.found("fibres", span, certainty, alternatives);
            return;
        }
        self.fibres("fibres", piece, certainty);
        self.reading.garment.fibres = fibres;
    }

    fn component(&mut self, piece: &Piece, main: bool, contradicts: bool) {
        let certainty = self.weighed(piece, main, contradicts);
        let index = self.reading.garment.components.len();
        let mut component = Component { name: Some(name(&piece.name)), ..Component::default() };
        if certainty == Certainty::Ambiguous {
            let span = self.span_of_group(&piece.group);
            self.found(format!("components.{index}"), span, certainty, Vec::new());
        } else {
            component.fibres = composition(&piece.group);
            self.fibres(&format!("components.{index}.fibres"), piece, certainty);
        }
        self.reading.garment.components.push(component);
    }

    /// Marks each fibre, wherever it is said.
    fn fibres(&mut self, path: &str, piece: &Piece, certainty: Certainty) {
        for (index, item) in piece.group.items.iter().enumerate() {
            let same = |other: &&Item| other.fibre == item.fibre && other.percent == item.percent;
            let again = piece.again.iter().filter_map(|group| group.items.iter().find(same));
            let spans: Vec<Span> = std::iter::once(item).chain(again).map(|item| self.span_of_item(item)).collect();
            for span in spans {
                self.found(format!("{path}.{index}"), span, certainty, Vec::new());
            }
        }
    }

    /// How sure a composition is, with its notes.
    fn weighed(&mut self, piece: &Piece, main: bool, contradicts: bool) -> Certainty {
        let group = &piece.group;
        let span = Some(self.span_of_group(group));
        let (total, cotton) = (group.total(), group.items.iter().any(|item| item.fibre == Some(0)));
        let percents = group.items.iter().filter(|item| item.percent.is_some()).count();
        let unknown = group.items.iter().any(|item| item.fibre.is_none());
        if self.is_pure(group) {
            self.note(NoteId::Pure, "fibres", span);
        }
        if percents == 0 {
            self.note(NoteId::NoPercentages, "fibres", span);
            return Certainty::Likely;
        }
        if group.unclear {
            self.note(NoteId::SharedPercentage, "fibres", span);
            return Certainty::Ambiguous;
        }
        if unknown {
            self.note(NoteId::UnknownFibre, "fibres", span);
            return if cotton || !main { Certainty::Likely } else { Certainty::Ambiguous };
        }
        if group.repaired && !self.is_pure(group) {
            self.note(NoteId::Mended, "fibres", span);
        }
        if !group.is_whole() && percents == group.items.len() {
            self.note(NoteId::TotalUnder100, "fibres", span);
            return if cotton || total >= ENOUGH { Certainty::Likely } else { Certainty::Ambiguous };
        }
        let likely = group.repaired || (main && contradicts);
        if likely { Certainty::Likely } else { Certainty::Sure }
    }

    fn is_pure(&self, group: &Group) -> bool {
        let pure = |sign: &Sign| matches!(sign.what, What::Fibre(fibres) if fibres.pure);
        let percent = |sign: &Sign| matches!(sign.what, What::Percent { .. });
        let mut items = group.items.iter().filter_map(|item| self.signs.get(item.first..=item.last));
        items.any(|signs| signs.iter().any(pure) && !signs.iter().any(percent))
    }

    /// Takes in what is said of countries.
    pub(crate) fn places(&mut self, countries: &[Named]) {
        let of = |stages: &[Stage]| {
            countries.iter().filter(|name| stages.contains(&name.stage)).copied().collect::<Vec<_>>()
        };
        let sewn = of(&[Stage::Made]);
        self.made_in(&sewn);
        let cloth = of(&[Stage::Fabric, Stage::Knit]);
        self.reading.garment.fabric_in =
            self.one_place("fabricIn", &cloth, |place| Garment { fabric_in: Some(place), ..Garment::default() });
        let yarn = of(&[Stage::Spun]);
        self.reading.garment.spun_in =
            self.one_place("spunIn", &yarn, |place| Garment { spun_in: Some(place), ..Garment::default() });
        // "Knitted in Portugal" and nothing else: a knitted garment is most often sewn where it is knitted.
        if sewn.is_empty()
            && cloth.iter().all(|name| name.stage == Stage::Knit)
            && let Some(place) = self.reading.garment.fabric_in
        {
            let whence = self.span(cloth[0].from, cloth[0].to);
            self.reading.garment.made_in = Some(place);
            self.found("madeIn", whence, Certainty::Likely, Vec::new());
            self.note(NoteId::KnittedThere, "madeIn", Some(whence));
        }
        for name in of(&[Stage::Grown]) {
            let span = self.span(name.from, name.to);
            self.origin(name.place, span);
        }
    }

    fn made_in(&mut self, made: &[Named]) {
        self.reading.garment.made_in =
            self.one_place("madeIn", made, |place| Garment { made_in: Some(place), ..Garment::default() });
    }

    /// The one place that all name. The EU is none; the Region is more than China.
    fn one_place(&mut self, field: &'static str, named: &[Named], only: fn(Place) -> Garment) -> Option<Place> {
        let mut places: Vec<(Place, usize, bool)> = Vec::new();
        for name in named {
            match places.iter_mut().find(|(place, ..)| *place == name.place) {
                Some((_, count, exact)) => {
                    *count += 1;
                    *exact |= name.exact;
                }
                None => places.push((name.place, 1, name.exact)),
            }
        }
        let union = Place::Country(*b"EU");
        if places.len() > 1 {
            places.retain(|(place, ..)| *place != union);
        }
        if places.iter().any(|(place, ..)| *place == Place::Region) {
            places.retain(|(place, ..)| *place != Place::CHINA);
        }
        // The surest and most often named comes first; of equals, the first.
        if let Some(best) = (0..places.len()).rev().max_by_key(|at| (places[*at].2, places[*at].1)) {
            let best = places.remove(best);
            places.insert(0, best);
        }
        let clear = match places[..] {
            [] => return None,
            [(place, ..)] => place != union,
            [(_, most, true), ..] => places[1..].iter().all(|(_, next, exact)| !exact && most >= MANY * next),
            _ => false,
        };
        let chosen = places[0];
        let certainty = match (clear, chosen.2 && places.len() == 1) {
            (true, true) => Certainty::Sure,
            (true, false) => Certainty::Likely,
            _ => Certainty::Ambiguous,
        };
        for name in named.iter().filter(|name| !clear || name.place == chosen.0) {
            let alternatives = if clear { Vec::new() } else { places.iter().map(|(place, ..)| only(*place)).collect() };
            let span = self.span(name.from, name.to);
            self.found(field, span, certainty, alternatives);
        }
        if !clear {
            let id = if places.len() == 1 { NoteId::NoSingleCountry } else { NoteId::SeveralCountries };
            self.note(id, field, None);
        }
        clear.then_some(chosen.0)
    }

    /// The reading, its fields in the order of the text.
    pub(crate) fn finished(mut self) -> Reading {
        self.reading.unused = self.unused();
        self.reading
    }

    /// Words that no field stands on, line by line.
    fn unused(&self) -> Vec<Span> {
        let mut unused: Vec<Span> = Vec::new();
        let mut used = self.reading.fields.iter().map(|found| found.span).peekable();
        let (mut until, mut open) = (0, false);
        for (index, token) in self.text.tokens.iter().enumerate() {
            let span = self.span(token.from, token.to);
            while let Some(next) = used.next_if(|next| next.start <= span.start) {
                until = until.max(next.end);
            }
            let speaks = match token.kind {
                Kind::Unknown | Kind::Number(_) => true,
                // A heading, an "and": it did its work.
                Kind::Word(_) => !matches!(self.sign_of(index), Some(What::Word(_) | What::Part(_))),
                Kind::Percent | Kind::Mark(_) => open,
                Kind::Break => false,
            };
            match (span.start >= until && speaks, open) {
                (true, true) => {
                    if let Some(last) = unused.last_mut().filter(|_| !matches!(token.kind, Kind::Mark(_))) {
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
        unused
    }

    fn sign_of(&self, token: usize) -> Option<What> {
        let index = self.signs.partition_point(|sign| sign.to <= token);
        self.signs.get(index).map(|sign| sign.what)
    }
}

fn is_main(name: &Name) -> bool {
    matches!(name, Name::Plain | Name::Part { main: true, .. })
}

pub(crate) fn is_aside(name: &Name) -> bool {
    matches!(name, Name::Part { name, .. } if name.split(' ').any(|word| ASIDE.contains(&word)))
}

fn name(name: &Name) -> String {
    match name {
        Name::Plain => "main".to_owned(),
        Name::Part { name, .. } => name.clone(),
        Name::Colour(colour) => format!("colour {colour}"),
        Name::Words(words) => words.trim().to_owned(),
    }
}

fn alternatives(piece: &Piece, fibres: Composition) -> Vec<Garment> {
    if piece.group.unclear { Vec::new() } else { vec![Garment { fibres, ..Garment::default() }] }
}

/// The composition of a group. A fibre that is not known is another fibre.
fn composition(group: &Group) -> Composition {
    let fibre = |item: &Item| {
        let percent = item.percent.and_then(Percent::new);
        let kind = item.fibre.map_or(FibreKind::Other, vocabulary::fibre);
        Fibre { kind, percent, recycled: item.recycled, organic: item.organic }
    };
    Composition::new(group.items.iter().map(fibre).collect()).unwrap_or_default()
}
