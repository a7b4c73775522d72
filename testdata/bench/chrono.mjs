// usage: node chrono.mjs FILE
// Prints how many seconds chrono-node needs at best to find the dates of a text.
// It is called by "go test -bench AgainstChrono ./dates", which gives the ratio.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const text = readFileSync(process.argv[2], "utf8");
const reference = new Date(Date.UTC(2021, 6, 5, 12));
let best = Infinity;
for (let run = 0; run < 7; run++) {
  const start = process.hrtime.bigint();
  chrono.parse(text, reference);
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
}
console.log(best);
