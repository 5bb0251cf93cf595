// The site that was built: FORECOURT_SITE is its folder, FORECOURT_EXAMPLES that of the calls on it. Another browser than Chromium:
// FORECOURT_CHROMIUM=/path/to/it
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { startChromium } from "../../../mock-servers/console/browser/chromium.mjs";

const site = resolve(process.env.FORECOURT_SITE);
const pages = readdirSync(site, { recursive: true }).filter((file) => file.endsWith(".html")).sort();
const vendors = readdirSync(process.env.FORECOURT_EXAMPLES).map((file) => JSON.parse(readFileSync(join(process.env.FORECOURT_EXAMPLES, file), "utf8")));
const address = (page) => pathToFileURL(join(site, page)).href;

// what starts the mock, in tabs as well
const STARTS = /^(java -jar jars\/forecourt-mock-servers\.jar|npx forecourt-mocks|scripts\/mock --detach)( (-- )?--unsigned [a-z]+)?$/;

let browser;

before(async () => {
  browser = await startChromium();
});

after(() => browser?.close());

/** Opens a page from disk; what it complains of, and what it fetches from elsewhere, ends the test. */
async function opened(options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("request", (request) => !/^(file|data):/.test(request.url()) && wrong.push(`fetches ${request.url()}`));
  // what a page still loads when the next one is opened is given up, not missing
  page.on("requestfailed", (request) => request.failure().errorText !== "net::ERR_ABORTED" && wrong.push(`lacks ${request.url()}: ${request.failure().errorText}`));
  await work(page);
  await context.close();
  assert.deepEqual(wrong, []);
}

const idsOf = new Map();

function ids(file) {
  if (!idsOf.has(file)) idsOf.set(file, new Set([...readFileSync(file, "utf8").matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)));
  return idsOf.get(file);
}

test("each link and anchor inside the site leads somewhere", () => {
  const dead = [];
  let checked = 0;
  for (const page of pages) {
    const file = join(site, page);
    for (const [, link] of readFileSync(file, "utf8").matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^([a-z]+:|\/\/)/i.test(link)) continue;
      const [path, fragment] = link.replaceAll("&amp;", "&").split("#", 2);
      const target = path === "" ? file : join(dirname(file), decodeURI(path.split("?")[0]));
      checked++;
      if (!target.startsWith(site) || !existsSync(target)) dead.push(`${page}: ${link}`);
      else if (fragment && target.endsWith(".html") && !ids(target).has(decodeURIComponent(fragment))) dead.push(`${page}: ${link}`);
    }
  }
  assert.deepEqual(dead, []);
  assert.ok(checked > 1000, `${checked} links`);
});

test("no link leads to the sources on a host, which nobody may have", () => {
  const host = /<scm\b[^>]*>[\s\S]*?<url>([^<]*)<\/url>/.exec(readFileSync(new URL("../../../pom.xml", import.meta.url), "utf8"))[1];

  assert.deepEqual(pages.filter((page) => readFileSync(join(site, page), "utf8").includes(`href="${host}`)), []);
});

test("the contract of each vendor is in the site", () => {
  for (const { vendor, contract } of vendors) {
    const page = join(site, `vendors/${vendor}.html`);
    const [, link] = new RegExp(`href="([^"]*/${vendor}\\.json)"`).exec(readFileSync(page, "utf8"));

    assert.deepEqual(JSON.parse(readFileSync(join(dirname(page), link), "utf8")), contract);
  }
});

test("search from disk leads to the operations of each vendor", () =>
  opened({}, async (page) => {
    for (const { vendor, calls } of vendors) {
      const operation = calls.at(-1).operationId;
      await page.goto(address("index.html"));
      await page.getByPlaceholder("Search").first().fill(operation);
      await page.keyboard.press("Enter");
      await page.locator(`#search-results a[href*="vendors/${vendor}.html#"]`).first().click();
      await page.waitForURL((url) => url.pathname.endsWith(`/vendors/${vendor}.html`));
      const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
      assert.match(await page.locator(`[id="${anchor}"]`).locator("xpath=ancestor-or-self::section[1]").locator("h3").first().innerText(), new RegExp(operation));
    }
  }));

test("search finds a guide by a word of its text", () =>
  opened({}, async (page) => {
    await page.goto(`${address("search.html")}?q=inventory`);
    await page.locator('#search-results a[href*="inventory.html"]').first().waitFor();
  }));

test("is dark for who wants it dark, and light for others", async () => {
  const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).reduce((sum, each) => sum + Number(each), 0));
  await opened({ colorScheme: "dark" }, async (page) => {
    await page.goto(address("index.html"));
    assert.ok((await ground(page)) < 150);
    await page.locator(".theme-toggle:visible").first().click(); // from the system's to light
    assert.ok((await ground(page)) > 600);
  });
  await opened({ colorScheme: "light" }, async (page) => {
    await page.goto(address("index.html"));
    assert.ok((await ground(page)) > 600);
  });
});

test("no page is wider than a telephone", () =>
  opened({ viewport: { width: 390, height: 800 }, colorScheme: "dark" }, async (page) => {
    const wide = [];
    for (const each of pages) {
      await page.goto(address(each));
      const more = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (more > 0) wide.push(`${each}: ${more} pixels`);
    }
    assert.deepEqual(wide, []);
  }));

test("a vendor's page shows the calls that were executed, all operations, and no other code", () =>
  opened({}, async (page) => {
    for (const { vendor, calls } of vendors) {
      await page.goto(address(`vendors/${vendor}.html`));
      const shown = await page.evaluate(() => [...document.querySelectorAll(".tab-content pre")].map((each) => each.textContent.trim())).then((all) => all.filter((each) => !STARTS.test(each)));
      const executed = new Set(calls.flatMap((call) => [call.curl, call.fetch, call.java]).map((each) => each.trim()));
      const headings = (await page.locator("article h3").allInnerTexts()).join("\n");

      assert.deepEqual(shown.filter((each) => !executed.has(each)), []);
      for (const { curl } of calls) assert.ok(shown.includes(curl.trim()), curl);
      for (const { operationId } of calls) assert.ok(headings.includes(operationId), `${vendor} ${operationId}`);
    }
  }));

test("a click shows the language, everywhere on the page", () =>
  opened({}, async (page) => {
    const { vendor, calls } = vendors[0];
    await page.goto(address(`vendors/${vendor}.html`));
    await page.locator("label.tab-label", { hasText: "Java" }).first().click();
    const visible = await page.locator(".tab-content pre").evaluateAll((all) => all.filter((each) => each.offsetParent).map((each) => each.textContent)).then((all) => all.filter((each) => !STARTS.test(each.trim())));
    assert.ok(visible.length > 0 && visible.every((each) => each.includes("Client.builder()")), visible.find((each) => !each.includes("Client.builder()")));
    assert.ok(visible.length >= new Set(calls.map((call) => call.operationId)).size);
  }));
