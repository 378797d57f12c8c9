/** What a visitor can do with an answer: keep it, share it, open one that was shared. */
import { h } from "../dom.js";
import { createOpenGarment } from "./open-garment.js";
import { createArrival } from "./share/arrival.js";
import { createShare } from "./share/share.js";
import { createWardrobe } from "./wardrobe/wardrobe.js";

/** @import { Context, Section } from "./more.js" */

/** @param {Context} context */
export function createActions(context) {
  const openGarment = createOpenGarment(context);
  const arrival = createArrival(context, openGarment);
  const share = context.host.shows("share") ? createShare(context) : null;
  const wardrobe = context.host.shows("wardrobe") ? createWardrobe(context, openGarment, share) : null;
  return {
    node: h("div", { class: "deeds" }, wardrobe ? wardrobe.keep : share?.opener, share?.node),
    wardrobe: wardrobe ? [wardrobe.node] : [],
    sections: /** @type {Section[]} */ ([share, wardrobe, arrival].filter(Boolean)),
  };
}
