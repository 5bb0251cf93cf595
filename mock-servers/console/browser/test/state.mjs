import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ask, at, control, show } from "./setup.mjs";

const rows = () => at.page.locator("fc-state table.rows tbody tr");
const button = (name) => at.page.getByRole("button", { name, exact: true });
const scenario = (name) => at.page.locator(".scenarios li").filter({ has: at.page.getByText(name, { exact: true }) });

test("state shows a table page by page", async () => {
  await show("state/fidcar/contacts");
  await rows().first().waitFor();
  const first = await rows().first().innerText();

  await button("Next").click();

  await at.page.getByText("Page 2 of").waitFor();
  assert.equal(await rows().count(), 25);
  assert.notEqual(await rows().first().innerText(), first);
});

test("state filters rows", async () => {
  await show("state/fidcar/dealerships");
  await rows().first().waitFor();

  await at.page.getByRole("searchbox", { name: "Filter rows" }).fill("Brotteaux");

  await at.page.getByText("1 row", { exact: true }).waitFor();
  assert.match(await rows().first().innerText(), /1327/);
});

test("state edits a row, and the vendor answers with it", async () => {
  await show("state/fidcar/dealerships");
  await at.page.getByRole("button", { name: "Edit id 1325" }).click();
  const area = at.page.getByRole("textbox", { name: "JSON" });

  await area.fill((await area.inputValue()).replace("Garage Automobiles du Nord", "Garage de Test"));
  await button("Save").click();

  await at.page.getByText("Row saved").waitFor();
  assert.equal((await (await ask("fidcar", "/api/local/1325")).json()).title, "Garage de Test");
});

test("state refuses what is no JSON and keeps the dialog open", async () => {
  await show("state/fidcar/dealerships");
  await at.page.getByRole("button", { name: "Edit id 1325" }).click();

  await at.page.getByRole("textbox", { name: "JSON" }).fill("{");
  await button("Save").click();

  assert.match(await at.page.getByRole("alert").innerText(), /No JSON yet.*Nothing was saved/);
  assert.equal((await (await ask("fidcar", "/api/local/1325")).json()).title, "Garage Automobiles du Nord");
});

test("state shows the vendor's words for a row that does not fit", async () => {
  await show("state/fidcar/leads");
  await rows().first().getByRole("button").click();

  await at.page.getByRole("textbox", { name: "JSON" }).fill("{}");
  await button("Save").click();

  await at.page.getByRole("alert").getByText("table 'leads'").waitFor();
  at.errors = at.errors.filter((text) => !text.includes("400")); // the browser notes the refusal
});

test("state follows what an application changes", async () => {
  await show("state/autochat/cars");
  await at.page.getByText("This table is empty").waitFor();

  await control("autochat", "PUT", "state", { cars: [{ dealershipId: "d", internalId: "i" }] });

  await rows().first().waitFor();
});

test("state is put back", async () => {
  await control("fidcar", "PUT", "state", { leads: [] });
  await show("state/fidcar/leads");
  await at.page.getByText("This table is empty").waitFor();

  await button("Reset").click();

  await rows().first().waitFor();
});

test("state loads a scenario and marks it", async () => {
  await show("state/autengo");
  await scenario("empty-stock").getByRole("button", { name: "Load empty-stock", exact: true }).click();

  await scenario("empty-stock").getByText("loaded").waitFor();
  assert.equal((await (await ask("autengo", "/v3/vehicle?limit=1")).json()).total, 0);
});

test("state saves a scenario, keeps it as a file and brings it back", async () => {
  await show("state/fidcar");
  await at.page.getByLabel("Name", { exact: true }).fill("mine");
  await at.page.getByLabel("Description").fill("For a test");
  await button("Save the state of now").click();
  await scenario("mine").waitFor();
  const [file] = await Promise.all([at.page.waitForEvent("download"), button("Download mine").click()]);
  const text = await readFile(await file.path());
  await button("Delete mine").click();
  await scenario("mine").waitFor({ state: "detached" });

  await at.page.getByLabel("Scenario file").setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: text });

  await scenario("mine").getByText("For a test").waitFor();
  await control("fidcar", "DELETE", "scenarios/mine");
});
