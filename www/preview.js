/** The preview of the lines: the element, the frame or the sentence, changed as little as a choice needs, so that what was entered in it stays. */
import { actionOf, attributesOf, frameAddress, linkOf } from "./snippet.js";

/** @import { Choices, Said } from "./snippet.js" */

/** The attributes that choices can set. */
const ATTRIBUTES = ["lang", "region", "market", "theme", "compact", "questions", "sections"];

/**
 * @param {HTMLElement} place
 * @param {string} site
 */
export function createPreview(place, site) {
  const element = document.createElement("cotton-origin");
  const frame = document.createElement("iframe");
  const sentence = document.createElement("p");

  /** @param {Choices} choices */
  function showElement(choices) {
    const wanted = attributesOf(choices);
    for (const name of ATTRIBUTES) {
      const value = wanted[name] ?? null;
      if (value === element.getAttribute(name)) continue;
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    element.style.setProperty("--cotton-accent", choices.colour);
    element.style.setProperty("--cotton-paper", choices.ground);
    const act = actionOf(choices);
    element.replaceChildren(...(act ? [Object.assign(document.createElement("a"), { slot: "action", href: act.link, textContent: act.action })] : []));
  }

  /** @param {Choices} choices @param {Said} said */
  function showFrame(choices, said) {
    frame.title = said.frame;
    // The frame posts its height to this page if it would on the owner's.
    const address = frameAddress({ ...choices, host: choices.host && location.origin }, site);
    if (frame.getAttribute("src") === address) return;
    frame.setAttribute("height", "900");
    frame.src = address;
  }

  /** @param {Choices} choices @param {Said} said */
  function showLink(choices, { fallback, wayOn }) {
    sentence.lang = choices.lang || document.documentElement.lang;
    sentence.dir = "auto";
    sentence.replaceChildren(`${fallback} `, Object.assign(document.createElement("a"), { href: linkOf(choices, site), textContent: wayOn }));
  }

  /** What is shown for each way, and how it follows the choices. @type {Record<Choices["way"], [Element, (choices: Choices, said: Said) => void]>} */
  const ways = { element: [element, showElement], plugin: [element, showElement], frame: [frame, showFrame], link: [sentence, showLink] };

  return {
    /** @param {Choices} choices @param {Said} said */
    show(choices, said) {
      const [shown, follow] = ways[choices.way];
      follow(choices, said);
      // The ground of the page around it, which shows through: that of a light page if the owner's always is.
      place.dataset.theme = choices.theme;
      if (place.firstElementChild !== shown) place.replaceChildren(shown);
    },
  };
}
