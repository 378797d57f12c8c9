/** The types of the core's input and output, for the element, the pages, Node and TypeScript users alike. */

import type { Fabric, FibreKind, Field, Garment, Kind, Proof } from "#unions";

export type { Fabric, FibreKind, Field, Garment, Kind, Proof };

/** ISO 3166-1 alpha-2, `EU` if a label says only that, or `CN-XJ` for the Uyghur Region. */
export type Place = string;

/** One fibre of a composition, as a label gives it. */
export interface Fibre {
  /** An id of `catalogue().fibres`. */
  fibre: string;
  /** Percent of the mass, 0 to 100. */
  percent?: number;
  recycled?: boolean;
  organic?: boolean;
}

/** A part of a garment with its own composition. If every part has a mass or a share, they are weighted by it; otherwise only the main part counts. */
export interface Component {
  /** Its name on the label; `main`, `shell` or `outer` marks the main part, which is otherwise the first. */
  name?: string;
  fibres: Fibre[];
  massGrams?: number;
  /** Share of the garment's mass, 0 to 1. */
  share?: number;
}

/** Shares are 0 to 1, masses are grams. `low` and `high` are the 5th and 95th percentile. */
export interface Estimate { low: number; central: number; high: number; mean: number }

/** Where no country of sewing is known, `low` and `high` are the spread over the countries, and `ofAverage` says how well their average is known. */
export interface SpreadEstimate extends Estimate { ofAverage?: { low: number; high: number } }

/** `carrier`: on whose page it was read, where that is not the publisher's. */
export interface Source { publisher: string; carrier?: string; title: string; year: number; address: string; locator: string; trust: "primary" | "author" | "secondary" }

export type Standing = "published" | "derived" | "judged";

export interface Figure {
  id: string;
  what: string;
  unit: "share" | "grams" | "ratio" | "lots" | "weight" | "years";
  best: number; low: number; high: number;
  /** The year or years it describes. */
  year: string;
  standing: Standing;
  basis: string;
  /** Of a derived figure: what of it is our own reading, with the reasons. */
  judged?: string;
  sources: Source[];
}

export type Quantity = "cottonShare" | "garmentShare" | "grams" | "fieldGrams" | "inPart";

/** The stage of a garment's path that a step belongs to, from field to garment; then the quantities of the garment. */
export type Stage = "world" | "grown" | "spun" | "woven" | "sewn" | "claim" | "recycled" | "fibres" | "mass" | "field" | "lots";

/**
 * One step of the way to `central`. A running value starts at 1 and each step changes it:
 * `say` leaves it; `start` sets it to `value`; `times` multiplies it by `value`;
 * `split` makes it the sum over `parts` of `share` times the value that the part's steps give, each starting from the running value;
 * `any` makes it the chance that any is in it: 1 minus the product over `groups` of (1 minus the sum over strands of w (1-(1-s)^value)).
 */
export interface Step {
  /** Message id: what this step says. */
  id: string;
  /** The quantity that this step leads to. */
  of: Quantity;
  stage: Stage;
  op: "say" | "start" | "times" | "split" | "any";
  value: number | null;
  /** The running value after this step. */
  result: number;
  standing: Standing | "replaced" | "entered" | "not-known";
  /** Where the value is a figure: its id in `figures()`, the year it describes, and its sources. */
  figure: string | null;
  year: string | null;
  sources: Source[];
  /** If the value depends on an answer of the visitor: the place, the proof or the kind. */
  said: string | null;
  parts?: { share: number; steps: Step[] }[];
  groups?: { w: number; s: number }[][];
}

/** A note on the answer: a message id and the arguments of the message. */
export interface Note { id: string; field?: string; [argument: string]: string | number | undefined }

/** An unanswered question, and how its plausible answers would change `central` of a quantity. */
export interface Next {
  /** The field of a garment that would answer it. */
  question: Exclude<Field, "components" | "schemes">;
  of: Quantity;
  /** Mean change, up or down, over the weighted answers; null if there is nothing to compare with. */
  expectedChange: number | null;
  /** The least and the most that `central` could become. */
  low: number | null;
  high: number | null;
}

export interface Bounds { low: number; best: number; high: number }

/** Figures replaced for an answer, and `central` of every quantity before. */
export interface Replaced {
  figures: { figure: string; from: Bounds; to: Bounds }[];
  before: Record<Quantity, number | null>;
}

/** A stage of a garment's path, and the transfer of workers to factories elsewhere in China. `weaving` is knitting, too. */
export type PathStage = "growing" | "ginning" | "spinning" | "weaving" | "sewing" | "transfer";

