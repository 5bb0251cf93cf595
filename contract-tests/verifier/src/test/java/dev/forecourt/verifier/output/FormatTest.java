package dev.forecourt.verifier.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The same results in each format. */
class FormatTest {
  private static final Path ELSEWHERE = Path.of("/elsewhere/a b.json");
  private static final Note ERROR =
      new Note(
          "response.body",
          Level.ERROR,
          "string found, integer expected: \"<7>\" & \u0007",
          new Place("pacts/shop.json", 12, "$.interactions[0].response.body"),
          new Place(ELSEWHERE.toString(), 0, "#/components/schemas/Bike"));
  private static final Note WARNING = Note.of("matcher.kind", Level.WARNING, "is unknown");
  private static final Results RESULTS =
      new Results(
          "pact",
          List.of(
              Case.of("shop.json", "a bike", List.of(WARNING, ERROR)),
              Case.of("shop.json", "no bike", List.of()),
              new Case("shop.json", "a bike to come", true, List.of(ERROR)),
              Case.of("other.json", "all bikes", List.of(WARNING))),
          List.of(Note.of("state.unknown", Level.NOTE, "state 'x' was not brought about")),
          "2 of 3 right. Refused");

  @Test
  void textTellsPeopleEverything() {
    assertThat(written(Format.TEXT))
        .isEqualTo(
            """
            ==> shop.json
                WRONG    a bike
                         warning: is unknown (matcher.kind)
                         string found, integer expected: "<7>" & \u0007 (response.body)
                           at:       pacts/shop.json:12 $.interactions[0].response.body
                           contract: /elsewhere/a b.json #/components/schemas/Bike
                right    no bike
                pending  a bike to come
                         string found, integer expected: "<7>" & \u0007 (response.body)
                           at:       pacts/shop.json:12 $.interactions[0].response.body
                           contract: /elsewhere/a b.json #/components/schemas/Bike
            ==> other.json
                right    all bikes
                         warning: is unknown (matcher.kind)
                notice   state 'x' was not brought about
            ==> 2 of 3 right. Refused
            """);
  }

  @Test
  void jsonHoldsEachCaseWithItsPlaces() throws Exception {
    JsonNode json = new ObjectMapper().readTree(written(Format.JSON));

    assertThat(json.path("good").asBoolean()).isFalse();
    assertThat(json.path("counts")).hasToString("{\"right\":2,\"wrong\":1,\"pending\":1}");
    assertThat(json.at("/cases/2/verdict").asText()).isEqualTo("pending");
    assertThat(json.at("/cases/0/findings/1"))
        .hasToString(
            "{\"rule\":\"response.body\",\"level\":\"error\",\"message\":\"string found, integer expected:"
                + " \\\"<7>\\\" & \\u0007\",\"checked\":{\"file\":\"pacts/shop.json\",\"line\":12,\"path\":"
                + "\"$.interactions[0].response.body\"},\"contract\":{\"file\":\"/elsewhere/a b.json\","
                + "\"path\":\"#/components/schemas/Bike\"}}");
    assertThat(json.at("/notices/0/rule").asText()).isEqualTo("state.unknown");
  }

  @Test
  void junitIsXmlWithASuiteForEachGroup() throws Exception {
    Document xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(written(Format.JUNIT))));

    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(xml.getDocumentElement().getTagName()).isEqualTo("testsuites");
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("response.body");
    assertThat(failure.getAttribute("message"))
        .isEqualTo("string found, integer expected: \"<7>\" & \uFFFD");
    assertThat(failure.getTextContent()).contains("pacts/shop.json:12", "#/components/schemas");
    assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  /** What the standard asks of each result, by its sections 3.14, 3.27 and 3.29. */
  @Test
  void sarifHasWhatTheStandardAsksFor() throws Exception {
    JsonNode log = new ObjectMapper().readTree(written(Format.SARIF));

    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    assertThat(run.at("/tool/driver/name").asText()).isNotEmpty();
    assertThat(run.path("results")).hasSize(4);
    assertThat(run.at("/invocations/0/toolExecutionNotifications"))
        .hasToString(
            "[{\"level\":\"note\",\"descriptor\":{\"id\":\"state.unknown\"},\"message\":{\"text\":"
                + "\"state 'x' was not brought about\"}}]");
    for (JsonNode result : run.path("results")) {
      assertThat(Set.of("error", "warning", "note")).contains(result.path("level").asText());
      assertThat(result.at("/message/text").asText()).isNotEmpty();
      assertThat(run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
    }
    assertThat(run.at("/results/1/locations/0/physicalLocation"))
        .hasToString(
            "{\"artifactLocation\":{\"uri\":\"pacts/shop.json\"},\"region\":{\"startLine\":12}}");
    assertThat(run.at("/results/1/relatedLocations/0/physicalLocation/artifactLocation/uri"))
        .hasToString("\"file:///elsewhere/a%20b.json\"");
  }

  /** Else a check of a pull request would be red for what fails nothing. */
  @Test
  void sarifCallsNoPendingCaseAnError() throws Exception {
    JsonNode log = new ObjectMapper().readTree(written(Format.SARIF));

    assertThat(log.at("/runs/0/results/2/level").asText()).isEqualTo("note");
    assertThat(log.at("/runs/0/results/2/message/text").asText()).startsWith("a bike to come (pen");
  }

  private static String written(Format format) {
    StringBuilder text = new StringBuilder();
    format.write(RESULTS, text);
    return text.toString();
  }
}
