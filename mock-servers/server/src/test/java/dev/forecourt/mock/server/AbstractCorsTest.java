package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told of who may read an answer, of every transport, with FIDCAR. */
abstract class AbstractCorsTest {

  /** The only origin of the mock that is not open to all. */
  static final String ALLOWED = "http://localhost:5173";

  private static final String PAGE = "https://shop.example";
  private static final String LONG = "a".repeat(20_000);
  private static final String LONG_HEADERS = "X-Long: " + LONG + "\r\nX-Longer: " + LONG;

  /** A mock that is open to pages of every origin. */
  abstract int open();

  /** A mock that is open to {@link #ALLOWED}. */
  abstract int closed();

  /** A mock that is open to no page. */
  abstract int off();

  @Test
  void repeatsTheOriginForCallsWithCredentials() throws Exception {
    assertThat(get(open(), "/api/local?limit=1", "Origin: " + PAGE))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + PAGE + "\r\n")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Credentials: true\r\n")
        .containsIgnoringCase("\r\nAccess-Control-Expose-Headers: Date\r\n")
        .containsIgnoringCase("\r\nVary: Origin\r\n");
  }

  /** A sandboxed frame, or a page that was opened from a file. */
  @Test
  void isReadByPagesThatHideTheirOrigin() throws Exception {
    assertThat(get(open(), "/api/local?limit=1", "Origin: null"))
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: null\r\n");
    assertThat(get(closed(), "/api/local?limit=1", "Origin: null"))
        .doesNotContainIgnoringCase("Access-Control-");
  }

  @Test
  void saysNothingToPrograms() throws Exception {
    assertThat(get(open(), "/api/local?limit=1"))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContainIgnoringCase("Access-Control-")
        .doesNotContainIgnoringCase("Vary:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/local", "/api/local/999999", "/nowhere", "/api/local?limit=500"})
  void letsPagesReadRefusals(String path) throws Exception {
    assertThat(send(open(), "GET", path, "Origin: " + PAGE))
        .startsWith("HTTP/1.1 4")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + PAGE + "\r\n");
  }

  @Test
  void exposesTheHeadersOfAnAnswerByName() throws Exception {
    rule("{\"status\":503,\"retryAfter\":2,\"times\":1}");

    assertThat(get(open(), "/api/local", "Origin: " + PAGE))
        .startsWith("HTTP/1.1 503 ")
        .containsIgnoringCase("\r\nAccess-Control-Expose-Headers: Date, Retry-After\r\n");
  }

  @Test
  void letsPagesReadAHalfAnswer() throws Exception {
    rule("{\"fault\":\"garbled\",\"times\":1}");

    assertThat(get(open(), "/api/local", "Origin: " + PAGE))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + PAGE + "\r\n");
  }

  @Test
  void letsPagesReadWhatTheTransportRefuses() throws Exception {
    assertThat(get(open(), "/api/local?siret=" + LONG, "Origin: " + PAGE))
        .startsWith("HTTP/1.1 414 ")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + PAGE + "\r\n");
    assertThat(get(open(), "/api/local", LONG_HEADERS, "Origin: " + PAGE))
        .startsWith("HTTP/1.1 431 ")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + PAGE + "\r\n");
  }

  @Test
  void allowsWhatAPreflightAsksFor() throws Exception {
    assertThat(
            preflight(
                open(),
                "Origin: " + PAGE,
                "Access-Control-Request-Headers: authorization,x-trace",
                "Access-Control-Request-Private-Network: true"))
        .startsWith("HTTP/1.1 204 ")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + PAGE + "\r\n")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Credentials: true\r\n")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Methods: PATCH\r\n")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Headers: authorization,x-trace\r\n")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Private-Network: true\r\n")
        .containsIgnoringCase("\r\nVary: Origin, Access-Control-Request-Method");
  }

  @Test
  void allowsNothingThatAPreflightDoesNotAskFor() throws Exception {
    assertThat(preflight(open(), "Origin: " + PAGE))
        .startsWith("HTTP/1.1 204 ")
        .doesNotContainIgnoringCase("Access-Control-Allow-Headers")
        .doesNotContainIgnoringCase("Access-Control-Allow-Private-Network");
  }

  @Test
  void isClosedToPagesThatAreNotListed() throws Exception {
    assertThat(get(closed(), "/api/local", "Origin: " + PAGE))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContainIgnoringCase("Access-Control-");
    assertThat(preflight(closed(), "Origin: " + PAGE))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("Access-Control-")
        .endsWith(
            "{\"error\":{\"code\":403,\"message\":\"Pages of 'https://shop.example' may not call: the mock was started with --cors for http://localhost:5173 alone. Add --cors https://shop.example, or leave --cors out for all\"}}");
  }

  @Test
  void isOpenToPagesThatAreListed() throws Exception {
    assertThat(get(closed(), "/api/local", "Origin: " + ALLOWED))
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + ALLOWED + "\r\n");
    assertThat(preflight(closed(), "Origin: " + ALLOWED))
        .startsWith("HTTP/1.1 204 ")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: " + ALLOWED + "\r\n");
  }

  @Test
  void answersAsAServerThatKnowsNoPagesWhenOff() throws Exception {
    assertThat(get(off(), "/api/local", "Origin: " + PAGE))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContainIgnoringCase("Access-Control-");
    assertThat(preflight(off(), "Origin: " + PAGE))
        .startsWith("HTTP/1.1 204 ")
        .containsIgnoringCase("\r\nAllow: GET, HEAD, OPTIONS\r\n")
        .doesNotContainIgnoringCase("Access-Control-");
  }

  @Test
  void keepsTheControlsClosedWhateverIsOpen() throws Exception {
    assertThat(send(closed(), "GET", "/__mock/state", "Origin: " + ALLOWED))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("Access-Control-");
    assertThat(send(open(), "GET", "/__mock/state", LONG_HEADERS, "Origin: " + PAGE))
        .startsWith("HTTP/1.1 431 ")
        .doesNotContainIgnoringCase("Access-Control-");
  }

  private void rule(String json) throws IOException {
    String call =
        "POST /__mock/faults HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s";
    assertThat(Wire.exchange(open(), call.formatted(json.length(), json)))
        .startsWith("HTTP/1.1 200 ");
  }

  private static String preflight(int port, String... headers) throws IOException {
    return send(
        port,
        "OPTIONS",
        "/api/local",
        String.join("\r\n", headers) + "\r\nAccess-Control-Request-Method: PATCH");
  }

  private static String get(int port, String path, String... headers) throws IOException {
    return send(
        port,
        "GET",
        path,
        String.join("\r\n", List.of(headers)) + "\r\nAuthorization: fidcar-test-key");
  }

  private static String send(int port, String method, String path, String... headers)
      throws IOException {
    String lines = String.join("\r\n", headers).strip();
    return Wire.exchange(
        port,
        "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\nConnection: close\r\n\r\n"
            .formatted(method, path, lines));
  }
}
