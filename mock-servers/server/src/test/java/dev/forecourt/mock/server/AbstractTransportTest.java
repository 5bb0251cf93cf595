package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.http.MockRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every transport must do alike, shown with FIDCAR over a real socket. */
abstract class AbstractTransportTest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Instant STARTED = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final String KEY = Calls.key("fidcar");
  private static final String REVIEW = "/api/review/d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  /** The port FIDCAR is served on. */
  abstract int port();

  @BeforeEach
  void reset() {
    send(open("/__mock/reset").POST(BodyPublishers.noBody()));
  }

  @Test
  void answersJsonInUtf8() {
    HttpResponse<String> response = send(keyed("/api/local/1325"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).contains("13 rue du Général Leclerc");
  }

  @Test
  void datesEveryAnswer() {
    for (String path : List.of("/api/local/1325", "/api/local/0", "/no/such/path", "/__mock")) {
      HttpResponse<String> response = send(keyed(path));

      assertThat(response.headers().allValues("Date")).as(path).hasSize(1);
      Instant date =
          Instant.from(
              DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                  response.headers().firstValue("Date").orElse("")));
      // by the clock of the machine, which has moved on meanwhile
      assertThat(date).as(path).isBetween(STARTED, Instant.now());
    }
  }

  @Test
  void namesTheSlashesThatAreTooMany() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String answer = exchange(socket, "GET //api/local/1325/ HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(answer)
          .contains(
              "\"No documented operation for GET //api/local/1325/. Nearest: GET /api/local/{local_id} (getDealership),"
                  + " but path must not end with a slash; path must not have two slashes in a row. Next: ");
    }
  }

  @Test
  void answers406WhereThatIsDocumented() {
    HttpResponse<String> refused = send(keyed("/api/local/1325").header("Accept", "text/xml"));

    assertThat(refused.statusCode()).isEqualTo(406);
    assertThat(refused.body())
        .isEqualTo(
            "{\"error\":{\"code\":406,\"message\":\"header 'Accept' must allow application/json but was 'text/xml';"
                + " leave it out, or send */*\"}}");
    for (String fine : List.of("*/*", "application/*;q=0.1", "text/html, application/json;q=0.9")) {
      assertThat(send(keyed("/api/local/1325").header("Accept", fine)).statusCode())
          .as(fine)
          .isEqualTo(200);
    }
  }

  @Test
  void readsAMultipartFormAsCurlSendsIt() {
    String body =
        """
        --b0und4ry
        Content-Disposition: form-data; name="title"

        Garage « Été » 日本
        --b0und4ry
        Content-Disposition: form-data; name="street"

        1 rue A
        --b0und4ry
        Content-Disposition: form-data; name="zipcode"

        75004
        --b0und4ry
        Content-Disposition: form-data; name="city"

        Paris
        --b0und4ry
        Content-Disposition: form-data; name="phone"

        0176420140
        --b0und4ry
        Content-Disposition: form-data; name="brands[]"

        Škoda
        --b0und4ry
        Content-Disposition: form-data; name="brands[]"

        Dacia
        --b0und4ry--
        """
            .replace("\n", "\r\n");

    HttpResponse<String> response = send(multipart("/api/local/add", body));

    assertThat(response.body())
        .contains("\"title\":\"Garage « Été » 日本\"", "\"brands\":[\"Škoda\",\"Dacia\"]");
  }

  @Test
  void refusesAMultipartFormThatDoesNotEnd() {
    HttpResponse<String> response =
        send(
            multipart(
                REVIEW + "/answer",
                "--b0und4ry\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nhello"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":{\"code\":400,\"message\":\"form body cannot be read: the closing boundary is missing\"}}");
  }

  @Test
  void refusesABodyThatIsTooLong() {
    byte[] huge = new byte[MockRequest.MAX_BODY_BYTES + 1];

    HttpResponse<String> response =
        send(form(REVIEW + "/answer").POST(BodyPublishers.ofByteArray(huge)));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":{\"code\":400,\"message\":\"body must be at most 1048576 bytes long\"}}");
  }

  @Test
  void takesABodyThatIsJustShortEnough() {
    String text = "a".repeat(MockRequest.MAX_BODY_BYTES - "content=".length());

    HttpResponse<String> response =
        send(form(REVIEW + "/answer").POST(BodyPublishers.ofString("content=" + text)));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadLikeGetWithoutBody() {
    HttpResponse<String> get = send(keyed("/api/local/1325"));

    HttpResponse<String> head =
        send(keyed("/api/local/1325").method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .contains(Integer.toString(get.body().getBytes(StandardCharsets.UTF_8).length));
  }

  @Test
  void namesTheVerbsOnOptions() {
    HttpResponse<String> response =
        send(open("/api/local/1325").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void letsAnyPageAskWithAKey() {
    HttpResponse<String> response =
        send(
            open("/api/local/add")
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,x-trace")
                .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://localhost:3000");
    assertThat(response.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("authorization,x-trace");
  }

  @Test
  void journalsEveryRequestWithTheReasonOfItsRefusal() {
    send(keyed("/api/local?limit=500"));

    String journal = send(open("/__mock/requests")).body();

    assertThat(journal)
        .startsWith("{\"total\":1,\"kept\":1,\"capacity\":1000,\"requests\":[{\"time\":\"")
        .contains(
            "\"method\":\"GET\",\"path\":\"/api/local\",\"query\":\"limit=500\",\"headers\":{\"Authorization\":\"****\"},"
                + "\"operation\":\"listDealerships\",\"status\":400,"
                + "\"reason\":\"query parameter 'limit' must be between 1 and 100 but was '500'\"");
  }

  @Test
  void keepsKeysOutOfTheJournalWhereverTheyWereSent() {
    send(keyed("/api/local?siret=" + KEY));
    send(keyed("/api/" + KEY));
    HttpResponse<String> echoed = send(keyed("/api/contact?grade=" + KEY));

    assertThat(send(open("/__mock/requests")).body()).doesNotContain(KEY);
    assertThat(echoed.body()).contains("'****'").doesNotContain(KEY);
  }

  @Test
  void servesItsControlsWithoutKey() {
    assertThat(send(open("/__mock/health")).body())
        .contains("\"vendor\":\"fidcar\"", "\"ready\":true");
    assertThat(send(open("/__mock/state")).body()).startsWith("{\"dealerships\":[{\"id\":1325");
    assertThat(send(open("/__mock/else")).body())
        .isEqualTo("{\"message\":\"No control GET /__mock/else. GET /__mock lists all.\"}");
  }

  @Test
  void givesEveryConcurrentWriterAnIdOfItsOwn() {
    String form = "title=T&street=S&zipcode=Z&city=C&phone=P";
    Set<String> bodies = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i ->
                bodies.add(
                    send(form("/api/local/add").POST(BodyPublishers.ofString(form)))
                        .body()
                        .substring(0, 12)));

    assertThat(bodies).hasSize(200);
    assertThat(send(keyed("/api/local?limit=1")).body()).contains("\"total\":225,");
  }

  @Test
  void keepsAConnectionForTheNextRequestAfterARefusal() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String request = "GET /api/local HTTP/1.1\r\nHost: x\r\n\r\n";

      String first = exchange(socket, request);
      String second = exchange(socket, request);

      assertThat(List.of(first, second))
          .allSatisfy(answer -> assertThat(answer).contains("Unknown Authorization token"));
    }
  }

  @Test
  void survivesAClientThatHangsUpInTheMiddle() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String head =
          "POST " + REVIEW + "/answer HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(send(keyed("/api/local/1325")).statusCode()).isEqualTo(200);
  }

  private static String exchange(Socket socket, String request) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith("}}")) {
      int c = in.read();
      assertThat(c).as("end of connection after: %s", text).isNotNegative();
      text.append((char) c);
    }
    return text.toString();
  }

  private HttpRequest.Builder open(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  private HttpRequest.Builder keyed(String path) {
    return open(path).header("Authorization", KEY);
  }

  private HttpRequest.Builder form(String path) {
    return keyed(path).header("Content-Type", "application/x-www-form-urlencoded");
  }

  private HttpRequest.Builder multipart(String path, String body) {
    return keyed(path)
        .header("Content-Type", "multipart/form-data; boundary=b0und4ry")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
