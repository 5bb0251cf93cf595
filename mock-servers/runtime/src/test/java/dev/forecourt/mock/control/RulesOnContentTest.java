package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that look at a request's content, and answers made of it. */
final class RulesOnContentTest {

  private static final Operation OPERATION =
      new Operation("editCar", "PUT", "/api/cars/{id}", List.of(200), List.of(), List.of());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T06:00:00.123Z"), ZoneOffset.UTC);
  private static final Sent JSON =
      new Sent(
          "/api/cars/77",
          "page=2&tag=a&tag=b",
          Map.of("Content-Type", "application/json", "X-Trace", "t-1"),
          "{\"car\":{\"vin\":\"WVW1\",\"doors\":5,\"used\":true,\"tags\":[\"x\",null]}}");
  private static final Sent FORM =
      new Sent(
          "/api/cars/77",
          null,
          Map.of("Content-Type", "application/x-www-form-urlencoded"),
          "vin=WVW1&doors=5");

  private static @Nullable Disturbance next(Sent sent, String rule) {
    Faults faults = new Faults(List.of(OPERATION));
    MockResponse added =
        faults.controls().get("POST /__mock/faults").apply(ControlRequest.json(rule));
    assertThat(added.status()).isEqualTo(200);
    return faults.next(OPERATION, sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"path\": \"/api/cars/77\"} | true",
        "{\"path\": {\"matches\": \"/api/cars/[0-9]\"}} | false",
        "{\"path\": {\"matches\": \"/api/cars/[0-9]+\"}} | true",
        "{\"query\": {\"page\": \"2\"}} | true",
        "{\"query\": {\"page\": 2}} | true",
        "{\"query\": {\"page\": {\"equals\": \"3\"}}} | false",
        "{\"query\": {\"limit\": {\"present\": false}}} | true",
        "{\"query\": {\"page\": {\"present\": false}}} | false",
        "{\"headers\": {\"X-Trace\": {\"contains\": \"-\"}}} | true",
        "{\"headers\": {\"X-Other\": {\"present\": true}}} | false",
        "{\"body\": {\"/car/vin\": \"WVW1\"}} | true",
        "{\"body\": {\"/car/doors\": 5}} | true",
        "{\"body\": {\"/car/used\": true}} | true",
        "{\"body\": {\"/car/tags/0\": \"x\"}} | true",
        "{\"body\": {\"/car/tags/2\": {\"present\": true}}} | false",
        "{\"body\": {\"/car/vin\": \"WVW1\"}, \"query\": {\"page\": \"3\"}} | false",
      })
  void disturbsWhatFitsAllParts(String request, boolean fits) {
    Disturbance disturbance = next(JSON, "{\"status\": 503, \"request\": " + request + "}");

    assertThat(disturbance != null).isEqualTo(fits);
  }

  @Test
  void readsFormsByTheNamesOfTheirFields() {
    assertThat(next(FORM, "{\"status\": 503, \"request\": {\"body\": {\"/vin\": \"WVW1\"}}}"))
        .isNotNull();
    assertThat(next(FORM, "{\"status\": 503, \"request\": {\"body\": {\"/vin\": \"WVW2\"}}}"))
        .isNull();
  }

