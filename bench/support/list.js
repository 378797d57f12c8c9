/** Prints the benchmark's garments, for programs in other languages. */
import { COUNT, garments } from "./garments.js";

process.stdout.write(JSON.stringify(garments(COUNT)));
