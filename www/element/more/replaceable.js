/** Nodes that are replaced together, beside others that stay: what is moved loses the focus. @param {(...nodes: Element[]) => void} put */
export function replaceable(put) {
  /** @type {Element[]} */
  let there = [];
  return (/** @type {Element[]} */ ...nodes) => {
    for (const node of there) node.remove();
    there = nodes;
    put(...nodes);
  };
}
