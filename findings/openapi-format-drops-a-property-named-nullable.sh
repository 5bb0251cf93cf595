#!/usr/bin/env bash
# A column has a property whose name is "nullable". The description goes from OpenAPI 3.0 to 3.1.
#
# With:    openapi-format 1.33.6, --convertTo 3.1.
# Guess:   the keyword nullable becomes a type of two, the property of that name stays.
# Seen:    the property is gone from the schema and from the example, while "required" still asks for it. Exit code 0. What may be null by
#          nullable beside allOf may not any more.
# Ours:    our published 3.1 form is held against the contract with values by an independent validator.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >columns.yaml <<'YAML'
openapi: 3.0.3
info: {title: Columns, version: '1'}
paths:
  /column:
    get:
      responses:
        '200':
          description: One
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Column'}
              example: {name: colour, nullable: true}
components:
  schemas:
    Column:
      type: object
      required: [name, nullable]
      properties:
        name: {type: string}
        nullable: {type: boolean}
        comment: {type: string, nullable: true}
        kind: {nullable: true, allOf: [{$ref: '#/components/schemas/Kind'}]}
    Kind: {type: string}
YAML
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts openapi-format@1.33.6 yaml@2.8.1
npx openapi-format columns.yaml --convertTo 3.1 --no-sort --output out.yaml >/dev/null 2>&1
node - <<'JS' | tee seen
const { parse } = require('yaml');
const document = parse(require('fs').readFileSync('out.yaml', 'utf8'));
const column = document.components.schemas.Column;
console.log('required:', column.required.join(' '));
for (const [name, schema] of Object.entries(column.properties)) console.log(`${name}: ${JSON.stringify(schema)}`);
console.log('example:', JSON.stringify(document.paths['/column'].get.responses['200'].content['application/json'].example));
JS

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
required: name nullable
name: {"type":"string"}
comment: {"type":["string","null"]}
kind: {"allOf":[{"$ref":"#/components/schemas/Kind"}]}
example: {"name":"colour"}
SEEN
echo "as described"
