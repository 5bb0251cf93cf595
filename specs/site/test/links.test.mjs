import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { rewritten } from "../links.mjs";

let root;

before(() => {
  root = mkdtempSync(join(tmpdir(), "forecourt-links-"));
  for (const folder of ["specs/docs/guide", "specs/docs/pictures", "specs/fidcar", "clients"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["pom.xml", "specs/docs/pictures/a.svg", "specs/fidcar/README.md", "clients/README.md"]) writeFileSync(join(root, file), "");
});

after(() => rmSync(root, { recursive: true }));

const problems = [];

function link(target) {
  problems.length = 0;
  const pages = new Map([["specs/docs/guide/java.md", "guide/java.md"], ["specs/docs/index.md", "index.md"], ["specs/fidcar/README.md", "vendors/fidcar-notes.md"]]);
  const place = { file: "specs/docs/guide/java.md", page: "guide/java.md", pages, root, host: "https://host/forecourt", problems };
  return /\((.*)\)/.exec(rewritten(`[x](${target})`, place))[1];
}

test("leads to another page, wherever its file lies", () => {
  assert.equal(link("../index.md#where-to-start"), "../index.md#where-to-start");
  assert.equal(link("../../fidcar/README.md"), "../vendors/fidcar-notes.md");
  assert.equal(link("../../fidcar"), "../vendors/fidcar-notes.md");
  assert.deepEqual(problems, []);
});

test("leads to the host of the sources for what is no page", () => {
  assert.equal(link("../../../pom.xml#L3"), "https://host/forecourt/blob/HEAD/pom.xml#L3");
  assert.equal(link("../../../clients"), "https://host/forecourt/tree/HEAD/clients");
});

test("leads to pictures beside the pages", () => {
  assert.equal(link("../pictures/a.svg"), "../pictures/a.svg");
});

test("leaves the web and the page itself alone", () => {
  for (const target of ["https://example.org/x", "mailto:a@example.org", "#here"]) assert.equal(link(target), target);
});

test("names file and line of a link that leads nowhere, or out of the repository", () => {
  link("../no-such.md");
  assert.deepEqual(problems, ["specs/docs/guide/java.md:1: ../no-such.md leads nowhere. Correct the link, or add the file."]);

  link("../../../../etc/passwd");
  assert.equal(problems.length, 1);
});

test("rewrites no code", () => {
  const place = { file: "specs/docs/guide/java.md", page: "guide/java.md", pages: new Map(), root, host: "", problems };
  const text = "`[x](nowhere)`\n\n```md\n[x](nowhere)\n```\n\n~~~~\n[x](nowhere)\n~~~\n~~~~";

  assert.equal(rewritten(text, place), text);
});
