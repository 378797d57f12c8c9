/** What the build puts in place: no file of these names is in the source. */

/** The glue that wasm-bindgen writes. `core.js` alone imports it. */
declare module "cotton-origin-glue" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** As in `types.d.ts`, but for the words: `core.js` adds them. */
  export function assess(garment: unknown, options?: unknown): any;
  export function quantiles(garment: unknown, options?: unknown): any;
  export function assessAll(garments: unknown, options?: unknown): any;
  export function assessTable(table: unknown, options?: unknown, read?: Function): any;
  export function assessEntries(entries: FormData | URLSearchParams, base?: unknown, options?: unknown): any;
  export function garment(entries: FormData | URLSearchParams): any;
  export function catalogue(): any;
  export function version(): any;
  /** Puts a fresh instance in the place of one that panicked. */
  export function __wbg_reset_state(): void;
}

/** The glue of the wasm that reads labels. `label.js` alone imports it. */
declare module "cotton-origin-label-glue" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function __wbg_reset_state(): void;
  export function readLabel(text: string, options?: unknown): any;
  /** The columns of a catalogue with its labels read into them. */
  export function readCell(column: string, text: string): any;
}

/** Style sheets are bundled as text, to be adopted. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The digests of what a script loads: the parts that were built with it. Locales by language. */
declare const COTTON_ORIGIN_WASM_INTEGRITY: string;
declare const COTTON_ORIGIN_LABEL_INTEGRITY: string;
declare const COTTON_ORIGIN_FIGURES_INTEGRITY: string;
/** Empty in a package: there it is a module like any other. */
declare const COTTON_ORIGIN_MORE_INTEGRITY: string;
declare const COTTON_ORIGIN_LOCALES: Record<string, string>;
declare const COTTON_ORIGIN_MORE_LOCALES: Record<string, string>;
/** The page beside the script that has the estimate to itself; none in a package. */
declare const COTTON_ORIGIN_PAGE: string;
/** The version of a site, whose releases lie in folders of their versions; empty in a package, and for developers. */
declare const COTTON_ORIGIN_VERSION: string;
/** Of the site's own page: English is in the page itself. */
declare const COTTON_ORIGIN_PAGE_LOCALES: Record<string, string>;
/** What each language is called in itself, by language: for the list in WordPress's editor. */
declare const COTTON_ORIGIN_LANGUAGE_NAMES: Record<string, string>;
