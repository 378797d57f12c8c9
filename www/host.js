/** Makes the lines that a site's owner copies, and shows what they will look like. */
import "./cotton-origin.js";
import { snippetOf } from "./snippet.js";

/** @import { Choices } from "./snippet.js" */

/** @template {Element} T @param {string} id @returns {T} */
const part = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));

const form = /** @type {HTMLFormElement} */ (part("choices"));
const [snippet, policy, preview, copied] = ["snippet", "policy", "preview", "copied"].map((id) => /** @type {HTMLElement} */ (part(id)));
const site = new URL("./", location.href).href.replace(/\/$/, "");
const all = form.querySelectorAll('[name="sections"]').length;

/** Without digests there are no lines to copy. @type {Promise<Record<string, { sha384: string }>>} */
const files = fetch("manifest.json").then(async (response) => (await response.json()).files);

/** @returns {Choices} */
function chosen() {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? "").trim();
  const sections = data.getAll("sections").map(String);
  return {
    way: text("way") === "frame" ? "frame" : "element",
    lang: text("lang"),
    compact: data.has("compact"),
    sections: sections.length === all ? null : sections,
    action: text("action"),
    link: text("link"),
    host: text("host"),
  };
}

async function show() {
  const choices = chosen();
  const lines = snippetOf(choices, site, await files);
  if (snippet) snippet.textContent = lines.html;
  if (policy) policy.textContent = lines.policy;
  if (copied) copied.textContent = "";
  preview?.replaceChildren(makePreview(choices));
}

/** The element itself, with what was chosen. @param {Choices} choices */
function makePreview({ lang, compact, sections, action, link }) {
  const element = document.createElement("cotton-origin");
  if (lang) element.lang = lang;
  element.toggleAttribute("compact", compact);
  if (sections) element.setAttribute("sections", sections.join(" "));
  if (action && /^https?:/.test(link)) element.append(Object.assign(document.createElement("a"), { slot: "action", href: link, textContent: action }));
  return element;
}

form.addEventListener("input", () => void show());
form.addEventListener("submit", (event) => event.preventDefault());
part("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(snippet?.textContent ?? "");
    if (copied) copied.textContent = "Copied.";
  } catch {
    // Not every page may write there: then the person can.
    if (snippet) getSelection()?.selectAllChildren(snippet);
    if (copied) copied.textContent = "Selected: copy it with your keyboard.";
  }
});
await show();
