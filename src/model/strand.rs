//! Strands: the paths by which cotton reaches a garment, by what is known of them.
//!
//! A strand is the share of the garment's cotton that came by one path (w in the method), and the share of that cotton which grew
//! in the Region (s). The rest of the garment's cotton came by paths that never touched the Region.

use crate::{
    figures::{
        CHINA_PROCESSED, FIRST_CROP, FigureId, LAST_CROP, MARKETS_SINCE, Processed, REGION_OF_CHINA_BY,
        REGION_OF_WORLD_BY, SEWN_IN, SWITCH_BY, SWITCHED_SINCE,
    },
    vocabulary::{Fabric, Place, Year},
};

/// One path: its share of the garment's cotton, and the Region's share of what came by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strand {
    pub(crate) path_share: PathShare,
    pub(crate) region_share: RegionShare,
    /// What the path's share is multiplied by, where buyers of the market left such paths.
    pub(crate) switch: Option<Switch>,
}

/// A figure by which a market's buyers left a path, and for which purchases it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Switch {
    pub(crate) figure: FigureId,
    /// The year of purchase is not known: it holds in the draws whose crop is late enough, and not for `central`, which stands on base
    /// figures of before.
    pub(crate) by_crop: bool,
}

/// How a market's buyers left Chinese yarn and cloth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Switching {
    /// In garments sewn in China.
    pub(crate) china: Switch,
    /// In garments sewn elsewhere.
    pub(crate) elsewhere: Switch,
}

impl Switching {
    /// That of the market, for a purchase in that year; None where none is known or it was earlier.
    pub(crate) fn of(sold_in: Option<Place>, bought_in: Option<Year>) -> Option<Self> {
        let market = sold_in?;
        let by_crop = bought_in.is_none();
        let find = |path| SWITCH_BY.get(&format!("{}.{path}", market.code())).map(|figure| Switch { figure, by_crop });
        let switching = Self { china: find("china")?, elsewhere: find("third")? };
        bought_in.is_none_or(|year| year.get() >= SWITCHED_SINCE).then_some(switching)
    }
}

/// Where garments on sale are sewn: one of the tables of `sewn-in`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Market(u8);

impl Market {
    /// Of a garment of which the market is not known, or has no table.
    pub(crate) const WORLD: Self = Self(0);

    /// The table for what is sold there in that year; that of the world where there is none.
    pub(crate) fn of(sold_in: Option<Place>, bought_in: Option<Year>) -> Self {
        let serves = bought_in.is_none_or(|year| year.get() >= MARKETS_SINCE);
        sold_in.filter(|_| serves).and_then(Self::named).unwrap_or(Self::WORLD)
    }

    /// The table that a place has, or that holds for it as a member of the EU.
    pub(crate) fn named(place: Place) -> Option<Self> {
        let find = |place| SEWN_IN.iter().position(|table| table.market == Some(place));
        let index = find(place).or_else(|| place.is_within(Place::EU).then(|| find(Place::EU))?)?;
        u8::try_from(index).ok().map(Self)
    }

    /// Every place with a table of its own.
    pub(crate) fn places() -> impl Iterator<Item = Place> {
        SEWN_IN.iter().filter_map(|table| table.market)
    }

    /// Places of sewing, each with its weight; no place: any other.
    pub(crate) fn rows(self) -> &'static [(Option<Place>, FigureId)] {
        SEWN_IN[usize::from(self.0)].rows
    }
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
    /// The place of sewing is not known: one drawn by the market's table, and what holds for it.
    AnyPlace(AnyPlace),
    /// The same, averaged over the table at every draw.
    Average(AnyPlace),
    /// Chinese cloth in what is sewn nobody knows where: all of it, but of what is sewn in China what its buyers left.
    ChinaCloth(AnyPlace),
}

impl PathShare {
    /// Whether it is that of a garment from the world's table, whose `central` is the base figure.
    pub(crate) fn is_world(self) -> bool {
        matches!(
            self,
            Self::AnyPlace(AnyPlace { market: Market::WORLD, .. })
                | Self::Average(AnyPlace { market: Market::WORLD, .. })
        )
    }
}

/// A garment sewn nobody knows where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AnyPlace {
    pub(crate) market: Market,
    pub(crate) fabric: Option<Fabric>,
    pub(crate) switching: Option<Switching>,
}

