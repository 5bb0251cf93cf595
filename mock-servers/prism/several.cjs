// Prism on several contracts in one process, each on a free port of 127.0.0.1: most of the time that it takes to start goes
// into loading itself. Reads the path of a contract from each line; Prism says where it listens. Ends with its input.
const { createRequire } = require("node:module");
const { createInterface } = require("node:readline");

const ofPrism = createRequire(require.resolve("@stoplight/prism-cli/dist/index.js"));
const yargs = ofPrism("yargs");
// what the command "prism mock" runs, with all its defaults
const mock = ofPrism("./commands/mock.js").default;

createInterface({ input: process.stdin })
  .on("line", (contract) => yargs(["mock", "--host", "127.0.0.1", "--port", "0", contract]).command(mock).strict().parse())
  .on("close", () => process.exit());
