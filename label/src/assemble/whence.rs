//! Takes in what is said of countries.

use super::{Assembly, MANY, MOST_NOTES};
use crate::{
    meaning::Deed,
    places::{Denied, Named, Nameless},
    reading::{Certainty, Exclusion, Found, NoteId, OtherPlace, Unplaced},
};
use cotton_origin::{garment::Garment, vocabulary::Place};

/// Nobody chooses from more.
const MOST_PLACES: usize = 30;

impl Assembly<'_> {
    /// Takes in what is said of countries.
    pub(crate) fn places(&mut self, countries: &[Named]) {
        let of =
            |stages: &[Deed]| countries.iter().filter(|name| stages.contains(&name.stage)).copied().collect::<Vec<_>>();
        let sewn = of(&[Deed::Made]);
        self.made_in(&sewn);
        let cloth = of(&[Deed::Fabric, Deed::Knit]);
        self.reading.garment.fabric_in =
            self.one_place("fabricIn", &cloth, |place| Garment { fabric_in: Some(place), ..Garment::default() });
        let yarn = of(&[Deed::Spun]);
        self.reading.garment.spun_in =
            self.one_place("spunIn", &yarn, |place| Garment { spun_in: Some(place), ..Garment::default() });
        // "Knitted in Portugal" and nothing else: a knitted garment is most often sewn where it is knitted.
        if sewn.is_empty()
            && cloth.iter().all(|name| name.stage == Deed::Knit)
            && let Some(place) = self.reading.garment.fabric_in
        {
            let whence = self.span(cloth[0].from, cloth[0].to);
            self.reading.garment.made_in = Some(place);
            let found = Found::new("madeIn", whence, Certainty::Likely, Vec::new());
            self.add(Found { reason: Some(NoteId::KnittedThere), ..found });
            self.note(NoteId::KnittedThere, "madeIn", Some(whence));
        }
        for name in countries {
            let span = self.span(name.from, name.to);
            if let Some(what) = name.stage.aside().filter(|_| self.reading.other_places.len() < MOST_NOTES) {
                self.reading.other_places.push(OtherPlace { what, place: name.place, span });
            }
        }
        for name in of(&[Deed::Grown]) {
            let token = |letter: usize| self.text.tokens.partition_point(|token| token.from < letter);
            self.origin(name.place, (token(name.from), token(name.to)));
        }
    }

    /// Takes in names that no place has, one for each field that nothing was found for.
    pub(crate) fn unplaced(&mut self, names: &[Nameless]) {
        for Nameless { stage, from, to } in names {
            let field = match stage {
                Deed::Made => "madeIn",
                Deed::Fabric | Deed::Knit => "fabricIn",
                Deed::Spun => "spunIn",
                Deed::Grown => "cottonFrom",
                _ => continue,
            };
            let known = self.reading.fields.iter().any(|found| found.field == field);
            if !known && self.reading.unplaced.iter().all(|one| one.field != field) {
                let span = self.span(*from, *to);
                self.reading.unplaced.push(Unplaced { field, span });
            }
        }
    }

    /// Takes in the places that are denied.
    pub(crate) fn excluded(&mut self, denied: &[Denied]) {
        for Denied { of, place, from, to } in denied {
            let span = self.span(*from, *to);
            let known = &mut self.reading.excludes;
            if known.len() < MOST_NOTES && !known.iter().any(|one| one.of == *of && one.place == *place) {
                known.push(Exclusion { of, place: *place, span });
                self.note(NoteId::Excluded, "cottonFrom", Some(span));
            }
        }
    }

    pub(super) fn made_in(&mut self, made: &[Named]) {
        self.reading.garment.made_in =
            self.one_place("madeIn", made, |place| Garment { made_in: Some(place), ..Garment::default() });
    }

    /// The one place that all name. The EU is none; the Region is more than China.
    pub(super) fn one_place(
        &mut self,
        field: &'static str,
        named: &[Named],
        only: fn(Place) -> Garment,
    ) -> Option<Place> {
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
        let id = if places.len() == 1 { NoteId::NoSingleCountry } else { NoteId::SeveralCountries };
        let reason = Some(id).filter(|_| !clear || places.len() > 1);
        // What was chosen is no alternative to itself.
        let ways = places.iter().skip(usize::from(clear)).map(|(place, ..)| only(*place));
        let ways: Vec<Garment> = ways.take(MOST_PLACES).collect();
        for name in named.iter().filter(|name| !clear || name.place == chosen.0) {
            let span = self.span(name.from, name.to);
            self.add(Found { reason, ..Found::new(field, span, certainty, ways.clone()) });
        }
        if !clear {
            self.note(id, field, None);
        }
        clear.then_some(chosen.0)
    }
}
