/** Runs in a page: loads the core (wasm and glue) and the JavaScript model. */
import { createModel } from "../model/model.js";
import init, * as glue from "/bindgen/cotton-origin/cotton_origin.js";

export async function begin() {
  const [data, { memory }] = await Promise.all([
    fetch("/data/model.json").then((response) => response.json()),
    init({ module_or_path: "/bindgen/cotton-origin/cotton_origin.wasm" }),
  ]);
  return { model: createModel(data), glue, memory: /** @type {WebAssembly.Memory} */ (memory) };
}
