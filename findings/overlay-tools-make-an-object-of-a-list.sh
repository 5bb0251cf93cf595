#!/usr/bin/env bash
# An overlay updates a list with one more entry, which version 1.0 of the Overlay Specification has appended.
#
# With:    openapi-overlays-js 0.2.0, bump-cli 2.11.0, openapi-format 1.33.6.
# Guess:   two servers in the list, by all three.
# Seen:    the first two merge the entry into the list as if that were an object: servers has a key "0" and a key "url", which is no OpenAPI
#          any more; openapi-format leaves the list as it was. Exit code 0 and no word, by all three.
# Ours:    our importer appends; the overlays that it writes do not use this form, so that other tools read them alike.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >stock.yaml <<'YAML'
openapi: 3.1.0
info: {title: Stock, version: '1'}
servers:
  - url: https://api.example.com
paths: {}
YAML
cat >overlay.yaml <<'YAML'
overlay: 1.0.0
info: {title: One more server, version: '1'}
actions:
  - target: $.servers
    update: {url: https://mock.example.com}
YAML
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts openapi-overlays-js@0.2.0 bump-cli@2.11.0 openapi-format@1.33.6
npx overlayjs --openapi stock.yaml --overlay overlay.yaml >overlayjs.yaml
npx bump overlay stock.yaml overlay.yaml >bump-cli.yaml 2>/dev/null
npx openapi-format stock.yaml --overlayFile overlay.yaml --no-sort --output openapi-format.yaml >/dev/null 2>&1
for tool in overlayjs bump-cli openapi-format; do
  echo "$tool: $(sed -n '/^servers:/,/^paths:/{/^  /p;}' "$tool.yaml" | tr -d "' " | paste -s -d ' ' -)"
done | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
overlayjs: 0: url:https://api.example.com url:https://mock.example.com
bump-cli: 0: url:https://api.example.com url:https://mock.example.com
openapi-format: -url:https://api.example.com
SEEN
echo "as described"
