//! The steps to `central`, one figure at a time.

use super::estimate::Quantity;
use crate::figures::{FigureId, Standing};
use serde::Serialize;

/// One step of the way to `central`. A running value starts at 1; each step changes it as its [`Op`] says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// What the step says: a message id.
    pub id: &'static str,
    /// The quantity it leads to.
    pub of: Quantity,
    /// Where on the garment's path it stands.
    pub stage: StepStage,
    /// What it does to the running value.
    pub op: Op,
    /// The factor, share or count it brings in.
    pub value: Option<f64>,
    /// The running value after it.
    pub result: f64,
    /// How far to trust it, or who said it.
    pub standing: Basis,
    /// The figure it stands on.
    pub figure: Option<&'static str>,
    /// The year the figure describes.
    pub year: Option<&'static str>,
    /// What the person said: a place, a proof, a kind.
    pub said: Option<String>,
    /// The branches of `split` and `larger`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Branch>,
    /// The strands of `any`: parts of the garment that hold some independently of each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Vec<WeightedStrand>>,
}

/// A branch of a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Branch {
    /// What part of the result it makes.
    pub share: f64,
    /// Its steps, from the running value before the branching.
    pub steps: Vec<Step>,
}

/// A strand: share of the cotton, and share of that from the Region.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WeightedStrand {
    /// Share of the garment's cotton.
    pub w: f64,
    /// Of it, the share grown in the Region.
    pub s: f64,
}

/// What a step does to the running value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Op {
    /// Leaves it.
    Say,
    /// Sets it to the step's value.
    Start,
    /// Multiplies it by the step's value.
    Times,
    /// Makes it the sum over the parts of share times what the part's steps make of it.
    Split,
    /// Makes it 1 - product over groups of (1 - sum of w (1 - (1 - s)^value)).
    Any,
}

/// A stage of the path from field to garment, then what is weighed and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepStage {
    /// All the world's cotton.
    World,
    /// The field.
    Grown,
    /// The spinning mill.
    Spun,
    /// The weaving or knitting mill.
    Woven,
    /// The sewing room.
    Sewn,
    /// What is claimed of the cotton's origin.
    Claim,
    /// Cotton used before.
    Recycled,
    /// What the garment is made of.
    Fibres,
    /// What it weighs.
    Mass,
    /// What is lost in making it.
    Field,
    /// How many lots of cotton are in it.
    Lots,
}

/// What a step rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A figure that a publisher states.
    Published,
    /// A figure worked out from published ones.
    Derived,
    /// A figure that is our judgement.
    Judged,
    /// A figure replaced for this answer: its sources do not stand behind it.
    Replaced,
    /// The person said so.
    Entered,
    /// Nobody said.
    NotKnown,
}

impl From<Standing> for Basis {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Published => Self::Published,
            Standing::Derived => Self::Derived,
            Standing::Judged => Self::Judged,
        }
    }
}

impl Step {
    /// A step towards the share of the cotton that rests on nothing yet.
    pub(crate) fn new(id: &'static str, stage: StepStage, op: Op) -> Self {
        Self {
            id,
            of: Quantity::CottonShare,
            stage,
            op,
            value: None,
            result: 1.0,
            standing: Basis::NotKnown,
            figure: None,
            year: None,
            said: None,
            parts: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Names the figure that the step rests on.
    pub(crate) fn on(self, id: FigureId) -> Self {
        let figure = id.figure();
        Self { figure: Some(figure.id), year: Some(figure.year), standing: figure.standing.into(), ..self }
    }

    /// What the step makes of a running value.
    #[must_use]
    pub fn apply(&self, running: f64) -> f64 {
        let value = self.value.unwrap_or(1.0);
        match self.op {
            Op::Say => running,
            Op::Start => value,
            Op::Times => running * value,
            Op::Split => self.parts.iter().map(|part| part.share * run(&part.steps, running)).sum(),
            Op::Any => {
                let holds_any = |strands: &Vec<WeightedStrand>| -> f64 {
                    strands.iter().map(|strand| strand.w * (1.0 - libm::pow(1.0 - strand.s, value))).sum()
                };
                1.0 - self.groups.iter().map(|strands| 1.0 - holds_any(strands)).product::<f64>()
            }
        }
    }
}

/// What a chain of steps makes of a running value.
#[must_use]
pub fn run(steps: &[Step], running: f64) -> f64 {
    steps.iter().fold(running, |running, step| step.apply(running))
}
