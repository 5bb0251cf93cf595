#!/usr/bin/env bash
# An operation that was open begins to demand an API key; another one stops to.
#
# With:    org.openapitools.openapidiff:openapi-diff-core 2.1.7, contracts of OpenAPI 3.0.3.
# Guess:   open to key breaks every client, so incompatible; key to open breaks none, so compatible.
# Seen:    the opposite of both. A key becomes compatible when no "security" or an empty one stood there, and its removal is incompatible. Written
#          as "security: [{}]", which means open as well, the first change is incompatible. From one key to another is incompatible, too.
# Ours:    the verifier decides by rules of its own (security-requirement-added); openapi-diff is a second opinion in one of its tests.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.openapitools.openapidiff</groupId><artifactId>openapi-diff-core</artifactId><version>2.1.7</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency>
  </dependencies>
</project>
POM
cat >Finding.java <<'JAVA'
import java.util.LinkedHashMap;
import java.util.Map;
import org.openapitools.openapidiff.core.OpenApiCompare;

public class Finding {
  static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: Cars, version: "1"}
      paths:
        /cars:
          get:
            operationId: listCars
            %s
            responses:
              "204": {description: None}
      components:
        securitySchemes:
          Key: {type: apiKey, in: header, name: x-key}
          Token: {type: apiKey, in: header, name: x-token}
      """;

  static final Map<String, String> SECURITY = new LinkedHashMap<>();

  public static void main(String[] arguments) {
    SECURITY.put("nothing", "");
    SECURITY.put("[]", "security: []");
    SECURITY.put("[{}]", "security: [{}]");
    SECURITY.put("key", "security: [{Key: []}]");
    SECURITY.put("token", "security: [{Token: []}]");
    change("nothing", "key");
    change("[]", "key");
    change("[{}]", "key");
    change("key", "nothing");
    change("key", "[{}]");
    change("key", "token");
  }

  static void change(String before, String after) {
    System.out.println(before + " to " + after + ": " + OpenApiCompare.fromContents(contract(before), contract(after)).isChanged());
  }

  static String contract(String security) {
    return CONTRACT.formatted(SECURITY.get(security));
  }
}
JAVA
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib
javac -cp 'lib/*' Finding.java
java -cp 'lib/*:.' Finding | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
nothing to key: COMPATIBLE
[] to key: COMPATIBLE
[{}] to key: INCOMPATIBLE
key to nothing: INCOMPATIBLE
key to [{}]: INCOMPATIBLE
key to token: INCOMPATIBLE
SEEN
echo "as described"
