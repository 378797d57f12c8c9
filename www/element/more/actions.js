/** What a person can do with an answer: keep it, pass it on, open one that was passed on. */
import { h } from "../dom.js";
import { createDesk } from "./desk.js";
import { createArrival } from "./share/arrival.js";
import { createShare } from "./share/share.js";
import { createWardrobe } from "./wardrobe/wardrobe.js";

/** @import { Context, Section } from "./more.js" */

/** @param {Context} context */
export function createActions(context) {
  const desk = createDesk(context);
  const arrival = createArrival(context, desk);
  const share = context.host.shows("share") ? createShare(context) : null;
  const wardrobe = context.host.shows("wardrobe") ? createWardrobe(context, desk, share) : null;
  return {
    node: h("div", { class: "deeds" }, wardrobe ? wardrobe.keep : share?.opener, share?.node),
    wardrobe: wardrobe ? [wardrobe.node] : [],
    sections: /** @type {Section[]} */ ([share, wardrobe, arrival].filter(Boolean)),
  };
}
