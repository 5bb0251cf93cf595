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
const files = new Set();

function link(target) {
  return /\((.*)\)/.exec(linked(target))[1];
}

function linked(target) {
  problems.length = 0;
  files.clear();
  const pages = new Map([["specs/docs/guide/java.md", "guide/java.md"], ["specs/docs/index.md", "index.md"], ["specs/fidcar/README.md", "vendors/fidcar-notes.md"]]);
  const place = { file: "specs/docs/guide/java.md", page: "guide/java.md", pages, root, files, problems };
  return rewritten(`[x \`y\`](${target})`, place);
}

test("leads to another page, wherever its file lies", () => {
  assert.equal(link("../index.md#where-to-start"), "../index.md#where-to-start");
  assert.equal(link("../../fidcar/README.md"), "../vendors/fidcar-notes.md");
  assert.equal(link("../../fidcar"), "../vendors/fidcar-notes.md");
  assert.deepEqual(problems, []);
});

test("leads to a copy of a file that is no page", () => {
  assert.equal(link("../../../pom.xml#L3"), "../files/pom.xml");
  assert.deepEqual([...files], ["pom.xml"]);
});

test("keeps the words alone of a link to a folder, or to a text that is no page", () => {
  for (const target of ["../../../clients", "../../../clients/README.md"]) assert.equal(linked(target), "x `y`");
  assert.deepEqual([...files], []);
  assert.deepEqual(problems, []);
});

test("names a link without a page whose words begin on another line", () => {
  const place = { file: "specs/docs/guide/java.md", page: "guide/java.md", pages: new Map(), root, files, problems };

  rewritten("[two\nlines](../../../clients)", place);

  assert.match(problems.pop(), /^specs\/docs\/guide\/java\.md:2: .* Write the link on one line\.$/);
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
  const place = { file: "specs/docs/guide/java.md", page: "guide/java.md", pages: new Map(), root, files, problems };
  const text = "`[x](nowhere)`\n\n```md\n[x](nowhere)\n```\n\n~~~~\n[x](nowhere)\n~~~\n~~~~";

  assert.equal(rewritten(text, place), text);
});
