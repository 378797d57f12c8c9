/** What was typed stays when a visitor goes to another page and comes back. */

/**
 * Browsers keep a page that was left (back/forward cache). When it is shown again, WebKit resets every `<input>` with `autocomplete="off"`, which ours have so that no browser
 * remembers what was typed. Setting the default values before leaving makes it reset them to what they hold.
 * @param {ShadowRoot} root
 */
export function keepAcrossPages(root) {
  for (const input of root.querySelectorAll("input")) {
    input.defaultValue = input.value;
    input.defaultChecked = input.checked;
  }
}
