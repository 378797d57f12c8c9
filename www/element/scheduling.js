/** Lets the browser paint and take in keys between two pieces of work: none of them should keep an old phone for long. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** A page that nobody sees paints no frames: there, this is waited for instead, in milliseconds. */
const UNSEEN = 200;

/** What was changed is painted before what follows this. */
export const afterPaint = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN);
  });
