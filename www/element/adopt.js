/** Constructed style sheets, made once and adopted by every element: no inline style that a content security policy could refuse. */

/** @type {Map<string, CSSStyleSheet>} */
const made = new Map();

/** Adds sheets to a shadow root; one that it already has keeps its place. @param {ShadowRoot} root @param {string[]} texts */
export function adopt(root, texts) {
  const sheets = texts.map(sheetOf).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}

/** @param {string} text */
function sheetOf(text) {
  const sheet = made.get(text) ?? new CSSStyleSheet();
  if (!made.has(text)) sheet.replaceSync(text);
  made.set(text, sheet);
  return sheet;
}
