// Makes the README's pictures: node screenshots.mjs CONSOLE FOLDER
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startChromium } from "./chromium.mjs";

const [console_, folder] = process.argv.slice(2);
const call = (method, path, body) => fetch(console_ + path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
const { vendors } = await (await fetch(`${console_}__mock/vendors`)).json();

async function ask(id, path, options = {}) {
  const { headers } = await (await call("POST", `__mock/vendors/${id}/headers`)).json();
  return fetch(vendors.find((each) => each.id === id).baseUrl + path, { ...options, headers: { ...headers, ...options.headers } });
}

/** What an application in the making asks. */
async function someTraffic() {
  await ask("fidcar", "/api/local/1325");
  await ask("fidcar", "/api/review?page=1&limit=5");
  await ask("autengo", "/v3/vehicle?limit=3");
  await ask("fidelisa", "/api/customers");
  await ask("claire", "/v1/locations");
  await ask("claire", "/v1/appointments/list", { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"location_id":312,"is_pinned":true}' });
  await ask("fidcar", "/api/local?limit=500&pag=2");
  await ask("fidcar", "/api/locals/1325");
}

async function picture(browser, name, { colorScheme = "light", width = 1280, height = 760 }, hash, act) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(console_);
  await page.getByRole("article").nth(vendors.length - 1).waitFor();
  await page.evaluate((to) => (location.hash = to), hash);
  await act?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

const look = (page) => page.locator("fc-traffic tbody tr button").first().click();

await mkdir(folder, { recursive: true });
await call("POST", "__mock/reset");
await someTraffic();
const browser = await startChromium();
try {
  await picture(browser, "overview", {}, "#/overview");
  await picture(browser, "traffic", {}, "#/traffic", look);
  await picture(browser, "traffic-dark", { colorScheme: "dark" }, "#/traffic", look);
  await picture(browser, "traffic-narrow", { width: 390, height: 780 }, "#/traffic", look);
  await picture(browser, "operations", {}, "#/operations/fidcar/getDealership", async (page) => {
    const block = page.locator('.opblock[id$="-getDealership"]');
    await block.locator("input").first().fill("1325");
    await block.getByRole("button", { name: "Execute" }).click();
    await page.locator(".request-snippets").getByText("Java", { exact: true }).click();
    await page.locator(".request-snippets").evaluate((snippets) => snippets.scrollIntoView({ block: "center" }));
  });
  await picture(browser, "state", {}, "#/state/fidcar/dealerships", (page) => page.locator("table.rows tr").nth(5).waitFor());
  await call("POST", "__mock/vendors/fidcar/controls/faults", { operation: "getReview", status: 503, retryAfter: 2, times: 3 });
  await picture(browser, "controls", {}, "#/controls/fidcar", (page) => page.locator(".rules li").waitFor());
} finally {
  await browser.close();
  await call("POST", "__mock/reset");
}
