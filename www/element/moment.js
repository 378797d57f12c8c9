/** Lets the browser paint and take in keys between two pieces of work: none of them should keep an old phone for long. */
export const moment = () => new Promise((resolve) => setTimeout(resolve));
