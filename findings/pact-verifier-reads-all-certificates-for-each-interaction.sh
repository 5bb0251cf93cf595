#!/usr/bin/env bash
# A provider on plain http://127.0.0.1 is verified with a hundred interactions. What do the machine's root certificates cost?
#
# With:    @pact-foundation/pact-cli 18.1.2 (its verifier is written in Rust), 100 interactions with one provider state each, no TLS anywhere;
#          SSL_CERT_FILE names Node's own list of roots, or an empty file.
# Guess:   nothing: no certificate is needed; at most they are read once.
# Seen:    verified alike, and with the roots it takes about ten times the processor time. Each interaction costs its share: the client of HTTP is
#          built anew for each request and each change of state, and with it all roots are read and parsed.
# Ours:    our tests and scripts give it an empty list, for they only verify what runs on this machine.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${provider:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

npm init -y >/dev/null
npm install --silent --no-fund --no-audit @pact-foundation/pact-cli@18.1.2
cat >provider.mjs <<'JS'
import { createServer } from "node:http";
const server = createServer((request, answer) => {
  request.resume();
  answer.setHeader("Content-Type", "application/json");
  answer.end("{}");
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
JS
cat >pact.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
writeFileSync("roots", rootCertificates.join("\n"));
writeFileSync("none", "");
for (const count of [1, 100]) {
  const interactions = Array.from({ length: count }, (_, at) => ({
    description: `call ${at}`,
    providerStates: [{ name: "anything" }],
    request: { method: "GET", path: `/${at}` },
    response: { status: 200 },
  }));
  writeFileSync(`${count}.json`, JSON.stringify({ consumer: { name: "c" }, provider: { name: "p" }, interactions, metadata: { pactSpecification: { version: "3.0.0" } } }));
}
JS
node pact.mjs
node provider.mjs >port &
provider=$!
until [ -s port ]; do sleep 0.1; done
port=$(cat port)

# processor time of a verification in milliseconds
verify() { # pact roots
  local taken
  TIMEFORMAT=%U
  taken=$({ time SSL_CERT_FILE=$work/$2 PACT_DO_NOT_TRACK=true node_modules/.bin/pact verifier --file "$1.json" --hostname 127.0.0.1 --port "$port" \
    --state-change-url "http://127.0.0.1:$port/_state" >"log-$1-$2" 2>&1; } 2>&1)
  echo "${taken/./}" | sed 's/^0*//'
}

grep -c BEGIN roots | sed 's/$/ roots/'
one=$(verify 1 roots) many=$(verify 100 roots) without=$(verify 100 none)
echo "milliseconds of processor: 1 interaction $one, 100 interactions $many, 100 without roots $without"
[ "$many" -gt $((3 * without)) ] && [ "$many" -gt $((5 * one)) ] || { echo "changed" >&2; exit 1; }
echo "as described"
