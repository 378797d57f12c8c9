/** An optional script for pages with our frame: it gives each frame the height of its content. */

/** In CSS pixels. Taller requests are ignored: no answer needs so much. */
const TALLEST = 20_000;

/** In CSS pixels. Lower requests are ignored: they come from hidden frames. */
const LOWEST = 50;

// On a server there is no `addEventListener`.
globalThis.addEventListener?.("message", ({ data, origin, source }) => {
  if (origin !== new URL(import.meta.url).origin || data?.type !== "cotton-origin-height") return;
  const { height } = data;
  if (!Number.isInteger(height) || height < LOWEST || height > TALLEST) return;
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
  // The attribute, not the style, which the page's content security policy might refuse.
  frame?.setAttribute("height", String(height));
});
