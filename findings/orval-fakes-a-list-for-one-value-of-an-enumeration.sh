#!/usr/bin/env bash
# A list whose items are a value of an enumeration, or an object: the fakes of it.
#
# With:    orval 8.38.0, client fetch, mock: true, mode split.
# Guess:   each item is one value of the enumeration or an object, as it is where the same choice stands outside a list.
# Seen:    in a list the item is faked by arrayElements, a list of some values, where outside it is arrayElement, one value. The answer
#          of the mock holds [["front"]] for ["front"], and the fake does not compile against the type that orval writes for it.
# Ours:    six filters of Autengo have that form; our handlers for MSW answer the examples of the contract.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >cars.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": {"title": "Cars", "version": "1"},
  "paths": {"/car": {"get": {"operationId": "getCar", "responses": {"200": {"description": "One",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Car"}}}}}}}},
  "components": {"schemas": {
    "Drive": {"type": "string", "enum": ["front", "rear"]},
    "DriveOrNamed": {"anyOf": [{"$ref": "#/components/schemas/Drive"}, {"type": "object", "properties": {"key": {"type": "string"}}}]},
    "Car": {"type": "object", "required": ["one", "several"], "properties": {
      "one": {"$ref": "#/components/schemas/DriveOrNamed"},
      "several": {"type": "array", "items": {"$ref": "#/components/schemas/DriveOrNamed"}}}}}}
}
JSON
cat >orval.config.mjs <<'JS'
export default { cars: { input: 'cars.json', output: { client: 'fetch', mock: true, mode: 'split', target: 'api.ts' } } };
JS
echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts orval@8.38.0
npx orval --config orval.config.mjs >/dev/null
for member in one several; do
  echo "$member: $(sed 's/several:/\n&/' api.faker.ts | sed -n "s/.*\b$member: .*\(arrayElements\{0,1\}(Object.values(Drive))\).*/\1/p")"
done | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
one: arrayElement(Object.values(Drive))
several: arrayElements(Object.values(Drive))
SEEN
echo "as described"