/** What is known of a stage, and the entries of the record about it. No number depends on it. */
export interface StageRecord {
  stage: PathStage;
  /** Where it took place, if stated; of several origins of the cotton, the gravest. Ginning follows growing. */
  known: "region" | "china" | "elsewhere" | "not-known";
  place: Place | null;
  /**
   * Ids of `catalogue().record`; none where the stage took place elsewhere. Laws only if they were in force on some day of the year
   * of the purchase; all, where no year is known. China's denial is listed once, with the first stage that has anything to deny.
   */
  record: string[];
}

/** Something found, enacted, called for or denied. */
export interface RecordEntry {
  id: string;
  kind: "finding" | "warning" | "law" | "call" | "denial" | "convention" | "context";
  /** If empty, the entry belongs to the note of the same id. */
  stages: PathStage[];
  /** For a law the day from which it is in force; else the time it speaks of, or the day it was made: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  from: string;
  until: string | null;
  /** Of a law alone: the market where it is in force. */
  market?: Place;
  /** For a law, the day on which its ban starts, where that is later. */
  applies: string | null;
  /** Whether it is only about cotton and goods made of it. */
  cotton: boolean;
  /** One plain sentence, in English. */
  says: string;
  sources: Source[];
}

export interface Version { model: string; figures: string; package: string }

export interface Assessment {
  /** The share of the cotton that was grown in the Region. */
  cottonShare: SpreadEstimate | null;
  /** The same as a share of the whole garment's mass. */
  garmentShare: Estimate | null;
  /** Grams of such cotton in the garment. */
  grams: Estimate | null;
  /** Grams of such cotton fibre used to make it. */
  fieldGrams: Estimate | null;
  /** Chance that a garment like this one contains any. */
  inPart: SpreadEstimate | null;
  /** Why a quantity is null. */
  reasons: Partial<Record<Quantity, "no-cotton" | "mass-not-known" | "loss-not-known" | "cotton-fraction-not-known">>;
  steps: Step[];
  notes: Note[];
  /** All six stages, in order. */
  stages: StageRecord[];
  /** The unanswered questions; the one that would change the answer most comes first. */
  next: Next[];
  /** Only if `options.replace` was used. */
  replaced?: Replaced;
  version: Version;
}

/** The answer to a form over a garment. */
export interface FormAnswer {
  /** The garment of the form and its base; null, as is `assessment`, if something has to be corrected first. */
  garment: Garment | null;
  assessment: Assessment | null;
  /** The problems of the form. If there is an `assessment` all the same, percentages added up to more than 100 and were scaled. */
  problems: Problem[];
  /** The sum of the percentages of `fibres`, as entered; null if there are fewer than two, or one is invalid. */
  total: number | null;
}

/** Several garments, and all of them together. */
export interface Wardrobe { garments: Assessment[]; total: Total }

/** Ranges are computed draw by draw, as shared figures move all garments together. */
export interface Total {
  grams: Estimate;
  fieldGrams: Estimate;
  /** The expected number of garments that contain any. */
  garmentsWithAny: Estimate;
  /** Indexes of garments that `grams` leaves out, because their mass is not known. */
  withoutGrams: number[];
  withoutFieldGrams: number[];
}

type Indexes = Uint8Array | Uint16Array | Uint32Array;
type Numbers = Float64Array | Float32Array;

/** A catalogue as columns of equal length; missing columns are unknown. */
export interface Table {
  /**
   * The names that the columns of indexes refer to; an empty name stands for unknown. Ids, or words in any language of the label reader: "Jeans", "Baumwolle",
   * "60% cotton, 40% polyester", "Bangladesh". At most a million.
   */
  names?: string[];
  kind?: Indexes;
  /** What it is made of. Together with `cottonPercent` it is a problem of the row. */
  fibres?: Indexes;
  madeIn?: Indexes;
  fabricIn?: Indexes;
  spunIn?: Indexes;
  cottonFrom?: Indexes;
  proof?: Indexes;
  /** Years; 0 stands for unknown. */
  boughtIn?: Indexes;
  soldIn?: Indexes;
  /** Grams; NaN stands for unknown. */
  massGrams?: Numbers;
  /** Percent of the mass; NaN stands for unknown. */
  cottonPercent?: Numbers;
  /** Percent of the mass that is recycled cotton, a part of `cottonPercent`; NaN stands for unknown. */
  recycledPercent?: Numbers;
  /**
   * Texts of labels, in `names`: each is read once, and fills in what the row's columns leave open. A proof belongs to its
   * origin and is not applied to another.
   */
  label?: Indexes;
}

