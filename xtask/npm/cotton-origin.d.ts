/** Importing this registers `<cotton-origin>`. */
export {};

declare global {
  interface HTMLElementTagNameMap {
    "cotton-origin": HTMLElement;
  }
}
