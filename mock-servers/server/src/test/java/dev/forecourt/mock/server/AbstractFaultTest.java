package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers that go wrong look like on the wire, with FIDCAR. */
abstract class AbstractFaultTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String FORM = "title=T&street=S&zipcode=Z&city=C&phone=P";
  private static final String DEALERSHIPS_OF_THE_SEED = "\"total\":25,";

  /** The port FIDCAR is served on. */
  abstract int port();

  @BeforeEach
  void reset() throws Exception {
    control("POST", "reset", "");
  }

  /** Many send one request and say at once that it was the last. */
  @Test
  void answersLateWhoHasClosedItsHalfOfTheConnection() throws Exception {
    String request =
        "GET /api/local/1325 HTTP/1.1\r\nHost: x\r\nAuthorization: fidcar-test-key\r\n"
            + "Prefer: delay=100\r\n\r\n";

    assertThat(RawHttp.status(port(), request.getBytes(StandardCharsets.US_ASCII))).isEqualTo(200);
  }

  @Test
  void closesWithoutAByte() throws Exception {
    assertThat(get("/api/local/1325", "Prefer: fault=empty")).isEmpty();
  }

  @Test
  void sendsWhatIsNotHttp() throws Exception {
    assertThat(get("/api/local/1325", "Prefer: fault=malformed"))
        .isNotEmpty()
        .doesNotContain("HTTP/1.1 2")
        .doesNotContain("1325");
  }

  @Test
  void endsInTheMiddleOfTheBody() throws Exception {
    String whole = get("/api/local/1325", "Connection: close");

    String half = get("/api/local/1325", "Prefer: fault=truncated");

    assertThat(half).startsWith("HTTP/1.1 200").containsIgnoringCase(length(body(whole)));
    assertThat(body(half)).isNotEmpty().hasSizeLessThan(body(whole).length());
    assertThat(body(whole)).startsWith(body(half));
  }

  @Test
  void leavesTheBodyOut() throws Exception {
    assertThat(get("/api/local/1325", "Prefer: fault=no-body", "Connection: close"))
        .startsWith("HTTP/1.1 200")
        .contains("application/json")
        .endsWith("\r\n\r\n");
  }

  @Test
  void cutsTheJsonAndSaysItIsAll() throws Exception {
    HttpResponse<String> answer = send("GET", "/api/local/1325", "", "fault=garbled");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{\"id\":1325").doesNotEndWith("}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "malformed", "reset"})
  void doesNothingInPlaceOfTheOperation(String fault) throws Exception {
    lose("Prefer: fault=" + fault);

    assertThat(get("/api/local?limit=1", "Connection: close")).contains(DEALERSHIPS_OF_THE_SEED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty-after", "malformed-after", "reset-after", "truncated"})
  void losesTheAnswerAfterTheOperation(String fault) throws Exception {
    lose("Prefer: fault=" + fault);

    assertThat(get("/api/local?limit=1", "Connection: close")).contains("\"total\":26,");
  }

  @Test
  void holdsAnAnswerBackAndGivesItWhole() throws Exception {
    long before = System.nanoTime();

    HttpResponse<String> answer = send("GET", "/api/local/1325", "", "delay=120");

    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(120_000_000L);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("13 rue du Général Leclerc");
  }

  @Test
  void servesOthersWhileOneIsHeldBack() throws Exception {
    var late =
        CLIENT.sendAsync(
            request("GET", "/api/local/1325", "").header("Prefer", "delay=20000").build(),
            HttpResponse.BodyHandlers.ofString());

    HttpResponse<String> other = send("GET", "/api/local/1325", "", "delay=1");

    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(late).isNotDone();
    late.cancel(true);
  }

  @Test
  void disturbsByARuleAsOftenAsItSays() throws Exception {
    control("POST", "faults", "{\"operation\":\"getDealership\",\"fault\":\"empty\",\"times\":2}");

    assertThat(get("/api/local?limit=1", "Connection: close")).contains("HTTP/1.1 200");
    assertThat(get("/api/local/1325", "Connection: close")).isEmpty();
    assertThat(get("/api/local/1325", "Connection: close")).isEmpty();
    assertThat(get("/api/local/1325", "Connection: close")).contains("HTTP/1.1 200");
  }

  @Test
  void journalsWhatWasNotAnswered() throws Exception {
    get("/api/local/1325", "Prefer: fault=empty");

    assertThat(send("GET", "/__mock/requests?status=0", "", "").body())
        .contains("\"status\":0,\"reason\":\"disturbed: fault empty\"");
  }

  /** Sends a change whose answer does not arrive. */
  private void lose(String header) throws IOException {
    String request =
        "POST /api/local/add HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n%s\r\n"
                .formatted(Calls.key("fidcar"), header)
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(FORM.length(), FORM);
    try {
      Wire.exchange(port(), request);
    } catch (IOException e) {
      assertThat(e).hasMessage("Connection reset");
    }
  }

  /** What comes back until the connection ends. */
  final String get(String path, String... headers) throws IOException {
    return Wire.exchange(
        port(),
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n%s\r\n\r\n"
            .formatted(path, Calls.key("fidcar"), String.join("\r\n", headers)));
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static String length(String body) {
    return "content-length: " + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  private void control(String method, String name, String body) throws Exception {
    assertThat(send(method, "/__mock/" + name, body, "").statusCode()).isIn(200, 204);
  }

  private HttpResponse<String> send(String method, String path, String body, String prefer)
      throws Exception {
    return CLIENT.send(
        request(method, path, body).header("Prefer", prefer).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .header("Authorization", Calls.key("fidcar"))
        .method(method, BodyPublishers.ofString(body));
  }
}