/** A stretch of a text: `text.slice(start, end)`. */
export interface Span { start: number; end: number }

/** What a label says, as far as it could be read. */
export interface Reading {
  /** What is sure or likely, as `assess` takes it. */
  garment: Garment;
  /** Where each field stands, in the order of the text; one that is said again is listed again. Spans of different fields can overlap. */
  fields: FoundField[];
  /** Stretches of the text that were not used, in order, never across a line. */
  unused: Span[];
  notes: ReadingNote[];
  /** Names that stand where a place should and that no place has, by the field that they would fill. */
  unplaced: { field: "madeIn" | "fabricIn" | "spunIn" | "cottonFrom"; span: Span }[];
  /** The language of the text (an IETF tag), where its words or letters tell. */
  language?: string;
  /** What each component of the garment is, in their order: a part of it, the garment in one of its colours, a garment of a set. */
  componentsOf?: ("part" | "colour" | "piece")[];
  /** A composition that adds up to more than 101 %, which no garment holds: one of its numbers is wrong. */
  overfull?: { total: number; fibres: { fibre: string; percent?: number }[] };
  /** What the cloth weighs, grams by the square metre. */
  clothWeight?: number;
  /** The size, as it is written. */
  size?: string;
  /** How many of the garment are in a pack. */
  pack?: number;
  /** Where the text says that something does not come from. That alone is no evidence of where it does: `assess` does not take it. */
  excludes: { of: "cotton" | "yarn" | "cloth" | "sewing"; place: Place; span: Span }[];
  /** Places of what no field of a garment holds: `brand` is of brand and sale, `part` of buttons or a lining, `fibre` of one that is not cotton. */
  otherPlaces: { what: "dyed" | "printed" | "finished" | "designed" | "imported" | "brand" | "part" | "fibre"; place: Place; span: Span }[];
}

export interface FoundField {
  /** Its path in the garment: `fibres.0`, `components.1.fibres.0`, `madeIn`, `cottonFrom`, `schemes`, `kind`, `massGrams`, and of the reading `clothWeight`, `size`, `pack`. */
  field: string;
  span: Span;
  /** An ambiguous field is left out of the garment. */
  certainty: "sure" | "likely" | "ambiguous";
  /**
   * What an ambiguous field can mean, at least one way; of a likely one, what else the text says and was passed over. Garments with nothing
   * but this field, or, of a component, with nothing but all components.
   */
  alternatives?: Garment[];
  /** Why it is not sure, if that can be told. */
  reason?: ReadingNote["id"];
  /** Of a fibre: its share is said to be at least so many percent. Such a fibre has no `percent` in the garment. */
  atLeast?: number;
  /** Of a fibre: its share is said to be at most so many percent. */
  atMost?: number;
}

/** A note on a reading. */
export interface ReadingNote {
  id:
    | "total-under-100" | "no-percentages" | "part-of" | "unknown-fibre" | "shared-percentage" | "mended" | "pure" | "by-colour"
    | "several-parts" | "main-part-unknown" | "several-compositions" | "several-countries" | "no-single-country" | "knitted-there"
    | "fibre-origin" | "several-kinds" | "weight-of-what" | "total-over-100" | "bound" | "excluded";
  field: Exclude<Field, "proof" | "boughtIn" | "soldIn" | "schemes">;
  span?: Span;
}

export interface ReadOptions {
  /** Languages whose names of countries are looked for, beside those that the text's own phrases speak. */
  languages?: string[];
}

/** One quantity for every row; NaN where it is not known. */
export type Estimates = Record<keyof Estimate, Float64Array>;

/** Each row's numbers are those that `assess` gives to the garment that its label and its columns say. */
export interface TableAnswer extends Record<Quantity, Estimates> {
  /** The status of each row: 0 computed, 1 no cotton (its share is NaN, the other quantities zero), 2 not computed. */
  status: Uint8Array;
  /** The problems of rows, which are counted from 0. */
  problems: { row: number; field: string; code: Problem["code"]; value: string }[];
  version: Version;
}

/**
 * One problem of the input. `field` is a path such as `fibres.0.percent`.
 *
 * Plain objects, arrays, texts, numbers and flags are taken; anything else (a date, a class of your own, a BigInt) is `wrong-type` at its field.
 * Lists and objects have at most 1000 entries, else they are `out-of-range`. Numbers may be texts, as people write them; `ambiguous-number` is
 * one that can be read in two ways: `"1,000"` grams.
 */
