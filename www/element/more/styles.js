/** The style sheets of the sections below the answer. */
import { adopt } from "../adopt.js";
import below from "#styles/below.css";
import held from "#styles/held.css";
import next from "#styles/next.css";
import reading from "#styles/reading.css";
import share from "#styles/share.css";
import wardrobe from "#styles/wardrobe.css";
import why from "#styles/why.css";

/** @param {ShadowRoot} root */
export const adoptMore = (root) => adopt(root, [reading, held, why, below, wardrobe, share, next]);
