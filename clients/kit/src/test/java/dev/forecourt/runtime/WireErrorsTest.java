package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What generated clients do wrong on the wire as they come, and ours do not. The numbers are those
 * of the table in {@code clients/templates/README.md}, which names the tests of the others too.
 */
class WireErrorsTest {
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AcmeClient client = AcmeClient.builder(server.url()).time(time).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private String lineAfterFinding(Object id, Object query) {
    server.answer("{}");
    client.find(id, query);
    return server.requests().get(server.requests().size() - 1).line();
  }

  /** Number 2: Feign sends what looks encoded as it is. */
  @ParameterizedTest
  @CsvSource({
    "%address%, %25address%25",
    "50%25, 50%2525",
    "a%2Fb, a%252Fb",
    "{q}, %7Bq%7D",
    "a+b, a%2Bb",
    "é&=#, %C3%A9%26%3D%23"
  })
  void encodesWhatLooksEncoded(String value, String encoded) {
    assertThat(lineAfterFinding(7, value)).isEqualTo("GET /thing/7?q=" + encoded);
    assertThat(lineAfterFinding(value, "x")).isEqualTo("GET /thing/" + encoded + "?q=x");
  }

  /** Number 3: Feign leaves slashes in a path value, and servers resolve dots. */
  @ParameterizedTest
  @CsvSource({"../admin, ..%2Fadmin", "A/B C, A%2FB%20C", "a?b#c, a%3Fb%23c", "a;b, a%3Bb"})
  void keepsAPathValueOneSegment(String id, String encoded) {
    assertThat(lineAfterFinding(id, "x")).isEqualTo("GET /thing/" + encoded + "?q=x");
  }

  /** Number 3, for which no encoding helps. */
  @ParameterizedTest
  @ValueSource(strings = {".", "..", ""})
  void refusesAPathValueThatIsAnotherPath(String id) {
    assertThatThrownBy(() -> client.find(id, "x")).isInstanceOf(IllegalArgumentException.class);

    assertThat(server.requests()).isEmpty();
  }

  /** Number 4: {@code toString} leaves out seconds that are zero. */
  @Test
  void writesDatesWithTheirSeconds() {
    OffsetDateTime time = OffsetDateTime.parse("2024-01-02T03:04+02:00");

    assertThat(lineAfterFinding(7, time))
        .isEqualTo("GET /thing/7?q=2024-01-02T03%3A04%3A00%2B02%3A00");
    assertThat(VendorJson.write(Map.of("t", time)))
        .isEqualTo("{\"t\":\"2024-01-02T03:04:00+02:00\"}");
  }

  /** Number 5: Feign's retries over those of an HTTP client send a POST seven times. */
  @Test
  void sendsAPostOnceWhateverHappens() {
    for (WireAnswer failure :
        List.of(
            WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP),
            WireAnswer.json(503, "{}").header("Retry-After", "0"),
            WireAnswer.json(429, "{}").header("Retry-After", "0"))) {
      server.answer(failure);
      int before = server.requests().size();

      assertThat(catchThrowable(() -> client.post(RequestOptions.none())))
          .isInstanceOf(VendorException.class);

      assertThat(server.requests()).hasSize(before + 1);
    }
  }

  /** Number 5, for what may be repeated: one layer of retries, not two multiplied. */
  @Test
  void sendsAReadAsOftenAsThePolicySays() {
    for (int i = 0; i < 20; i++) {
      server.answer(WireAnswer.json(503, "{}").header("Retry-After", "0"));
    }

    assertThat(catchThrowable(client::get)).isInstanceOf(ServerErrorException.class);

    assertThat(server.requests()).hasSize(3);
  }

  /** Number 6: the JDK's client takes all headers along to another host. */
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void takesNoKeyToAnotherHost(int status) {
    try (WireServer elsewhere = new WireServer()) {
      server
          .answer(WireAnswer.of(status, "", "").header("Location", elsewhere.url() + "/thing"))
          .answer(WireAnswer.of(status, "", "").header("Location", elsewhere.url() + "/thing"));

      assertThat(catchThrowable(client::get)).hasMessageContaining("Redirects are not followed");
      assertThat(catchThrowable(() -> client.post(RequestOptions.none()))).isNotNull();

      assertThat(elsewhere.connections()).isZero();
    }
  }

  /** Number 7: Feign closes the body of a void operation unread, and its connection with it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 20, 100_000})
  void keepsTheConnectionOfAnOperationWithoutAModel(int bodyLength) {
    for (int i = 0; i < 20; i++) {
      server.answer(WireAnswer.of(200, "text/plain", "x".repeat(bodyLength)));
    }

    for (int i = 0; i < 20; i++) {
      client.delete();
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  /** Number 8: feign-java11 offers an upgrade to HTTP/2 over plain HTTP. */
  @Test
  void offersNoUpgradeToHttp2() {
    server.answer("{}");

    client.get();

    assertThat(server.request().head())
        .startsWith("GET /thing HTTP/1.1\r\n")
        .doesNotContainIgnoringCase("Upgrade")
        .doesNotContainIgnoringCase("HTTP2-Settings");
    assertThat(server.request().headers("Content-Length")).isEmpty();
    assertThat(server.request().headers("Transfer-Encoding")).isEmpty();
  }

  /** Number 10: Feign's exceptions hold URL and body, its log all headers. */
  @Test
  void showsNeitherUrlNorKeyNorToken() {
    server.answer(WireAnswer.json(400, "{\"message\":\"no s3cret, no b0dy\"}"));

    try (AllLogs logs = new AllLogs();
        AcmeClient inQuery =
            AcmeClient.builder(server.url()).key(Credential.query("api_key", "s3cret")).build()) {
      Throwable thrown = catchThrowable(inQuery::get);

      assertThat(server.request().line()).isEqualTo("GET /thing?api_key=s3cret");
      assertThat(thrown)
          .hasMessage(
              "acme getThing: 400 Bad Request for GET /thing. ACME says: \"no ****, no b0dy\"."
                  + " Correct the request.")
          .hasNoCause();
      assertThat(logs.lines())
          .filteredOn(line -> line.startsWith("dev.forecourt."))
          .hasSize(1)
          .noneMatch(line -> line.contains("s3cret") || line.contains(server.url()));
    }
  }
}
