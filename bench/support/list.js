/** Prints the benchmark's garments, for whoever is no JavaScript. */
import { garments } from "./garments.js";

export const COUNT = 10_000;

process.stdout.write(JSON.stringify(garments(COUNT)));
