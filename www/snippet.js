/** The snippet that puts the estimate on a page, made from its owner's choices. */
import { addressOf } from "./address.js";

/**
 * @typedef {object} Choices
 * @property {"element" | "frame"} way
 * @property {string} lang empty for the page's own
 * @property {string} region empty for the usual name
 * @property {string} market empty where readers say it themselves
 * @property {string} theme empty for the device's own
 * @property {string} colour a CSS colour; empty for the default
 * @property {boolean} compact
 * @property {string[] | null} questions null for all
 * @property {string[] | null} sections null for all
 * @property {string} action the text of the owner's link
 * @property {string} link
 * @property {string} host the origin of the owner's page; empty if the frame has a fixed height
 */

/** Shown until the estimate is loaded, and where it cannot run; with a way on, as sanitizers remove the element and leave this. @param {string} site */
const children = (site) =>
  `  <p>About 20 in 100 grams of the world’s cotton come from the Uyghur Region. Ask the shop where this cotton grew.\n    <a href="${attribute(`${site}/index.html`)}">Estimate it for a garment of yours.</a></p>`;

/**
 * @param {Choices} choices
 * @param {string} site the address of the files, without a slash at the end
 * @param {Record<string, { sha384: string }>} files
 * @returns {Promise<{ html: string, policy: string }>}
 */
export async function snippetOf(choices, site, files) {
  const { origin } = new URL(site);
  const script = (/** @type {string} */ name) =>
    `<script type="module" src="${attribute(`${site}/${name}`)}"\n        integrity="${files[name]?.sha384}" crossorigin></script>`;
  if (choices.way === "frame") {
    return {
      html: [frame(choices, site), ...(choices.host ? [script("embed.js")] : [])].join("\n"),
      policy: choices.host ? `frame-src ${origin}; script-src ${origin}` : `frame-src ${origin}`,
    };
  }
  const style = choices.colour && `cotton-origin { --cotton-accent: ${choices.colour} }`;
  const styled = style ? [`<style>${style}</style>`] : [];
  return {
    html: [...styled, script("cotton-origin.js"), element(choices, site)].join("\n"),
    policy: [`script-src ${origin} 'wasm-unsafe-eval'`, `connect-src ${origin}`, ...(style ? [`style-src ${await hash(style)}`] : [])].join("; "),
  };
}

/**
 * The attributes that differ from their defaults.
 * @param {Choices} choices
 * @returns {Record<string, string>}
 */
export function attributesOf({ lang, region, market, theme, compact, questions, sections }) {
  return {
    ...(lang && { lang }),
    ...(region && { region }),
    ...(market && { market }),
    ...(theme && { theme }),
    ...(compact && { compact: "" }),
    ...(questions && { questions: questions.join(" ") }),
    ...(sections && { sections: sections.join(" ") }),
  };
}

/** The owner's link; null unless it has a text and an address. @param {Choices} choices */
export const actionOf = ({ action, link }) => (action && addressOf(link) ? { action, link } : null);

/** @param {Choices} choices @param {string} site */
function element(choices, site) {
  const attributes = Object.entries(attributesOf(choices)).map(([name, value]) => (name === "compact" ? " compact" : ` ${name}="${attribute(value)}"`));
  const act = actionOf(choices);
  const link = act ? [`  <a slot="action" href="${attribute(act.link)}">${text(act.action)}</a>`] : [];
  return [`<cotton-origin${attributes.join("")}>`, children(site), ...link, "</cotton-origin>"].join("\n");
}

/** @param {Choices} choices @param {string} site */
function frame(choices, site) {
  return `<iframe src="${attribute(frameAddress(choices, site))}"\n        title="Where this cotton likely grew" width="100%" height="900" loading="lazy"></iframe>`;
}

/** @param {Choices} choices @param {string} site */
export function frameAddress(choices, site) {
  const settings = new URLSearchParams({ ...(choices.host && { host: choices.host }), ...attributesOf(choices) });
  return `${site}/embed.html${settings.size > 0 ? `?${settings}` : ""}`;
}

/** The hash source that lets a policy allow this one style. @param {string} style */
async function hash(style) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** @param {string} value */
const text = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param {string} value */
const attribute = (value) => text(value).replaceAll('"', "&quot;");
