/** The answer as a picture, drawn on a canvas: the swatch, the sentence, its range, and the versions. */
import { own } from "../../../own.js";

/** @typedef {{ name: string, headline: string, number: string, range: string, caption: string, source: string, address: string, ends: { least: string, most: string, low: string, high: string }, dyed: number, mirrored: boolean, language: string, share: { low: number, central: number, high: number } }} Content */

const [WIDTH, HEIGHT] = [1200, 630];
const MARGIN = 72;
/** The side of the swatch. */
const SWATCH = 350;
const WORDS = MARGIN + SWATCH + 56;

/** How far down the thread lies, and where on it a share is. */
const THREAD = HEIGHT - 86;
const onThread = (/** @type {number} */ share) => MARGIN + share * (WIDTH - 2 * MARGIN);

const COLOURS = { paper: "#F8F5EE", ink: "#20242B", muted: "#5B5F66", dyed: "#2C3E7A", bare: "#DDD5C3", shade: "#B2A996" };
const SERIF = '"Iowan Old Style", "Palatino Nova", "Noto Serif", Charter, Palatino, Georgia, serif';
const SANS = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** @typedef {CanvasRenderingContext2D} Pen */

/** @param {HTMLCanvasElement} canvas @param {Content} content */
export function drawPicture(canvas, content) {
  Object.assign(canvas, { width: WIDTH, height: HEIGHT, lang: content.language });
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const { mirrored } = content;
  pen.fillStyle = COLOURS.paper;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.save();
  // From right to left the drawing is mirrored, but text must not be.
  if (mirrored) pen.transform(-1, 0, 0, 1, WIDTH, 0);
  drawSwatch(pen, content.dyed);
  drawThread(pen, content.share);
  pen.restore();

  pen.direction = mirrored ? "rtl" : "ltr";
  pen.textAlign = "start";
  pen.textBaseline = "alphabetic";
  const edge = (/** @type {number} */ x) => (mirrored ? WIDTH - x : x);
  const width = WIDTH - WORDS - MARGIN;
  const { language } = content;
  const top = write(pen, content.name, { language, x: edge(WORDS), y: MARGIN + 22, width, size: 26, lines: 2, colour: COLOURS.muted, font: SANS });
  const below = write(pen, content.headline, { language, x: edge(WORDS), y: top + 30, width, size: 46, lines: 6, colour: COLOURS.ink, font: SERIF, weight: "bold ", room: 400 - top, dyed: content.number });
  write(pen, content.range, { language, x: edge(WORDS), y: below + 14, width, size: 28, lines: 2, colour: COLOURS.muted, font: SANS });
  write(pen, content.caption, { language, x: edge(MARGIN), y: MARGIN + SWATCH + 24, width: SWATCH, size: 22, lines: 2, colour: COLOURS.muted, font: SANS });
  drawEnds(pen, content.ends, content.share, edge);
  const room = writeAddress(pen, content.address, edge);
  write(pen, content.source, { language, x: edge(MARGIN), y: HEIGHT - 50, width: WIDTH - 2 * MARGIN - room, size: 22, lines: 1, colour: COLOURS.muted, font: SANS });
}

/** The numbers at the ends of the rule, and at those of the range. @param {Pen} pen @param {Content["ends"]} ends @param {Content["share"]} share @param {(x: number) => number} edge */
function drawEnds(pen, { least, most, low, high }, share, edge) {
  pen.textAlign = "center";
  const put = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ font, /** @type {string} */ colour) => {
    pen.font = `${font} ${SANS}`;
    pen.fillStyle = colour;
    pen.fillText(text, edge(x), y);
  };
  put(least, MARGIN - 28, THREAD + 8, "22px", COLOURS.muted);
  put(most, WIDTH - MARGIN + 34, THREAD + 8, "22px", COLOURS.muted);
  const [from, to] = [onThread(share.low), onThread(share.high)];
  // Closer than this the two numbers would run into each other.
  const apart = Math.max(0, 44 - (to - from)) / 2;
  put(low, from - apart, THREAD - 20, "bold 22px", COLOURS.ink);
  put(high, to + apart, THREAD - 20, "bold 22px", COLOURS.ink);
  pen.textAlign = "start";
}

/** Where it came from, at the other end of the last line; returns the room that it takes. @param {Pen} pen @param {string} address @param {(x: number) => number} edge */
function writeAddress(pen, address, edge) {
  if (address === "") return 0;
  const most = (WIDTH - 2 * MARGIN) / 2;
  let size = 22;
  const measured = () => {
    pen.font = `bold ${size}px ${SANS}`;
    return pen.measureText(address).width;
  };
  while (measured() > most && size > 13) size -= 1;
  const width = Math.min(measured(), most);
  const { direction } = pen;
  // An address runs from left to right in any script.
  pen.direction = "ltr";
  pen.textAlign = direction === "rtl" ? "left" : "right";
  pen.fillStyle = COLOURS.dyed;
  pen.fillText(address, edge(WIDTH - MARGIN), HEIGHT - 39.5, most);
  pen.direction = direction;
  pen.textAlign = "start";
  return width + 24;
}

/** The swatch, as on the page. @param {Pen} pen @param {number} dyed */
function drawSwatch(pen, dyed) {
  const cell = SWATCH / 10;
  pen.fillStyle = COLOURS.shade;
  for (let at = 0; at < 10; at += 1) {
    pen.fillRect(MARGIN, MARGIN + at * cell + cell * 0.15, SWATCH, cell * 0.7);
    pen.fillRect(MARGIN + at * cell + cell * 0.15, MARGIN, cell * 0.7, SWATCH);
  }
  for (let at = 0; at < 100; at += 1) drawCrossing(pen, at, cell, at < dyed);
}

