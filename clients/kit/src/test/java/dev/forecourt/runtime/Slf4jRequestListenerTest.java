package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.Slf4jRequestListener;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SLF4J listener writes, as the platform's log shows it: key/value pairs come first. */
class Slf4jRequestListenerTest {
  private static final Logger REQUESTS = Logger.getLogger("dev.forecourt.acme.requests");

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AllLogs logs = new AllLogs();
  private final AcmeClient client =
      AcmeClient.builder(server.url()).time(time).listener(new Slf4jRequestListener()).build();

  @AfterEach
  void stop() {
    REQUESTS.setLevel(null);
    client.close();
    logs.close();
    server.close();
  }

  /** Lines of our logger as {@code LEVEL: text}, with milliseconds and port taken out. */
  private List<String> lines() {
    return logs.lines().stream()
        .filter(line -> line.contains("Slf4jRequestListener"))
        .map(line -> line.substring(line.indexOf('\n') + 1).strip())
        .map(line -> line.replaceAll("duration=[0-9.E-]+", "duration=#"))
        .map(line -> line.replaceAll("(-> [^,]*) in [0-9]+ ms", "$1 in # ms"))
        .map(line -> line.replaceAll("port=[0-9]+", "port=#"))
        .toList();
  }

  private void answer(int status) {
    server.answer(WireAnswer.json(status, "{\"id\":7}"));
  }

  @Test
  void writesASuccessAtDebugWithItsKeyValuePairs() {
    answer(200);

    client.getOne(4711);

    assertThat(lines().get(0))
        .isEqualTo(
            "FINE: forecourt.vendor=acme forecourt.operation=getOne http.request.method=GET"
                + " url.template=/thing/{id} server.address=127.0.0.1 server.port=#"
                + " http.request.resend_count=0 http.client.request.duration=#"
                + " http.response.status_code=200"
                + " acme getOne: GET /thing/4711 -> 200 in # ms");
  }

  @Test
  void addsTheHeadersAtTraceWithoutTheirSecrets() {
    server.answer(
        WireAnswer.json(200, "{}").header("X-Request-Id", "r1").header("Set-Cookie", "c00kie"));

    client.get();

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1))
        .isEqualTo(
            "FINEST: acme getThing: sent {accept=[application/json],"
                + " user-agent=[forecourt-acme/dev], x-api-key=[****]}, received {content-length=[2], content-type=[application/json], set-cookie=[****],"
                + " x-request-id=[r1]}");
  }

  @Test
  void doesNotWriteHeadersAtDebug() {
    REQUESTS.setLevel(Level.FINE);
    answer(200);

    client.get();

    assertThat(lines()).hasSize(1).allMatch(line -> !line.contains("x-api-key"));
  }

  @Test
  void writesNothingOfASuccessAtInfo() {
    REQUESTS.setLevel(Level.INFO);
    answer(200);

    client.get();

    assertThat(lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void warnsOfARequestThatFailedForGoodWith(int status) {
    answer(status);

    Throwable thrown = catchThrowable(() -> client.post(RequestOptions.none()));

    assertThat(thrown).isInstanceOf(VendorResponseException.class);
    assertThat(lines().get(0))
        .startsWith("WARNING: ")
        .endsWith(
            " http.response.status_code=%1$d error.type=%1$d acme createThing: POST /thing -> %1$d in # ms"
                .formatted(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 422})
  void doesNotWarnOfWhatTheCallerIsToldAnyway(int status) {
    answer(status);

    Throwable thrown = catchThrowable(client::get);

    assertThat(thrown).isInstanceOf(VendorResponseException.class);
    assertThat(lines().get(0)).startsWith("FINE: ").contains("error.type=" + status);
  }

  @Test
  void warnsOfARequestWithoutAnAnswer() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));

    Throwable thrown = catchThrowable(() -> client.post(RequestOptions.none()));

    assertThat(thrown).isInstanceOf(VendorTransportException.class);
    assertThat(lines().get(0))
        .startsWith("WARNING: ")
        .contains(" error.type=dev.forecourt.runtime.errors.VendorTransportException ")
        .doesNotContain("status_code")
        .endsWith("acme createThing: POST /thing -> no answer in # ms");
  }

  @Test
  void warnsOfAnAnswerThatCannotBeRead() {
    server.answer(WireAnswer.of(200, "", "<html>"));

    catchThrowable(client::model);

    assertThat(lines().get(0))
        .startsWith("WARNING: ")
        .endsWith("acme getThing: GET /thing -> unreadable 200 in # ms")
        .doesNotContain("html");
  }

  @Test
  void informsOfARequestThatIsSentAgain() {
    answer(503);
    answer(200);

    client.get();

    assertThat(lines()).hasSize(4);
    assertThat(lines().get(0))
        .startsWith("INFO: ")
        .contains(" http.request.resend_count=0 ")
        .contains(" forecourt.retry.delay=0.2 ")
        .endsWith("acme getThing: GET /thing -> 503 in # ms, again in 200 ms");
    assertThat(lines().get(2))
        .startsWith("FINE: ")
        .contains(" http.request.resend_count=1 ")
        .endsWith("acme getThing: GET /thing -> 200 in # ms, attempt 2");
  }

  @Test
  void warnsOnceWhenLessThanATenthOfTheLimitIsLeft() {
    REQUESTS.setLevel(Level.WARNING);
    for (String left : List.of("1080", "1079", "1078", "10799", "5")) {
      server.answer(
          WireAnswer.json(200, "{}")
              .header("X-RateLimit-Limit", "10800")
              .header("X-RateLimit-Remaining", left));
    }

    for (int i = 0; i < 5; i++) {
      client.get();
    }

    String advice =
        " of 10800 requests are left. Send less, or give the client a limiter that keeps below.";
    assertThat(lines())
        .containsExactly(
            "WARNING: forecourt.vendor=acme acme: 1079" + advice,
            "WARNING: forecourt.vendor=acme acme: 5" + advice);
  }

  @ParameterizedTest
  @CsvSource({"many,1", "10800,few", "'',''", "10800,-1"})
  void doesNotWarnOfALimitThatItCannotRead(String limit, String remaining) {
    REQUESTS.setLevel(Level.WARNING);
    server.answer(
        WireAnswer.json(200, "{}")
            .header("X-RateLimit-Limit", limit)
            .header("X-RateLimit-Remaining", remaining));

    client.get();

    assertThat(lines()).isEmpty();
  }
}
