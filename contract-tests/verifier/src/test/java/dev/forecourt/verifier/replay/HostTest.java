package dev.forecourt.verifier.replay;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.Mismatch;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers beside what pacts expect, for bodies of every kind: the JAR leaves out much of what Pact
 * brings, and each kind has libraries of its own.
 */
class HostTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json | `{\"a\": 1}` | `{\"a\": 2}`",
        "application/vnd.x+json | `{\"a\": [1, 2]}` | `{\"a\": [2, 1]}`",
        "application/xml | <a>1</a> | <a>2</a>",
        "text/plain | kept | lost",
        "text/csv | `a,b` | `b,a`",
        "text/html | <p>1</p> | <p>2</p>",
        "application/x-www-form-urlencoded | a=1&b=2 | a=1&b=3",
        "application/octet-stream | bytes | others",
      })
  void acceptsTheSameBodyAndNoOther(String type, String expected, String other) throws IOException {
    ObjectNode interaction = answering(type, expected);

    assertThat(mismatches(interaction, type, expected)).isEmpty();
    assertThat(mismatches(interaction, type, other)).isNotEmpty();
  }

  @Test
  void comparesBodiesOfParts() throws IOException {
    String type = "multipart/form-data; boundary=x";
    String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n%s\r\n--x--\r\n";
    ObjectNode interaction = answering(type, part.formatted("1"));

    assertThat(mismatches(interaction, type, part.formatted("1"))).isEmpty();
    assertThat(mismatches(interaction, type, part.formatted("2"))).isNotEmpty();
  }

  @Test
  void comparesBytesByTheirKind() throws IOException {
    ObjectNode interaction = answering("application/pdf", "%PDF-1.4 a");
    interaction
        .withObject("/response/matchingRules/body/$")
        .putArray("matchers")
        .addObject()
        .put("match", "contentType")
        .put("value", "application/pdf");

    assertThat(mismatches(interaction, "application/pdf", "%PDF-1.4 other")).isEmpty();
    assertThat(mismatches(interaction, "application/pdf", "no such thing")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-8, application/json, true",
    "application/json, application/json;charset=UTF-8, true",
    "application/json; charset=iso-8859-1, application/json, false",
    "application/json, application/problem+json, false"
  })
  void takesACharsetOfUtf8AsSaid(String expected, String got, boolean same) throws IOException {
    ObjectNode interaction = answering(expected, "{\"a\": 1}");

    assertThat(mismatches(interaction, got, "{\"a\": 1}").isEmpty()).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"match\": \"type\"}` | `\"x\"` | `\"y\"` | 1",
        "`{\"match\": \"regex\", \"regex\": \"\\\\d\"}` | `\"1\"` | `\"2\"` | `\"x\"`",
        "`{\"match\": \"integer\"}` | 1 | 2 | 1.5",
        "`{\"match\": \"decimal\"}` | 1.5 | 2.5 | 2",
        "`{\"match\": \"number\"}` | 1 | 2.5 | `\"1\"`",
        "`{\"match\": \"boolean\"}` | true | false | 1",
        "`{\"match\": \"null\"}` | null | null | 1",
        "`{\"match\": \"equality\"}` | 1 | 1 | 2",
        "`{\"match\": \"include\", \"value\": \"b\"}` | `\"abc\"` | `\"b\"` | `\"c\"`",
        "`{\"match\": \"date\", \"format\": \"yyyy-MM-dd\"}` | `\"2024-02-29\"` | `\"2024-03-01\"` | `\"1.3.2024\"`",
        "`{\"match\": \"time\", \"format\": \"HH:mm\"}` | `\"10:00\"` | `\"11:30\"` | `\"noon\"`",
        "`{\"match\": \"datetime\", \"format\": \"yyyy-MM-dd HH:mm\"}` | `\"2024-02-29 10:00\"` | `\"2024-03-01 11:30\"` | `\"now\"`",
        "`{\"match\": \"semver\"}` | `\"1.2.3\"` | `\"2.0.0-rc.1\"` | `\"two\"`",
        "`{\"match\": \"notEmpty\"}` | `\"x\"` | `\"y\"` | `\"\"`",
        "`{\"match\": \"type\", \"min\": 1, \"max\": 2}` | `[1]` | `[2, 3]` | `[]`",
        "`{\"match\": \"values\"}` | `{\"a\": 1}` | `{\"b\": 1}` | 1",
        "`{\"match\": \"eachKey\", \"rules\": [{\"match\": \"regex\", \"regex\": \"[a-z]\"}]}` | `{\"a\": 1}` | `{\"b\": 1}` | `{\"B\": 1}`",
        "`{\"match\": \"eachValue\", \"rules\": [{\"match\": \"integer\"}]}` | `{\"a\": 1}` | `{\"a\": 2}` | `{\"a\": \"x\"}`",
        "`{\"match\": \"arrayContains\", \"variants\": [{\"index\": 0, \"rules\": {}}]}` | `[1]` | `[3, 1]` | `[3, 4]`",
      })
  void playsEveryMatcher(String matcher, String example, String taken, String refused)
      throws IOException {
    ObjectNode interaction = answering("application/json", "{\"v\": " + example + "}");
    interaction
        .withObject("/response/matchingRules/body/$.v")
        .putArray("matchers")
        .add(JSON.readTree(matcher));

    assertThat(mismatches(interaction, "application/json", "{\"v\": " + taken + "}")).isEmpty();
    assertThat(mismatches(interaction, "application/json", "{\"v\": " + refused + "}"))
        .isNotEmpty();
  }

  private static ObjectNode answering(String type, String body) throws IOException {
    ObjectNode interaction = JSON.createObjectNode();
    interaction.put("type", "Synchronous/HTTP").put("description", "a call");
    interaction.putObject("request").put("method", "GET").put("path", "/");
    ObjectNode response = interaction.putObject("response").put("status", 200);
    response.putObject("headers").putArray("Content-Type").add(type);
    ObjectNode content = response.putObject("body").put("contentType", type).put("encoded", false);
    if (type.contains("json")) {
      content.set("content", JSON.readTree(body));
    } else {
      content.put("content", body);
    }
    return interaction;
  }

  private static List<Mismatch> mismatches(ObjectNode interaction, String type, String body) {
    ObjectNode pact = JSON.createObjectNode();
    pact.putObject("consumer").put("name", "c");
    pact.putObject("provider").put("name", "p");
    pact.withObject("/metadata/pactSpecification").put("version", "4.0");
    PactFile alone = PactFile.of(pact, interaction, Path.of("a.json"));
    Answer answer =
        new Answer(
            200, Map.of("content-type", List.of(type)), body.getBytes(StandardCharsets.UTF_8));
    return Host.mismatches(alone.pact(), alone.calls().get(0), answer);
  }
}
