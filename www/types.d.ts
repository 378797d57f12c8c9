/** What the core takes and gives. One file: the element, the page, Node and TypeScript users read the same types. */

import type { Fabric, FibreKind, Field, Garment, Kind, Proof } from "#unions";

export type { Fabric, FibreKind, Field, Garment, Kind, Proof };

/** ISO 3166-1 alpha-2, `EU` where a label says only that, or `CN-XJ` for the Uyghur Region. */
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

/** A part of a garment with its own composition. Where every part has a mass or a share, they are weighed; else the main part counts. */
export interface Component {
  /** What the label calls it; `main`, `shell` or `outer` marks the main part, else it is the first. */
  name?: string;
  fibres: Fibre[];
  massGrams?: number;
  /** Share of the garment's mass, 0 to 1. */
  share?: number;
}

/** Shares are 0 to 1, masses are grams. `low` and `high` are the 5th and 95th percentile. */
export interface Estimate { low: number; central: number; high: number; mean: number }

export interface Source { publisher: string; title: string; year: number; address: string; locator: string; trust: "primary" | "author" | "secondary" }

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
  sources: Source[];
}

export type Quantity = "cottonShare" | "garmentShare" | "grams" | "fieldGrams" | "inPart";

/** The stage of a garment's path that a step speaks of, from field to garment, then what is weighed. */
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
  /** Where the person said it: a place, a proof, a kind. */
  said: string | null;
  parts?: { share: number; steps: Step[] }[];
  groups?: { w: number; s: number }[][];
}

/** Something worth saying about the answer: a message id and what goes into the sentence. */
export interface Note { id: string; field?: string; [argument: string]: string | number | undefined }

