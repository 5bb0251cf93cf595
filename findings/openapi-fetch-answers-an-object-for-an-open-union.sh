#!/usr/bin/env bash
# Types of an answer with an open union, 'used' | 'new' | (string & {}), the usual form of "these values, and others later".
#
# With:    openapi-fetch 0.17.0 against 0.16.0, TypeScript 5.9.3, strict. Types written by hand, as openapi-typescript 7.13.0 lays them out.
# Guess:   what GET answers is assignable to the schema's own type: nothing in it is marked as read-only or write-only.
# Seen:    since 0.17.0 each answer passes through Readable<T>, which takes string & {} for an object (it does extend object) and answers a
#          type with the methods of a text in its place: { charAt: {}, concat: {}, … }. It is neither a text nor the schema's type.
# Ours:    forecourt-specs stays with openapi-fetch 0.16.0, whose answers have the types of the contract.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
cat >finding.ts <<'TS'
import createClient from 'openapi-fetch';

type Car = { state: 'used' | 'new' | (string & {}) };
type paths = { '/car': { get: { responses: { 200: { content: { 'application/json': Car } } } } } };

const { data } = await createClient<paths>({ baseUrl: 'http://localhost' }).GET('/car');
export const car: Car | undefined = data;
export const upper: string | undefined = data?.state;
TS
for version in 0.16.0 0.17.0; do
  npm install --silent --no-audit --no-fund --ignore-scripts "openapi-fetch@$version" typescript@5.9.3
  echo "openapi-fetch $version"
  npx tsc --strict --noEmit --target es2022 --module nodenext --lib es2022,dom finding.ts >told || true # it fails where there are errors
  sed -n 's/^\(finding.ts([0-9]*\),.*: error \(TS[0-9]*\).*/\1) \2/p' told
done | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
openapi-fetch 0.16.0
openapi-fetch 0.17.0
finding.ts(7) TS2322
finding.ts(8) TS2322
SEEN
echo "as described"
