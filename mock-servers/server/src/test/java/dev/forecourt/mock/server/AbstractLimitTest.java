package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is too long, too much or too deep gets an answer that says so, with FIDCAR and Autochat. */
abstract class AbstractLimitTest {

  private static final int LINE = 16 * 1024;
  private static final int HEADERS = 32 * 1024;
  private static final String END = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
  private static final String KEY = "Authorization: " + Calls.key("fidcar") + "\r\n";

  /** The port a vendor is served on. */
  abstract int port(String vendor);

  @Test
  void refusesALineThatIsTooLong() throws Exception {
    String answer = fidcar("GET /api/local?siret=" + "1".repeat(LINE) + END + KEY + "\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.")
        .contains(" 414 ")
        .endsWith(
            "{\"error\":{\"code\":414,\"message\":\"request line must be at most 16384 bytes long\"}}");
  }

  @Test
  void takesALineThatIsJustShortEnough() throws Exception {
    String start = "GET /api/local?siret=";
    String rest = "1".repeat(LINE - start.length() - " HTTP/1.1".length() - 2);

    assertThat(fidcar(start + rest + END + KEY + "\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesAHeaderThatIsTooLong() throws Exception {
    String answer =
        fidcar("GET /api/local" + END + KEY + "X-Long: " + "a".repeat(HEADERS) + "\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 431 ")
        .endsWith(
            "{\"error\":{\"code\":431,\"message\":\"headers must be at most 32768 bytes long in all\"}}");
  }

  @Test
  void refusesTooManyHeaders() throws Exception {
    String many =
        IntStream.range(0, 3000)
            .mapToObj(i -> "X-" + i + ": 1234\r\n")
            .collect(Collectors.joining());

    assertThat(fidcar("GET /api/local" + END + KEY + many + "\r\n")).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void takesManyShortHeaders() throws Exception {
    String many =
        IntStream.range(0, 1000).mapToObj(i -> "X-" + i + ": 1\r\n").collect(Collectors.joining());

    assertThat(fidcar("GET /api/local" + END + KEY + many + "\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesMoreThanAThousandFields() throws Exception {
    String form = "a=1&".repeat(1000) + "a=1";

    assertThat(
            fidcar(
                post(
                    "/api/local/add",
                    KEY + "Content-Type: application/x-www-form-urlencoded\r\n",
                    form)))
        .startsWith("HTTP/1.1 400 ")
        .contains("form body cannot be read: more than 1000 fields");
  }

  @Test
  void refusesJsonThatIsTooDeep() throws Exception {
    String deep = "[".repeat(101) + "]".repeat(101);

    assertThat(
            Wire.exchange(
                port("autochat"), post("/oauth/token", "Content-Type: application/json\r\n", deep)))
        .startsWith("HTTP/1.1 400 ")
        .contains(
            "body is not valid JSON: Document nesting depth (101) exceeds the maximum allowed (100");
  }

  private static String post(String path, String headers, String body) {
    return "POST %s%s%sContent-Length: %d\r\n\r\n%s"
        .formatted(path, END, headers, body.length(), body);
  }

  private String fidcar(String request) throws Exception {
    return Wire.exchange(port("fidcar"), request);
  }
}
