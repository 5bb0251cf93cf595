import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { ask, at, control, eventually, show, vendor } from "./setup.mjs";

const button = (name) => at.page.locator("main").getByRole("button", { name, exact: true });
const banner = () => at.page.locator("fc-banner");

test("controls force a status for one operation, and the banner takes it back", async () => {
  await show("controls/fidcar");
  await at.page.getByLabel("Kind").selectOption("status");
  await at.page.getByLabel("Operation").selectOption("getReview");
  await at.page.getByLabel("Status").fill("503");
  await button("Add rule").click();

  await banner().getByText("FIDCAR: 1 rule").waitFor();
  assert.equal((await ask("fidcar", "/api/review/1")).status, 503);
  await at.page.getByText("used 1").waitFor();
  assert.equal((await ask("fidcar", "/api/local/1325")).status, 200);
  await banner().getByRole("button", { name: "Take back" }).click();

  await banner().getByText("Disturbed").waitFor({ state: "detached" });
  assert.deepEqual((await control("fidcar", "GET", "faults")).rules, []);
});

test("controls make all vendors slow", async () => {
  await show("controls/all");
  await at.page.getByLabel("Milliseconds").fill("5-10");
  await button("Add rule").click();

  await at.page.getByText("every operation: 5-10 ms late").nth(4).waitFor();
  assert.doesNotMatch(await at.page.locator(".panels").innerText(), /null|undefined/);
  assert.equal((await control("claire", "GET", "faults")).rules[0].delay, "5-10");
});

test("controls break an answer", async () => {
  await show("controls/fidcar");
  await at.page.getByLabel("Kind").selectOption("fault");
  await at.page.getByLabel("Fault").selectOption("no-body");
  await button("Add rule").click();

  await at.page.getByText("every operation: no body").waitFor();
  await assert.rejects(async () => (await ask("fidcar", "/api/local/1325")).json());
});

test("controls remove one rule and keep the others", async () => {
  await control("fidcar", "POST", "faults", { operation: "getReview", status: 503 });
  await control("fidcar", "POST", "faults", { operation: "getDispute", status: 500 });
  await show("controls/fidcar");

  await button("Remove rule: getReview: status 503").click();

  await at.page.getByText("getReview: status 503").waitFor({ state: "detached" });
  assert.deepEqual((await control("fidcar", "GET", "faults")).rules.map((each) => each.operation), ["getDispute"]);
});

test("controls show the mock's words for a bad rule", async () => {
  await show("controls/fidcar");
  await at.page.getByLabel("Kind").selectOption("json");
  await at.page.getByLabel("Rule", { exact: true }).fill('{"operation": "getRevieww", "status": 503}');
  await button("Add rule").click();

  await at.page.locator(".notice.error").getByText("getReview").waitFor();
  at.errors = at.errors.filter((text) => !text.includes("400")); // the browser notes the refusal
});

test("controls set and take back a rate limit", async () => {
  await show("controls/fidcar");
  await at.page.getByLabel("Requests").fill("1");
  await at.page.getByRole("region", { name: "Rate limit" }).getByRole("button", { name: "Set" }).click();

  await at.page.getByText("1 requests in 60 seconds").waitFor();
  await ask("fidcar", "/api/local/1325");
  assert.equal((await ask("fidcar", "/api/local/1325")).status, 429);
  await at.page.getByRole("region", { name: "Rate limit" }).getByRole("button", { name: "Take back" }).click();

  await at.page.getByRole("region", { name: "Rate limit" }).getByText("no limit").waitFor();
});

test("controls move the clock and take it back", async () => {
  await show("controls/fidcar");
  const clock = at.page.getByRole("region", { name: "Clock" });

  await clock.getByRole("button", { name: "+1 day" }).click();
  await clock.getByText("moved").waitFor();
  await banner().getByText("FIDCAR: clock moved").waitFor();
  await clock.getByRole("button", { name: "Take back" }).click();

  await clock.getByText("moved").waitFor({ state: "detached" });
});

test("controls set rules for one session alone and end it", async () => {
  await ask("fidcar", "/api/local/1325", { headers: { "Mock-Session": "anna" } });
  await show("controls/fidcar");
  await at.page.getByLabel("Session", { exact: true }).selectOption("anna");
  await at.page.getByLabel("Kind").selectOption("status");
  await button("Add rule").click();
  await at.page.getByText("every operation: status 503").waitFor();

  assert.equal((await ask("fidcar", "/api/local/1325", { headers: { "Mock-Session": "anna" } })).status, 503);
  assert.equal((await ask("fidcar", "/api/local/1325")).status, 200);
  await button("End session anna").click();

  await at.page.getByText("Session anna ended").waitFor();
  await at.page.locator("main").getByText("None.").waitFor();
  assert.equal(await at.page.getByLabel("Session", { exact: true }).inputValue(), "");
  assert.deepEqual((await control("fidcar", "GET", "session")).sessions, []);
});

test("controls take a click while their rows are made anew, and keep the keyboard's place", async () => {
  await control("fidcar", "POST", "faults", { operation: "getReview", status: 503 });
  await show("controls/fidcar");
  await banner().getByText("FIDCAR: 1 rule").waitFor(); // nothing moves from here on
  const remove = button("Remove rule: getReview: status 503");
  await remove.focus();
  await ask("fidcar", "/api/review/1");
  await at.page.getByText("used 1").waitFor();
  assert.equal(await at.page.evaluate(() => document.activeElement.textContent), "Remove");

  await remove.hover();
  await at.page.mouse.down();
  const loaded = at.page.waitForResponse((answer) => answer.url().endsWith("/controls/faults"));
  await ask("fidcar", "/api/review/1");
  await loaded;
  await at.page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await at.page.mouse.up();

  await at.page.getByText("No rule is on.").waitFor();
});

test("controls fire a trigger of Claire and watch its delivery and its retry", async () => {
  const answers = [500, 200];
  const seen = [];
  const receiver = createServer((request, response) => {
    seen.push(request.method);
    response.writeHead(answers[Math.min(seen.length, 2) - 1]).end();
  });
  await new Promise((listening) => receiver.listen(0, "127.0.0.1", listening));
  try {
    const created = await ask("claire", "/v1/webhooks/create", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: "test", webhook_trigger_id: 2, url: `http://127.0.0.1:${receiver.address().port}/hook` }),
    });
    const webhook = String((await created.json()).ID);
    await show("controls/claire");
    await at.page.getByLabel("Trigger", { exact: true }).locator("option").nth(10).waitFor({ state: "attached" });

    await at.page.getByLabel("Trigger", { exact: true }).selectOption("2");
    await button("Fire").click();

    const delivery = at.page.getByRole("region", { name: "Deliveries" }).getByRole("row").filter({ hasText: webhook });
    await delivery.getByText("pending").waitFor();
    await delivery.getByText("delivered").waitFor();
    assert.equal(await delivery.locator("td").nth(3).innerText(), "2");
    assert.deepEqual(seen, ["POST", "POST"]);
  } finally {
    receiver.close();
  }
});

test("controls switch a dealership of Autochat off", async () => {
  await show("controls/autochat");
  await at.page.getByLabel("Dealership").fill("d1");
  await button("Switch off").click();

  await eventually(async () => (await control("autochat", "GET", "state")).switched_off.length === 1, "d1 is off");
  assert.equal((await vendor("autochat")).ready, true);
});
