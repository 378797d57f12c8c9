/** The answer at a glance: the sentence, its range, what the last change did, and the grams. */
import { h, refill } from "./dom.js";
import { averageOf, bothRanges, byCountry, gramsSentence, in100, isOfWorld, isStated, isTiny, likeThis } from "./amount.js";
import { likeShirts } from "./in-t-shirts.js";
import { drawRule } from "./rule.js";
import { createSwatch } from "./swatch.js";

/** @import { Core } from "../core.js" */
/** @import { Assessment, Estimate, Garment, SpreadEstimate } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

/** @param {Words} words */
export function createAnswer(words) {
  const headline = h("h2", { class: "headline", tabindex: -1 });
  const range = h("p", { class: "between" });
  /** What the number is where the world's share of the cotton is all that is known. */
  const world = h("p", { class: "world", hidden: true }, words.say("answer.world"));
  const summary = h("div", { class: "summary", hidden: true });
  const rule = h("div");
  /** Places for the module that loads later: details of the range, what to do next, and actions on the answer. */
  const [detail, next, deeds] = [h("div"), h("div"), h("div")];
  const changed = h("p", { class: "changed", hidden: true });
  const swatch = createSwatch(words);
  const chance = h("div", { class: "chance-words" });
  const picture = h("div", { class: "chance" }, swatch.picture, swatch.words, chance);
  const mass = h("div", { class: "mass" });
  const node = h("section", { class: "answer" }, summary, headline, range, rule, world, changed, detail, picture, mass, next, deeds);

  /** The mass of a T-shirt in grams, once the figures are loaded. */
  let shirt = 0;

  return {
    node,
    headline,
    /** @param {number} grams */
    compareWithShirt(grams) {
      shirt = grams;
    },
    summary,
    detail,
    next,
    deeds,
    stop: swatch.stop,
    /** An answer that no longer matches the form is marked as outdated, not removed. @param {boolean} is */
    setStale(is) {
      node.classList.toggle("is-stale", is);
    },
    /** Before anything was entered there is no garment to speak of: the world's cotton, and its picture. @param {Core} core */
    showWorld(core) {
      const n = in100(core.assessEntries(new URLSearchParams()).assessment?.cottonShare?.central ?? 0);
      const share = h("span", { class: "number" }, words.say("answer.share", { n }));
      refill(headline, ...words.rich("answer.worldHeadline", { share, count: n }));
      range.textContent = words.say("answer.worldStart");
      rule.hidden = world.hidden = changed.hidden = true;
      picture.hidden = false;
      refill(chance);
      refill(mass);
      swatch.show(n, "inPart.world");
    },
    /** @param {Assessment} assessment @param {Garment} garment @param {string | null} change @param {boolean} mirrored */
    show(assessment, garment, change, mirrored) {
      const { cottonShare, inPart } = assessment;
      changed.hidden = !change;
      changed.textContent = change ?? "";
      const stated = cottonShare !== null && isStated(cottonShare);
      rule.hidden = cottonShare === null || stated;
      detail.hidden = stated;
      world.hidden = !isOfWorld(assessment);
      picture.hidden = inPart === null || cottonShare === null || stated;
      if (cottonShare) {
        refill(headline, ...(stated ? [words.say("answer.stated")] : headlineOf(words, cottonShare, garment)));
        refill(range, ...(stated ? [words.say("answer.statedMore")] : doubt(words, cottonShare)));
        refill(rule, drawRule(words, cottonShare, mirrored));
      } else {
        const none = assessment.reasons.cottonShare === "no-cotton";
        headline.textContent = words.say(none ? "answer.noCotton" : "answer.notKnown");
        range.textContent = none ? words.say("answer.noCottonMore") : "";
      }
      if (inPart && cottonShare) {
        swatch.show(in100(cottonShare.central), "inPart");
        refill(chance, ...chanceOf(words, assessment, inPart, cottonShare));
      }
      refill(mass, ...massOf(words, assessment, shirt));
    },
  };
}

/** @typedef {ReturnType<typeof createAnswer>} Answer */

