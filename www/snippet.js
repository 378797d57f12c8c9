/** The lines that put the estimate on a page, made from its owner's choices. */
import { addressOf } from "./address.js";

/**
 * @typedef {object} Choices
 * @property {string} system what the owner's site is made with, as in `systems.js`
 * @property {"element" | "frame" | "link" | "plugin"} way
 * @property {string} lang empty for the page's own
 * @property {string} region empty for the usual name
 * @property {string} market empty where readers say it themselves
 * @property {string} theme empty for the device's own
 * @property {string} ground a CSS colour; empty for the default
 * @property {string} colour a CSS colour; empty for the default
 * @property {boolean} compact
 * @property {string[] | null} questions null for all
 * @property {string[] | null} sections null for all
 * @property {string} action the text of the owner's link
 * @property {string} link
 * @property {string} host the origin of the owner's page; empty if the frame has a fixed height
 */

/**
 * @typedef {object} Lines
 * @property {string} html what to paste
 * @property {string} css what belongs into a style sheet, where it cannot stand in the lines
 * @property {string} policy what a content security policy must allow; empty if nothing
 */

/**
 * What the lines say by themselves, in the readers' language: from `locales/page`.
 * @typedef {object} Said
 * @property {string} fallback a sentence for where the estimate cannot run
 * @property {string} wayOn the words of the link after it
 * @property {string} frame the title of the frame
 * @property {string} [dir] "rtl" where the language is written so
 */

/** They ask what makes sites faster (Cloudflare, LiteSpeed, WP Rocket, Autoptimize) to leave the script alone. */
const LEFT_ALONE = ' data-cfasync="false"\n        data-no-optimize="1" data-no-minify="1" data-no-defer="1"';

/** Shown until the estimate is loaded, and where it cannot run; with a way on, as sanitizers remove the element and leave this. @param {string} site @param {Said} said */
const children = (site, { fallback, wayOn, dir }) => `  <p${dir === "rtl" ? ' dir="rtl"' : ""}>${text(fallback)}\n    <a href="${attribute(`${site}/index.html`)}">${text(wayOn)}</a></p>`;

/**
 * @param {Choices} choices
 * @param {string} site the address of the files, without a slash at the end
 * @param {Record<string, { sha384: string }>} files
 * @param {Said} said
 * @returns {Promise<Lines>}
 */
export async function snippetOf(choices, site, files, said) {
  const { origin } = new URL(site);
  const style = styleOf(choices);
  const made = { html: "", css: "", policy: "" };
  if (choices.way === "link") return { ...made, html: [said.fallback, said.wayOn, linkOf(choices, site)].join(" ") };
  if (choices.way === "plugin") return { html: shortcode(choices), css: style, policy: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'" };
  const inWordPress = choices.system === "wordpress";
  // The themes of WordPress centre boxes in their column, but neither a frame nor an element that they do not know.
  const placed = (/** @type {string[]} */ ...lines) => (inWordPress ? ["<div>", ...lines, "</div>"] : lines).join("\n");
  const script = (/** @type {string} */ name) =>
    `<script type="module" src="${attribute(`${site}/${name}`)}"\n        integrity="${files[name]?.sha384}" crossorigin${inWordPress ? LEFT_ALONE : ""}></script>`;
  if (choices.way === "frame") {
    if (choices.system === "wix") return { ...made, html: frameAddress(choices, site) };
    const policy = choices.host ? `frame-src ${origin}; script-src ${origin}` : `frame-src ${origin}`;
    return { ...made, html: placed(frame(choices, site, said), ...(choices.host ? [script("embed.js")] : [])), policy };
  }
  return {
    ...made,
    html: placed(...(style ? [`<style>${style}</style>`] : []), script("cotton-origin.js"), element(choices, site, said)),
    policy: [`script-src ${origin} 'wasm-unsafe-eval'`, `connect-src ${origin}`, ...(style ? [`style-src ${await hash(style)}`] : [])].join("; "),
  };
}

/** The owner's colours as a rule; empty if they have none. @param {Choices} choices */
function styleOf({ ground, colour }) {
  const set = [...(ground ? [`--cotton-paper: ${ground}`] : []), ...(colour ? [`--cotton-accent: ${colour}`] : [])];
  return set.length > 0 ? `cotton-origin { ${set.join("; ")} }` : "";
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

/** The address of the estimate's own page, for what lets neither scripts nor frames in. @param {Choices} choices @param {string} site */
export const linkOf = ({ lang }, site) => `${site}/index.html${lang ? `?lang=${lang}` : ""}`;

/** @param {Choices} choices @param {string} site @param {Said} said */
function element(choices, site, said) {
  const act = actionOf(choices);
  const link = act ? [`  <a slot="action" href="${attribute(act.link)}">${text(act.action)}</a>`] : [];
  return [`<cotton-origin${written(attributesOf(choices))}>`, children(site, said), ...link, "</cotton-origin>"].join("\n");
}

/** Of the plug-in for WordPress, in which a bracket would end it. @param {Choices} choices */
function shortcode(choices) {
  const act = actionOf(choices);
  const settings = { ...attributesOf(choices), ...(act && { action: act.action, link: new URL(act.link).href }) };
  return `[cotton_origin${written(settings).replaceAll("[", "&#91;").replaceAll("]", "&#93;")}]`;
}

/** @param {Record<string, string>} attributes */
const written = (attributes) => Object.entries(attributes).map(([name, value]) => (name === "compact" ? " compact" : ` ${name}="${attribute(value)}"`)).join("");

/** @param {Choices} choices @param {string} site @param {Said} said */
function frame(choices, site, said) {
  return `<iframe src="${attribute(frameAddress(choices, site))}"\n        title="${attribute(said.frame)}" width="100%" height="900" loading="lazy"></iframe>`;
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

/** Braces too: React reads what stands between them. @param {string} value */
const text = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("{", "&#123;").replaceAll("}", "&#125;");

/** @param {string} value */
const attribute = (value) => text(value).replaceAll('"', "&quot;");
