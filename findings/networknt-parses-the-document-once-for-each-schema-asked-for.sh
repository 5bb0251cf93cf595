#!/usr/bin/env bash
# One JSON document of 50 schemas is given to the validator as text. A program asks for each schema by its fragment, and for the first again.
#
# With:    com.networknt:json-schema-validator 2.0.8.
# Guess:   the text is parsed once: all fragments have the same address before the #.
# Seen:    it is parsed 50 times, once for each fragment; only the same fragment asked for again comes from the cache. Asking for the whole
#          document first does not help. With a contract of some hundred KB the parsing takes more time than all validation.
# Ours:    the verifier hands over a NodeReader that gives the tree in memory; pacts of one contract are checked in a third of the time.
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
    <dependency><groupId>com.networknt</groupId><artifactId>json-schema-validator</artifactId><version>2.0.8</version></dependency>
  </dependencies>
</project>
POM
cat >Finding.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

public class Finding {
  static final String DOCUMENT = "https://example.invalid/all.json";
  static int parsed;

  public static void main(String[] arguments) {
    StringBuilder text = new StringBuilder("{\"$defs\":{");
    for (int i = 0; i < 50; i++) {
      text.append(i == 0 ? "" : ",").append("\"s").append(i).append("\":{\"type\":\"integer\",\"minimum\":").append(i).append("}");
    }
    text.append("}}");
    NodeReader plain = NodeReader.builder().build();
    NodeReader counting =
        new NodeReader() {
          @Override
          public JsonNode readTree(String content, InputFormat format) throws IOException {
            parsed++;
            return plain.readTree(content, format);
          }

          @Override
          public JsonNode readTree(InputStream content, InputFormat format) throws IOException {
            parsed++;
            return plain.readTree(content, format);
          }
        };
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(), b -> b.schemas(Map.of(DOCUMENT, text.toString())).nodeReader(counting));
    registry.getSchema(SchemaLocation.of(DOCUMENT));
    System.out.println("the document: parsed " + parsed + " time(s)");
    for (int i = 0; i < 50; i++) {
      registry.getSchema(SchemaLocation.of(DOCUMENT + "#/$defs/s" + i));
    }
    System.out.println("and 50 fragments: parsed " + parsed + " time(s)");
    registry.getSchema(SchemaLocation.of(DOCUMENT + "#/$defs/s0"));
    System.out.println("and the first again: parsed " + parsed + " time(s)");
  }
}
JAVA

mvn -q --batch-mode dependency:build-classpath -Dmdep.outputFile=classpath >/dev/null
java -cp "$(cat classpath)" Finding.java 2>/dev/null | tee seen

diff seen - <<'EXPECTED'
the document: parsed 1 time(s)
and 50 fragments: parsed 51 time(s)
and the first again: parsed 51 time(s)
EXPECTED
echo "as described"