/** @param {Words} words @param {Estimate} estimate @param {Garment} garment */
function headlineOf(words, { central }, garment) {
  const tiny = isTiny(central);
  const n = tiny ? 1 : in100(central);
  const share = h("span", { class: "number" }, words.say("answer.share", { n }));
  return words.rich(tiny ? "answer.headlineUnder1" : "answer.headline", { share, count: n, like: likeThis(words, garment) });
}

/** The range, what it is of, and what one garment may hold; below that, what the rest is, and that it is no test. @param {Words} words @param {SpreadEstimate} share */
function doubt(words, share) {
  const joined = (/** @type {string[]} */ ...sentences) => sentences.filter(Boolean).join(" ");
  const sure = averageOf(words, share) ? "" : words.say("answer.sure");
  return [h("span", { class: "spread" }, joined(bothRanges(words, share), sure, words.say("answer.single"))), joined(elsewhere(words, share.central), words.say("answer.notATest"))];
}

/** @param {Words} words @param {number} central */
function elsewhere(words, central) {
  if (isTiny(central)) return words.say("answer.elsewhereMost");
  const rest = 100 - in100(central);
  return rest === 0 ? "" : words.say("answer.elsewhere", { n: rest });
}

/** @param {Words} words @param {Assessment} assessment @param {SpreadEstimate} inPart @param {Estimate} cottonShare */
function chanceOf(words, { steps }, inPart, cottonShare) {
  // Recycled cotton is torn from many garments: of it, nothing follows about how much those hold that hold some.
  const recycled = steps.some(({ id }) => id === "recycled");
  return [
    h("p", { class: "chance-sentence" }, ...(recycled ? anyOf(words, inPart) : joined(words, inPart, cottonShare))),
    h("p", { class: "quiet-text" }, words.say("inPart.holding"), " ", byCountry(words, inPart)),
  ];
}

/** "Some of it in about 6 of 100 such garments." @param {Words} words @param {Estimate} inPart */
function anyOf(words, { central }) {
  const n = in100(central);
  const share = h("strong", {}, words.say("inPart.share", { n }));
  return isTiny(central) ? [words.say("inPart.under1")] : words.rich("inPart.sentence", { share, count: n });
}

/** Where the chance and its mean are both under this, most hold none. */
const FEW = 0.45;

/**
 * The chance of any, and how much those hold that hold some: share over chance.
 * @param {Words} words @param {Estimate} inPart @param {Estimate} cottonShare
 */
function joined(words, inPart, cottonShare) {
  const none = Math.max(inPart.central, inPart.mean) < FEW;
  if (isTiny(inPart.central)) return [words.say("inPart.under1")];
  const n = in100(none ? 1 - inPart.central : inPart.central);
  const share = h("strong", {}, words.say("inPart.share", { n }));
  return words.rich(none ? "inPart.none" : "inPart.some", { share, count: n, grams: words.number(in100(cottonShare.central / inPart.central)) });
}

/** @param {Words} words @param {Assessment} assessment @param {number} shirt */
function massOf(words, { cottonShare, grams: mass, reasons }, shirt) {
  if (!cottonShare) return [];
  if (!mass) {
    const reason = reasons.grams ?? "mass-not-known";
    const ask = reason === "mass-not-known" && h("button", { type: "button", class: "link", "data-focus": "massGrams" }, words.say("mass.weigh"));
    return [h("p", {}, words.say(`mass.${reason}`), ask ? " " : "", ask || "")];
  }
  const like = shirt > 0 && likeShirts(mass.central, shirt);
  return [h("p", {}, [gramsSentence(words, "mass", mass), like ? words.say(like) : ""].filter(Boolean).join(" "))];
}

/** The answer as one spoken sentence. @param {Words} words @param {Assessment} assessment */
export function spoken(words, { cottonShare }) {
  if (!cottonShare) return words.say("status.noCotton");
  const { central } = cottonShare;
  return [words.say(isTiny(central) ? "answer.glanceUnder1" : "status.answer", { n: in100(central) }), byCountry(words, cottonShare)].join(" ");
}
