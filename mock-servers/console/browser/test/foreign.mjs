import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before } from "node:test";
import { at, call, control, testWithoutPage, vendor } from "./setup.mjs";

const IDS = ["fidcar", "autengo", "fidelisa", "autochat", "claire"];

let server;
let page;

before(async () => {
  server = createServer((request, answer) => answer.setHeader("Content-Type", "text/html").end("<!doctype html><title>An application</title>"));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
});

after(async () => {
  await page?.context().close();
  server.close();
});

/** What this gives in a page of another origin and, for a browser, of another site. */
async function inForeignPage(work, values) {
  if (page === undefined) {
    page = await (await at.browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
  }
  return page.evaluate(work, values);
}

/** In the page: status and named headers, or that the browser keeps the answer from it. */
const read = async ([url, options, name]) => {
  try {
    const answer = await fetch(url, { credentials: "include", ...options });
    return [answer.status, (await answer.text()).length > 0, answer.headers.get(name) !== null];
  } catch {
    return "kept";
  }
};

for (const id of IDS) {
  testWithoutPage(`a page of another origin reads answers of ${id}, refusals and faults too`, async () => {
    const { baseUrl, sample } = await vendor(id);
    const url = baseUrl + sample.path;
    const { headers } = await call("POST", `__mock/vendors/${id}/headers`);
    const next = (await call("POST", `__mock/vendors/${id}/headers`)).headers;

    assert.deepEqual(await inForeignPage(read, [url, { headers }, "Date"]), [200, true, true]);
    assert.deepEqual(await inForeignPage(read, [url, {}, "Date"]), [id === "fidelisa" ? 403 : 401, true, true]);
    assert.deepEqual(await inForeignPage(read, [`${baseUrl}/nowhere`, { method: "PATCH", headers: { "X-Any": "1" } }, "Date"]), [404, true, true]);
    await control(id, "POST", "faults", { status: 503, retryAfter: 7, times: 1 });
    assert.deepEqual(await inForeignPage(read, [url, { headers: next }, "Retry-After"]), [503, true, true]);
    assert.deepEqual(await inForeignPage(read, [`${baseUrl}/?long=${"1".repeat(20_000)}`, {}, "Date"]), [414, true, true]);
    assert.deepEqual(await inForeignPage(read, [`${baseUrl}/openapi.json`, {}, "ETag"]), [200, true, true]);
  });

  testWithoutPage(`a page of another origin neither reads nor steers the controls of ${id}`, async () => {
    const { baseUrl, sample } = await vendor(id);
    await fetch(baseUrl + sample.path);
    const controls = `${baseUrl}/__mock`;

    for (const [path, options] of [["state", {}], ["requests", {}], ["requests", { method: "DELETE" }], ["reset", { method: "POST" }]]) {
      assert.equal(await inForeignPage(read, [`${controls}/${path}`, options, "Date"]), "kept", `${options.method ?? "GET"} ${path}`);
    }
    // what a browser sends without asking first: a call that nobody reads, and a form
    await inForeignPage(async (url) => {
      await fetch(url, { method: "POST", mode: "no-cors", body: new URLSearchParams({ a: 1 }) });
      await new Promise((done) => {
        const frame = Object.assign(document.createElement("iframe"), { name: "form", onload: done });
        const form = Object.assign(document.createElement("form"), { method: "POST", action: url, target: "form" });
        document.body.append(frame, form);
        frame.onload = done;
        form.submit();
      });
    }, `${controls}/reset`);

    const { total } = await control(id, "GET", "requests");
    assert.equal(total, 1, "the journal as it was");
  });
}
