/** Nodes that are replaced as a group among siblings that stay. Moving the siblings would make them lose the focus. @param {(...nodes: Element[]) => void} put */
export function replaceable(put) {
  /** @type {Element[]} */
  let there = [];
  return (/** @type {Element[]} */ ...nodes) => {
    for (const node of there) node.remove();
    there = nodes;
    put(...nodes);
  };
}
