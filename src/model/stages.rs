//! What is known of the garment's path, and what the record says of each stage. Words: nothing here is computed with.
//!
//! Which entries are listed with a stage:
//! - none where the stage is said to have taken place outside China, or where there is no cotton and the stage is the field or
//!   the gin;
//! - laws, where the year of the purchase is known, only if they were in force on some day of it, and where its market is known, only
//!   if they are in force there; with neither, all, and the record gives dates and markets;
//! - everything else whenever it was said: what was found in one year is on record in the next;
//! - what speaks of cotton only, not for a garment without cotton;
//! - the denial once, with the first stage that has anything to deny.

use super::plan::Plan;
use crate::{
    assessment::{Known, StageRecord},
    garment::{Cotton, Garment},
    record::{self, Entry, EntryKind, PathStage},
    vocabulary::Place,
};

/// A place as said, and what that tells.
type Said = (Known, Option<Place>);

/// All six stages, in order.
pub(crate) fn stages(garment: &Garment, plan: &Plan) -> Vec<StageRecord> {
    let mut denied = false;
    let stage = |stage| {
        let (known, place) = said(stage, garment, plan);
        let listed = record::all().iter().filter(|entry| speaks(entry, stage, known, garment, plan));
        let record: Vec<&Entry> = listed.filter(|entry| entry.kind != EntryKind::Denial || !denied).collect();
        denied |= record.iter().any(|entry| entry.kind == EntryKind::Denial);
        let record = record.into_iter().map(|entry| entry.id).collect();
        StageRecord { stage, known, place: place.map(|place| place.to_string()), record }
    };
    PathStage::ALL.into_iter().map(stage).collect()
}

fn speaks(entry: &Entry, stage: PathStage, known: Known, garment: &Garment, plan: &Plan) -> bool {
    let no_cotton = plan.cotton == Cotton::None;
    let not_grown = no_cotton && matches!(stage, PathStage::Growing | PathStage::Ginning);
    let in_time = entry.kind != EntryKind::Law || garment.bought_in.is_none_or(|year| entry.covers(year));
    let in_force = |sold_in: Place| entry.market.is_none_or(|market| sold_in == market || sold_in.is_within(market));
    let in_time = in_time && garment.sold_in.is_none_or(in_force);
    known != Known::Elsewhere && entry.stages.contains(&stage) && in_time && !not_grown && !(no_cotton && entry.cotton)
}

fn said(stage: PathStage, garment: &Garment, plan: &Plan) -> Said {
    match stage {
        // Cotton is ginned where it grows.
        PathStage::Growing | PathStage::Ginning => grown(plan),
        PathStage::Spinning => known(garment.spun_in),
        PathStage::Weaving => known(garment.fabric_in),
        PathStage::Sewing => known(garment.made_in),
        PathStage::Transfer => transfer(garment),
    }
}

fn known(place: Option<Place>) -> Said {
    let known = match place {
        None => Known::NotKnown,
        Some(Place::Region) => Known::Region,
        Some(Place::CHINA) => Known::China,
        Some(Place::Country(_)) => Known::Elsewhere,
    };
    (known, place)
}

/// Of several stated origins the gravest: the Region, then China. A scheme that states an origin states it here, too.
fn grown(plan: &Plan) -> Said {
    let places = || plan.origins.iter().map(|origin| origin.place);
    let gravest = [Place::Region, Place::CHINA].into_iter().find(|place| places().any(|origin| origin == Some(*place)));
    match (gravest, plan.origins.first()) {
        (Some(place), _) => known(Some(place)),
        // None here is a scheme of several countries, all outside China.
        (None, Some(origin)) => (Known::Elsewhere, origin.place),
        (None, None) => known(None),
    }
}

/// Workers were moved to mills and sewing rooms in other parts of China: that matters where one of this garment's is there,
/// then where one is in the Region, then where the place of one is not known.
fn transfer(garment: &Garment) -> Said {
    let places = [garment.made_in, garment.fabric_in, garment.spun_in];
    let first = [Some(Place::CHINA), Some(Place::Region), None].into_iter().find(|place| places.contains(place));
    first.map_or((Known::Elsewhere, None), known)
}
