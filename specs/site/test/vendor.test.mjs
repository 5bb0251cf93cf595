import assert from "node:assert/strict";
import { test } from "node:test";
import { contents } from "../stage.mjs";
import { vendorPage } from "../vendor.mjs";

const LINKS = { contract: "../files/contracts/acme.json", notes: "acme-notes.md", stub: "acme-stub.md" };

const acme = () => ({
  vendor: "acme",
  port: 4099,
  unsigned: false,
  credentials: { api_key: "acme-test-key" },
  contract: {
    info: { title: "Acme", version: "1", description: "Sells cars.\n\n# More\n\n<p>Text</p>" },
    servers: [{ url: "https://acme.example" }],
    paths: {
      "/cars": {
        get: {
          operationId: "listCars",
          summary: "List the cars",
          description: "All of them.",
          parameters: [{ name: "page", in: "query", schema: { type: "integer", minimum: 1 }, description: "Which page.", "x-documented": false, "x-source": "inferred from the sample" }],
          responses: {
            200: { description: "The cars.", content: { "application/json": { schema: { type: "array", items: { type: "string" } } } } },
            401: { $ref: "#/components/responses/Unauthorized" },
          },
          security: [{ Key: [] }],
          "x-paging": { style: "page", parameter: "page", size: "limit" },
          "x-source": "the vendor's openapi.json",
        },
      },
    },
    components: {
      securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key", description: "The key." } },
      responses: { Unauthorized: { description: "The key is wrong.", "x-source": "L7" } },
    },
  },
  calls: [call("parameters", "curl a"), call("cars.json", "curl a"), call("withPage", "curl b")],
});

function call(variant, curl) {
  return { operationId: "listCars", variant, curl, fetch: `fetch ${curl}`, java: `java ${curl}`, status: 200, contentType: "application/json", answer: '["a","b","c"]' };
}

