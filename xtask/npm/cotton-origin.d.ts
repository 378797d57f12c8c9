/** Importing this registers `<cotton-origin>`. `docs/embedding.md` of the project says what each attribute does. */
import type { Assessment } from "./index.js";

/** `<cotton-origin>`: attributes say what a host wants, events tell what was answered. */
export class CottonOriginElement extends HTMLElement {
  addEventListener<K extends keyof CottonOriginEventMap>(type: K, listener: (this: CottonOriginElement, event: CottonOriginEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof CottonOriginEventMap>(type: K, listener: (this: CottonOriginElement, event: CottonOriginEventMap[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
}

/** Both bubble and are composed. Nothing in them is about a person. */
export interface CottonOriginEvents {
  /** The first answer is there, with its sources. */
  "cotton-origin-ready": CustomEvent<{}>;
  /** A new answer. */
  "cotton-origin-assess": CustomEvent<{ assessment: Assessment }>;
}

export type CottonOriginEventMap = HTMLElementEventMap & CottonOriginEvents;

declare global {
  interface HTMLElementTagNameMap {
    "cotton-origin": CottonOriginElement;
  }
  interface DocumentEventMap extends CottonOriginEvents {}
}