  @Test
  void answersWithWhatTheRequestHeld() {
    String rule =
        "{\"response\": {\"status\": 201, \"headers\": {\"X-Page\": \"p{{request.query.page}}\"}, \"body\": {"
            + "\"id\": \"{{request.path.id}}\", \"doors\": \"{{request.body#/car/doors}}\","
            + " \"says\": \"{{request.body#/car/vin}} at {{now}}\", \"all\": [\"{{request.query.tag}}\"],"
            + " \"trace\": \"{{ request.header.X-Trace }}\", \"none\": \"{{request.query.nothing}}\", \"n\": 1}}}";

    MockResponse answer = answer(JSON, rule);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("X-Page")).isEqualTo("p2");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":\"77\",\"doors\":5,\"says\":\"WVW1 at 2026-03-02T06:00:00Z\",\"all\":[[\"a\",\"b\"]],\"trace\":\"t-1\",\"none\":null,\"n\":1}");
  }

  @Test
  void makesAnotherIdForEachAnswer() {
    String rule = "{\"response\": {\"body\": \"{{uuid}}\"}}";

    assertThat(answer(JSON, rule).body()).asString().matches("\"[0-9a-f-]{36}\"");
    assertThat(answer(JSON, rule).body()).isNotEqualTo(answer(JSON, rule).body());
  }

  @Test
  void letsNothingOfARequestBeginAnotherHeader() {
    Sent sent = new Sent("/api/cars/7", "page=a%0D%0AX-Evil:%201", Map.of(), "");

    assertThat(
            answer(sent, "{\"response\": {\"headers\": {\"X-P\": \"{{request.query.page}}\"}}}")
                .header("X-P"))
        .isEqualTo("a  X-Evil: 1");
  }

  private static MockResponse answer(Sent sent, String rule) {
    Disturbance disturbance = next(sent, rule);
    assertThat(disturbance).isNotNull();
    MockResponse answer =
        disturbance.inPlaceOf(
            OPERATION, sent, (operation, status, message) -> MockResponse.empty(status), CLOCK);
    assertThat(answer).isNotNull();
    return answer;
  }

  @Test
  void showsARuleAsItWasGiven() {
    Faults faults = new Faults(List.of(OPERATION));
    faults
        .controls()
        .get("POST /__mock/faults")
        .apply(
            ControlRequest.json(
                "{\"request\":{\"body\":{\"/a\":{\"equals\":\"b\"}}},\"response\":{\"status\":204}}"));

    assertThat(faults.controls().get("GET /__mock/faults").apply(ControlRequest.query("")).body())
        .asString()
        .isEqualTo(
            "{\"rules\":[{\"operation\":null,\"request\":{\"body\":{\"/a\":{\"equals\":\"b\"}}},\"response\":{\"status\":204},\"used\":0}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"status\": 503, \"request\": []} | 'request' must be an object",
        "{\"status\": 503, \"request\": {\"header\": {}}} | 'header' is not known here; allowed are path, query, headers, body (nearest is 'headers')",
        "{\"status\": 503, \"request\": {\"query\": \"a\"}} | 'request.query' must be an object of names and values",
        "{\"status\": 503, \"request\": {\"query\": {\"a\": {\"equal\": 1}}}} | 'equal' is not known here; allowed are equals, matches, contains, present (nearest is 'equals')",
        "{\"status\": 503, \"request\": {\"query\": {\"a\": {\"matches\": \"[\"}}}} | 'request.query.a' is no regular expression: Unclosed character class",
        "{\"status\": 503, \"request\": {\"body\": {\"email\": 1}}} | a place in a body is a JSON pointer such as /user/email but was 'email'",
        "{\"response\": {\"status\": 99}} | 'response.status' must be a whole number between 200 and 599",
        "{\"response\": {\"text\": \"a\"}} | 'text' is not known here; allowed are status, headers, body",
        "{\"response\": {\"body\": [\"{{request.bdy#/a}}\"]}} | '{{request.bdy#/a}}' is not known in a template; there are {{request.body#/pointer}}, {{request.query.name}}, {{request.path.name}}, {{request.header.name}}, {{now}}, {{uuid}}",
        "{\"response\": {}, \"status\": 503} | A rule has 'response', 'fault' or 'status', not two of them",
      })
  void refusesABadRuleWithItsPlace(String rule, String reason) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> next(JSON, rule)).withMessage(reason);
  }

  private record Sent(String path, @Nullable String query, Map<String, String> sent, String text)
      implements MockRequest {

    @Override
    public String method() {
      return "PUT";
    }

    @Override
    public List<String> headers(String name) {
      return sent.containsKey(name) ? List.of(sent.get(name)) : List.of();
    }

    @Override
    public byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
