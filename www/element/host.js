/** The options that the host sets in attributes: which questions and sections to show, whether to be compact, and where its readers buy. */
import { lookIn } from "../place.js";
import { LABEL_FIELDS, MORE_FIELDS } from "#vocabulary";

/** Every question of the form, by the field it fills, and the box for a pasted text. */
const QUESTIONS = ["paste", ...LABEL_FIELDS, ...MORE_FIELDS];

/** Every section below the answer. */
const SECTIONS = ["detail", "why", "notes", "limits", "stages", "claims", "wardrobe", "share"];

/** Warnings already logged. @type {Set<string>} */
const told = new Set();

/**
 * @typedef {object} Host
 * @property {(question: string) => boolean} asks whether a question is shown
 * @property {(section: string) => boolean} shows whether a section is shown
 * @property {boolean} compact
 * @property {string} market where its readers buy, as it was written; empty where nothing was
 */

/** The attributes with these options. */
export const HOST_ATTRIBUTES = ["questions", "sections", "compact", "market"];

/** @param {Element} element @returns {Host} */
export function readHost(element) {
  const questions = listed(element, "questions", QUESTIONS);
  const sections = listed(element, "sections", SECTIONS);
  return {
    asks: (question) => questions.includes(question),
    shows: (section) => sections.includes(section),
    compact: element.hasAttribute("compact"),
    market: element.getAttribute("market")?.trim() ?? "",
  };
}

/** Where the files are, if the element says. @param {Element} element */
export function readFiles(element) {
  const named = element.getAttribute("files");
  if (named === null) return;
  try {
    const url = new URL(named.endsWith("/") ? named : `${named}/`, element.baseURI);
    if (/^https?:$/.test(url.protocol)) return lookIn(url);
  } catch {
    // It is no address.
  }
  tell(`files="${named}" is not an address of the web, so the files are looked for beside the script.`);
}

/**
 * The names in an attribute; all, where it is missing. Unknown names are logged for the site's owner.
 * @param {Element} element
 * @param {string} attribute
 * @param {string[]} all
 */
function listed(element, attribute, all) {
  const value = element.getAttribute(attribute);
  if (value === null) return all;
  const names = value.split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) tell(`${attribute}="${value}": there is no ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  return all.filter((name) => names.includes(name));
}

/** Warns the site's owner, once for each mistake. @param {string} text */
export function tell(text) {
  if (told.has(text)) return;
  told.add(text);
  console.warn(`<cotton-origin> ${text}`);
}
