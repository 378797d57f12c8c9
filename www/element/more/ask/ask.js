/** A question to the shop, ready to be sent: copied, mailed or shared by the visitor. Nothing is sent from here. */
import { MESSAGES } from "#messages";
import { own } from "../../../own.js";
import { h, refill } from "../../dom.js";
import { createHandOver } from "../hand-over.js";
import { readWish } from "./host.js";
import { mailTo, write } from "./message.js";

/** @import { Garment } from "../../../types.d.ts" */
/** @import { Language } from "#unions" */
/** @import { Context } from "../more.js" */

/** What the shop's answer fills in, the one that says most first. */
const ANSWERS = ["cottonFrom", "spunIn", "fabricIn", "proof"];

/** @param {Context} context */
export function createAsk(context) {
  const { words, catalogue, form, root, tell } = context;
  const { copy, system } = createHandOver(words, tell, "ask-copy");
  const { wording, address } = readWish(root.host);
  const button = (/** @type {string} */ action, /** @type {string} */ key, kind = "button") => h("button", { type: "button", class: kind, "data-do": action }, words.say(key));
  const opener = h("button", { type: "button", class: "button", "data-do": "toggle-ask", "aria-expanded": "false", "aria-controls": "ask-panel" }, words.say("ask.open"));
  const buttons = h("div", { class: "buttons" }, opener, ANSWERS.some((name) => form.control(name)) && button("ask-answered", "ask.answered", "link"));
  const language = h("select", { id: "ask-language", autocomplete: "off" }, ...Object.entries(MESSAGES).map(([id, { meta }]) => h("option", { value: id, lang: id }, meta.name)));
  const text = h("textarea", { id: "ask-text", rows: 8, dir: "auto", autocomplete: "off", "aria-describedby": "ask-hint" });
  const mail = h("a", { class: "button" }, words.say("ask.mail"));
  const result = h("div", { class: "share-result" });
  const node = h(
    "div",
    { id: "ask-panel", class: "ask-panel", hidden: true },
    wording === null && h("div", { class: "field" }, h("label", { for: language.id }, words.say("ask.language")), language),
    h("div", { class: "field" }, h("label", { for: text.id }, words.say("ask.message")), text, h("p", { class: "hint", id: "ask-hint" }, words.say("ask.hint"))),
    h("div", { class: "buttons" }, button("ask-copy", "ask.copy"), mail, "share" in navigator && button("ask-send", "ask.send")),
    result,
  );
  language.value = words.id;

  /** @type {Garment} */
  let garment = {};
  /** Whether the visitor wrote in it: then it is theirs. */
  let isOwn = false;

  const subject = () => MESSAGES[/** @type {Language} */ (language.value)].subject;
  const link = () => mail.setAttribute("href", mailTo(address, subject(), text.value));

  function compose() {
    text.value = write(words, /** @type {Language} */ (language.value), garment, catalogue, wording);
    text.lang = language.value;
    isOwn = false;
    link();
  }

  language.addEventListener("change", compose);
  text.addEventListener("input", () => {
    isOwn = true;
    link();
  });

  /** @param {boolean} open */
  function toggle(open) {
    node.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    refill(result);
  }

  /** @type {Record<string, () => void>} */
  const actions = {
    "toggle-ask": () => toggle(node.hidden === true),
    "ask-answered": () => {
      form.focus(ANSWERS.find((name) => isOpen(garment, name) && form.control(name)) ?? ANSWERS.find((name) => form.control(name)) ?? "");
      tell(words.say("ask.takeIn"));
    },
    "ask-copy": () => void copy(text.value, "share.copied", result),
    "ask-send": () => void system(own({ title: subject(), text: text.value }), result),
  };

  return {
    node,
    buttons,
    /** @param {Garment | null} next null where nothing is left to be asked */
    show(next) {
      if (next === null) return toggle(false);
      garment = next;
      if (!isOwn) compose();
    },
    /** @param {string} action */
    act(action) {
      if (!Object.hasOwn(actions, action)) return false;
      actions[action]?.();
      return true;
    },
  };
}

/** @param {Garment} garment @param {string} field */
const isOpen = (garment, field) => !(field in garment) && (field !== "proof" || "cottonFrom" in garment);
