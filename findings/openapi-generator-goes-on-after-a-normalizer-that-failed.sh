#!/usr/bin/env bash
# A normalizer of one's own, named by NORMALIZER_CLASS, refuses a contract by an exception.
#
# With:    org.openapitools:openapi-generator-cli 7.25.0.
# Guess:   the run ends with an error and writes nothing, and no less for a class that it cannot load.
# Seen:    the exception is logged as one of the generator ("Please report the issue"), and the run goes on with what the normalizer had done
#          until then: the first schema changed, the second and third not. All files are written, the exit code is 0. A class that is not
#          there is logged the same way: every file is written, none of it normalized, exit code 0.
# Ours:    a refusal in a normalizer stops no build; it has to be kept and thrown later, by the generator class, or made before.
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
info: {title: Cars, version: "1"}
paths: {}
components:
  schemas:
    First: {type: object, properties: {name: {type: string}}}
    Second: {type: object, properties: {name: {type: string}}}
    Third: {type: object, properties: {name: {type: string}}}
YAML
cat >Strict.java <<'JAVA'
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Map;
import org.openapitools.codegen.OpenAPINormalizer;

public class Strict extends OpenAPINormalizer {
  public Strict(OpenAPI contract, Map<String, String> rules) {
    super(contract, rules);
  }

  @Override
  protected void normalize() {
    openAPI
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (name.equals("Second")) {
                throw new IllegalStateException("Second has no id");
              }
              schema.setDescription("normalized");
            });
  }
}
JAVA
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib
javac -Xlint:none -cp 'lib/*' Strict.java
generate() {
  java -cp 'lib/*:.' org.openapitools.codegen.OpenAPIGenerator generate -g openapi-yaml -i openapi.yaml -o out --openapi-normalizer "NORMALIZER_CLASS=$1" >log 2>&1
}

written() {
  echo "$1: exit code $2, $(grep -m1 -oE "IllegalStateException: Second has no id|Failed to load custom NORMALIZER_CLASS 'Missing'" log) (logged); written:"
  grep -E '^    [A-Z]|normalized' out/openapi/openapi.yaml | tee seen
  [[ $2 == 0 ]] && diff - seen >&2 || { echo "changed: $1" >&2; exit 1; }
  rm -r out
}

code=0
generate Strict || code=$?
written "normalizer that throws" "$code" <<'SEEN'
    First:
      description: normalized
    Second:
    Third:
SEEN

code=0
generate Missing || code=$?
written "normalizer that is not there" "$code" <<'SEEN'
    First:
    Second:
    Third:
SEEN
echo "as described"
