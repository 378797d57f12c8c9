//! Strands: the paths by which cotton reaches a garment, by what is known of them.
//!
//! A strand is a share of the garment's cotton (its *way*) and the share of that which grew in the Region (its *lot*). What
//! is left of the garment's cotton came by ways on which none did.

use crate::{
    figures::{CHINA_PROCESSED, FIRST_CROP, FigureId, LAST_CROP, Processed, REGION_OF_CHINA_BY, REGION_OF_WORLD_BY},
    vocabulary::{Fabric, Place, Year},
};

/// A way and a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strand {
    pub(crate) way: Way,
    pub(crate) lot: Lot,
}

/// What share of the garment's cotton came by a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    /// All of it.
    All,
    /// Chinese cloth and yarn in what is sewn in a place: `cotton-tilt` x `china-processed`.
    Sewn(Row),
    /// Chinese yarn in cloth made in a place: `yarn-of-fabric` of the same.
    Woven(Row),
    /// Chinese cotton in yarn spun outside China: `foreign-lint`.
    ForeignYarn,
    /// Nothing is known: a place drawn by `sewn-in`, and what holds for it.
    AnyPlace(Option<Fabric>),
}

/// What share of the cotton on a path grew in the Region: a = share of China's crop, h of lint grown at home, v of yarn spun
/// at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lot {
    /// In cloth that Chinese weavers and knitters make: a h v.
    Cloth,
    /// In yarn that Chinese mills spin: a h.
    Yarn,
    /// In cotton grown in China: a.
    Field,
    /// In garments sewn in the Region.
    RegionSewn,
    /// In cloth made in the Region.
    RegionWoven,
    /// In yarn spun in the Region.
    RegionSpun,
    /// In cotton grown in the Region: all.
    Region,
}

/// A row of `china-processed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row(u8);

impl Row {
    pub(crate) fn get(self) -> &'static Processed {
        &CHINA_PROCESSED[usize::from(self.0)]
    }

    /// The row for a place and fabric, else for the place; None where there is no figure for the place. No place: any other.
    pub(crate) fn of(place: Option<Place>, fabric: Option<Fabric>) -> Option<Self> {
        let find = |fabric| CHINA_PROCESSED.iter().position(|row| row.place == place && row.fabric == fabric);
        let index = find(fabric).or_else(|| find(None))?;
        u8::try_from(index).ok().map(Self)
    }

    /// The row for places without a figure of their own.
    pub(crate) fn elsewhere() -> Self {
        Self::of(None, None).expect("tests/figures.rs: there is a row for other places")
    }
}

impl Strand {
    /// What is sewn in a place.
    pub(crate) fn sewn(place: Place, fabric: Option<Fabric>) -> Self {
        match place {
            Place::Region => Self::REGION_SEWN,
            Place::CHINA => Self { way: Way::All, lot: Lot::Cloth },
            other @ Place::Country(_) => Self { way: Way::Sewn(row(other, fabric)), lot: Lot::Cloth },
        }
    }

    /// Cloth made in a place.
    pub(crate) fn woven(place: Place, fabric: Option<Fabric>) -> Self {
        match place {
            Place::Region => Self { way: Way::All, lot: Lot::RegionWoven },
            Place::CHINA => Self { way: Way::All, lot: Lot::Cloth },
            other @ Place::Country(_) => Self { way: Way::Woven(row(other, fabric)), lot: Lot::Yarn },
        }
    }

    /// Yarn spun in a place.
    pub(crate) fn spun(place: Place) -> Self {
        match place {
            Place::Region => Self { way: Way::All, lot: Lot::RegionSpun },
            Place::CHINA => Self { way: Way::All, lot: Lot::Yarn },
            Place::Country(_) => Self { way: Way::ForeignYarn, lot: Lot::Field },
        }
    }

    /// What is sewn in the Region.
    pub(crate) const REGION_SEWN: Self = Self { way: Way::All, lot: Lot::RegionSewn };
    /// Cotton grown in China.
    pub(crate) const CHINA: Self = Self { way: Way::All, lot: Lot::Field };
    /// Cotton grown in the Region.
    pub(crate) const REGION: Self = Self { way: Way::All, lot: Lot::Region };

    /// A garment of which nothing is known, but perhaps whether it is knit or woven.
    pub(crate) fn unknown(fabric: Option<Fabric>) -> Self {
        Self { way: Way::AnyPlace(fabric), lot: Lot::Cloth }
    }
}

fn row(place: Place, fabric: Option<Fabric>) -> Row {
    Row::of(Some(place), fabric).unwrap_or_else(Row::elsewhere)
}

/// The crop that a garment's cotton is taken to be from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Crop {
    /// `region-of-china` of that crop.
    pub(crate) of_china: FigureId,
    /// `region-of-world` of that crop.
    pub(crate) of_world: FigureId,
    /// Where the year lies beside the table.
    pub(crate) beside: Option<Beside>,
}

/// A crop that the table does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Beside {
    Before,
    After,
}

impl Crop {
    /// The crop of the year before a purchase, not after the table's last.
    pub(crate) fn bought_in(year: Year, lag: u16) -> Self {
        let crop = year.get() - lag;
        let beside = match crop {
            ..FIRST_CROP => Some(Beside::Before),
            FIRST_CROP..=LAST_CROP => None,
            _ => Some(Beside::After),
        };
        Self { beside, ..Self::of(crop.min(LAST_CROP)) }
    }

    /// A crop of the table, or of the years before it.
    pub(crate) fn of(year: u16) -> Self {
        let key = if year < FIRST_CROP { format!("before-{FIRST_CROP}") } else { year.to_string() };
        let find =
            |family: &crate::figures::Family| family.get(&key).expect("the build script: each crop has its figures");
        Self { of_china: find(&REGION_OF_CHINA_BY), of_world: find(&REGION_OF_WORLD_BY), beside: None }
    }
}