export interface Problem {
  field: string;
  code:
    | "unknown-field" | "wrong-type" | "unknown-kind" | "unknown-fibre" | "unknown-place" | "unknown-proof" | "unknown-scheme" | "unknown-figure" | "unknown-value"
    | "not-a-number" | "ambiguous-number" | "not-whole" | "out-of-range" | "total-over-100" | "missing" | "only-one" | "wrong-length";
  /** What was entered, as text. */
  value?: string;
  min?: number;
  max?: number;
}

/** Thrown for bad input: every problem at once. */
export interface CottonOriginError extends Error { name: "CottonOriginError"; code: "bad-garment" | "bad-options" | "bad-table" | "bad-label"; fields: Problem[] }

/** What a label, a scheme or a seller claims about the cotton. */
export interface Scheme {
  id: string;
  name: string;
  /** The chain of custody: how the fibre is tracked. */
  chain: "physical" | "mass-balance" | "documents" | "none" | "test";
  /** Where it says that the cotton grew; `stated`: in the country that the claim names; null: it does not say. */
  origin: Place | "outside-CN" | "stated" | null;
  proof: Proof | null;
  says: string;
  doesNotSay: string;
  sources: Source[];
}

export interface Catalogue {
  kinds: { id: Kind; fabric: Fabric | null }[];
  fibres: { id: FibreKind; cotton: boolean }[];
  /** Every place that can be named; `figure` says whether it has a figure of its own. */
  places: { id: Place; figure: boolean }[];
  proofs: Proof[];
  schemes: Scheme[];
  /** What is on record about the work behind the cotton. */
  record: RecordEntry[];
  /** Years in which a garment can have been bought. */
  years: { first: number; last: number };
  /** The crops that have figures. */
  crops: { first: number; last: number };
}

export interface CottonOrigin {
  assess(garment: Garment, options?: AssessOptions): Assessment;
  /**
   * The share of the cotton as twenty equally likely values, lowest first: the middle of each twentieth of its distribution.
   * Null where there is no cotton.
   */
  quantiles(garment: Garment, options?: AssessOptions): number[] | null;
  /** Several garments, at most 2000, and their totals. Fields of a bad garment begin with its index: `3.madeIn`. */
  assessAll(garments: Garment[], options?: AssessOptions): Wardrobe;
  /** A whole catalogue, columns in and columns out. Invalid rows are reported in `problems`; the others are still computed. */
  assessTable(table: Table, options?: TableOptions): TableAnswer;
  /** Reads a label or a shop's description, in any language, into a garment. Where it is ambiguous the field is left empty. */
  readLabel(text: string, options?: ReadOptions): Reading;
  /**
   * Assesses a page's own form, or a link, over what is known of a garment. A field that the entries name is theirs, even where it is empty;
   * any other stays as in `base`. `fibres` and `components` count as one field. Problems of the entries are returned, not
   * thrown; those of `base` or the options are thrown, as by `assess`.
   */
  assessEntries(entries: FormData | URLSearchParams, base?: Garment, options?: AssessOptions): FormAnswer;
  /** Reads a page's own form or link into a garment: `kind=jeans&fibres.0.fibre=cotton&fibres.0.percent=60`. Same errors as `assess`. */
  garment(entries: FormData | URLSearchParams): Garment;
  catalogue(): Catalogue;
  figures(): Figure[];
  version(): Version;
}

export interface AssessOptions {
  /** Figures replaced for this answer, by id: a value, or a value with its bounds. */
  replace?: Record<string, number | Bounds>;
}

export interface TableOptions extends AssessOptions {
  /** What to do with a row that has an invalid column: not compute it ("omit-row", the default), or compute it without that column. */
  onProblem?: "omit-row" | "skip";
}

export interface LoadOptions {
  /** The wasm, if not the one beside the script: an address, its bytes, or a compiled module. */
  wasm?: string | URL | Response | BufferSource | WebAssembly.Module;
  /** The label reader's wasm (`cotton_origin_label.wasm`), if not the one beside the script: as `wasm`. */
  label?: LoadOptions["wasm"];
  /** The texts of the figures (`figures.json`), if not those beside the script: an address, a response, or the parsed content. */
  figures?: string | URL | Response | object;
}

/** Loads the core, its figures and the label reader. Calls share one instance; a failed load can be tried again. */
export function load(options?: LoadOptions): Promise<CottonOrigin>;
