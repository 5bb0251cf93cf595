#!/usr/bin/env bash
# An answer has a status, a number with an enumeration. A Java client is generated.
#
# With:    org.openapitools:openapi-generator-cli 7.25.0, java, library feign.
# Guess:   the constants hold new BigDecimal("400").
# Seen:    they hold BigDecimal.valueOf(new BigDecimal("400")), which no method takes: javac refuses the model. Exit code 0.
# Ours:    our templates keep enumerated numbers as numbers; met in a public contract of a telecom alliance.
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
    <dependency><groupId>org.openapitools</groupId><artifactId>openapi-generator-cli</artifactId><version>7.25.0</version></dependency>
  </dependencies>
</project>
POM
cat >openapi.yaml <<'YAML'
openapi: 3.0.3
info: {title: Answers, version: "1"}
paths:
  /answer:
    get:
      operationId: getAnswer
      responses:
        "200":
          description: One
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Answer'}
components:
  schemas:
    Answer:
      type: object
      properties:
        status: {type: number, enum: [400, 404]}
YAML
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null
java -cp 'lib/*' org.openapitools.codegen.OpenAPIGenerator generate -g java -i openapi.yaml -o client --additional-properties=library=feign >log 2>&1 &&
  echo "exit code 0" | tee seen
constant=$(find client -name Answer.java -exec grep -o 'NUMBER_400(.*))' {} +)
echo "$constant" | tee -a seen
echo "import java.math.BigDecimal; enum Status { $constant; Status(BigDecimal value) {} }" >Status.java
{ javac Status.java 2>&1 || true; } | grep -o 'no suitable method found for .*' | tee -a seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
exit code 0
NUMBER_400(BigDecimal.valueOf(new BigDecimal("400")))
no suitable method found for valueOf(BigDecimal)
SEEN
echo "as described"
