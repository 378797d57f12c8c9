/** Sharing: a sentence with its range, a link that keeps the answer, a picture; through the system's share sheet where there is one. */
import { own } from "../../../own.js";
import { h, refill } from "../../dom.js";
import { in100, short } from "../../amount.js";
import { download } from "../download.js";
import { describe, pair } from "../ask/message.js";
import { createHandOver } from "../hand-over.js";
import { today } from "../wardrobe/file.js";
import { shareBase, shownBase } from "./address.js";
import { toFragment } from "./link.js";
import { drawPicture, toPng } from "./picture.js";
import { briefRange, headlineText, numberText, sentences } from "./sentence.js";

/** @import { Language } from "#unions" */
/** @import { Assessment, Garment } from "../../../types.d.ts" */
/** @import { Context, Section } from "../more.js" */

/** @param {Context} context @returns {Section & { opener: Element, shareText: (text: string, trigger: HTMLElement) => void }} */
export function createShare({ words, root, catalogue, tell }) {
  const button = (/** @type {string} */ action, /** @type {string} */ key) => h("button", { type: "button", class: "button", "data-do": action }, words.say(key));
  const opener = h("button", { type: "button", class: "button", "data-do": "toggle-share", "aria-expanded": "false", "aria-controls": "share-panel" }, words.say("share.open"));
  const canvas = h("canvas", { role: "img", class: "share-picture" });
  const said = h("p", { class: "share-said" });
  const copyLink = button("copy-link", "share.copyLink");
  const result = h("div", { class: "share-result" });
  const panel = h(
    "section",
    { id: "share-panel", class: "share", part: "share", hidden: true, "aria-label": words.say("share.title") },
    h("div", { class: "share-words" }, said, h("div", { class: "buttons" }, "share" in navigator && button("share-system", "share.system"), button("copy-sentence", "share.copySentence"), copyLink, button("save-picture", "share.savePicture")), result, h("p", { class: "hint" }, words.say("share.hint"))),
    canvas,
  );
  const { copy, system } = createHandOver(words, tell, "share-text");
  /** @type {{ garment: Garment, assessment: Assessment } | null} */
  let last = null;

  /** The link to the current answer; null if there is no page to link to. */
  function link() {
    const base = shareBase(root.host);
    return base && last && base + toFragment(last.garment, last.assessment, today());
  }

  /** "T-shirt, 60 % cotton, made in Bangladesh"; where no country is known, where it was bought, as the answer rests on that. @param {Garment} garment */
  function nameOf(garment) {
    const { madeIn, soldIn } = garment;
    const market = madeIn === undefined && soldIn !== undefined ? words.say("changed.what.soldIn", { value: words.place(soldIn) }) : "";
    const id = /** @type {Language} */ (words.id);
    const [first = "", ...rest] = pair(id, describe(words, id, garment, catalogue), market);
    return first.toLocaleUpperCase(words.language) + rest.join("");
  }

  function text() {
    return last?.assessment.cottonShare ? sentences(words, nameOf(last.garment), last.garment, last.assessment.cottonShare) : "";
  }

  function draw() {
    if (!last) return;
    const { garment, assessment } = last;
    if (panel.hidden || !assessment.cottonShare) return;
    const { cottonShare, version } = assessment;
    const [of = "", ...rest] = text().split("\n");
    refill(said, h("strong", {}, of), ["", ...rest].join("\n"));
    copyLink.hidden = shareBase(root.host) === null;
    refill(result);
    const [headline, range] = [headlineText(words, garment, cottonShare), briefRange(words, cottonShare)];
    const source = words.say("share.source", { figures: version.figures, model: version.model });
    canvas.setAttribute("aria-label", words.say("share.picture", { text: `${headline} ${range}` }));
    drawPicture(canvas, { name: nameOf(garment), headline, number: numberText(words, cottonShare), range, source, dyed: in100(cottonShare.central), caption: words.say("share.each"), address: shownBase(root.host), ends: { least: words.number(0), most: words.number(100), low: short(words, cottonShare.low), high: short(words, cottonShare.high) }, mirrored: words.direction === "rtl", language: words.language, share: cottonShare });
  }

  async function shareAll() {
    const url = link();
    const data = own({ text: text(), ...(url && { url }) });
    const png = await toPng(canvas);
    const files = png ? [new File([png], "cotton.png", own({ type: "image/png" }))] : [];
    const all = own({ ...data, files });
    await system(navigator.canShare?.(all) ? all : data, result);
  }

  /** @type {Record<string, () => unknown>} */
  const actions = {
    "toggle-share": () => {
      panel.hidden = !panel.hidden;
      opener.setAttribute("aria-expanded", String(!panel.hidden));
      draw();
    },
    "share-system": shareAll,
    "copy-sentence": () => copy([text(), link()].filter(Boolean).join("\n"), "share.copied", result),
    "copy-link": () => copy(link() ?? "", "share.linkCopied", result),
    "save-picture": async () => {
      const png = await toPng(canvas);
      if (png) download("cotton.png", png);
      const key = png ? "share.saved" : "share.notSaved";
      refill(result, h("p", {}, words.say(key)));
      tell(words.say(key));
    },
  };

  return {
    node: panel,
    opener,
    show(assessment, garment) {
      last = { assessment, garment };
      opener.hidden = assessment.cottonShare === null;
      if (opener.hidden && !panel.hidden) actions["toggle-share"]?.();
      draw();
    },
    act(action) {
      if (!Object.hasOwn(actions, action)) return false;
      void actions[action]?.();
      return true;
    },
    /** Shares the text of another section, such as the wardrobe's total. */
    shareText(content, trigger) {
      const place = trigger.nextElementSibling ?? result;
      if ("share" in navigator) void system(own({ text: content }), place);
      else void copy(content, "share.copied", place);
    },
  };
}
