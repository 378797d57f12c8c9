/** The wardrobe: several garments together, kept in memory, and in the device's storage if the visitor turns that on. */
import { own } from "../../../own.js";
import { h, refill } from "../../dom.js";
import { download } from "../download.js";
import { createAssess } from "./assess.js";
import { createCompare } from "./compare.js";
import { toCsv } from "./csv.js";
import { brief } from "./describe.js";
import { FileError, fromJson, toJson } from "./file.js";
import { createKeep } from "./keep.js";
import { drawItem, drawRename } from "./list.js";
import { store } from "./store.js";
import { drawTotal, totalSentences } from "./total.js";

/** @import { OpenGarment } from "../open-garment.js" */
/** @import { Context, Section } from "../more.js" */
/** @import { Kept } from "./file.js" */
/** @import { Trouble } from "./store.js" */

/** An action that can be undone: its sentence, and the function that undoes it. @typedef {{ text: string, undo: () => string | null }} Undo */

/**
 * @param {Context} context
 * @param {OpenGarment} openGarment
 * @param {ReturnType<typeof import("../share/share.js").createShare> | null} sharing
 * @returns {Section & { keep: Element }}
 */
export function createWardrobe(context, openGarment, sharing) {
  const { words, core, catalogue, form, root, mirrored, tell } = context;
  const assess = createAssess(core);
  const compare = createCompare(words, catalogue.schemes);
  const keep = createKeep(context, openGarment, sharing?.opener ?? null, (trouble) => {
    const before = open();
    return say(trouble ?? before);
  });
  const parts = createParts(context, compare.node);
  const { node, title, opener, body, list, note, total, remember, tools } = parts;
  let isOpen = false;
  /** @type {Undo | null} */
  let undo = null;
  /** @type {{ id: string, node: HTMLElement, input: HTMLInputElement } | null} */
  let renaming = null;
  let unwatch = () => {};

  function draw() {
    keep.draw();
    opener.textContent = words.say(isOpen ? "wardrobe.close" : store.items.length > 0 ? "wardrobe.openCount" : "wardrobe.openIt", { count: store.items.length });
    opener.setAttribute("aria-expanded", String(isOpen));
    body.hidden = !isOpen;
    remember.checked = store.remembering;
    if (!isOpen) return;
    const { items } = store;
    const answers = assess(items);
    // The field for a new name keeps the focus when the list is redrawn.
    const typing = renaming && root.activeElement === renaming.input;
    refill(list, ...items.map((item, at) => drawItem(words, item, answers.each[at] ?? null, { at, mirrored, editing: item.id === openGarment.editing, renaming: renaming?.id === item.id ? renaming.node : null })));
    if (typing) renaming?.input.focus();
    refill(parts.empty, items.length === 0 && words.say("wardrobe.empty"));
    refill(total, ...(items.length > 0 ? drawTotal(words, answers, core.version()) : []));
    tools.hidden = items.length === 0;
    total.hidden = items.length === 0;
    parts.totalShare.hidden = total.hidden || answers.total === null || sharing === null;
    compare.show(items, answers);
  }

  /** Shows, above the list, what went wrong and what can be undone. @param {Trouble | string | null} trouble @returns {string} the error message */
  function say(trouble) {
    const text = trouble && words.say(`wardrobe.trouble.${trouble}`);
    refill(note, text && h("p", {}, text), undo && h("p", {}, undo.text, " ", h("button", { type: "button", class: "link", "data-do": "undo-wardrobe" }, words.say("wardrobe.undo"))));
    if (text) tell(text);
    return text ?? "";
  }

  /** @param {Undo} next @param {Trouble | null} trouble */
  function offer(next, trouble) {
    undo = next;
    const wrong = say(trouble);
    note.querySelector("button")?.focus();
    tell([next.text, wrong].join(" "));
  }

  /** @returns {Trouble | null} */
  function open() {
    if (isOpen) return null;
    isOpen = true;
    const trouble = store.open();
    draw();
    say(trouble);
    return trouble;
  }

  /** @param {string} id */
  const heading = (id) => /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${CSS.escape(id)}"]`)?.closest("li")?.querySelector("h3") ?? null);

  /** @param {Kept} item */
  function remove(item) {
    const at = store.items.indexOf(item);
    const trouble = store.change((items) => items.filter(({ id }) => id !== item.id));
    if (openGarment.editing === item.id) openGarment.close(false);
    const back = () => {
      const failed = store.change((items) => [...items.slice(0, at), item, ...items.slice(at)]);
      heading(item.id)?.focus();
      tell(words.say("wardrobe.restored", { name: brief(item.name) }));
      return failed;
    };
    offer({ text: words.say("wardrobe.removed", { name: brief(item.name) }), undo: back }, trouble);
  }

  /** @param {Kept} item */
  function rename(item) {
    const field = drawRename(words, item, (name) => {
      renaming = null;
      const trouble = name === null || name === item.name ? null : store.change((items) => items.map((one) => (one.id === item.id ? { ...one, name } : one)));
      draw();
      say(trouble);
      heading(item.id)?.focus();
    });
    renaming = { id: item.id, ...field };
    draw();
    field.input.focus();
    field.input.select();
  }

  /** @param {string} text */
  function takeIn(text) {
    try {
      const { items: added, left } = fromJson(text, core);
      const ids = new Set(added.map(({ id }) => id));
      const trouble = store.change((items) => [...items, ...added]);
      const back = () => {
        const failed = store.change((items) => items.filter(({ id }) => !ids.has(id)));
        title.focus();
        tell(words.say("wardrobe.readUndone"));
        return failed;
      };
      const sentences = [words.say("wardrobe.read", { count: added.length }), left > 0 ? words.say("wardrobe.leftOut", { count: left }) : ""];
      offer({ text: sentences.filter(Boolean).join(" "), undo: back }, trouble);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      undo = null;
      say(`file.${error.message}`);
    }
  }

  parts.file.addEventListener("change", async () => {
    const [file] = parts.file.files ?? [];
    if (file) takeIn(await file.text().catch(() => ""));
    // So that choosing the same file again fires a change event.
    parts.file.value = "";
  });
  remember.addEventListener("change", () => {
    const trouble = store.remember(remember.checked);
    undo = null;
    say(trouble);
    if (!trouble) tell(words.say(remember.checked ? "wardrobe.remembered" : "wardrobe.notRemembered"));
  });

  function print() {
    const page = form.node.closest(".root");
    page?.classList.add("is-printing");
    addEventListener("afterprint", () => page?.classList.remove("is-printing"), own({ once: true }));
    globalThis.print();
  }

  /** @type {Record<string, (item: Kept | undefined, target: HTMLElement) => void>} */
  const actions = {
    "toggle-wardrobe": () => {
      if (!isOpen) return void open();
      isOpen = false;
      draw();
    },
    "to-wardrobe": () => {
      open();
      title.focus();
      title.scrollIntoView(own({ block: "start" }));
    },
    "open-kept": (item) => {
      if (!item) return;
      openGarment.put(item.garment, item.id);
      tell(words.say("wardrobe.opened", { name: brief(item.name) }));
      form.focus("kind");
    },
    "rename-kept": (item) => item && rename(item),
    "rename-cancel": () => {
      const id = renaming?.id ?? "";
      renaming = null;
      draw();
      heading(id)?.focus();
    },
    "remove-kept": (item) => item && remove(item),
    "undo-wardrobe": () => {
      const back = undo;
      undo = null;
      say(back?.undo() ?? null);
    },
    "save-csv": () => download("wardrobe.csv", new Blob([toCsv(words, store.items, assess(store.items), core)], own({ type: "text/csv;charset=utf-8" }))),
    "save-json": () => download("wardrobe.json", new Blob([toJson(store.items, assess(store.items), core)], own({ type: "application/json" }))),
    "print-wardrobe": print,
    "share-wardrobe": (_, target) => sharing?.shareText([...totalSentences(words, assess(store.items)), words.say("share.estimate")].join(" "), target),
    "forget-wardrobe": () => {
      const count = store.items.length;
      if (count === 0) return actions["forget-now"]?.(undefined, title);
      refill(parts.forgetting, h("p", {}, words.say("wardrobe.forgetAsk", { count })), h("div", { class: "buttons" }, ...parts.forgetButtons));
      parts.forgetButtons[0]?.focus();
    },
    "forget-not": () => {
      refill(parts.forgetting);
      root.querySelector(/** @type {"button"} */ ('[data-do="forget-wardrobe"]'))?.focus();
    },
    "forget-now": () => {
      refill(parts.forgetting);
      undo = renaming = null;
      const trouble = store.forget();
      if (openGarment.editing !== null) openGarment.close(false);
      say(trouble);
      title.focus();
      if (!trouble) tell(words.say("wardrobe.forgotten"));
    },
  };

  openGarment.watch(draw);
  draw();
  return {
    node,
    keep: keep.node,
    show: keep.show,
    act(action, target) {
      if (keep.act(action)) return true;
      if (!Object.hasOwn(actions, action)) return false;
      const id = target.getAttribute("data-id");
      actions[action]?.(store.items.find((item) => item.id === id), target);
      return true;
    },
    start() {
      unwatch();
      unwatch = store.watch(draw);
      draw();
    },
    stop: () => unwatch(),
  };
}