impl AnyPlace {
    /// One of which nothing is known.
    pub(crate) const WORLD: Self = Self { market: Market::WORLD, fabric: None, switching: None };

    /// The strand of each place of its table, with the place's weight.
    pub(crate) fn strands(self) -> impl Iterator<Item = (FigureId, Strand)> {
        self.market.rows().iter().map(move |(place, weight)| (*weight, self.strand(*place)))
    }

    /// What is sewn in a place of the table; no place: any other.
    pub(crate) fn strand(self, place: Option<Place>) -> Strand {
        match place {
            Some(place) => Strand::sewn(place, self.fabric, self.switching),
            None => Strand {
                path_share: PathShare::Sewn(ProcessedRow::elsewhere()),
                region_share: RegionShare::Cloth,
                switch: self.switching.map(|switching| switching.elsewhere),
            },
        }
    }
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
    const fn all(region_share: RegionShare) -> Self {
        Self { path_share: PathShare::All, region_share, switch: None }
    }

    /// What is sewn in a place.
    pub(crate) fn sewn(place: Place, fabric: Option<Fabric>, switching: Option<Switching>) -> Self {
        match place {
            Place::Region => Self::REGION_SEWN,
            Place::CHINA => {
                Self { switch: switching.map(|switching| switching.china), ..Self::all(RegionShare::Cloth) }
            }
            other @ Place::Country(_) => Self {
                path_share: PathShare::Sewn(row(other, fabric)),
                region_share: RegionShare::Cloth,
                switch: switching.map(|switching| switching.elsewhere),
            },
        }
    }

    /// Cloth made in a place, for a garment sewn in another or nobody knows where.
    pub(crate) fn woven(place: Place, fabric: Option<Fabric>) -> Self {
        match place {
            Place::Region => Self::all(RegionShare::RegionWoven),
            Place::CHINA => Self::all(RegionShare::Cloth),
            other @ Place::Country(_) => {
                Self { path_share: PathShare::Woven(row(other, fabric)), region_share: RegionShare::Yarn, switch: None }
            }
        }
    }

    /// Chinese cloth in a garment of that strand. Where the garment was sewn in China, too, this states nothing new: buyers left it as they left
    /// the garment.
    pub(crate) fn china_cloth(sewn: Self) -> Self {
        match sewn.path_share {
            PathShare::All if sewn.region_share == RegionShare::Cloth => sewn,
            PathShare::AnyPlace(any) if any.switching.is_some() => {
                Self { path_share: PathShare::ChinaCloth(any), ..Self::all(RegionShare::Cloth) }
            }
            _ => Self::all(RegionShare::Cloth),
        }
    }

    /// Yarn spun in a place.
    pub(crate) fn spun(place: Place) -> Self {
        match place {
            Place::Region => Self::all(RegionShare::RegionSpun),
            Place::CHINA => Self::all(RegionShare::Yarn),
            Place::Country(_) => {
                Self { path_share: PathShare::ForeignYarn, region_share: RegionShare::Field, switch: None }
            }
        }
    }

    /// What is sewn in the Region.
    pub(crate) const REGION_SEWN: Self = Self::all(RegionShare::RegionSewn);
    /// Cotton grown in China.
    pub(crate) const CHINA: Self = Self::all(RegionShare::Field);
    /// Cotton grown in the Region.
    pub(crate) const REGION: Self = Self::all(RegionShare::Region);
    /// Recycled cotton: that of a garment of which nothing is known.
    pub(crate) const RECYCLED: Self = Self::any_place(AnyPlace::WORLD);

    /// A garment sewn nobody knows where.
    pub(crate) const fn any_place(any: AnyPlace) -> Self {
        Self { path_share: PathShare::AnyPlace(any), region_share: RegionShare::Cloth, switch: None }
    }

    /// The same, averaged over the places at every draw; itself where the place is known.
    pub(crate) fn averaged(self) -> Self {
        match self.path_share {
            PathShare::AnyPlace(any) => Self { path_share: PathShare::Average(any), ..self },
            _ => self,
        }
    }
}

fn row(place: Place, fabric: Option<Fabric>) -> ProcessedRow {
    let of_union = || place.is_within(Place::EU).then(|| ProcessedRow::of(Some(Place::EU), fabric))?;
    ProcessedRow::of(Some(place), fabric).or_else(of_union).unwrap_or_else(ProcessedRow::elsewhere)
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
