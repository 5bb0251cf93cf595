#!/usr/bin/env bash
# A reading has a property whose name is "const". The description goes from OpenAPI 3.1 to 3.0.
#
# With:    @apiture/openapi-down-convert 0.14.2.
# Guess:   the keyword const becomes an enum of one, the property of that name stays.
# Seen:    the property is renamed "enum", and its schema becomes a list: no schema any more, where "required" asks for const. Exit code 0.
# Ours:    our 3.0 form is made by our own tools, which know a property's name from a keyword.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >reading.yaml <<'YAML'
openapi: 3.1.0
info: {title: Readings, version: '1'}
paths: {}
components:
  schemas:
    Reading:
      type: object
      required: [unit, const]
      properties:
        unit: {const: km}
        const: {type: boolean}
YAML
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts @apiture/openapi-down-convert@0.14.2
npx openapi-down-convert --input reading.yaml --output out.yaml
sed -n '/ required:/,$p' out.yaml | grep . | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
      required:
        - unit
        - const
      properties:
        unit:
          enum:
            - km
        enum:
          - type: boolean
SEEN
echo "as described"
