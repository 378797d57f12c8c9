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

/**
 * @typedef {object} Look
 * @property {string} theme of the element: that of the owner's ground, if there is one
 * @property {string} paper a CSS colour; empty for the default
 * @property {string} accent a CSS colour; empty for the default
 * @property {string} groundNote what was done to the ground, for the owner
 * @property {string} accentNote
 */

/**
 * @param {{ theme: string, ground: string, accent: string | null }} wanted the ground is "", "paper" or a colour
 * @returns {Look}
 */
export function lookOf({ theme, ground, accent }) {
  const own = ground.startsWith("#") ? ownGround(ground) : null;
  const shown = own?.scheme ?? theme;
  const paper = own?.colour ?? (ground === "paper" ? both(shown, OURS.light.paper, OURS.dark.paper) : "");
  return { theme: shown, paper, groundNote: own?.note ?? "", ...ownAccent(accent, shown, own?.colour) };
}

/** A colour for each scheme, or for the only one. @param {string} theme @param {string} light @param {string} dark */
const both = (theme, light, dark) => ({ light, dark })[theme] ?? `light-dark(${light}, ${dark})`;

/** The owner's ground decides whether what stands on it is dark or light. @param {string} colour */
function ownGround(colour) {
  /** @type {Scheme} */
  const scheme = contrast(colour, OURS.light.ink) >= contrast(colour, OURS.dark.ink) ? "light" : "dark";
  const found = moved(colour, scheme === "light" ? "#ffffff" : "#000000", (ground) => STANDS_OUT.every(([name, enough]) => contrast(OURS[scheme][name], ground) >= enough));
  const made = found === colour ? "" : ` So that text can be read on it, it is made ${scheme === "light" ? "lighter" : "darker"}: ${found}.`;
  return { scheme, colour: found, note: `It is always shown ${scheme}, whatever is chosen above.${made}` };
}

/**
 * @param {string | null} accent
 * @param {string} theme
 * @param {string} [ground] the owner's
 */
function ownAccent(accent, theme, ground) {
  if (!accent) return { accent: "", accentNote: "" };
  // It stands on the ground and on the sheets that lie on it.
  const on = (/** @type {string} */ usual, /** @type {string} */ sheet) => (ground ? readable(readable(accent, ground), sheet) : readable(accent, usual));
  const light = on(LIGHT_GROUND, OURS.light.label);
  const dark = on(DARK_GROUND, OURS.dark.label);
  const made = [...(theme !== "dark" && light !== accent ? [`darker on a light ground: ${light}`] : []), ...(theme !== "light" && dark !== accent ? [`lighter on a dark ground: ${dark}`] : [])];
  return { accent: both(theme, light, dark), accentNote: made.length > 0 ? `So that it can be read, it is made ${made.join("; ")}.` : "" };
}
