/** Yields to the browser between pieces of work, so that it can paint and handle input: no piece should block an old phone for long. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** A hidden page paints no frames; there, wait for so many milliseconds instead. */
const UNSEEN = 200;

/** Resolves after the next frame was painted. */
export const afterPaint = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN);
  });
