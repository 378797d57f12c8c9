/** Estimates are bit for bit the same in Node as natively and in browsers: they have the digest in `tests/common/bits.rs`. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { digestOf, stated } from "../support/bits.js";
import { co } from "./support/core.js";

test("every bit of every estimate", async () => {
  assert.equal(digestOf(co), stated(await readFile(new URL("../common/bits.rs", import.meta.url), "utf8")));
});
