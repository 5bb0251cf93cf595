package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call the controls, of every transport, as browsers and programs send it. */
abstract class AbstractControlAccessTest {

  /** What the mocks under test are started with, beside their defaults. */
  static final List<String> OPTIONS =
      List.of("--allow-host", "mocks.internal", "--allow-origin", "http://127.0.0.1:4010");

  private static final String CONSOLE = "http://127.0.0.1:4010";

  abstract int port();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1:4011",
        "localhost:4011",
        "LOCALHOST.",
        "[::1]:4011",
        "[::ffff:127.0.0.1]",
        "mocks.internal:4011"
      })
  void answersByTheNamesOfThisMachine(String host) throws Exception {
    assertThat(call("GET", "Host: " + host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example:4011, evil.example",
    "localhost.evil.example, localhost.evil.example",
    "127.0.0.1.evil.example, 127.0.0.1.evil.example",
    "192.168.1.5:4011, 192.168.1.5",
    "300.0.0.1, 300.0.0.1",
    "0.0.0.0:4011, 0.0.0.0",
    "[fe80::1]:4011, fe80::1",
    "[1:2]:4011, 1:2"
  })
  void refusesNamesThatAPageCouldPointHere(String host, String shown) throws Exception {
    assertThat(call("GET", "Host: " + host))
        .startsWith("HTTP/1.1 403 ")
        .endsWith(
            "{\"message\":\"Controls are called by a name of this machine, but the header 'Host' was '%s': a web page can point a name of its own here. Call 127.0.0.1 or localhost, or start the mock with --allow-host %s; in Java: allowHost(\\\"%s\\\")\"}"
                .formatted(shown, shown, shown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE", "OPTIONS"})
  void refusesPagesOfOtherOrigins(String method) throws Exception {
    String answer =
        call(
            method,
            "Host: 127.0.0.1",
            "Origin: https://evil.example",
            "Access-Control-Request-Method: " + method);

    assertThat(answer)
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("Access-Control-Allow")
        .endsWith(
            "{\"message\":\"Controls are closed to web pages, but this call came from one of 'https://evil.example'. Call them from a program, or start the mock with --allow-origin https://evil.example; in Java: allowOrigin(\\\"https://evil.example\\\")\"}");
  }

  @Test
  void refusesPagesThatHideTheirOrigin() throws Exception {
    assertThat(call("POST", "Host: 127.0.0.1", "Origin: null"))
        .startsWith("HTTP/1.1 403 ")
        .endsWith(
            "{\"message\":\"Controls are closed to web pages, but this call came from one that hides its origin (Origin: null), such as a file or a sandboxed frame. Call them from a program, or serve the page and start the mock with --allow-origin and its origin\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void refusesWhatAnotherSiteAsksFor(String site) throws Exception {
    assertThat(call("GET", "Host: 127.0.0.1", "Sec-Fetch-Site: " + site))
        .startsWith("HTTP/1.1 403 ")
        .endsWith(
            "{\"message\":\"Controls are closed to web pages, but the browser says that another site asks for this (Sec-Fetch-Site: %s). Call them from a program, or type the address into the browser\"}"
                .formatted(site));
  }

  /** A browser of old sends a form with neither Origin nor Sec-Fetch-Site. */
  @Test
  void refusesAFormOfAnotherPage() throws Exception {
    assertThat(
            call(
                "POST",
                "Host: 127.0.0.1",
                "Content-Type: application/x-www-form-urlencoded",
                "Referer: https://evil.example/page?a=b"))
        .startsWith("HTTP/1.1 403 ")
        .contains("this call came from one of 'https://evil.example'.");
  }

  @Test
  void takesAFormFromAProgram() throws Exception {
    assertThat(call("POST", "Host: 127.0.0.1", "Content-Type: application/x-www-form-urlencoded"))
        .startsWith("HTTP/1.1 204 ")
        .doesNotContainIgnoringCase("Access-Control-Allow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "same-origin"})
  void showsItselfToWhoTypesTheAddress(String site) throws Exception {
    assertThat(call("GET", "Host: localhost:4011", "Sec-Fetch-Site: " + site))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void takesItsOwnOrigin() throws Exception {
    assertThat(call("POST", "Host: localhost:4011", "Origin: http://localhost:4011"))
        .startsWith("HTTP/1.1 204 ");
  }

  @Test
  void letsAnAllowedOriginCallAndRead() throws Exception {
    String preflight =
        call(
            "OPTIONS",
            "Host: 127.0.0.1",
            "Origin: " + CONSOLE,
            "Access-Control-Request-Method: DELETE",
            "Access-Control-Request-Headers: mock-session");
    String answer =
        call("GET", "Host: 127.0.0.1", "Origin: " + CONSOLE, "Sec-Fetch-Site: same-site");

    assertThat(preflight)
        .startsWith("HTTP/1.1 204 ")
        .containsIgnoringCase("Access-Control-Allow-Origin: " + CONSOLE + "\r\n")
        .containsIgnoringCase("Access-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS\r\n")
        .containsIgnoringCase("Access-Control-Allow-Headers: mock-session\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("Access-Control-Allow-Origin: " + CONSOLE + "\r\n")
        .containsIgnoringCase("Vary: Origin\r\n");
  }

  @Test
  void leavesTheVendorsOwnCallsOpen() throws Exception {
    String answer =
        send(
            "GET",
            "/api/local",
            "Host: shop.example",
            "Origin: https://shop.example",
            "Sec-Fetch-Site: cross-site",
            "Authorization: fidcar-test-key");

    assertThat(answer)
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("Access-Control-Allow-Origin: https://shop.example\r\n");
  }

  /** Whoever begins sessions ends those of others: there is room for 64. */
  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://127.0.0.1.evil.example", "null"})
  void letsNoPageOfAnotherMachineNameASession(String origin) throws Exception {
    assertThat(session(origin))
        .startsWith("HTTP/1.1 403 ")
        .endsWith(
            "{\"error\":{\"code\":403,\"message\":\"Pages of other machines may call the operations, but name no session: they could end those of test runs. This call came from '%1$s'. Leave out 'Mock-Session', or start the mock with --allow-origin %1$s; in Java: allowOrigin(\\\"%1$s\\\")\"}}"
                .formatted(origin));
  }

  /** The application that is being tested in a browser. */
  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "https://[::1]:8443", CONSOLE})
  void letsAPageOfThisMachineNameASession(String origin) throws Exception {
    assertThat(session(origin)).startsWith("HTTP/1.1 200 ");
  }

  private String session(String origin) throws IOException {
    return send(
        "GET",
        "/api/local?limit=1",
        "Host: 127.0.0.1",
        "Origin: " + origin,
        "Mock-Session: page",
        "Authorization: fidcar-test-key");
  }

  private String call(String method, String... headers) throws IOException {
    return send(method, method.equals("POST") ? "/__mock/reset" : "/__mock/requests", headers);
  }

  private String send(String method, String path, String... headers) throws IOException {
    return Wire.exchange(
        port(),
        "%s %s HTTP/1.1\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(method, path, String.join("\r\n", headers)));
  }
}
