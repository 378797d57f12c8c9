//! The steps: how `central` comes about, one figure at a time, and the strands behind the chance of any.

mod market;
mod path;

use super::{
    columns::Columns,
    plan::{Field, Origin, Plan, Stated, Verdict},
    strand::{Crop, PathShare, RegionShare, Strand},
};
use crate::{
    assessment::{Basis, Branch, Note, Op, Quantity, Step, StepStage, WeightedStrand, run},
    figures::{
        CHINA_HOME_GROWN, CHINA_HOME_SPUN, FigureId, LOTS, PLACE_FAILS, REGION_OF_CHINA, REGION_OF_WORLD, REGION_SEWN,
        REGION_SPUN, REGION_WOVEN,
    },
    garment::Garment,
    vocabulary::Place,
};

/// How the share of the cotton comes about.
pub(crate) struct Explanation {
    pub(crate) steps: Vec<Step>,
    /// What became of what was stated.
    pub(crate) notes: Vec<Note>,
    /// What the steps come to.
    pub(crate) share: f64,
    /// Strands of the parts of the cotton that hold some independently: what is new, what is recycled.
    groups: Vec<Vec<WeightedStrand>>,
}

impl Explanation {
    /// The step to the chance of any.
    pub(crate) fn any(&self, columns: &Columns) -> Step {
        let lots = Step { value: Some(columns.best(LOTS)), ..Step::new("lots", StepStage::Lots, Op::Any) }.on(LOTS);
        let lots = Step { of: Quantity::InPart, groups: self.groups.clone(), ..lots };
        Step { result: lots.apply(self.share), ..lots }
    }
}

/// Explains a plan.
pub(crate) fn explain(garment: &Garment, plan: &Plan, columns: &Columns) -> Explanation {
    let mut explainer = Explainer {
        garment,
        plan,
        columns,
        steps: Vec::new(),
        notes: Vec::new(),
        start: 1.0,
        share: 1.0,
        strands: Vec::new(),
    };
    explainer.sewn();
    for stated in &plan.stated {
        explainer.stated(*stated);
    }
    explainer.cotton()
}

struct Explainer<'a> {
    garment: &'a Garment,
    plan: &'a Plan,
    columns: &'a Columns,
    steps: Vec<Step>,
    notes: Vec<Note>,
    /// What they start from: 1, or in a branch what stood before it.
    start: f64,
    /// What the steps come to so far.
    share: f64,
    strands: Vec<WeightedStrand>,
}

