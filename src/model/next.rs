//! What would narrow the answer: for each question not answered, how far its answers would move `central`.

use super::{
    columns::Columns,
    evaluate,
    plan::Plan,
    range,
    session::Session,
    shared::{RankedQuestion, SharedKey},
    sorted::sorted,
    strand::Market,
};
use crate::{
    assessment::{Next, Quantity},
    figures::{CROP_LAG, RECENT_CROPS},
    garment::{Cotton, Garment},
    vocabulary::{Grams, Kind, Place, Proof, Year},
};
use std::rc::Rc;

/// A place without a figure of its own, to stand for the rest of `sewn-in`. Nobody can enter it.
const ELSEWHERE: Place = Place::Country(*b"ZZ");

/// A figure's plausible values: ten, each as likely as the next.
const TENTHS: usize = 10;

/// The open questions, the one that would move the answer most first.
pub(crate) fn next(garment: &Garment, plan: &Plan, key: Option<SharedKey>, session: &Session) -> Vec<Next> {
    let columns = &session.columns;
    let asker = Asker { garment, plan, columns, share: evaluate::central(plan, columns) };
    let of_share = session.shared.questions(key, || asker.share_questions());
    let questions = of_share.iter().copied().chain(asker.fraction()).chain(asker.mass());
    sorted(questions, |(a, _), (b, _)| a > b).into_iter().map(|(_, next)| next).collect()
}

struct Asker<'a> {
    garment: &'a Garment,
    plan: &'a Plan,
    columns: &'a Columns,
    share: f64,
}

impl Asker<'_> {
    /// Those that move the share of the cotton.
    fn share_questions(&self) -> Rc<[RankedQuestion]> {
        let garment = self.garment;
        let origin_stated = !self.plan.origins.is_empty();
        let claimed = self.plan.all_origins_outside_china();
        let sewn_in = self.sewn_in();
        let places = |set: fn(&mut Garment, Place)| {
            let enter = |place| Box::new(move |garment: &mut Garment| set(garment, place)) as Answer;
            sewn_in.iter().map(|(weight, place)| (*weight, enter(*place))).collect()
        };
        let questions = [
            garment.kind.is_none().then(|| ("kind", kinds())),
            garment.made_in.is_none().then(|| ("madeIn", places(|garment, place| garment.made_in = Some(place)))),
            garment.fabric_in.is_none().then(|| ("fabricIn", places(|garment, place| garment.fabric_in = Some(place)))),
            garment.spun_in.is_none().then(|| ("spunIn", places(|garment, place| garment.spun_in = Some(place)))),
            (!origin_stated).then(|| ("cottonFrom", places(|garment, place| garment.cotton_from = vec![place]))),
            (claimed && garment.proof.is_none()).then(|| ("proof", proofs())),
            garment.bought_in.is_none().then(|| ("boughtIn", self.years())),
            garment.sold_in.is_none().then(|| ("soldIn", markets())),
        ];
        questions.into_iter().flatten().map(|(question, answers)| self.share_question(question, answers)).collect()
    }

    /// The share of the cotton under each answer.
    fn share_question(&self, question: &'static str, answers: Vec<(f64, Answer)>) -> RankedQuestion {
        let mut garment = self.garment.clone();
        let lag = self.columns.best(CROP_LAG);
        let shares = answers.into_iter().map(|(weight, answer)| {
            answer(&mut garment);
            (weight, evaluate::central(&Plan::new(&garment, lag), self.columns))
        });
        let moved = Moved::over(self.share, shares);
        (moved.expected_change, moved.told(question, Quantity::CottonShare, 1.0))
    }

    /// The cotton fraction, where the label leaves it open: it moves the grams, or the share of the garment.
    fn fraction(&self) -> Option<RankedQuestion> {
        let (least, most) = match self.plan.cotton {
            Cotton::None | Cotton::Fraction(_) => return None,
            open => open.bounds(),
        };
        let figure = self.garment.kind.unwrap_or(Kind::Other).cotton_fraction();
        let here = range::within(self.columns.best(figure), least, most) * self.share;
        let answers = self
            .columns
            .figures
            .middles(figure, TENTHS)
            .map(|fraction| (1.0, range::within(fraction, least, most) * self.share));
        let moved = Moved::over(here, answers);
        let told = match self.mass_grams() {
            Some(mass) => moved.told("fibres", Quantity::Grams, mass),
            None => moved.told("fibres", Quantity::GarmentShare, 1.0),
        };
        Some((moved.expected_change, told))
    }

    fn mass(&self) -> Option<RankedQuestion> {
        if self.garment.mass().is_some() {
            return None;
        }
        let Some(figure) = self.garment.kind.and_then(Kind::mass) else {
            // Nothing to compare with, but without a mass there are no grams at all.
            return Some((0.0, Next::unknown("massGrams", Quantity::Grams)));
        };
        let usual = self.columns.best(figure);
        let part = self.share * self.fraction_central();
        let masses = self.columns.figures.middles(figure, TENTHS);
        let moved = Moved::over(part, masses.map(|mass| (1.0, part * mass / usual)));
        Some((moved.expected_change, moved.told("massGrams", Quantity::Grams, usual)))
    }

    fn mass_grams(&self) -> Option<f64> {
        let usual = self.garment.kind.and_then(Kind::mass).map(|figure| self.columns.best(figure));
        self.garment.mass().map(Grams::get).or(usual)
    }

    fn fraction_central(&self) -> f64 {
        match self.plan.cotton {
            Cotton::None => 0.0,
            Cotton::Fraction(fraction) => fraction,
            Cotton::Usual { least, most } => range::within(
                self.columns.best(self.garment.kind.unwrap_or(Kind::Other).cotton_fraction()),
                least,
                most,
            ),
            Cotton::NotKnown => self.columns.best(self.garment.kind.unwrap_or(Kind::Other).cotton_fraction()),
        }
    }

    /// The places that garments on sale in its market come from, with their weights.
    fn sewn_in(&self) -> Vec<(f64, Place)> {
        let rows = Market::of(self.garment.sold_in, self.garment.bought_in).rows().iter();
        rows.map(|(place, weight)| (self.columns.best(*weight), place.unwrap_or(ELSEWHERE))).collect()
    }

    /// Bought when the recent crops were worn.
    fn years(&self) -> Vec<(f64, Answer)> {
        // A small whole number: `options` and tests/figures.rs see to it.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let lag = self.columns.best(CROP_LAG) as u16;
        let answer = move |crop: u16| {
            let year = Year::new(crop + lag);
            (1.0, Box::new(move |garment: &mut Garment| garment.bought_in = year) as Answer)
        };
        RECENT_CROPS.map(answer).collect()
    }
}

