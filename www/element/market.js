/** What a site says of all its readers: where they buy. It stands in the form until the reader says otherwise. */
import { tell } from "./host.js";

/** @import { Entries, State } from "./fill.js" */
/** @import { Catalogue } from "./form.js" */

/** The field of the garment that it fills. */
export const MARKET = "soldIn";

/**
 * The place that the host names; nothing where that is no place, of which its owner is told.
 * @param {string} wanted
 * @param {Catalogue} catalogue
 */
export function marketOf(wanted, { places }) {
  const market = wanted.toUpperCase();
  if (market === "" || places.some(({ id }) => id === market)) return market;
  tell(`market="${wanted}": there is no such place. Write the two letters of a country, such as US, or EU. Nothing is taken for it.`);
  return "";
}

/**
 * What was entered while the site said another market, or none: who left it as it was follows the site.
 * @param {State} state
 * @param {string} was
 * @param {string} is
 * @returns {State}
 */
export function followMarket({ entries, garment }, was, is) {
  const { [MARKET]: said = "", ...rest } = garment;
  /** @type {Entries} */
  const followed = entries.map(([name, value]) => [name, name === MARKET && value === was ? is : value]);
  if (said !== was) return { entries: followed, garment };
  return { entries: followed, garment: is === "" ? rest : { ...rest, [MARKET]: is } };
}
