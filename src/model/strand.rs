//! Strands: the paths by which cotton reaches a garment, by what is known of them.
//!
//! A strand is the share of the garment's cotton that came by one path (w in the method), and the share of that cotton which grew
//! in the Region (s). The rest of the garment's cotton came by paths that never touched the Region.

use crate::{
    figures::{CHINA_PROCESSED, FIRST_CROP, FigureId, LAST_CROP, Processed, REGION_OF_CHINA_BY, REGION_OF_WORLD_BY},
    vocabulary::{Fabric, Place, Year},
};

/// One path: its share of the garment's cotton, and the Region's share of what came by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strand {
    pub(crate) path_share: PathShare,
    pub(crate) region_share: RegionShare,
}

/// What share of the garment's cotton came by a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PathShare {
    /// All of it.
    All,
    /// Chinese cloth and yarn in what is sewn in a place: `cotton-tilt` x `china-processed`.
    Sewn(ProcessedRow),
    /// Chinese yarn in cloth made in a place: `yarn-of-fabric` of the same.
    Woven(ProcessedRow),
    /// Chinese cotton in yarn spun outside China: `foreign-lint`.
    ForeignYarn,
    /// Nothing is known: a place drawn by `sewn-in`, and what holds for it.
    AnyPlace(Option<Fabric>),
}

/// What share of the cotton on a path grew in the Region: a = share of China's crop, h of lint grown at home, v of yarn spun
/// at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RegionShare {
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
pub(crate) struct ProcessedRow(u8);

impl ProcessedRow {
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
            Place::CHINA => Self { path_share: PathShare::All, region_share: RegionShare::Cloth },
            other @ Place::Country(_) => {
                Self { path_share: PathShare::Sewn(row(other, fabric)), region_share: RegionShare::Cloth }
            }
        }
    }

    /// Cloth made in a place.
    pub(crate) fn woven(place: Place, fabric: Option<Fabric>) -> Self {
        match place {
            Place::Region => Self { path_share: PathShare::All, region_share: RegionShare::RegionWoven },
            Place::CHINA => Self { path_share: PathShare::All, region_share: RegionShare::Cloth },
            other @ Place::Country(_) => {
                Self { path_share: PathShare::Woven(row(other, fabric)), region_share: RegionShare::Yarn }
            }
        }
    }

    /// Yarn spun in a place.
    pub(crate) fn spun(place: Place) -> Self {
        match place {
            Place::Region => Self { path_share: PathShare::All, region_share: RegionShare::RegionSpun },
            Place::CHINA => Self { path_share: PathShare::All, region_share: RegionShare::Yarn },
            Place::Country(_) => Self { path_share: PathShare::ForeignYarn, region_share: RegionShare::Field },
        }
    }

    /// What is sewn in the Region.
    pub(crate) const REGION_SEWN: Self = Self { path_share: PathShare::All, region_share: RegionShare::RegionSewn };
    /// Cotton grown in China.
    pub(crate) const CHINA: Self = Self { path_share: PathShare::All, region_share: RegionShare::Field };
    /// Cotton grown in the Region.
    pub(crate) const REGION: Self = Self { path_share: PathShare::All, region_share: RegionShare::Region };

    /// A garment of which nothing is known, but perhaps whether it is knit or woven.
    pub(crate) fn unknown(fabric: Option<Fabric>) -> Self {
        Self { path_share: PathShare::AnyPlace(fabric), region_share: RegionShare::Cloth }
    }
}

fn row(place: Place, fabric: Option<Fabric>) -> ProcessedRow {
    ProcessedRow::of(Some(place), fabric).unwrap_or_else(ProcessedRow::elsewhere)
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
