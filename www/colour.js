/** Adapts a site's colour so that text in it is legible. Colours are `#rrggbb`. */

/** The backgrounds that are hardest to read on: the darker of the light ones, the lighter of the dark ones. */
export const LIGHT_GROUND = "#f8f5ee";
export const DARK_GROUND = "#1d2028";

/** The contrast ratio that WCAG AA requires of text. */
const ENOUGH = 4.5;

/** @param {string} colour */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance, 0 to 1, of red, green and blue of 0 to 255: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance @param {number[]} channels */
export function luminanceOf(channels) {
  const [red = NaN, green = NaN, blue = NaN] = channels.map((value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} colour */
const luminance = (colour) => luminanceOf(channels(colour));

/** The contrast ratio, from 1 for the same colour to 21 for black on white. @param {string} one @param {string} other */
export function contrast(one, other) {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A mixture of two colours. @param {string} colour @param {string} other @param {number} share */
function mixed(colour, other, share) {
  const added = channels(other);
  return `#${channels(colour).map((value, at) => Math.round(value + ((added[at] ?? 0) - value) * share).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * The colour, moved towards black or white by as little as will do.
 * @param {string} colour
 * @param {"#000000" | "#ffffff"} end
 * @param {(colour: string) => boolean} does
 */
export function moved(colour, end, does) {
  let found = colour;
  for (let share = 1; share <= 100 && !does(found); share += 1) found = mixed(colour, end, share / 100);
  return found;
}

/**
 * The colour, made darker or lighter by as little as is needed for contrast with the background.
 * @param {string} colour
 * @param {string} ground
 */
export const readable = (colour, ground) => moved(colour, luminance(ground) > 0.5 ? "#000000" : "#ffffff", (found) => contrast(found, ground) >= ENOUGH);
