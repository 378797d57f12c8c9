/**
 * The chapters of the method page: closed until one is wanted, open where a link leads inside one, and all open on paper.
 */
import { word } from "./method-words.js";

const folds = () => [...document.querySelectorAll("details.chapter, details.topic")].filter((fold) => fold instanceof HTMLDetailsElement);

/** Opens whatever an element is folded into. @param {Element} element */
function reveal(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}

/** What the address names, shown. @param {() => void} before made room for it */
function arrive(before) {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named) return;
  before();
  reveal(named);
  named.scrollIntoView();
}

/** Follows links, opens for paper, and closes the contents where they would cover the page. @param {() => void} before */
export function fold(before) {
  const contents = document.querySelector("details.contents");
  const narrow = matchMedia("(max-width: 1039px)");
  const settle = () => contents?.toggleAttribute("open", !narrow.matches);
  settle();
  narrow.addEventListener("change", settle);
  contents?.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("nav a")) settle();
  });

  addEventListener("hashchange", () => arrive(before));
  // A link to where one is already changes no address.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[href^='#']") : null;
    if (link?.getAttribute("href") === location.hash) arrive(before);
  });
  arrive(before);

  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds().filter(({ open }) => !open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });

  const button = document.getElementById("unfold");
  button?.addEventListener("click", () => {
    const open = folds().some((fold) => !fold.open);
    for (const fold of folds()) fold.open = open;
    button.textContent = word(open ? "close" : "open");
  });
}
