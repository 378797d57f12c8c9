/** The error of a failed test says what was visible. */
import assert from "node:assert/strict";
import test from "node:test";
import { tellWhatIsSeen, within } from "../support/seen.js";

const fail = async () => assert.fail("the sum");

test("its error goes on with what the page showed", async () => {
  await assert.rejects(tellWhatIsSeen(fail, async () => "the page shows nothing"), { name: "AssertionError", message: "the sum\nthe page shows nothing" });
});

test("a page that cannot be asked is an error beside, not in its place", async () => {
  await assert.rejects(tellWhatIsSeen(fail, () => Promise.reject(new Error("gone"))), { message: "the sum\nError: gone" });
});

test("what goes well asks nothing", async () => {
  await tellWhatIsSeen(async () => {}, () => assert.fail("asked"));
});

test("what never comes is an error that says what was waited for", async () => {
  await assert.rejects(within(5, new Promise(() => {}), "the driver was told to click and said nothing"), { message: "the driver was told to click and said nothing, for 0.005 s" });
  assert.equal(await within(1000, Promise.resolve("an answer"), ""), "an answer");
  await assert.rejects(within(1000, Promise.reject(new Error("mine")), ""), { message: "mine" });
});
