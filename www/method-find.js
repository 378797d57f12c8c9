/**
 * The search over figures, schemes and sources: what does not match is hidden, what does stands in its open chapter.
 */
import { word } from "./method-words.js";

/** What is searched, and the word that counts it. */
const KINDS = /** @type {const} */ ([
  ["tr[data-figure]", "figures"],
  ["tr[data-scheme]", "schemes"],
  ["li[data-source]", "sources"],
]);

/** Letters without their marks, in lower case: "turkiye" finds Türkiye. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const regions = new Intl.DisplayNames([document.documentElement.lang], { type: "region" });

/** The places of a figure, whose row is in English, as the page's language calls them. @param {Element} row */
function places(row) {
  const codes = row.getAttribute("data-figure")?.match(/\b[A-Z]{2}\b/g) ?? [];
  return codes.map((code) => regions.of(code)).join(" ");
}

/** The search; what it gives clears it. */
export function find() {
  const field = document.getElementById("find");
  const found = document.getElementById("found");
  const box = field?.closest(".find");
  if (!(field instanceof HTMLInputElement) || !found || !box) return () => {};
  box.toggleAttribute("hidden", false);
  const contents = document.querySelector(".contents nav");

  const kinds = KINDS.map(([selector, counted]) => ({
    counted,
    rows: [...document.querySelectorAll(selector)].map((row) => ({ row, text: plain(`${row.textContent} ${places(row)}`) })),
  }));
  const sections = [...document.querySelectorAll(".chapters > section")];
  const folds = [...document.querySelectorAll(".chapters details")].filter((fold) => fold instanceof HTMLDetailsElement);
  /** Which chapters were open before the search. @type {boolean[] | undefined} */
  let before;

  const restore = () => {
    for (const element of [...kinds.flatMap(({ rows }) => rows.map(({ row }) => row)), ...sections, ...folds]) element.toggleAttribute("hidden", false);
    folds.forEach((fold, at) => (fold.open = before?.[at] ?? fold.open));
    before = undefined;
    contents?.toggleAttribute("hidden", false);
    found.textContent = "";
  };

  const search = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    if (words.length === 0) {
      if (before) restore();
      return;
    }
    if (!before) {
      before = folds.map(({ open }) => open);
      // The contents would cover what is found on a phone, and lead out of it everywhere.
      contents?.toggleAttribute("hidden", true);
      document.querySelector(".chapters")?.scrollIntoView();
    }
    /** @type {Set<Element>} */
    const holders = new Set();
    const counts = kinds.map(({ counted, rows }) => {
      const matching = rows.filter(({ text }) => words.every((part) => text.includes(part)));
      const shown = new Set(matching.map(({ row }) => row));
      for (const { row } of rows) row.toggleAttribute("hidden", !shown.has(row));
      for (const row of shown) {
        for (let above = row.parentElement; above; above = above.parentElement) holders.add(above);
      }
      return shown.size === 0 ? "" : word(counted, { n: shown.size });
    });
    for (const part of [...sections, ...folds]) part.toggleAttribute("hidden", !holders.has(part));
    for (const fold of folds) fold.open = holders.has(fold);
    found.textContent = counts.filter(Boolean).join(" · ") || word("nothing");
  };

  field.addEventListener("input", search);
  return () => {
    if (!before) return;
    field.value = "";
    restore();
  };
}
