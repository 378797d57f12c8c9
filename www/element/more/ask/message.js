/** The message to a shop, in any of the languages. */
import { MESSAGES } from "#messages";

/** @import { Language } from "#unions" */
/** @import { Catalogue, Garment } from "../../../types.d.ts" */
/** @import { Words } from "../../words.js" */

/** What is asked, unless it is known. */
const QUESTIONS = /** @type {const} */ (["cottonFrom", "spunIn", "fabricIn"]);

/**
 * @param {Words} words of the page: a place may have its name from there
 * @param {Language} id
 * @param {Garment} garment
 * @param {Catalogue} catalogue
 * @param {string | null} wording the host's own, with `{garment}` and `{questions}`
 */
export function write(words, id, garment, catalogue, wording) {
  const message = MESSAGES[id];
  const open = QUESTIONS.filter((question) => !(question in garment));
  const questions = [...open.map((question) => message[question]), message.shown].map((question) => `– ${question}`).join("\n");
  const garmentText = describe(words, id, garment, catalogue);
  if (wording !== null) return wording.replaceAll("{garment}", () => garmentText).replaceAll("{questions}", () => questions);
  return [message.hello, message.about.replace("{garment}", () => garmentText), `${message.could}\n${questions}`, message.thanks].join("\n\n");
}

/**
 * "T-shirt, 60 % cotton, made in Bangladesh"
 * @param {Words} words @param {Language} id @param {Garment} garment @param {Catalogue} catalogue
 */
export function describe(words, id, { kind = "other", fibres = [], madeIn }, catalogue) {
  const message = MESSAGES[id];
  const cotton = new Set(catalogue.fibres.filter((fibre) => fibre.cotton).map((fibre) => fibre.id));
  const shares = fibres.flatMap(({ fibre, percent }) => (cotton.has(/** @type {any} */ (fibre)) ? [percent] : []));
  const known = shares.length > 0 && shares.every((share) => share !== undefined);
  const sum = known ? shares.reduce((sum = 0, share = 0) => sum + share, 0) : undefined;
  const marks = [
    sum !== undefined && message.cotton.replace("{n}", words.figure(sum)),
    madeIn !== undefined && message.made.replace("{place}", () => placeIn(words, id, madeIn)),
  ];
  return marks.reduce((/** @type {string} */ before, after) => pair(id, before, after || ""), message.kinds[kind]);
}

/** "T-shirt, made in Bangladesh" @param {Language} id @param {string} before @param {string} after nothing is added where it is empty */
export const pair = (id, before, after) => (after ? MESSAGES[id].pair.replace("{before}", () => before).replace("{after}", () => after) : before);

/** A place in another language, by the browser's names; where it has none, as on the page. @param {Words} words @param {string} id @param {string} code */
function placeIn(words, id, code) {
  if (id === words.id || !/^[A-Z]{2}$/.test(code) || Intl.DisplayNames.supportedLocalesOf(id).length === 0) return words.place(code);
  return new Intl.DisplayNames([id], { type: "region" }).of(code) ?? words.place(code);
}

/** A `mailto:` address. Lines end as mail has them. @param {string} address empty: whoever sends it fills it in @param {string} subject @param {string} text */
export const mailTo = (address, subject, text) => `mailto:${encodeURIComponent(address).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
