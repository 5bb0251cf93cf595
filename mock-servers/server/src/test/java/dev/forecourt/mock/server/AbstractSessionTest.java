package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.memory.Budgets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test runs that share a port and nothing else: header {@code Mock-Session}, with FIDCAR. */
abstract class AbstractSessionTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The port FIDCAR is served on. */
  abstract int port();

  @BeforeEach
  void reset() {
    send("POST", "/__mock/reset", null, "");
    Matcher names =
        Pattern.compile("\"([\\w-]+)\"[],]")
            .matcher(send("GET", "/__mock/session", null, "").body());
    while (names.find()) {
      send("DELETE", "/__mock/session", names.group(1), "");
    }
  }

  @Test
  void hasAStateForEachName() {
    add("a");

    assertThat(dealerships("a")).isEqualTo(26);
    assertThat(dealerships("b")).isEqualTo(25);
    assertThat(dealerships(null)).isEqualTo(25);
  }

  @Test
  void resetsTheSessionThatIsNamedOnly() {
    add("a");
    add("b");

    send("POST", "/__mock/reset", "a", "");

    assertThat(dealerships("a")).isEqualTo(25);
    assertThat(dealerships("b")).isEqualTo(26);
  }

  @Test
  void movesTheClockOfASessionOnly() {
    send("POST", "/__mock/clock", "a", "{\"now\":\"2031-01-01T00:00:00Z\"}");

    assertThat(send("GET", "/__mock/clock", "a", "").body()).contains("2031-01-01T");
    assertThat(send("GET", "/__mock/clock", "b", "").body()).doesNotContain("2031");
    assertThat(send("GET", "/__mock/clock", null, "").body()).contains("\"moved\":\"PT0S\"");
  }

  /** A stub starts without its seed; a session of it must be weighed with it nevertheless. */
  @Test
  void weighsTheStartDataOfASessionBeforeItIsRead() {
    long before = Budgets.ofThisJvm().sessions().used();

    send("POST", "/__mock/clock", "a", "{\"reset\":true}");

    assertThat(Budgets.ofThisJvm().sessions().used() - before).isGreaterThan(200_000);
  }

  @Test
  void endsASessionWhenAsked() {
    add("a");
    add("b");

    assertThat(send("DELETE", "/__mock/session", "a", "").statusCode()).isEqualTo(204);

    assertThat(send("GET", "/__mock/session", null, "").body())
        .isEqualTo("{\"sessions\":[\"b\"],\"most\":64}");
    assertThat(dealerships("a")).isEqualTo(25);
    assertThat(dealerships("b")).isEqualTo(26);
  }

  @Test
  void looksAtASessionWithoutBeginningIt() {
    add(null);

    assertThat(send("GET", "/__mock/faults", "a", "").body()).isEqualTo("{\"rules\":[]}");
    assertThat(send("GET", "/__mock/requests", "a", "").body()).contains("\"total\":0");
    assertThat(send("GET", "/__mock/state", "a", "").body())
        .isEqualTo(send("GET", "/__mock/state", "b", "").body())
        .isNotEqualTo(send("GET", "/__mock/state", null, "").body());

    assertThat(send("GET", "/__mock/session", null, "").body())
        .isEqualTo("{\"sessions\":[],\"most\":64}");
  }

  @Test
  void saysWhichSessionItCannotEnd() {
    assertThat(send("DELETE", "/__mock/session", "none", "").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/__mock/session", null, "").body())
        .isEqualTo("{\"message\":\"Send the header 'Mock-Session' with the name of the session\"}");
  }

  @Test
  void endsTheOneThatRestedLongestForThe65th() {
    IntStream.rangeClosed(1, 64).forEach(i -> add("s" + i));
    dealerships("s1");

    add("s65");

    assertThat(send("GET", "/__mock/session", null, "").body())
        .contains("\"s1\"", "\"s3\"", "\"s65\"")
        .doesNotContain("\"s2\"");
  }

  @Test
  void beginsASessionOnceForManyAtATime() {
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 40).parallel().forEach(i -> statuses.add(add("shared")));

    assertThat(statuses).containsExactly(200);
    assertThat(dealerships("shared")).isEqualTo(65);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a_b", "é", "a/b"})
  void refusesANameThatIsNone(String name) {
    HttpResponse<String> answer = send("GET", "/api/local", name, "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"code\":400,\"message\":\"header 'Mock-Session' must be 1 to 64 letters, digits or dashes\"}}");
  }

  @Test
  void refusesANameThatIsTooLong() {
    assertThat(send("GET", "/api/local", "a".repeat(64), "").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/api/local", "a".repeat(65), "").statusCode()).isEqualTo(400);
  }

  private int add(@Nullable String session) {
    return send("POST", "/api/local/add", session, "title=T&street=S&zipcode=Z&city=C&phone=P")
        .statusCode();
  }

  private int dealerships(@Nullable String session) {
    String page = send("GET", "/api/local?limit=1", session, "").body();
    return Integer.parseInt(page.replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String session, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .header("Authorization", Calls.key("fidcar"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(body));
    if (session != null) {
      request.header("Mock-Session", session);
    }
    return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }
}