/** @param {Pen} pen @param {number} at @param {number} cell @param {boolean} isDyed */
function drawCrossing(pen, at, cell, isDyed) {
  const [column, row] = [at % 10, Math.floor(at / 10)];
  const upright = (column + row) % 2 === 0;
  const [width, height] = upright ? [cell * 0.75, cell] : [cell, cell * 0.75];
  const [x, y] = [MARGIN + (column + 0.5) * cell, MARGIN + (row + 0.5) * cell];
  pen.fillStyle = isDyed ? COLOURS.dyed : COLOURS.bare;
  pen.beginPath();
  // Chrome has round corners from 99, Firefox from 112.
  (pen.roundRect ?? pen.rect).call(pen, x - width / 2, y - height / 2, width, height, cell / 5);
  pen.fill();
  if (!isDyed) return;
  pen.strokeStyle = COLOURS.paper;
  pen.lineWidth = 2.5;
  pen.lineCap = "round";
  pen.beginPath();
  const lean = upright ? -1 : 1;
  pen.moveTo(x - cell * 0.15, y - lean * cell * 0.15);
  pen.lineTo(x + cell * 0.15, y + lean * cell * 0.15);
  pen.stroke();
}

/** The range on a thread, below the swatch and the text. @param {Pen} pen @param {Content["share"]} share */
function drawThread(pen, { low, central, high }) {
  const [y, at] = [THREAD, onThread];
  const line = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ width, /** @type {string} */ colour) => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.lineCap = "round";
    pen.beginPath();
    pen.moveTo(at(from), y);
    pen.lineTo(at(to), y);
    pen.stroke();
  };
  line(0, 1, 4, COLOURS.bare);
  line(low, high, 14, COLOURS.dyed);
  pen.fillStyle = COLOURS.paper;
  pen.strokeStyle = COLOURS.ink;
  pen.lineWidth = 4;
  pen.beginPath();
  pen.arc(at(central), y, 11, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}

/**
 * Wraps text, in a smaller size if needed; if it still does not fit, it ends in an ellipsis.
 * @param {Pen} pen
 * @param {string} text
 * @param {{ language: string, x: number, y: number, width: number, size: number, lines: number, colour: string, font: string, weight?: string, room?: number, dyed?: string }} how
 * @returns {number} the vertical position below the text
 */
function write(pen, text, how) {
  const { language, x, y, width, size, lines: most, colour, font, weight = "", room = Infinity, dyed = "" } = own(how);
  let height = size;
  /** @type {string[]} */
  let lines = [];
  for (; height >= size * 0.6; height -= 2) {
    pen.font = `${weight}${height}px ${font}`;
    lines = wrap(text, language, (line) => pen.measureText(line).width <= width);
    if (lines.length <= most && lines.length * height * 1.3 <= room) break;
  }
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]?.slice(0, -1)}…`;
  shown.forEach((line, at) => drawLine(pen, line, { x, y: y + (at + 0.75) * height * 1.3 - size * 0.5, colour, dyed }));
  return y + shown.length * height * 1.3;
}

/** Draws one line, with the number, if the line contains it whole, in the colour of the dyed thread. @param {Pen} pen @param {string} line @param {{ x: number, y: number, colour: string, dyed: string }} how */
function drawLine(pen, line, { x, y, colour, dyed }) {
  const from = dyed === "" ? -1 : line.indexOf(dyed);
  const parts = from < 0 ? [line] : [line.slice(0, from), dyed, line.slice(from + dyed.length)];
  let at = x;
  parts.forEach((part, index) => {
    pen.fillStyle = index === 1 ? COLOURS.dyed : colour;
    pen.fillText(part, at, y);
    at += pen.measureText(part).width * (pen.direction === "rtl" ? -1 : 1);
  });
}

/**
 * Breaks lines between words, using the segmentation of the language: Chinese has no spaces.
 * @param {string} text
 * @param {string} language
 * @param {(line: string) => boolean} fits
 * @returns {string[]}
 */
export function wrap(text, language, fits) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const piece of pieces(text, language)) {
    if (line !== "" && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece.length > 1 && !fits(piece.trimEnd()) ? cut(piece, fits, lines) : piece;
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}

/** Cuts a word that is longer than a line. @param {string} word @param {(line: string) => boolean} fits @param {string[]} lines */
function cut(word, fits, lines) {
  let rest = "";
  for (const letter of word) {
    if (rest !== "" && !fits(rest + letter)) {
      lines.push(rest);
      rest = "";
    }
    rest += letter;
  }
  return rest;
}

/** Pieces that must not be broken: a word with the punctuation before and after it. @param {string} text @param {string} language */
function pieces(text, language) {
  if (!Intl.Segmenter) return text.split(/(?<=\s)/);
  /** @type {string[]} */
  const found = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(language, own({ granularity: "word" })).segment(text)) {
    const before = found.at(-1) ?? "";
    const joins = isWordLike ? /[\p{Ps}\p{Pi}\u2060\u2066-\u2068\u00A0'’.-]$/u.test(before) : !/^[\p{Ps}\p{Pi}]/u.test(segment);
    if (before !== "" && joins) found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found;
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob | null>} */
export const toPng = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
