// Reads {vendor, contract, calls} from standard input, writes the Java of each call as a JSON array.
import { javaOf } from "../src/main/resources/dev/forecourt/mock/console/page/java.js";

let text = "";
for await (const part of process.stdin) text += part;
const { vendor, contract, calls } = JSON.parse(text);
console.log(JSON.stringify(calls.map((call) => javaOf(vendor, contract, call))));
