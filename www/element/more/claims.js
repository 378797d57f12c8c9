/** What the marks on a label do and do not tell about where its cotton grew. */
import { h, refill } from "../dom.js";
import { citations } from "./cited.js";

/** @import { Scheme } from "../../types.d.ts" */
/** @import { Context, Section } from "./more.js" */
/** @import { Words } from "../words.js" */

/** @param {Context} context @returns {Section} */
export function createClaims({ words, core }) {
  const { schemes } = core.catalogue();
  const content = h("div", { class: "claims-content" });
  const others = h("div", { class: "claims-content" });
  const node = h("details", { class: "fold claims", part: "claims" }, h("summary", {}, words.say("claims.title")), content, h("details", { class: "fold claims-others" }, h("summary", {}, words.say("claims.others")), others));
  return {
    node,
    show(_, garment) {
      const chosen = schemes.filter(({ id }) => garment.schemes?.includes(id));
      const rest = schemes.filter((scheme) => !chosen.includes(scheme));
      const none = [h("p", {}, words.say("claims.none")), h("button", { type: "button", class: "link", "data-focus": "schemes" }, words.say("claims.tick"))];
      refill(content, ...(chosen.length > 0 ? chosen.map((scheme) => claim(words, scheme)) : none));
      refill(others, ...rest.map((scheme) => claim(words, scheme)));
    },
  };
}

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