/// Enters an answer.
type Answer = Box<dyn Fn(&mut Garment)>;

fn kinds() -> Vec<(f64, Answer)> {
    Kind::ALL.map(|kind| (1.0, Box::new(move |garment: &mut Garment| garment.kind = Some(kind)) as Answer)).into()
}

/// Markets with a table of their own.
fn markets() -> Vec<(f64, Answer)> {
    Market::places()
        .map(|place| (1.0, Box::new(move |garment: &mut Garment| garment.sold_in = Some(place)) as Answer))
        .collect()
}

fn proofs() -> Vec<(f64, Answer)> {
    Proof::ALL.map(|proof| (1.0, Box::new(move |garment: &mut Garment| garment.proof = Some(proof)) as Answer)).into()
}

/// How far the answers move a value.
#[derive(Clone, Copy)]
struct Moved {
    expected_change: f64,
    low: f64,
    high: f64,
}

impl Moved {
    /// Over weighted answers.
    fn over(here: f64, answers: impl Iterator<Item = (f64, f64)>) -> Self {
        let (mut change, mut total) = (0.0, 0.0);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (weight, there) in answers {
            change += weight * (there - here).abs();
            total += weight;
            (low, high) = (low.min(there), high.max(there));
        }
        // Every weight replaced by zero: nothing is expected.
        let expected_change = if total > 0.0 { change / total } else { 0.0 };
        Self { expected_change, low, high }
    }

    fn told(self, question: &'static str, of: Quantity, unit: f64) -> Next {
        Next {
            question,
            of,
            expected_change: Some(self.expected_change * unit),
            low: Some(self.low * unit),
            high: Some(self.high * unit),
        }
    }
}
