// Reads {vendor, contract, calls} as one line, writes {curl, fetch, java} of each call as one line: what the console shows.
import { createInterface } from "node:readline";
import { curlOf, fetchOf } from "../../mock-servers/console/src/main/resources/dev/forecourt/mock/console/page/calls.js";
import { javaOf } from "../../mock-servers/console/src/main/resources/dev/forecourt/mock/console/page/java.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { vendor, contract, calls } = JSON.parse(line);
  const written = calls.map((call) => ({ curl: curlOf(call), fetch: fetchOf(call), java: javaOf(vendor, contract, call) }));
  console.log(JSON.stringify(written));
}
