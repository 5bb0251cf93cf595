import assert from "node:assert/strict";
import { test } from "node:test";
import { assumed, blocks, code, fence, inline, source, table } from "../markdown.mjs";

test("keeps code, and links to the web", () => {
  const text = "A `JWT <token>` for [the page](https://example.org/a) or <dev@example.org>.";

  assert.equal(inline(text), text);
});

test("takes out HTML, and links into the vendor's own site", () => {
  assert.equal(inline('<p>One <b>bold</b> [link](/docs/x#y) & a < b</p>\n\n<br>two'), "One bold link & a &lt; b two");
});

test("takes out links into the vendor's own site whose words are code", () => {
  assert.equal(inline("See [`calls.add`](/methods/calls.add) and [this](#there)."), "See `calls.add` and this.");
});

test("takes out the marks of code blocks, also of one that begins and never ends", () => {
  assert.equal(inline("Send ```json {} and `a`."), "Send \\{} and `a`.");
  assert.equal(blocks("Say:\n\n  ``` curl -X\n\nagain\n\n~~~sh\nx"), "Say:\n\ncurl -X\n\nagain\n\nx");
});

test("makes no role of braces before code", () => {
  assert.equal(inline("{ref}`x`"), "\\{ref}`x`");
});

test("makes no heading, table, quotation or code block of a vendor's text", () => {
  const text = "# Title\n\n| a | b |\n\n> said\n\n```\ncode\n```\n\n- one\n- two";

  const made = blocks(text);

  assert.match(made, /^\*\*Title\*\*$/m);
  assert.doesNotMatch(made, /^[#>|`]/m);
  assert.match(made, /^- one\n- two$/m);
});

test("keeps a table whole whatever is in its cells", () => {
  assert.equal(table(["a"], [["x | y\nz"]]), "| a |\n| --- |\n| x \\| y z |");
});

test("puts marks around code that holds marks", () => {
  assert.equal(code("a"), "`a`");
  assert.equal(code("a`b"), "`` a`b ``");
  assert.equal(fence("js", "```\nx\n```"), "````js\n```\nx\n```\n````");
});

test("says what is assumed, and from what", () => {
  assert.equal(source({ "x-documented": false, "x-source": "inferred from L12" }), "**Assumed**: inferred from L12");
  assert.equal(source({ "x-source": "L12" }), "Source: L12");
  assert.equal(assumed({ "x-source": "L12" }), "");
});