/** A question not answered, and what its plausible answers could do to `central` of a quantity. */
export interface Next {
  /** The field of a garment that would answer it. */
  question: Exclude<Field, "components" | "schemes">;
  of: Quantity;
  /** Mean change, up or down, over the weighted answers; null where there is nothing to compare with. */
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

/** What was said of a stage, and what the record says of it. Words: no number rests on it. */
export interface StageRecord {
  stage: PathStage;
  /** Where it took place, as far as was said: of several origins of the cotton the gravest. Ginning follows growing. */
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
  kind: "finding" | "law" | "call" | "denial" | "convention" | "context";
  /** Empty: it goes with the note of the same id. */
  stages: PathStage[];
  /** For a law the day from which it is in force; else the time it speaks of, or the day it was made: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  from: string;
  until: string | null;
  /** For a law, the day on which its ban starts, where that is later. */
  applies: string | null;
  /** Whether it speaks of cotton, and goods made with it, only. */
  cotton: boolean;
  /** One plain sentence, in English. */
  says: string;
  sources: Source[];
}

export interface Version { model: string; figures: string; package: string }

export interface Assessment {
  /** Of the cotton, the share grown in the Region. */
  cottonShare: Estimate | null;
  /** Of the whole garment's mass. */
  garmentShare: Estimate | null;
  /** Grams of such cotton in the garment. */
  grams: Estimate | null;
  /** Grams of such cotton fibre used to make it. */
  fieldGrams: Estimate | null;
  /** Chance that a garment like this one contains any. */
  inPart: Estimate | null;
  /** Why a quantity is null. */
  reasons: Partial<Record<Quantity, "no-cotton" | "mass-not-known" | "loss-not-known" | "cotton-fraction-not-known">>;
  steps: Step[];
  notes: Note[];
  /** All six stages, in order. */
  stages: StageRecord[];
  /** The questions not answered, the one that would move the answer most first. */
  next: Next[];
  /** Only where `options.replace` was used. */
  replaced?: Replaced;
  version: Version;
}

/** The answer to a form over a garment. */
export interface FormAnswer {
  /** What the form and its base say together; null, and no `assessment`, where something is to be put right first. */
  garment: Garment | null;
  assessment: Assessment | null;
  /** What is wrong in the form. Beside an `assessment`: percentages add up to more than 100, and each counts in proportion. */
  problems: Problem[];
  /** What the percentages of `fibres` add up to, as entered; null where there are fewer than two, or one is no percentage. */
  total: number | null;
}

/** Several garments, and all of them together. */
export interface Wardrobe { garments: Assessment[]; total: Total }

/** Ranges are taken draw by draw: what the garments share moves them together. */
export interface Total {
  grams: Estimate;
  fieldGrams: Estimate;
  /** How many of the garments can be expected to contain any. */
  garmentsWithAny: Estimate;
  /** Indexes of garments that `grams` leaves out, as no mass is known. */
  withoutGrams: number[];
  withoutFieldGrams: number[];
}

type Indexes = Uint8Array | Uint16Array | Uint32Array;
type Numbers = Float64Array | Float32Array;

/** A catalogue by columns of equal length; a column left out says nothing. */
export interface Table {
  /**
   * What the columns of indexes point to; an empty name says nothing. Ids, or words in the languages that labels are read in: "Jeans", "Baumwolle",
   * "60% cotton, 40% polyester", "Bangladesh". At most a million.
   */
  names?: string[];
  kind?: Indexes;
  /** What it is made of; where `cottonPercent` says it, too, that is a problem of the row. */
  fibres?: Indexes;
  madeIn?: Indexes;
  fabricIn?: Indexes;
  spunIn?: Indexes;
  cottonFrom?: Indexes;
  proof?: Indexes;
  /** Years; 0 says nothing. */
  boughtIn?: Indexes;
  /** Grams; NaN says nothing. */
  massGrams?: Numbers;
  /** Percent of the mass; NaN says nothing. */
  cottonPercent?: Numbers;
  /** Percent of the mass that is recycled cotton, a part of `cottonPercent`; NaN says nothing. */
  recycledPercent?: Numbers;
  /**
   * Texts of labels, in `names`: each is read once, and says what the row's own columns leave open. What stands behind an origin goes with that
   * origin, and is not taken over to another.
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
  /** What an ambiguous field can mean: garments with nothing but this field. */
  alternatives?: Garment[];
  /** Of a fibre: its share is said to be at least so many percent. Such a fibre has no `percent` in the garment. */
  atLeast?: number;
  /** Of a fibre: its share is said to be at most so many percent. */
  atMost?: number;
}

/** Something worth knowing about a reading. */
export interface ReadingNote {
  id:
    | "total-under-100" | "no-percentages" | "part-of" | "unknown-fibre" | "shared-percentage" | "mended" | "pure" | "by-colour"
    | "several-parts" | "main-part-unknown" | "several-compositions" | "several-countries" | "no-single-country" | "knitted-there"
    | "fibre-origin" | "several-kinds" | "weight-of-what" | "total-over-100" | "bound" | "excluded";
  field: Exclude<Field, "proof" | "boughtIn" | "schemes">;
  span?: Span;
}

export interface ReadOptions {
  /** Languages whose names of countries are looked for, beside those that the text's own phrases speak. */
  languages?: string[];
}

/** One quantity of every row; NaN where it cannot be told. */
export type Estimates = Record<keyof Estimate, Float64Array>;

/** Each row's numbers are those that `assess` gives to the garment that its label and its columns say. */
export interface TableAnswer extends Record<Quantity, Estimates> {
  /** What became of each row: 0 computed, 1 no cotton (no share of it, and the rest zero), 2 not computed. */
  status: Uint8Array;
  /** What is wrong with which rows, counted from 0. */
  problems: { row: number; field: string; code: Problem["code"]; value: string }[];
  version: Version;
}

/**
 * One problem with what was entered. `field` is a path such as `fibres.0.percent`.
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
  /** How fibre and paper travel. */
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
  /** Every place that can be named; `figure` tells whether there is a figure of its own for it. */
  places: { id: Place; figure: boolean }[];
  proofs: Proof[];
  schemes: Scheme[];
  /** What is on record about the work behind the cotton. */
  record: RecordEntry[];
  /** Years in which a garment can have been bought. */
  years: { first: number; last: number };
  /** Crops with a figure of their own. */
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
   * any other stays as in `base`. `fibres` and `components` are one field: what it is made of. What is wrong with the entries is told, not
   * thrown; what is wrong with `base` or the options is thrown, as by `assess`.
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
  /** What is done about a row of which a column cannot be taken: it is not computed ("omit-row", unless said), or computed without that column. */
  onProblem?: "omit-row" | "skip";
}

export interface LoadOptions {
  /** The wasm, if not the one beside the script: an address, its bytes, or a compiled module. */
  wasm?: string | URL | Response | BufferSource | WebAssembly.Module;
  /** The wasm that reads labels (`cotton_origin_label.wasm`), if not the one beside the script: as `wasm`. */
  label?: LoadOptions["wasm"];
  /** The figures in words (`figures.json`), if not those beside the script: an address, a response, or what is in them. */
  figures?: string | URL | Response | object;
}

/** Loads the core, its figures and the reader of labels. Calls share one instance; a failed load can be tried again. */
export function load(options?: LoadOptions): Promise<CottonOrigin>;
