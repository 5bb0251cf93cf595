import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { ask, at, control, open, show } from "./setup.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const VIEWS = ["overview", "traffic", "state/fidcar/contacts", "controls/all", "controls/claire", "operations/autochat"];

const background = () => at.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const lightness = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, each) => sum + Number(each), 0) / 3;

/** Findings of axe that matter; those of Swagger UI's own markup are its makers' business. */
async function findings() {
  if (!(await at.page.evaluate(() => "axe" in window))) await at.page.addScriptTag({ path: AXE });
  const found = await at.page.evaluate(() => window.axe.run({ exclude: [[".swagger"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] }));
  return found.violations
    .filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
}

/** A view with something in it: a refusal that is looked at, a rule that is on. */
async function filled(view) {
  await show(view);
  if (view === "traffic") await at.page.locator("fc-traffic tbody tr button").first().click();
  if (view.startsWith("operations")) await at.page.locator(".opblock").first().waitFor();
  if (view.startsWith("state")) await at.page.locator("table.rows tr").nth(3).waitFor();
  if (view.startsWith("controls")) await at.page.locator(".rules li").first().waitFor();
}

async function disturb() {
  await ask("fidcar", "/api/locals");
  for (const id of ["fidcar", "claire"]) await control(id, "POST", "faults", { operation: id === "claire" ? "listTags" : "getReview", status: 503 });
}

for (const colorScheme of ["light", "dark"])
  test(`axe has no serious finding in any view, ${colorScheme}`, async () => {
    await disturb();
    // axe is put into the page, which the page's own rules forbid
    await open({ colorScheme, bypassCSP: true });

    const found = [];
    for (const view of VIEWS) {
      await filled(view);
      found.push(...(await findings()).map((each) => `${view}: ${each}`));
    }

    assert.deepEqual(found, []);
  });

test("axe has no serious finding in the dialog of a row", async () => {
  await open({ bypassCSP: true }, "state/fidcar/dealerships");
  await at.page.getByRole("button", { name: "Edit id 1325" }).click();

  assert.deepEqual(await findings(), []);
});

test("the page is dark where the system is dark, and light where not", async () => {
  const light = lightness(await background());
  await open({ colorScheme: "dark" });
  const dark = lightness(await background());

  assert.ok(light > 200, `light: ${light}`);
  assert.ok(dark < 60, `dark: ${dark}`);
});

test("the switch changes the theme, and the browser remembers it", async () => {
  await at.page.getByRole("button", { name: /^Theme: system/ }).click();
  await at.page.getByRole("button", { name: /^Theme: light/ }).click();
  await at.page.getByRole("button", { name: /^Theme: dark/ }).waitFor();

  await at.page.reload();

  await at.page.getByRole("button", { name: /^Theme: dark/ }).waitFor();
  assert.ok(lightness(await background()) < 60);
});

test("no view is wider than a narrow screen", async () => {
  await disturb();
  await open({ viewport: { width: 360, height: 740 } });

  for (const view of VIEWS.filter((each) => !each.startsWith("operations"))) {
    await filled(view);
    assert.equal(await at.page.evaluate(() => document.documentElement.scrollWidth), 360, view);
  }
});

test("everything is reached by the keyboard, and focus shows", async () => {
  await ask("fidcar", "/api/locals");
  await ask("fidcar", "/api/local/1325");
  const { page } = at;
  const press = (key) => page.keyboard.press(key);
  await page.goto(at.console); // as one arrives, with nothing in focus
  await page.getByRole("article").nth(4).waitFor();

  await press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to content");
  for (let i = 0; i < 3; i++) await press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Traffic");
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
  await press("Enter");
  await page.locator("fc-traffic tbody tr").nth(1).waitFor();
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.matches("button.row"))); i++) await press("Tab");
  await press("Enter");
  await page.locator(".detail .call").getByText("/api/local/1325").waitFor();
  await press("ArrowDown");

  await page.locator(".detail .call").getByText("/api/locals").waitFor();
});

test("a row is edited and left by the keyboard", async () => {
  await show("state/fidcar/dealerships");
  await at.page.getByRole("button", { name: "Edit id 1325" }).focus();

  await at.page.keyboard.press("Enter");
  await at.page.getByRole("dialog").waitFor();
  assert.equal(await at.page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
  await at.page.keyboard.press("Escape");

  await at.page.getByRole("dialog").waitFor({ state: "detached" });
  assert.match(await at.page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Edit id 1325/);
});
