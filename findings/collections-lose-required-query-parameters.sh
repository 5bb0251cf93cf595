#!/usr/bin/env bash
# A search asks for a range as price[from]=...&price[to]=..., for makes divided by |, and for a filter as JSON; all required, with examples.
#
# With:    @usebruno/converters 0.23.0 (Bruno's import), openapi-to-postmanv2 6.3.3 (Postman's), both from OpenAPI 3.0.
# Guess:   both collections send price[from]=0, price[to]=9000, makes=VW|Audi and the filter of the example.
# Seen:    Bruno calls the range "from" and "to", empty and switched off, joins the makes with a comma, and sends an empty filter. Postman
#          has the range and the makes right and sends an empty filter too, although the example stands beside its schema. No word by either.
# Ours:    forecourt-specs brings collections of its own for both, which a test runs against the mock.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >search.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": {"title": "Stock", "version": "1"},
  "servers": [{"url": "https://api.example.com"}],
  "paths": {"/vehicles": {"get": {"operationId": "search", "parameters": [
    {"name": "makes", "in": "query", "required": true, "style": "pipeDelimited", "explode": false,
     "schema": {"type": "array", "items": {"type": "string"}}, "example": ["VW", "Audi"]},
    {"name": "price", "in": "query", "required": true, "style": "deepObject", "explode": true,
     "schema": {"type": "object", "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}}}, "example": {"from": 0, "to": 9000}},
    {"name": "filter", "in": "query", "required": true, "content": {"application/json": {"schema": {"type": "object"}, "example": {"fuel": "E"}}}}
  ], "responses": {"200": {"description": "Found"}}}}}
}
JSON
cat >bruno.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { openApiToBruno } from '@usebruno/converters';
const collection = await openApiToBruno(JSON.parse(readFileSync('search.json', 'utf8')));
const requests = (items) => items.flatMap((each) => (each.items ? requests(each.items) : [each]));
for (const { name, value, enabled } of requests(collection.items)[0].request.params) {
  console.log(`bruno: ${name}=${value}${enabled ? '' : ' (off)'}`);
}
JS
cat >postman.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { convertV2 } = require('openapi-to-postmanv2');
convertV2({ type: 'string', data: readFileSync('search.json', 'utf8') }, { parametersResolution: 'Example' }, (error, result) => {
  if (error) throw error;
  const requests = (items) => items.flatMap((each) => (each.item ? requests(each.item) : [each]));
  for (const { key, value, disabled } of requests(result.output[0].data.item)[0].request.url.query) {
    console.log(`postman: ${key}=${value}${disabled ? ' (off)' : ''}`);
  }
});
JS
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts @usebruno/converters@0.23.0 openapi-to-postmanv2@6.3.3
{ node bruno.mjs && node postman.cjs; } 2>/dev/null | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
bruno: makes=VW,Audi
bruno: from= (off)
bruno: to= (off)
bruno: filter=
postman: makes=VW|Audi
postman: price[from]=0
postman: price[to]=9000
postman: filter=
SEEN
echo "as described"
