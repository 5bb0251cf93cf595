// One mock process and one browser for all tests; each test has a page of its own and begins with the seed.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { startChromium } from "../chromium.mjs";

// the mock lives too shortly for the optimizing compiler
const JVM = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** What a test works with. */
export const at = { console: null, page: null, browser: null, context: null, errors: [], foreign: [] };

let mock;

/** The JAR of FORECOURT_JAR on free ports; FORECOURT_CONSOLE is the address of one that runs already. */
async function startMock() {
  if (process.env.FORECOURT_CONSOLE) return process.env.FORECOURT_CONSOLE;
  const ports = ["fidcar", "autengo", "fidelisa", "autochat", "claire"].flatMap((id) => ["--port", `${id}=0`]);
  mock = spawn("java", [...JVM, "-jar", process.env.FORECOURT_JAR, ...ports, "--console-port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const told = [];
  for await (const line of createInterface({ input: mock.stdout })) {
    told.push(line);
    const console = /console at (http:\S+)/.exec(line);
    if (console) return console[1];
  }
  throw new Error(`The mock told no console: ${told.join("\n")}`);
}

before(async () => {
  at.console = (await startMock()).replace(/\/?$/, "/");
  at.browser = await startChromium();
});

after(async () => {
  await at.browser?.close();
  mock?.kill();
});

beforeEach(async (each) => {
  await call("POST", "__mock/reset");
  if (!pageless.has(each.name)) await open();
});

afterEach(async (each) => {
  if (pageless.has(each.name)) return;
  if (at.context !== usual) await at.context.close();
  else await at.page.goto("about:blank"); // nothing of it goes on
  assert.deepEqual(at.errors, [], "nothing on the browser's console");
  assert.deepEqual(at.foreign, [], "no request to another machine");
});

const pageless = new Set();

/** A test that opens no page of the console, or its own. */
export function testWithoutPage(name, work) {
  pageless.add(name);
  test(name, work);
}

let usual; // the context that tests share: a browser starts a process for each

/** The console anew, in place of the page before. With options of Playwright's context in a context of its own. */
export async function open(options, view = "overview") {
  if (at.context && at.context !== usual) await at.context.close();
  at.errors = [];
  at.foreign = [];
  if (options === undefined && usual) {
    at.context = usual;
    at.page = usual.pages()[0];
    await at.page.goto(at.console + "page/icon.svg"); // to reach what its origin keeps
    await at.page.evaluate(() => localStorage.clear());
  } else {
    await openContext(options);
    if (options === undefined) usual = at.context;
  }
  await at.page.goto(at.console);
  await at.page.getByRole("article").nth(4).waitFor();
  await show(view);
}

async function openContext(options) {
  at.context = await at.browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light", ...options });
  await at.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(at.console).origin });
  at.page = await at.context.newPage();
  at.page.setDefaultTimeout(90_000);
  at.page.on("console", (message) => message.type() === "error" && at.errors.push(message.text()));
  at.page.on("pageerror", (error) => at.errors.push(error.message));
  at.page.on("request", (request) => !/^(blob:|data:|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(request.url()) && at.foreign.push(request.url()));
}

export async function show(path) {
  await at.page.evaluate((hash) => (location.hash = hash), `#/${path}`);
  await at.page.locator(`fc-${path.split("/")[0]}`).waitFor();
}

/** A call of the console, as a program makes it. */
export async function call(method, path, body) {
  const answer = await fetch(at.console + path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

export const vendor = async (id) => (await call("GET", "__mock/vendors")).vendors.find((each) => each.id === id);

/** A call of a vendor with fresh test credentials. */
export async function ask(id, path, options = {}) {
  const { baseUrl } = await vendor(id);
  const { headers } = await call("POST", `__mock/vendors/${id}/headers`);
  return fetch(baseUrl + path, { ...options, headers: { ...headers, ...options.headers } });
}

export const control = (id, method, rest, body) => call(method, `__mock/vendors/${id}/controls/${rest}`, body);

export const copied = () => at.page.evaluate(() => navigator.clipboard.readText());

/** Waits until this holds; for what shows on the server, where the page has nothing to wait for. */
export async function eventually(holds, what) {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`never: ${what}`);
}
