#!/bin/sh
# Holds your own pact files against a Forecourt vendor with published artifacts only: no checkout of Forecourt is needed. Copy this file
# into your project.
#
#   FORECOURT_REPOSITORY=https://maven.example/releases ./verify-pacts.sh fidcar 0.1.0 pacts/*.json
#
# The contract must allow each interaction (Pact's comparator), and the stub must answer as it says (Pact's verifier). KEY, if set, is the
# credential of your pacts, which the stub then takes: KEY=our-own-key ./verify-pacts.sh ...
# Needs Java 17, Maven, unzip, and Node with npm. Exit code 0 only if every pact passes both.
set -eu

vendor=$1
version=$2
shift 2
port=${PORT:-4811}
work=$(mktemp -d)
stub=
trap '[ -z "$stub" ] || kill "$stub"; rm -rf "$work"' EXIT

artifact() { echo "<dependency><groupId>dev.forecourt</groupId><artifactId>$1</artifactId><version>$version</version></dependency>"; }

echo "==> Forecourt $version, $vendor"
cat >"$work/pom.xml" <<END
<project><modelVersion>4.0.0</modelVersion><groupId>pacts</groupId><artifactId>pacts</artifactId><version>1</version>
  <repositories><repository><id>forecourt</id><url>$FORECOURT_REPOSITORY</url></repository></repositories>
  <dependencies>$(artifact forecourt-specs) $(artifact forecourt-mock-servers)</dependencies>
</project>
END
mvn -q --batch-mode -f "$work/pom.xml" dependency:copy-dependencies -DexcludeTransitive -Dmdep.stripVersion=true -DoutputDirectory="$work"
unzip -q -o -j "$work/forecourt-specs.jar" "dev/forecourt/specs/$vendor.json" -d "$work"
npm install --prefix "$work" --no-audit --no-fund --loglevel=error \
  @pactflow/openapi-pact-comparator@2.3.1 @pact-foundation/pact-cli@18.1.2 >/dev/null

# without this flag the comparator reads names such as services[] as nested objects; open enumerations may hold other values
node -e '
  const fs = require("fs"), [file] = process.argv.slice(1), contract = JSON.parse(fs.readFileSync(file));
  contract.info["x-opc-config-legacy-parser"] = true;
  (function open(node) {
    if (node === null || typeof node !== "object") return;
    if (node["x-open-enum"] || node["x-checked-later"]) delete node.enum;
    Object.values(node).forEach(open);
  })(contract);
  fs.writeFileSync(file, JSON.stringify(contract));' "$work/$vendor.json"

java -jar "$work/forecourt-mock-servers.jar" --vendor "$vendor" --port "$vendor=$port" ${KEY:+--key "$vendor=$KEY"} >"$work/stub.log" 2>&1 &
stub=$!
tries=0
until curl -sf -o /dev/null "http://127.0.0.1:$port/__mock/health"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 150 ] || ! kill -0 "$stub" 2>/dev/null; then cat "$work/stub.log" && exit 2; fi
  sleep 0.2
done

result=0
for pact in "$@"; do
  echo "==> $pact against the contract"
  "$work/node_modules/.bin/opc" --oas "$work/$vendor.json" "$pact" >"$work/findings.json" || true
  node -e '
    const found = JSON.parse(require("fs").readFileSync(process.argv[1])).filter(f => f.type === "error" || f.code === "request.query.unknown");
    for (const f of found) console.log("    " + f.message + "\n      in the pact:     " + f.mockDetails.location + "\n      in the contract: " + f.specDetails.location);
    if (found.length === 0) console.log("    allowed");
    process.exit(found.length === 0 ? 0 : 1);' "$work/findings.json" || result=1
  echo "==> $pact against the stub"
  curl -sf -o /dev/null -X POST "http://127.0.0.1:$port/__mock/reset"
  PACT_DO_NOT_TRACK=true "$work/node_modules/.bin/pact" verifier -f "$pact" --hostname 127.0.0.1 --port "$port" --loglevel warn || result=1
done
exit "$result"
