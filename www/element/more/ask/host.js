/** What the host says of the message to the shop: its wording, and the address that it goes to. */
import { tell } from "../../host.js";

/** Plain addresses only: nothing that would add another recipient or a text to the mail. */
const MAIL = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;

/** @param {Element} host */
export function readWish(host) {
  const address = host.getAttribute("ask-mail")?.trim() ?? "";
  const isMail = address === "" || MAIL.test(address);
  if (!isMail) tell(`ask-mail="${address}" is not the address of a mailbox (name@shop.example), so the mail is left without one.`);
  return { wording: host.getAttribute("ask-message"), address: isMail ? address : "" };
}
