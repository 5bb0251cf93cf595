import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { at, control, show, vendor } from "./setup.mjs";

const EVIL = "<img src=x onerror=window.hacked=1>";

/** A request as a page of somebody else could send it, not encoded by a library. */
function send(url, path, headers, body) {
  const { hostname, port } = new URL(url);
  return new Promise((done, failed) => {
    const out = request({ host: hostname, port, path, method: "POST", headers }, (answer) => answer.resume().on("end", done));
    out.on("error", failed);
    out.end(body);
  });
}

const ran = () => at.page.evaluate(() => window.hacked !== undefined || document.querySelector("main img, main script, dialog img") !== null);

test("what a request holds is shown as text and never runs", async () => {
  const { baseUrl } = await vendor("fidcar");
  await send(baseUrl, `/api/${encodeURIComponent(EVIL)}?q=${encodeURIComponent(EVIL)}`, { "X-Evil": EVIL, Origin: "http://evil.example", "Content-Type": "text/html" }, `${EVIL}<script>window.hacked=1</script>`);
  await show("traffic");
  const row = at.page.locator("fc-traffic tbody tr").first();
  await row.waitFor();

  await row.getByRole("button").click();

  const text = await at.page.locator("fc-traffic .detail").innerText();
  assert.match(text, /<img src=x onerror=window\.hacked=1>[\s\S]*<img src=x onerror/);
  assert.match(text, /<script>window\.hacked=1<\/script>/);
  assert.equal(await ran(), false);
});

test("what the state holds is shown as text and never runs", async () => {
  const { dealerships } = await control("fidcar", "GET", "state");
  dealerships[0].fields.title = EVIL;
  await control("fidcar", "PUT", "state", { dealerships });
  await show("state/fidcar/dealerships");

  await at.page.locator("fc-state").getByText(EVIL).first().waitFor();
  await at.page.getByRole("button", { name: "Edit id 1325" }).click();

  assert.equal(await ran(), false);
});

test("the page allows scripts of its own address only", async () => {
  const answer = await fetch(at.console);

  const policy = answer.headers.get("content-security-policy");

  assert.match(policy, /default-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|\*/);
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
});
