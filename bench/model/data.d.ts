/** What `bench-data` prints. */
export interface Data {
  figures: FigureData[];
  schemes: { id: string; origin: string | null; proof: string | null }[];
  /** Years of the crops that have figures; `recent` begins those that an unknown year stands for. */
  crops: { first: number; recent: number; last: number };
  /** Members of the EU, which have its row of `china-processed` where they have none of their own. */
  members: string[];
  /** Years of purchase from which the tables of markets hold, and the figures of what buyers left. */
  since: { markets: number; switched: number };
  /** Names, in the order of the point set's dimensions. */
  dimensions: string[];
  points: { bits: number; directions: number[][]; shifts: number[] };
  quantiles: { reach: number; bend: number; expansions: number[][][] };
}

export interface FigureData {
  id: string;
  best: number;
  low: number;
  high: number;
  standing: string;
  dimension: string | null;
  tilted: boolean | null;
}

export type Fabric = "knit" | "woven" | "any";

/** What share of the garment's cotton came by a path: for `central`, and at each point. */
export interface Way {
  central: number;
  column: Float64Array;
  /** Whether the place was drawn: then `central` is the world's share and not this. */
  drawn: boolean;
}

export type LotName = "cloth" | "yarn" | "field" | "regionSewn" | "regionWoven" | "regionSpun" | "region";

/** What share of the cotton on a path is the Region's, and the chance that some lots hold any of it. */
export interface Lot {
  central: number;
  share: Float64Array;
  any: Float64Array;
}

export interface Crop {
  /** The Region's share of the world's cotton. */
  world: number;
  /** The same at each point. */
  worlds: Float64Array;
  lots: Record<LotName, Lot>;
}

export interface Strand {
  way: Way;
  lot: LotName;
}

/** What is to be computed for a garment. */
export interface Plan {
  crop: Crop;
  sewn: Strand;
  /** Stated places of cloth and yarn, latest stage first. */
  stated: Stated[];
  origins: { place: string; proof: string }[];
  recycled: number;
  cotton: Cotton;
}

export interface Stated {
  place: string;
  strand: Strand;
  /** Cloth, else yarn. */
  cloth: boolean;
}

export type Cotton = { kind: "none" } | { kind: "fraction"; fraction: number } | { kind: "usual" };

/** What a strand gives at every point: `central` first. */
export interface Outcome {
  share: Float64Array;
  any: Float64Array;
}
