/** What certification marks say about where the cotton grew, and what they do not. */
import { h, refill } from "../dom.js";
import { citations } from "./cited.js";

/** @import { Garment, Scheme } from "../../types.d.ts" */
/** @import { Context, Section } from "./more.js" */
/** @import { Words } from "../words.js" */

/** @param {Context} context @returns {Section} */
export function createClaims({ words, catalogue: { schemes } }) {
  const content = h("div", { class: "claims-content" });
  const others = h("div", { class: "claims-content" });
  const node = h("details", { class: "fold claims", part: "claims" }, h("summary", {}, words.say("claims.title")), content, h("details", { class: "fold claims-others" }, h("summary", {}, words.say("claims.others")), others));
  return {
    node,
    parts: [
      {
        of: ticked,
        draw(_, garment) {
          const chosen = schemes.filter(({ id }) => ticked(_, garment).includes(id));
          const none = [h("p", {}, words.say("claims.none")), h("button", { type: "button", class: "link", "data-focus": "schemes" }, words.say("claims.tick"))];
          refill(content, ...(chosen.length > 0 ? chosen.map((scheme) => claim(words, scheme)) : none));
        },
      },
      {
        of: ticked,
        draw: (_, garment) => refill(others, ...schemes.filter(({ id }) => !ticked(_, garment).includes(id)).map((scheme) => claim(words, scheme))),
      },
    ],
  };
}

/** @param {unknown} _ @param {Garment} garment */
const ticked = (_, { schemes = [] }) => schemes;

/** @param {Words} words @param {Scheme} scheme */
function claim(words, { id, name, says, doesNotSay, chain, origin, sources }) {
  const own = (/** @type {string} */ key, /** @type {string} */ english) => (words.has(`schemes.${id}.${key}`) ? words.say(`schemes.${id}.${key}`) : english);
  const effect = origin === null ? "nothing" : origin === "stated" ? "stated" : "origin";
  const term = (/** @type {string} */ key, /** @type {string} */ text) => [h("dt", {}, words.say(key)), h("dd", {}, text)];
  return h(
    "article",
    { class: "claim" },
    h("h3", { dir: "auto" }, name),
    h("dl", {}, ...term("claims.says", own("says", says)), ...term("claims.doesNotSay", own("doesNotSay", doesNotSay))),
    h("p", {}, words.say(`claims.chain.${chain}`), " ", words.say(`claims.counts.${effect}`, { place: origin === null ? "" : words.place(origin) })),
    citations(words, sources),
  );
}
