#!/usr/bin/env bash
# The shortest configuration of orval with mocks: one target, no mode, which means "single".
#
# With:    orval 8.38.0, client fetch, mock: true; TypeScript 5.9.3.
# Guess:   everything in one file, or files that import from each other what they use.
# Seen:    the fakes and the handlers come in files of their own, api.faker.ts and api.msw.ts, which name the types and constants of api.ts and
#          import none of them: they do not compile, and a fake that picks from an enumeration fails when it runs. With mode: 'split' all
#          is imported. Nothing is said, exit code 0.
# Ours:    our check of the published contracts with orval uses mode: 'split'.
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
    "Car": {"type": "object", "properties": {"drive": {"$ref": "#/components/schemas/Drive"}}}}}
}
JSON
cat >orval.config.mjs <<'JS'
const output = { client: 'fetch', mock: true };
export default {
  single: { input: 'cars.json', output: { ...output, target: 'single/api.ts' } },
  split: { input: 'cars.json', output: { ...output, target: 'split/api.ts', mode: 'split' } },
};
JS
echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts orval@8.38.0 typescript@5.9.3 @faker-js/faker@10.6.0 msw@2.15.0
npx orval --config orval.config.mjs >/dev/null
for mode in single split; do
  echo "$mode: $(cd "$mode" && ls | grep -v schemas | xargs)"
  npx tsc --strict --noEmit --skipLibCheck --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom "$mode"/*.ts >told || true # it fails where there are errors
  sed -n "s/^\([a-z/.]*\)(.*: error TS2304: \(Cannot find name '[A-Za-z]*'\).*/\1: \2/p" told | sort -u
done | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
single: api.faker.ts api.msw.ts api.ts
single/api.faker.ts: Cannot find name 'Car'
single/api.faker.ts: Cannot find name 'Drive'
single/api.msw.ts: Cannot find name 'Car'
single/api.msw.ts: Cannot find name 'Drive'
split: api.faker.ts api.msw.ts api.ts
SEEN
echo "as described"
