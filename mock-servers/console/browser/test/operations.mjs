import assert from "node:assert/strict";
import { test } from "node:test";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { at, show } from "./setup.mjs";

/** Opens an operation, executes it as it stands and gives the status that shows. */
async function execute(id, operation, values = {}) {
  await show(`operations/${id}/${operation}`);
  const block = at.page.locator(`.opblock[id$="-${operation}"]`);
  for (const [name, value] of Object.entries(values)) await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
  await block.getByRole("button", { name: "Execute" }).click();
  return (await block.locator(".live-responses-table .response-col_status").last().innerText()).trim().split(/\s/)[0];
}

async function snippet(title) {
  await at.page.locator(".request-snippets").getByText(title, { exact: true }).click();
  return at.page.locator(".request-snippets .curl, .request-snippets pre").first().innerText();
}

test("try it signs the calls of Fidelisa, again and again", async () => {
  assert.equal(await execute("fidelisa", "listShops"), "200");

  await at.page.getByRole("button", { name: "Execute" }).click();
  await at.page.locator(".live-responses-table").getByText("200").waitFor();
});

for (const [id, operation, values] of [
  ["fidcar", "getDealership", { local_id: "1325" }],
  ["autengo", "listMakes", {}],
  ["autochat", "listOptions", {}],
  ["claire", "listLocations", {}],
])
  test(`try it opens ${operation} of ${id} by itself`, async () => {
    assert.equal(await execute(id, operation, values), "200");
  });

test("try it sends lists inside a filter as the vendor reads them", async () => {
  assert.equal(await execute("autengo", "listVehicles"), "200");

  assert.match(await snippet("curl"), /and%5Bkilometers%5D%5B%5D=%3E%3D%7C25000&and%5Bkilometers%5D%5B%5D=/);
  assert.match(await snippet("Java"), /"kilometers": \[\s*">=\|25000",/);
});

test("try it sends a form", async () => {
  assert.equal(await execute("fidcar", "createContact", { local_id: "1325" }), "200");
});

test("operations show the call as curl, fetch and Java", async () => {
  await execute("fidcar", "getDealership", { local_id: "1325" });

  const curl = await snippet("curl");
  const fetched = await snippet("fetch");
  const java = await snippet("Java");

  const { stdout } = await promisify(execFile)("sh", ["-c", `${curl} -s`]);
  assert.equal(JSON.parse(stdout).id, 1325);
  const answer = await new Function("console", `return (async () => {${fetched}\nreturn response;})()`)({ log() {} });
  assert.equal(answer.status, 200);
  assert.match(java, /FidcarClient\.builder\(\)/);
  assert.match(java, /client\.dealerships\(\)\.getDealership\(1325\)/);
});

test("operations can be filtered", async () => {
  await show("operations/fidcar");
  await at.page.locator(".opblock").first().waitFor();
  const all = await at.page.locator(".opblock").count();

  await at.page.locator(".operation-filter-input").fill("Disputes");

  await at.page.locator(".opblock").nth(all - 1).waitFor({ state: "detached" });
  assert.equal(await at.page.locator(".opblock").count(), 3);
});
