/**
 * Labels of a catalogue: what each says goes into the columns where the row does not say it itself. As `Table::read_labels` in Rust,
 * which native programs have; here the columns stay in JavaScript, and the wasm is asked text by text.
 * @import { Table } from "./types.d.ts"
 */

/**
 * What a label gives a row: the columns' names, each with a name or a number.
 * @typedef {{ [column: string]: string | number }} Row
 */

/** Columns that point to names. */
const NAMED = ["kind", "madeIn", "fabricIn", "spunIn", "cottonFrom", "proof"];
const INDEXES = [Uint8Array, Uint16Array, Uint32Array];
const NUMBERS = [Float32Array, Float64Array];

/**
 * A table without labels. What cannot be read is left as it is: the core says what is wrong with it.
 * @param {Table} table
 * @param {(text: string) => Row} readRow
 * @returns {Table}
 */
export function readLabels(table, readRow) {
  const taken = apart(table);
  if (!taken) return table;
  const { label, texts, columns } = taken;
  const filler = new Filler(columns, texts, label.length);
  /** @type {Map<number, Row>} Each text is read once. */
  const rows = new Map();
  label.forEach((index, row) => {
    const said = rows.get(index) ?? readRow(texts[index]);
    rows.set(index, said);
    filler.fill(row, said);
  });
  return { ...filler.columns, names: texts };
}

/**
 * The labels, a copy of the names, and the other columns; null where one of them is not what it should be.
 * @param {Table} table
 */
function apart(table) {
  try {
    const { names, label, ...columns } = table;
    const texts = Array.isArray(names) ? Array.from(names, (name) => name ?? "") : [];
    const read = is(label, INDEXES) && texts.every((text) => typeof text === "string") && label.every((index) => index < texts.length);
    const whole = read && Object.entries(columns).every(([name, column]) => fits(name, column, label.length));
    return whole ? { label, texts, columns } : null;
  } catch {
    // A proxy, or a getter that throws.
    return null;
  }
}

/** @param {unknown} column @param {readonly Function[]} types @returns {column is Uint32Array} */
const is = (column, types) => types.some((type) => column instanceof type);

/** @param {string} name @param {unknown} column @param {number} rows */
function fits(name, column, rows) {
  const types = NAMED.includes(name) || name === "boughtIn" ? INDEXES : NUMBERS;
  return column === undefined || column === null || (is(column, types) && column.length === rows);
}

class Filler {
  /** @type {Map<string, number>} Names that were added: a catalogue's own can be a hundred thousand texts. */
  #added = new Map();

  /** @param {Record<string, any>} columns @param {string[]} names @param {number} rows */
  constructor(columns, names, rows) {
    /** @type {Record<string, any>} */
    this.columns = { ...columns };
    this.names = names;
    this.rows = rows;
    /** Columns that are copies: the caller's own stay as they are. */
    this.own = new Set();
  }

  /** @param {number} row @param {Row} said */
  fill(row, said) {
    for (const name of NAMED) if (name in said) this.#name(row, name, String(said[name]));
    if ("massGrams" in said) this.#number(row, "massGrams", Number(said.massGrams));
    if ("cottonPercent" in said && this.#number(row, "cottonPercent", Number(said.cottonPercent))) {
      this.#number(row, "recycledPercent", Number(said.recycledPercent));
    }
  }

  /** @param {number} row @param {string} column @param {string} name */
  #name(row, column, name) {
    const cells = this.#column(column, () => new Uint32Array(this.rows).fill(this.#index("")), Uint32Array);
    if (this.names[cells[row]]?.trim() === "") cells[row] = this.#index(name);
  }

  /** Whether the row said nothing there. @param {number} row @param {string} column @param {number} value */
  #number(row, column, value) {
    const cells = this.#column(column, () => new Float64Array(this.rows).fill(NaN), Float64Array);
    if (!Number.isNaN(cells[row])) return false;
    cells[row] = value;
    return true;
  }

  /** @param {string} name @param {() => any} fresh @param {any} type */
  #column(name, fresh, type) {
    if (!this.own.has(name)) {
      this.own.add(name);
      const given = this.columns[name];
      this.columns[name] = given ? type.from(given) : fresh();
    }
    return this.columns[name];
  }

  /** @param {string} name */
  #index(name) {
    const known = this.#added.get(name) ?? this.names.length;
    if (known === this.names.length) {
      this.names.push(name);
      this.#added.set(name, known);
    }
    return known;
  }
}
