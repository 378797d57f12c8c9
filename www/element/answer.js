/** The answer at a glance: the sentence, its range, what the last change did, and the grams. */
import { h, refill } from "./dom.js";
import { bothRanges, byCountry, grams, gramsSentence, in100, isOfWorld, isTiny } from "./amount.js";
import { likeShirts } from "./in-t-shirts.js";
import { createNext } from "./next.js";
import { drawRule } from "./rule.js";
import { createSwatch } from "./swatch.js";

/** @import { Assessment, Estimate, SpreadEstimate } from "../types.d.ts" */
/** @import { Words } from "./words.js" */

/** @param {Words} words */
export function createAnswer(words) {
  const headline = h("h2", { class: "headline", tabindex: -1 });
  const range = h("p", { class: "between" });
  /** What the number is where the world's share of the cotton is all that is known. */
  const world = h("p", { class: "world", hidden: true }, words.say("answer.world"));
  const summary = h("div", { class: "summary", hidden: true });
  const rule = h("div");
  /** Places for the module that loads later: details of the range, and actions on the answer. */
  const [detail, deeds] = [h("div"), h("div")];
  const changed = h("p", { class: "changed", hidden: true });
  const swatch = createSwatch(words);
  const chance = h("div", { class: "chance-words" });
  const picture = h("div", { class: "chance" }, swatch.picture, swatch.words, chance);
  const mass = h("div", { class: "mass" });
  const next = createNext(words);
  const node = h("section", { class: "answer" }, summary, headline, range, rule, world, changed, detail, picture, mass, next.node, deeds);

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
    deeds,
    stop: swatch.stop,
    /** An answer that no longer matches the form is marked as outdated, not removed. @param {boolean} is */
    setStale(is) {
      node.classList.toggle("is-stale", is);
    },
    /** @param {Assessment} assessment @param {string | null} change @param {boolean} mirrored */
    show(assessment, change, mirrored) {
      const { cottonShare, inPart } = assessment;
      changed.hidden = !change;
      changed.textContent = change ?? "";
      rule.hidden = cottonShare === null;
      world.hidden = !isOfWorld(assessment);
      picture.hidden = inPart === null || cottonShare === null;
      if (cottonShare) {
        refill(headline, ...headlineOf(words, cottonShare));
        range.textContent = [bothRanges(words, cottonShare), elsewhere(words, cottonShare.central), words.say("answer.notATest")].filter(Boolean).join(" ");
        refill(rule, drawRule(words, cottonShare, mirrored));
      } else {
        const none = assessment.reasons.cottonShare === "no-cotton";
        headline.textContent = words.say(none ? "answer.noCotton" : "answer.notKnown");
        range.textContent = none ? words.say("answer.noCottonMore") : "";
      }
      if (inPart && cottonShare) {
        swatch.show(in100(inPart.central));
        refill(chance, ...chanceOf(words, inPart, cottonShare));
      }
      refill(mass, ...massOf(words, assessment, shirt));
      next.show(assessment);
    },
  };
}

/** @typedef {ReturnType<typeof createAnswer>} Answer */

/** @param {Words} words @param {Estimate} estimate */
function headlineOf(words, { central }) {
  const tiny = isTiny(central);
  const n = tiny ? 1 : in100(central);
  const share = h("span", { class: "number" }, words.say("answer.share", { n }));
  return words.rich(tiny ? "answer.headlineUnder1" : "answer.headline", { share, count: n });
}

/** @param {Words} words @param {number} central */
function elsewhere(words, central) {
  if (isTiny(central)) return words.say("answer.elsewhereMost");
  const rest = 100 - in100(central);
  return rest === 0 ? "" : words.say("answer.elsewhere", { n: rest });
}

/** @param {Words} words @param {SpreadEstimate} inPart @param {Estimate} cottonShare */
function chanceOf(words, inPart, cottonShare) {
  const n = in100(inPart.central);
  const share = h("strong", {}, words.say("inPart.share", { n }));
  return [
    h("p", { class: "chance-sentence" }, ...(isTiny(inPart.central) ? [words.say("inPart.under1")] : words.rich("inPart.sentence", { share, count: n }))),
    // Cotton said to be the Region's is all of the cotton, in every garment: the two do not differ.
    h("p", { class: "quiet-text" }, byCountry(words, inPart), inPart.central > cottonShare.central && ` ${words.say("inPart.why")}`),
  ];
}

/** @param {Words} words @param {Assessment} assessment @param {number} shirt */
function massOf(words, { cottonShare, grams: mass, fieldGrams, reasons }, shirt) {
  if (!cottonShare) return [];
  if (!mass) {
    const reason = reasons.grams ?? "mass-not-known";
    const ask = reason === "mass-not-known" && h("button", { type: "button", class: "link", "data-focus": "massGrams" }, words.say("mass.weigh"));
    return [h("p", {}, words.say(`mass.${reason}`), ask ? " " : "", ask || "")];
  }
  const field = fieldGrams ? (fieldGrams.central < 0.5 ? "" : words.say("mass.field", { grams: grams(words, fieldGrams.central) })) : words.say("mass.loss-not-known");
  const like = shirt > 0 && likeShirts(mass.central, shirt);
  return [h("p", {}, [gramsSentence(words, "mass", mass), field, like ? words.say(like) : ""].filter(Boolean).join(" "))];
}

/** The answer as one spoken sentence. @param {Words} words @param {Assessment} assessment */
export function spoken(words, { cottonShare }) {
  if (!cottonShare) return words.say("status.noCotton");
  const { central } = cottonShare;
  return [words.say(isTiny(central) ? "answer.glanceUnder1" : "status.answer", { n: in100(central) }), byCountry(words, cottonShare)].join(" ");
}
