/** Creates nodes. Text is always inserted as text: nothing here parses markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * A property of the document, read from its prototype: `<img name="head">` in a host's page shadows `document.head`.
 * @template {keyof Document} K
 * @param {K} key
 * @returns {Document[K]}
 */
export const ofDocument = (key) => Reflect.get(Document.prototype, key, document);

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */
/** @typedef {(string | Node | null | undefined | false)[]} Children */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {Children} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  return fill(/** @type {HTMLElementTagNameMap[T]} */ (ofDocument("createElement").call(document, tag)), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {Children} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(/** @type {SVGElementTagNameMap[T]} */ (ofDocument("createElementNS").call(document, SVG, tag)), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Children} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

/** @param {Element} element @param {Children} children */
export function refill(element, ...children) {
  element.replaceChildren(...present(children));
}

/** @param {Children} children @returns {(string | Node)[]} */
function present(children) {
  return /** @type {(string | Node)[]} */ (children.filter(Boolean));
}
