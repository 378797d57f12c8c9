/** The preview of the snippet: the element or the frame, changed as little as a choice needs, so that what was entered in it stays. */
import { actionOf, attributesOf, frameAddress } from "./snippet.js";

/** @import { Choices } from "./snippet.js" */

/** The attributes that choices can set. */
const ATTRIBUTES = ["lang", "region", "market", "theme", "compact", "questions", "sections"];

/**
 * @param {Element} place
 * @param {string} site
 */
export function createPreview(place, site) {
  const element = document.createElement("cotton-origin");
  const frame = Object.assign(document.createElement("iframe"), { title: "Where this cotton likely grew" });

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
    const act = actionOf(choices);
    element.replaceChildren(...(act ? [Object.assign(document.createElement("a"), { slot: "action", href: act.link, textContent: act.action })] : []));
  }

  /** @param {Choices} choices */
  function showFrame(choices) {
    // The frame posts its height to this page if it would on the owner's.
    const address = frameAddress({ ...choices, host: choices.host && location.origin }, site);
    if (frame.getAttribute("src") === address) return;
    frame.setAttribute("height", "900");
    frame.src = address;
  }

  return {
    /** @param {Choices} choices */
    show(choices) {
      const shown = choices.way === "frame" ? frame : element;
      if (choices.way === "frame") showFrame(choices);
      else showElement(choices);
      if (place.firstElementChild !== shown) place.replaceChildren(shown);
    },
  };
}
