/** The ground and the colour that a site's owner chose, changed as little as is needed for text to be read. Colours are `#rrggbb`. */
import { DARK_GROUND, LIGHT_GROUND, contrast, moved, readable } from "./colour.js";

/** @typedef {"light" | "dark"} Scheme */

/** The element's own colours, as its style sheet has them: a test compares. @type {Record<Scheme, Record<"paper" | "ink" | "muted" | "undyed" | "label", string>>} */
export const OURS = {
  light: { paper: "#f8f5ee", ink: "#20242b", muted: "#5b5f66", undyed: "#8a7f6a", label: "#fffefa" },
  dark: { paper: "#15171c", ink: "#ede8dc", muted: "#a8a69e", undyed: "#7c7666", label: "#1d2028" },
};

/** What must stand out from a ground, and how much: the faintest text, and the outlines of fields (WCAG 1.4.3 and 1.4.11). @type {["muted" | "undyed", number][]} */
const STANDS_OUT = [["muted", 4.5], ["undyed", 3]];

/** A sentence of the owners' page, by its name, and the colour that it tells. @typedef {{ word: string, colour?: string }} Note */

/**
 * @typedef {object} Look
 * @property {string} theme of the element: that of the owner's ground, if there is one
 * @property {string} paper a CSS colour; empty for the default
 * @property {string} accent a CSS colour; empty for the default
 * @property {Note[]} groundNotes what was done to the ground, for the owner
 * @property {Note[]} accentNotes
 */

/**
 * @param {{ theme: string, ground: string, accent: string | null }} wanted the ground is "", "paper" or a colour
 * @returns {Look}
 */
export function lookOf({ theme, ground, accent }) {
  const own = ground.startsWith("#") ? ownGround(ground) : null;
  const shown = own?.scheme ?? theme;
  const paper = own?.colour ?? (ground === "paper" ? both(shown, OURS.light.paper, OURS.dark.paper) : "");
  return { theme: shown, paper, groundNotes: own?.notes ?? [], ...ownAccent(accent, shown, own?.colour) };
}

/** A colour for each scheme, or for the only one. @param {string} theme @param {string} light @param {string} dark */
const both = (theme, light, dark) => ({ light, dark })[theme] ?? `light-dark(${light}, ${dark})`;

/** The owner's ground decides whether what stands on it is dark or light. @param {string} colour */
function ownGround(colour) {
  /** @type {Scheme} */
  const scheme = contrast(colour, OURS.light.ink) >= contrast(colour, OURS.dark.ink) ? "light" : "dark";
  const found = moved(colour, scheme === "light" ? "#ffffff" : "#000000", (ground) => STANDS_OUT.every(([name, enough]) => contrast(OURS[scheme][name], ground) >= enough));
  const [always, made] = scheme === "light" ? ["alwaysLight", "groundLighter"] : ["alwaysDark", "groundDarker"];
  /** @type {Note[]} */
  const notes = [{ word: always }, ...(found === colour ? [] : [{ word: made, colour: found }])];
  return { scheme, colour: found, notes };
}

/**
 * @param {string | null} accent
 * @param {string} theme
 * @param {string} [ground] the owner's
 */
function ownAccent(accent, theme, ground) {
  if (!accent) return { accent: "", accentNotes: [] };
  // It stands on the ground and on the sheets that lie on it.
  const on = (/** @type {string} */ usual, /** @type {string} */ sheet) => (ground ? readable(readable(accent, ground), sheet) : readable(accent, usual));
  const light = on(LIGHT_GROUND, OURS.light.label);
  const dark = on(DARK_GROUND, OURS.dark.label);
  const accentNotes = [...(theme !== "dark" && light !== accent ? [{ word: "accentDarker", colour: light }] : []), ...(theme !== "light" && dark !== accent ? [{ word: "accentLighter", colour: dark }] : [])];
  return { accent: both(theme, light, dark), accentNotes };
}