impl Explainer<'_> {
    /// The strand that follows from where the garment was sewn, with a step at each stage whose place is not known.
    fn sewn(&mut self) {
        let year = self.garment.bought_in.map(|year| year.get().to_string());
        self.say("bought-in", StepStage::Grown, year);
        for step in self.strand(self.plan.sewn, self.garment.made_in) {
            // A stage without a place has its step before the first figure of the next stage.
            self.note_unstated_stages(step.stage);
            self.push(step);
        }
        self.note_unstated_stages(StepStage::Claim);
        self.say("made-in", StepStage::Sewn, self.garment.made_in.map(|place| place.to_string()));
        self.strands = self.weighted(self.plan.sewn);
    }

    /// Adds one "not stated" step for each earlier stage without a place.
    fn note_unstated_stages(&mut self, next: StepStage) {
        let garment = self.garment;
        let stages = [
            ("cotton-from", StepStage::Grown, self.plan.origins.is_empty()),
            ("spun-in", StepStage::Spun, garment.spun_in.is_none()),
            ("fabric-in", StepStage::Woven, garment.fabric_in.is_none()),
        ];
        for (id, stage, nothing_said) in stages {
            let told = self.steps.iter().any(|step| step.id == id);
            if nothing_said && !told && (stage as u8) < next as u8 && next != StepStage::World {
                self.say(id, stage, None);
            }
        }
    }

    /// Takes in a stated place, as `evaluate` does for `central`.
    fn stated(&mut self, stated: Stated) {
        let (id, stage) = match stated.field {
            Field::Fabric => ("fabric-in", StepStage::Woven),
            Field::Yarn => ("spun-in", StepStage::Spun),
        };
        self.say(id, stage, Some(stated.place.to_string()));
        let steps = self.strand(stated.strand, Some(stated.place));
        let more = run(&steps, 1.0) > self.share;
        match stated.verdict(more) {
            Verdict::Replaced => self.replace(steps, self.weighted(stated.strand)),
            Verdict::Stands if stated.place != Place::CHINA => self.stands("place-stands", stage, stated),
            Verdict::Stands if self.plan.names_the_region_after(stated.field) => {
                self.stands("region-stands", stage, stated);
            }
            // What China gives already stands: there is nothing to say.
            Verdict::Stands => {}
            Verdict::Weighed => {
                self.note("place-weighed", stated);
                self.weigh(stage, stated, steps);
            }
        }
    }

    fn stands(&mut self, id: &'static str, stage: StepStage, stated: Stated) {
        self.note(id, stated);
        self.say(id, stage, Some(stated.place.to_string()));
    }

    fn note(&mut self, id: &'static str, stated: Stated) {
        self.notes.push(Note::new(id).with("field", stated.field.name()).with("place", stated.place.code()));
    }

    fn weigh(&mut self, stage: StepStage, stated: Stated, steps: Vec<Step>) {
        let fails = self.columns.best(PLACE_FAILS);
        let parts = vec![Branch { share: fails, steps: Vec::new() }, Branch { share: 1.0 - fails, steps }];
        let said = Some(stated.place.to_string());
        self.push(
            Step { value: Some(fails), said, parts, ..Step::new("place-weighed", stage, Op::Split) }.on(PLACE_FAILS),
        );
        scale(&mut self.strands, fails);
        let mut new = self.weighted(stated.strand);
        scale(&mut new, 1.0 - fails);
        self.strands.extend(new);
    }

    /// Stated origins, then what is recycled.
    fn cotton(mut self) -> Explanation {
        let plan = self.plan;
        let (before, strands) = (self.share, self.strands.clone());
        match plan.origins[..] {
            [] => {}
            [origin] => self.origin(origin),
            _ => self.origins(),
        }
        if plan.recycled == 0.0 {
            return self.done(Vec::new());
        }
        let unknown = Strand::RECYCLED;
        let recycled = vec![WeightedStrand { w: 1.0, s: self.columns.central_share(unknown, None) }];
        let capped = self.recycled_stands(before);
        if plan.origins.is_empty() || capped {
            if capped {
                self.strands = strands;
            }
            self.recycle(unknown, before, capped);
            return self.done(recycled);
        }
        self.done(Vec::new())
    }

    /// Whether an origin outside China, stated for cotton of which part is recycled, would raise the answer: then what stood
    /// is left (law 3).
    fn recycled_stands(&self, before: f64) -> bool {
        let unknown = self.columns.central_share(Strand::RECYCLED, None);
        let stood = before + self.plan.recycled * (unknown - before);
        self.plan.all_origins_outside_china() && self.share > stood
    }

    fn recycle(&mut self, unknown: Strand, before: f64, capped: bool) {
        let part = self.plan.recycled;
        if capped {
            // The claim's step is taken back: it changes nothing.
            self.steps.retain(|step| step.id != "claim-fails" && step.id != "origins");
            self.share = before;
            self.say("origin-stands", StepStage::Claim, None);
        }
        let steps = self.strand_at(unknown, None, None);
        let parts = vec![Branch { share: 1.0 - part, steps: Vec::new() }, Branch { share: part, steps }];
        let split = Step::new("recycled", StepStage::Recycled, Op::Split);
        self.push(Step { value: Some(part), standing: Basis::Entered, parts, ..split });
    }

    fn done(self, recycled: Vec<WeightedStrand>) -> Explanation {
        let part = if recycled.is_empty() { 0.0 } else { self.plan.recycled };
        let groups = match part {
            0.0 => vec![self.strands],
            1.0 => vec![recycled],
            _ => vec![self.strands, recycled],
        };
        Explanation { steps: self.steps, notes: self.notes, share: self.share, groups }
    }

    fn origin(&mut self, origin: Origin) {
        self.say("cotton-from", StepStage::Claim, Some(origin.name()));
        match origin.place {
            Some(Place::Region) => {
                let whole = Step { value: Some(1.0), ..Step::new("grown-in-region", StepStage::Claim, Op::Start) };
                self.replace(vec![Step { standing: Basis::Entered, ..whole }], self.weighted(Strand::REGION));
            }
            Some(Place::CHINA) => {
                let steps = self.strand(Strand::CHINA, None);
                if self.share > run(&steps, 1.0) {
                    self.say("region-stands", StepStage::Claim, None);
                } else {
                    self.replace(steps, self.weighted(Strand::CHINA));
                }
            }
            _ => {
                let fails = origin.proof.fails();
                let value = self.columns.best(fails);
                let claim = Step { value: Some(value), ..Step::new("claim-fails", StepStage::Claim, Op::Times) };
                self.push(Step { said: Some(origin.proof.id().to_owned()), ..claim.on(fails) });
                scale(&mut self.strands, value);
            }
        }
    }

    /// Several origins: equal parts, each of which starts from what stood.
    fn origins(&mut self) {
        let share = 1.0 / self.plan.origins.len() as f64;
        let mut parts = Vec::new();
        let mut strands = Vec::new();
        for origin in &self.plan.origins {
            let stood = self.strands.clone();
            let mut part =
                Explainer { steps: Vec::new(), notes: Vec::new(), strands: stood, start: self.share, ..*self };
            part.origin(*origin);
            scale(&mut part.strands, share);
            strands.extend(part.strands);
            parts.push(Branch { share, steps: part.steps });
        }
        self.strands = strands;
        let split = Step::new("origins", StepStage::Claim, Op::Split);
        self.push(Step { value: Some(share), standing: Basis::Entered, parts, ..split });
    }

    /// The steps of a strand, from field to garment.
    fn strand(&self, strand: Strand, place: Option<Place>) -> Vec<Step> {
        self.strand_at(strand, self.plan.crop, place)
    }

    /// `place` is what was said, for the sentence of its row: a row may serve many places.
    fn strand_at(&self, strand: Strand, crop: Option<Crop>, place: Option<Place>) -> Vec<Step> {
        let of_china = crop.map_or(REGION_OF_CHINA, |crop| crop.of_china);
        let of_world = crop.map_or(REGION_OF_WORLD, |crop| crop.of_world);
        let mut figures: Vec<(&'static str, StepStage, FigureId)> = match strand.region_share {
            _ if strand.path_share.is_world() => {
                vec![("region-of-world", StepStage::World, of_world)]
            }
            RegionShare::Cloth => vec![
                ("region-of-china", StepStage::Grown, of_china),
                ("china-home-grown", StepStage::Spun, CHINA_HOME_GROWN),
                ("china-home-spun", StepStage::Woven, CHINA_HOME_SPUN),
            ],
            RegionShare::Yarn => {
                vec![
                    ("region-of-china", StepStage::Grown, of_china),
                    ("china-home-grown", StepStage::Spun, CHINA_HOME_GROWN),
                ]
            }
            RegionShare::Field => vec![("region-of-china", StepStage::Grown, of_china)],
            RegionShare::RegionSewn => vec![("region-sewn", StepStage::Sewn, REGION_SEWN)],
            RegionShare::RegionWoven => vec![("region-woven", StepStage::Woven, REGION_WOVEN)],
            RegionShare::RegionSpun => vec![("region-spun", StepStage::Spun, REGION_SPUN)],
            RegionShare::Region => Vec::new(),
        };
        figures.extend(path::figures(strand));
        let mut running = 1.0;
        let mut steps = Vec::with_capacity(figures.len());
        for (index, (id, stage, figure)) in figures.into_iter().enumerate() {
            let op = if index == 0 { Op::Start } else { Op::Times };
            let said = place.filter(|_| id == "china-processed").map(|place| place.to_string());
            let one = Step { value: Some(self.columns.best(figure)), said, ..Step::new(id, stage, op) }.on(figure);
            running = one.apply(running);
            steps.push(Step { result: running, ..one });
        }
        if let PathShare::AnyPlace(any) = strand.path_share
            && !strand.path_share.is_world()
        {
            steps.push(market::average(any, running, &self.columns.figures));
        }
        steps
    }

    fn weighted(&self, strand: Strand) -> Vec<WeightedStrand> {
        self.weighted_at(strand, self.plan.crop)
    }

    fn weighted_at(&self, strand: Strand, crop: Option<Crop>) -> Vec<WeightedStrand> {
        let [w, s] = self.columns.central(strand, crop);
        vec![WeightedStrand { w, s }]
    }

    /// What stood is replaced: what was said stays on record, its figures go.
    fn replace(&mut self, steps: Vec<Step>, strands: Vec<WeightedStrand>) {
        self.steps.retain(|step| step.op == Op::Say);
        for step in &mut self.steps {
            step.result = self.start;
        }
        self.share = self.start;
        for step in steps {
            self.push(step);
        }
        self.strands = strands;
    }

    fn say(&mut self, id: &'static str, stage: StepStage, said: Option<String>) {
        let standing = if said.is_some() { Basis::Entered } else { Basis::NotKnown };
        self.push(Step { standing, said, ..Step::new(id, stage, Op::Say) });
    }

    fn push(&mut self, step: Step) {
        self.share = step.apply(self.share);
        self.steps.push(Step { result: self.share, ..step });
    }
}

fn scale(strands: &mut [WeightedStrand], factor: f64) {
    for strand in strands {
        strand.w *= factor;
    }
}
