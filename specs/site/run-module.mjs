// Runs each line, a module as a JSON text; writes what it printed as one line, a JSON text.
import { createInterface } from "node:readline";
import { format } from "node:util";

const write = process.stdout.write.bind(process.stdout);
let printed = [];
console.log = (...values) => printed.push(format(...values));

let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  printed = [];
  number += 1; // a module of the same text would not run again
  await import(`data:text/javascript,${encodeURIComponent(`${JSON.parse(line)}\n// ${number}`)}`);
  write(`${JSON.stringify(printed.join("\n"))}\n`);
}
