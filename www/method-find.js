/**
 * The search over figures, schemes and sources: what does not match is hidden, what does stands in its open chapter.
 */

/** What is searched, and what each is called. */
const KINDS = /** @type {const} */ ([
  ["tr[data-figure]", "figure", "figures"],
  ["tr[data-scheme]", "scheme or claim", "schemes and claims"],
  ["li[data-source]", "source", "sources"],
]);

/** Letters without their marks, in lower case: "turkiye" finds Türkiye. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The search; what it gives clears it. */
export function find() {
  const field = document.getElementById("find");
  const found = document.getElementById("found");
  const box = field?.closest(".find");
  if (!(field instanceof HTMLInputElement) || !found || !box) return () => {};
  box.toggleAttribute("hidden", false);
  const contents = document.querySelector(".contents nav");

  const kinds = KINDS.map(([selector, one, more]) => ({
    one,
    more,
    rows: [...document.querySelectorAll(selector)].map((row) => ({ row, text: plain(row.textContent ?? "") })),
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
    const counts = kinds.map(({ one, more, rows }) => {
      const matching = rows.filter(({ text }) => words.every((word) => text.includes(word)));
      const shown = new Set(matching.map(({ row }) => row));
      for (const { row } of rows) row.toggleAttribute("hidden", !shown.has(row));
      for (const row of shown) {
        for (let above = row.parentElement; above; above = above.parentElement) holders.add(above);
      }
      return shown.size === 0 ? "" : `${shown.size} ${shown.size === 1 ? one : more}`;
    });
    for (const part of [...sections, ...folds]) part.toggleAttribute("hidden", !holders.has(part));
    for (const fold of folds) fold.open = holders.has(fold);
    found.textContent = counts.filter(Boolean).join(", ") || "Nothing found";
  };

  field.addEventListener("input", search);
  return () => {
    if (!before) return;
    field.value = "";
    restore();
  };
}
