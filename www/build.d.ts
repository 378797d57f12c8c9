/** What the build puts in place: no file of these names is in the source. */

/** The glue that wasm-bindgen writes. `core.js` alone imports it. */
declare module "cotton-origin-glue" {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** As in `types.d.ts`, but for the words: `core.js` adds them. */
  export function assess(garment: unknown, options?: unknown): any;
  export function assessAll(garments: unknown, options?: unknown): any;
  export function assessTable(table: unknown, options?: unknown): any;
  export function readLabel(text: unknown, options?: unknown): any;
  export function garment(entries: FormData | URLSearchParams): any;
  export function catalogue(): any;
  export function version(): any;
}

/** Style sheets are bundled as text, to be adopted. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The digests of the wasm and of the figures that this script was built with. */
declare const COTTON_ORIGIN_WASM_INTEGRITY: string;
declare const COTTON_ORIGIN_FIGURES_INTEGRITY: string;
