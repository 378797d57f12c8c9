/** What was typed stays when a person goes to another page and comes back. */

/**
 * Engines keep a page that was left as it was. WebKit then resets each `<input>` with `autocomplete="off"`, which ours have so that no browser
 * remembers what was typed: they are reset to what they hold now.
 * @param {ShadowRoot} root
 */
export function keepAcrossPages(root) {
  for (const input of root.querySelectorAll("input")) {
    input.defaultValue = input.value;
    input.defaultChecked = input.checked;
  }
}
