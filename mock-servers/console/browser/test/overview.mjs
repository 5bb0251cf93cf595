import assert from "node:assert/strict";
import { test } from "node:test";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { ask, at, control, copied, vendor } from "./setup.mjs";

const card = (id) => at.page.locator(`[data-vendor="${id}"]`);

test("overview shows base URL, health and credentials of every vendor", async () => {
  const { baseUrl, credentials } = await vendor("fidelisa");

  const text = await card("fidelisa").innerText();

  assert.equal(await at.page.getByRole("article").count(), 5);
  assert.ok(text.includes(baseUrl) && text.includes("ready"), text);
  for (const value of Object.values(credentials)) assert.ok(text.includes(value), value);
});

test("overview copies a credential", async () => {
  await at.page.getByRole("button", { name: "Copy api_key of FIDCAR" }).click();

  await at.page.getByText("api_key of FIDCAR copied").waitFor();
  assert.equal(await copied(), "fidcar-test-key");
});

test("overview copies a call as curl that works, signatures too", async () => {
  await at.page.getByRole("button", { name: "Copy a call of Fidelisa as curl" }).click();
  await at.page.getByText("copied").waitFor();

  const { stdout } = await promisify(execFile)("sh", ["-c", `${await copied()} -s -o /dev/null -w '%{http_code}'`]);

  assert.equal(stdout, "200");
});

test("overview counts requests and refusals as they come", async () => {
  await ask("fidcar", "/api/local/1325");
  await ask("fidcar", "/api/locals");

  await card("fidcar").getByText("2 requests").waitFor();
  await card("fidcar").getByText("1 refused").waitFor();
});

test("overview tells what is disturbed", async () => {
  await control("claire", "POST", "faults", { status: 503 });

  await card("claire").getByText("1 rule").waitFor();
  assert.equal(await card("fidcar").getByText("1 rule").count(), 0);
});
