#!/usr/bin/env bash
# A Jackson 3 mapper meets a JsonNode of Jackson 2 in a record.
#
# With:    tools.jackson.core:jackson-databind 3.1.5, com.fasterxml.jackson.core:jackson-databind 2.22.4, one class path. Spring Boot 4 has both.
# Guess:   an exception, as for any type that it does not know; or the JSON of the node.
# Seen:    the node's getters, as of a bean: 23 members such as "array":false and "nodeType":"NUMBER". The value 9.4 stands nowhere, and a
#          number says "empty":true. No error, no warning. Reading fails, and only then does somebody notice.
# Ours:    no model holds a JsonNode any more; clients/runtime has an immutable Json with a writer for each Jackson.
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
    <dependency><groupId>tools.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>3.1.5</version></dependency>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.22.4</version></dependency>
  </dependencies>
</project>
POM
cat >Finding.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

public class Finding {
  public record Car(String name, JsonNode grade) {}

  public static void main(String[] arguments) throws Exception {
    Car car = new Car("x", new ObjectMapper().readTree("9.4"));
    System.out.println("Jackson 2: " + new ObjectMapper().writeValueAsString(car));
    System.out.println("Jackson 3: " + new JsonMapper().writeValueAsString(car));
  }
}
JAVA
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib
javac -cp 'lib/*' Finding.java
java -cp 'lib/*:.' Finding | tee seen

grep -qF 'Jackson 2: {"name":"x","grade":9.4}' seen || { echo "changed: Jackson 2 writes something else" >&2; exit 1; }
jackson3=$(grep '^Jackson 3' seen)
[[ $jackson3 == *'"array":false'* && $jackson3 == *'"nodeType":"NUMBER"'* && $jackson3 == *'"empty":true'* && $jackson3 != *9.4* ]] || {
  echo "changed: Jackson 3 no longer writes the node as a bean" >&2
  exit 1
}
echo "as described: the value is gone, without an error"
