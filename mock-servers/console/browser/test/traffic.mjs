import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { ask, at, call, copied, eventually, show, vendor } from "./setup.mjs";

const rows = () => at.page.locator("fc-traffic tbody tr");
const detail = () => at.page.locator("fc-traffic .detail");
const choose = (text) => at.page.getByRole("button", { name: text }).first().click();
const bar = (name) => at.page.locator("fc-traffic").getByRole("button", { name });

test("traffic shows requests of all vendors as they come, newest first", async () => {
  await show("traffic");
  await ask("fidcar", "/api/local/1325");
  await rows().getByText("/api/local/1325").waitFor();

  await ask("claire", "/v1/locations");

  await rows().nth(1).waitFor();
  assert.match(await rows().nth(0).innerText(), /Claire.*\/v1\/locations.*200.*listLocations/s);
  assert.match(await rows().nth(1).innerText(), /FIDCAR.*\/api\/local\/1325/s);
});

test("traffic shows headers and bodies, without secrets", async () => {
  await ask("claire", "/v1/appointments/list", {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: "http://localhost:5173" },
    body: '{"location_id":312,"is_pinned":true}',
  });
  await show("traffic");

  await choose("/v1/appointments/list");

  const text = await detail().innerText();
  assert.match(text, /"location_id": 312/);
  assert.match(text, /authorization\s+\*\*\*\*/i);
  assert.doesNotMatch(text, /claire-test-key/);
  assert.match(text, /took [\d.]+ ms/);
  assert.match(text, /origin http:\/\/localhost:5173/);
  assert.match(text, /Answer[\s\S]*content-type/i);
});

test("traffic says why a request was refused and marks what differs from the nearest operation", async () => {
  await ask("fidcar", "/api/locals/1325");
  await show("traffic");

  await choose("/api/locals/1325");

  const refusal = detail().getByRole("region", { name: "Why it was refused" });
  assert.deepEqual(await refusal.locator("mark").allInnerTexts(), ["locals", "local"]);
  assert.match(await refusal.innerText(), /getDealership/);
  assert.match(await refusal.innerText(), /path segment 2 must be 'local' but was 'locals'/);
});

test("traffic lists every reason of a refusal", async () => {
  await ask("fidcar", "/api/local?limit=500&pag=2");
  await show("traffic");

  await choose("/api/local");

  assert.equal(await detail().locator(".refusal li").count(), 2);
});

test("traffic can be filtered by text, vendor and status", async () => {
  await ask("fidcar", "/api/local/1325");
  await ask("fidcar", "/api/locals");
  await ask("claire", "/v1/locations");
  await show("traffic");
  await rows().nth(2).waitFor();

  await at.page.getByRole("searchbox", { name: "Filter" }).fill("locals");
  assert.equal(await rows().count(), 1);
  await at.page.getByRole("searchbox", { name: "Filter" }).fill("");
  await at.page.locator("fc-traffic").getByLabel("Vendor").selectOption("fidcar");
  assert.equal(await rows().count(), 2);
  await at.page.getByLabel("Status").selectOption("refused");

  assert.equal(await rows().count(), 1);
});

test("traffic waits while it is paused and goes on", async () => {
  await ask("fidcar", "/api/local/1325");
  await show("traffic");
  await rows().first().waitFor();

  await bar("Pause").click();
  await ask("claire", "/v1/locations");
  await at.page.getByText("paused: 1 new").waitFor();
  assert.equal(await rows().count(), 1);
  await bar("Go on").click();

  await rows().nth(1).waitFor();
});

test("traffic forgets what was asked", async () => {
  await ask("fidcar", "/api/local/1325");
  await show("traffic");
  await rows().first().waitFor();

  await bar("Clear").click();

  await rows().first().waitFor({ state: "detached" });
  assert.deepEqual((await call("GET", "__mock/requests")).requests, []);
});

test("traffic copies a request as curl and fetch that work", async () => {
  await ask("claire", "/v1/appointments/list", { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"location_id":312,"is_pinned":true}' });
  await show("traffic");
  await choose("/v1/appointments/list");

  await detail().getByRole("button", { name: "Copy as curl" }).click();
  await at.page.getByText("as curl copied").waitFor();
  const { stdout } = await promisify(execFile)("sh", ["-c", `${await copied()} -s -o /dev/null -w '%{http_code}'`]);
  await detail().getByRole("button", { name: "Copy as fetch" }).click();
  await at.page.getByText("as fetch copied").waitFor();
  const answer = await new Function("console", `return (async () => {${await copied()}\nreturn response;})()`)({ log() {} });

  assert.equal(stdout, "200");
  assert.equal(answer.status, 200);
});

test("traffic copies an encoded path as it was sent", async () => {
  await ask("fidcar", "/api/local/%3Cb%3E%20x");
  await show("traffic");
  await choose("/api/local/%3Cb%3E%20x");

  await detail().getByRole("button", { name: "Copy as curl" }).click();
  await at.page.getByText("as curl copied").waitFor();

  assert.match(await copied(), /\/api\/local\/%3Cb%3E%20x'/);
});

test("traffic copies a key in a query as the one that tests use", async () => {
  const { baseUrl } = await vendor("claire");
  await fetch(`${baseUrl}/v1/locations?api_key=claire-test-key`);
  await show("traffic");
  await choose("/v1/locations?api_key=****");

  await detail().getByRole("button", { name: "Copy as curl" }).click();
  await at.page.getByText("as curl copied").waitFor();

  assert.match(await copied(), /\/v1\/locations\?api_key=claire-test-key'/);
});

test("traffic has all of many requests at once", async () => {
  await show("traffic");

  await Promise.all(Array.from({ length: 180 }, async () => (await ask("fidcar", "/api/local/1325")).text()));

  await at.page.getByText("180 requests", { exact: true }).waitFor();
});

test("traffic exports what is chosen as HAR", async () => {
  await ask("fidcar", "/api/local/1325");
  await ask("claire", "/v1/locations");
  await show("traffic/claire");
  await rows().first().waitFor();

  const [file] = await Promise.all([at.page.waitForEvent("download"), bar("Export HAR").click()]);

  const har = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.equal(file.suggestedFilename(), "forecourt.har");
  assert.equal(har.log.version, "1.2");
  assert.equal(har.log.entries.length, 1);
});

test("traffic exports refusals alone where they are chosen", async () => {
  await ask("fidcar", "/api/local/1325");
  await ask("fidcar", "/api/locals");
  await show("traffic/fidcar/refused");
  await rows().first().waitFor();

  const [file] = await Promise.all([at.page.waitForEvent("download"), bar("Export HAR").click()]);

  const { entries } = JSON.parse(await readFile(await file.path(), "utf8")).log;
  assert.deepEqual(entries.map((each) => each.response.status), [404]);
});

test("traffic keeps preflights apart: they are no refusals", async () => {
  const { baseUrl } = await vendor("fidcar");
  await fetch(`${baseUrl}/api/local/1325`, {
    method: "OPTIONS",
    headers: { Origin: "http://localhost:5173", "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization" },
  });
  await show("traffic");
  await bar("Preflights (1)").waitFor();
  assert.equal(await rows().count(), 0);

  await bar("Preflights (1)").click();

  await rows().getByText("OPTIONS").waitFor();
  await eventually(async () => (await vendor("fidcar")).requests.refused === 0, "no refusal");
});
