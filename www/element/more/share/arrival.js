/** Opens a shared link: tells what the link claims, which is never said in our voice, and what the answer is with the current figures. */
import { PUBLISHED } from "#vocabulary";
import { h, refill } from "../../dom.js";
import { createFold } from "./fold-form.js";
import { LinkError, age, agrees, fromFragment, isOurs } from "./link.js";
import { headlineText, rangeText } from "./sentence.js";

/** @import { Assessment } from "../../../types.d.ts" */
/** @import { OpenGarment } from "../open-garment.js" */
/** @import { Context, Section } from "../more.js" */
/** @import { Shared } from "./link.js" */

/** What the page was opened with, by element, so that a change of language does not open it again. @type {WeakMap<Element, { fragment: string, arrived: Shared | LinkError | null, now: Assessment | null, state: string, folded: boolean }>} */
const arrivals = new WeakMap();

/**
 * Only an element with the attribute `from-link` reads the page's address.
 * @param {Context} context
 * @param {OpenGarment} openGarment
 * @returns {Section}
 */
export function createArrival(context, openGarment) {
  const { words, core, root, form, answer, tell } = context;
  const { host } = root;
  const fold = createFold(context);
  const node = h("section", { class: "arrival", part: "shared", hidden: true, "aria-label": words.say("share.arrivalLabel") });
  const arrival = arrivals.get(host) ?? { fragment: "", arrived: null, now: null, state: "", folded: false };
  arrivals.set(host, arrival);

  function read() {
    if (!host.hasAttribute("from-link") || location.hash === arrival.fragment) return;
    arrival.fragment = location.hash;
    arrival.arrived = null;
    if (isOurs(location.hash)) {
      try {
        arrival.arrived = fromFragment(location.hash, core);
        arrival.now = core.assess(arrival.arrived.garment);
        openGarment.put(arrival.arrived.garment);
        arrival.state = JSON.stringify(form.keep());
        arrival.folded = true;
        fold.fold(arrival.arrived.garment);
      } catch (error) {
        if (!(error instanceof LinkError)) throw error;
        arrival.arrived = error;
      }
    }
    draw();
    if (!node.hidden) tell(node.innerText.replaceAll(/\s+/g, " "));
  }

  function draw() {
    const { arrived, now } = arrival;
    // A warning comes before the answer; else the answer comes first.
    if (arrived !== null && isWarning(arrived)) form.node.closest(".page")?.prepend(node);
    else if (node.nextSibling !== answer.detail) answer.detail.before(node);
    if (arrival.folded && arrival.state !== JSON.stringify(form.keep())) unfold();
    node.hidden = arrived === null || (!(arrived instanceof LinkError) && arrival.state !== JSON.stringify(form.keep()));
    if (arrived === null) return refill(node);
    const texts = arrived instanceof LinkError ? [words.say(`share.link.${arrived.message}`)] : now ? lines(arrived, now) : [];
    refill(node, ...texts.map((text) => h("p", {}, text)), h("button", { type: "button", class: "link", "data-do": "dismiss-link" }, words.say("share.dismiss")));
  }

  function unfold() {
    arrival.folded = false;
    fold.unfold();
  }

  /** @param {Shared} shared @param {Assessment} now @returns {string[]} */
  function lines(shared, now) {
    const { garment, cottonShare, figures, model } = shared;
    // An invalid date is shown as it is.
    const date = Number.isNaN(Date.parse(shared.date)) ? shared.date : words.date(shared.date);
    const here = core.version();
    const order = age(shared, here);
    const same = agrees(shared, now);
    if (order === 0) return [words.say(same ? "share.link.current" : "share.link.disagrees", { date, figures, model })];
    // What a newer version would say is not known here: nothing of it is repeated.
    if (order > 0) return [words.say("share.link.newer", { figures: here.figures, model: here.model })];
    const told = (/** @type {Shared["cottonShare"]} */ share) => (share ? [headlineText(words, garment, share), rangeText(words, share)].join(" ") : words.say("status.noCotton"));
    // What changed is said where it changed something: to who holds the same answer it would speak of other garments.
    const since = (same ? [] : PUBLISHED).filter((version) => age(version, { ...here, ...shared }) > 0).map((version) => words.say(`share.since.${version.figures.replace(".", "-")}`));
    return [
      words.say("share.link.claims", { date, figures, model, answer: told(cottonShare) }),
      words.say(same ? "share.link.olderSame" : "share.link.older", { figures: here.figures, model: here.model, answer: told(now.cottonShare) }),
      ...since,
    ];
  }

  /** Whether the answer is not the one that was shared, or nothing was read from the link. @param {Shared | LinkError} arrived */
  const isWarning = (arrived) => arrived instanceof LinkError || age(arrived, core.version()) > 0 || (arrival.now !== null && age(arrived, core.version()) === 0 && !agrees(arrived, arrival.now));

  openGarment.watch(draw);
  return {
    node,
    show(_, garment) {
      fold.tell(garment);
      // Something else has asked for the form.
      if (arrival.folded && !fold.isFolded) unfold();
      if (arrival.arrived) draw();
    },
    act(action) {
      if (action === "unfold-form") {
        unfold();
        form.focus("kind");
      } else if (action === "dismiss-link") {
        arrival.arrived = null;
        draw();
        answer.headline.focus();
      } else return false;
      return true;
    },
    start() {
      addEventListener("hashchange", read);
      // In another language, or connected again.
      if (arrival.folded && arrival.arrived && !(arrival.arrived instanceof LinkError)) fold.fold(arrival.arrived.garment);
      read();
    },
    stop: () => removeEventListener("hashchange", read),
  };
}
