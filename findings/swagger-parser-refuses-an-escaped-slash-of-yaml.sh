#!/usr/bin/env bash
# A description in YAML has a pattern in double quotes with "\/" in it, as its author copied it from JSON. Who reads it?
#
# With:    swagger-parser 2.1.48 (on snakeyaml 2.6), openapi-generator-cli 7.25.0; of npm @redocly/cli 2.40.0 and yaml 2.8.1.
# Guess:   all: YAML 1.2 has this escape (5.7, ns-esc-slash), so that JSON is YAML, and OpenAPI asks for YAML 1.2.
# Seen:    the two of JavaScript read it. SnakeYAML knows YAML 1.1, where it is none: swagger-parser answers no document and one message,
#          and the generator ends without writing anything. The line was met in the description of a public health service.
# Ours:    the importer reads such a file, and keeps the vendor's as it is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >api.yaml <<'YAML'
openapi: 3.0.3
info: { title: t, version: "1" }
paths:
  /a:
    get:
      operationId: a
      parameters:
        - { name: If-Match, in: header, schema: { type: string, pattern: "^W\/\"[0-9]+\"$" } }
      responses: { "204": { description: d } }
YAML
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.openapitools</groupId><artifactId>openapi-generator-cli</artifactId><version>7.25.0</version></dependency>
    <dependency><groupId>io.swagger.parser.v3</groupId><artifactId>swagger-parser</artifactId><version>2.1.48</version></dependency>
    <dependency><groupId>org.yaml</groupId><artifactId>snakeyaml</artifactId><version>2.6</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
POM
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib
cat >Finding.java <<'JAVA'
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

public class Finding {
  public static void main(String[] arguments) {
    SwaggerParseResult read = new OpenAPIV3Parser().readLocation("api.yaml", null, null);
    System.out.println("swagger-parser: " + (read.getOpenAPI() == null ? "no document" : "read"));
  }
}
JAVA
{
  javac -cp 'lib/*' Finding.java 2>/dev/null
  java -cp 'lib/*:.' Finding 2>/dev/null
  if java -cp 'lib/*' org.openapitools.codegen.OpenAPIGenerator generate -g java -i api.yaml -o out >log 2>&1; then code=0; else code=$?; fi
  echo "openapi-generator: exit code $code, $(find out -name '*.java' 2>/dev/null | wc -l) files of Java"

  npm init -y >/dev/null
  npm install --silent --no-fund --no-audit @redocly/cli@2.40.0 yaml@2.8.1 >/dev/null
  node -e 'console.log("yaml: " + require("yaml").parse(require("fs").readFileSync("api.yaml", "utf8")).paths["/a"].get.parameters[0].schema.pattern)'
  npx redocly bundle api.yaml -o bundled.json >log 2>&1 && echo "redocly: read"
} | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
swagger-parser: no document
openapi-generator: exit code 1, 0 files of Java
yaml: ^W/"[0-9]+"$
redocly: read
SEEN
echo "as described"
