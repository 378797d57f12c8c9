/** The style sheets of the form and the answer. */
import { adopt } from "./adopt.js";
import base from "#styles/base.css";
import label from "#styles/label.css";
import answer from "#styles/answer.css";
import paste from "#styles/paste.css";
import modes from "#styles/modes.css";

/** @param {ShadowRoot} root */
export const adoptFirst = (root) => adopt(root, [base, label, answer, paste, modes]);
