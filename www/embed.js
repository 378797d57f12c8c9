/** For hosts of the frame, if they want: gives each frame of ours on this page the height that it asks for. */

/** No answer is taller than this, in CSS pixels; whoever asks for more is not listened to. */
const TALLEST = 20_000;

/** Less than this is no height of ours: what a frame says while it is hidden. */
const LOWEST = 50;

// A server that only writes pages has no messages.
globalThis.addEventListener?.("message", ({ data, origin, source }) => {
  if (origin !== new URL(import.meta.url).origin || data?.type !== "cotton-origin-height") return;
  const { height } = data;
  if (!Number.isInteger(height) || height < LOWEST || height > TALLEST) return;
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
  // An attribute, not a style: no policy on styles refuses it.
  frame?.setAttribute("height", String(height));
});