test("shows an operation with parameters, authentication, paging and errors", () => {
  const page = vendorPage(acme(), LINKS);

  assert.match(page, /^# Acme$/m);
  assert.match(page, /^### List the cars \(listCars\)$/m);
  assert.match(page, /^`GET \/cars`$/m);
  assert.match(page, /\| `page` \| query \| {2}\| integer, at least 1 \| Which page\. \*\*Assumed\*\*: inferred from the sample \|/);
  assert.match(page, /Authentication: `Key`\./);
  assert.match(page, /Paging: by `page` and `limit`\./);
  assert.match(page, /\| `401` \| The key is wrong\. Source: L7 \| all \|/);
});

test("keeps the headings of a vendor's text out of its own", () => {
  assert.match(vendorPage(acme(), LINKS), /^\*\*More\*\*$/m);
});

test("shows each executed call once in three languages, with its answer", () => {
  const page = vendorPage(acme(), LINKS);

  assert.equal(page.match(/\{tab\} curl/g).length, 2);
  assert.equal(page.match(/\{tab\} fetch/g).length, 2);
  assert.equal(page.match(/\{tab\} Java/g).length, 2);
  assert.match(page, /Answer: \*\*200\*\*, `application\/json`/);
  assert.match(page, /"… 1 more"/);
});

test("has no page without a call that was executed", () => {
  assert.throws(() => vendorPage({ ...acme(), calls: [] }, LINKS), /listCars: no call was executed/);
});

test("says so where an imported vendor has no call, or none in Java", () => {
  const none = vendorPage({ ...acme(), imported: true, calls: [] }, LINKS);
  const noJava = vendorPage({ ...acme(), imported: true, calls: [{ ...call("x", "curl"), java: "" }] }, LINKS);

  assert.match(none, /No example: the mock did not take the call/);
  assert.match(noJava, /\{tab\} fetch/);
  assert.doesNotMatch(noJava, /\{tab\} Java/);
  assert.match(noJava, /in each language shown/);
});

test("shows an answer as it came where JavaScript would round a number of it", () => {
  const one = { ...acme(), calls: [{ ...call("x", "curl"), answer: '{"id":12345678901234567890}' }] };

  assert.match(vendorPage(one, LINKS), /12345678901234567890/);
});

test("shows the first fields of a very large body, and how many there are more", () => {
  const one = acme();
  const properties = Object.fromEntries([...Array(70).keys()].map((each) => [`field${each}`, { type: "string" }]));
  one.contract.paths["/cars"].get.requestBody = { content: { "application/json": { schema: { type: "object", properties } } } };

  const page = vendorPage(one, LINKS);

  assert.match(page, /`field59`/);
  assert.doesNotMatch(page, /`field60`/);
  assert.match(page, /10 more fields, see the contract\./);
});

test("ends with a model that holds itself", () => {
  const one = acme();
  one.contract.components.schemas = { Node: { type: "object", properties: { child: { $ref: "#/components/schemas/Node" } } } };
  one.contract.paths["/cars"].get.requestBody = { content: { "application/json": { schema: { $ref: "#/components/schemas/Node" } } } };

  assert.match(vendorPage(one, LINKS), /`child\.child\.child`/);
});

test("says how to start the mock from a release, from npm and from a checkout", () => {
  const page = vendorPage(acme(), LINKS);
  const signed = vendorPage({ ...acme(), unsigned: true }, LINKS);

  for (const command of ["java -jar jars/forecourt-mock-servers.jar", "npx forecourt-mocks", "scripts/mock --detach"]) assert.match(page, new RegExp(`^${command}$`, "m"));
  assert.match(signed, /^java -jar jars\/forecourt-mock-servers\.jar --unsigned acme$/m);
  assert.match(signed, /^npx forecourt-mocks --unsigned acme$/m);
  assert.match(signed, /^scripts\/mock --detach -- --unsigned acme$/m);
});

test("of an imported vendor, which no release has, it shows the checkout alone", () => {
  assert.doesNotMatch(vendorPage({ ...acme(), imported: true }, LINKS), /java -jar|npx/);
});

test("leads to the contract in the site, and to the pages beside it", () => {
  const page = vendorPage(acme(), LINKS);

  assert.match(page, /\[acme\.json\]\(\.\.\/files\/contracts\/acme\.json\)/);
  assert.match(page, /\[Notes and traps\]\(acme-notes\.md\), \[what the mock does\]\(acme-stub\.md\) \|/);
});

test("names the page of notes where the contract names their file", () => {
  const one = acme();
  one.contract.info.description = "Cars. `specs/acme/README.md` of Forecourt says more.";

  assert.match(vendorPage(one, LINKS), /^Cars\. the page \[notes and traps\]\(acme-notes\.md\) says more\.$/m);
});

test("calls a test credential as the contract calls its scheme", () => {
  const one = acme();
  one.contract.components.securitySchemes = { ApiKey: { type: "apiKey", in: "header", name: "X-Key" } };
  one.credentials = { api_key: "acme-test-key", shop_code: "12" };

  const page = vendorPage(one, LINKS);

  assert.match(page, /^\| `ApiKey` \| `acme-test-key` \|$/m);
  assert.match(page, /^\| `shop_code` \| `12` \|$/m);
});

test("lists each page once, quick starts first", () => {
  const pages = new Map([["a", "guide/java.md"], ["e", "guide/paging-more.md"], ["b", "guide/paging.md"], ["c", "adr/0001.md"], ["d", "extensions.md"]]);

  const made = contents(pages, ["acme"]);

  assert.deepEqual([...made.matchAll(/:caption: (.*)/g)].map(([, caption]) => caption), ["Start", "Guides", "Vendors", "Reference", "Decisions"]);
  assert.match(made, /guide\/paging\.md\nguide\/paging-more\.md/);
  for (const page of [...pages.values(), "vendors/acme.md"]) assert.equal(made.split("\n").filter((line) => line === page).length, 1, page);
});
