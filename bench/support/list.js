/** Prints the benchmark's garments, for whoever is no JavaScript. */
import { COUNT, garments } from "./garments.js";

process.stdout.write(JSON.stringify(garments(COUNT)));