/** The parts that stay while the list changes. @param {Context} context @param {Element} compare */
function createParts({ words }, compare) {
  const button = (/** @type {string} */ action, /** @type {string} */ key, kind = "button") => h("button", { type: "button", class: kind, "data-do": action }, words.say(key));
  const title = h("h2", { id: "wardrobe-title", tabindex: -1 }, words.say("wardrobe.title"));
  const opener = h("button", { type: "button", class: "button", "data-do": "toggle-wardrobe", "aria-controls": "wardrobe-body" });
  const note = h("div", { class: "wardrobe-note" });
  const empty = h("p", {});
  const list = h("ol", { class: "kept-list" });
  const total = h("div", { class: "wardrobe-total" });
  const totalShare = button("share-wardrobe", "wardrobe.shareTotal", "link");
  const file = h("input", { type: "file", id: "wardrobe-file", class: "unseen", accept: ".json,application/json", tabindex: 0 });
  const remember = h("input", { type: "checkbox", autocomplete: "off", id: "wardrobe-remember", "aria-describedby": "wardrobe-remember-hint" });
  const forgetting = h("div", { class: "forgetting", role: "group", "aria-label": words.say("wardrobe.forget") });
  const forgetButtons = [button("forget-now", "wardrobe.forgetYes"), button("forget-not", "wardrobe.cancel")];
  const tools = h("div", { class: "buttons" }, button("save-csv", "wardrobe.csv"), button("save-json", "wardrobe.json"), button("print-wardrobe", "wardrobe.print"));
  const body = h(
    "div",
    { id: "wardrobe-body", class: "wardrobe-body" },
    note,
    empty,
    list,
    h("div", { class: "wardrobe-sum" }, total, totalShare, h("div", { class: "share-result" })),
    compare,
    tools,
    h(
      "div",
      { class: "wardrobe-device" },
      h("label", { class: "check" }, remember, h("span", {}, words.say("wardrobe.remember"))),
      h("p", { class: "hint", id: "wardrobe-remember-hint" }, words.say("wardrobe.rememberHint")),
      h("div", { class: "buttons" }, h("label", { class: "button", for: "wardrobe-file" }, words.say("wardrobe.file")), file, button("forget-wardrobe", "wardrobe.forget", "link")),
      forgetting,
    ),
  );
  const node = h("section", { class: "wardrobe", part: "wardrobe", "aria-labelledby": "wardrobe-title" }, title, h("p", { class: "quiet-text" }, words.say("wardrobe.lead")), opener, body);
  return { node, title, opener, body, note, empty, list, total, totalShare, tools, file, remember, forgetting, forgetButtons };
}
