#!/usr/bin/env bash
# An overlay removes every header parameter of an operation; the query parameter stands between them.
#
# With:    openapi-format 1.33.6, --overlayFile with an OpenAPI Overlay 1.0.
# Guess:   X-A, X-B and X-C are gone, page stays.
# Seen:    X-A and page are gone, X-B and X-C stay, with exit code 0: each match is removed by its first index, which the removal before it
#          has moved. Bump's tool (bump-cli 2.11.0) leaves page alone.
# Ours:    overlays of new-vendor name one place in each action, so that another tool that reads them removes the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >stock.yaml <<'YAML'
openapi: 3.1.0
info: {title: Stock, version: '1'}
paths:
  /vehicles:
    get:
      parameters:
        - {name: X-A, in: header, schema: {type: string}}
        - {name: X-B, in: header, schema: {type: string}}
        - {name: page, in: query, schema: {type: integer}}
        - {name: X-C, in: header, schema: {type: string}}
      responses:
        '200': {description: A page}
YAML
cat >overlay.yaml <<'YAML'
overlay: 1.0.0
info: {title: No headers, version: '1'}
actions:
  - target: $.paths.*.*.parameters[?(@.in == 'header')]
    remove: true
YAML
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts openapi-format@1.33.6 bump-cli@2.11.0
names() { sed -n 's/^ *- name: //p' | paste -s -d ' ' -; }
{
  npx openapi-format stock.yaml --overlayFile overlay.yaml --no-sort --output out.yaml >/dev/null 2>&1 && echo "openapi-format: $(names <out.yaml)"
  echo "bump-cli: $(npx bump overlay stock.yaml overlay.yaml 2>/dev/null | names)"
} | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
openapi-format: X-B X-C
bump-cli: page
SEEN
echo "as described"
