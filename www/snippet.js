/** The lines that put the estimate on a page, from what its owner chose. */

/**
 * @typedef {object} Choices
 * @property {"element" | "frame"} way
 * @property {string} lang empty for that of the page
 * @property {boolean} compact
 * @property {string[] | null} sections null for all
 * @property {string} action what the owner's link says
 * @property {string} link
 * @property {string} host the origin of the owner's page
 */

/** What stands in the page until the estimate is there, and wherever it cannot run. */
const CHILDREN = "  <p>About 20 in 100 grams of the world’s cotton come from the Uyghur Region. Ask the shop where this cotton grew.</p>";

/**
 * @param {Choices} choices
 * @param {string} site where the files are, without a slash at its end
 * @param {Record<string, { sha384: string }>} files
 * @returns {{ html: string, policy: string }}
 */
export function snippetOf(choices, site, files) {
  const { origin } = new URL(site);
  const script = (/** @type {string} */ name) =>
    `<script type="module" src="${attribute(`${site}/${name}`)}"\n        integrity="${files[name]?.sha384}" crossorigin></script>`;
  if (choices.way === "frame") {
    const followed = /^https?:\/\/[^/]+$/.test(choices.host);
    return {
      html: [frame(choices, site, followed), ...(followed ? [script("embed.js")] : [])].join("\n"),
      policy: followed ? `frame-src ${origin}; script-src ${origin}` : `frame-src ${origin}`,
    };
  }
  return { html: `${script("cotton-origin.js")}\n${element(choices)}`, policy: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}` };
}

/** @param {Choices} choices */
function element({ lang, compact, sections, action, link }) {
  const attributes = [lang && ` lang="${attribute(lang)}"`, compact && " compact", sections && ` sections="${attribute(sections.join(" "))}"`].filter(Boolean).join("");
  const acts = action && /^https?:/.test(link) ? [`  <a slot="action" href="${attribute(link)}">${text(action)}</a>`] : [];
  return [`<cotton-origin${attributes}>`, CHILDREN, ...acts, "</cotton-origin>"].join("\n");
}

/** @param {Choices} choices @param {string} site @param {boolean} followed */
function frame({ lang, compact, sections, host }, site, followed) {
  const settings = new URLSearchParams({ ...(followed && { host }), ...(lang && { lang }), ...(compact && { compact: "" }), ...(sections && { sections: sections.join(" ") }) });
  const query = settings.size > 0 ? `?${settings}` : "";
  return `<iframe src="${attribute(`${site}/embed.html${query}`)}"\n        title="Where this cotton likely grew" width="100%" height="900" loading="lazy"></iframe>`;
}

/** @param {string} value */
const text = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param {string} value */
const attribute = (value) => text(value).replaceAll('"', "&quot;");
