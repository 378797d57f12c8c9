/** The style sheets, made once and adopted by every element: no style attribute, nothing for a policy to refuse. */
import base from "./styles/base.css";
import label from "./styles/label.css";
import answer from "./styles/answer.css";
import why from "./styles/why.css";
import modes from "./styles/modes.css";

/** @type {CSSStyleSheet[] | undefined} */
let sheets;

/** @param {ShadowRoot} root */
export function adopt(root) {
  sheets ??= [base, label, answer, why, modes].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.adoptedStyleSheets = sheets;
}
