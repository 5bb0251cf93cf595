package dev.forecourt.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.engine.Sessions;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import dev.forecourt.mock.vendor.Vendors;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConsoleTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<String, String> KEY = Map.of("Authorization", "fidcar-test-key");

  private final Vendor fidcar = Vendors.named("fidcar");
  private final Vendor fidelisa = Vendors.named("fidelisa");
  private final VendorStub fidcarStub = new Sessions(fidcar, MockSettings.defaults(fidcar));
  private final VendorStub fidelisaStub = new Sessions(fidelisa, MockSettings.defaults(fidelisa));
  private Console console;

  @BeforeEach
  void start() throws Exception {
    List<ConsoleVendor> vendors =
        List.of(
            new ConsoleVendor(
                fidcar, fidcarStub, URI.create("http://localhost:5011"), fidcar.defaultKeys()),
            new ConsoleVendor(
                fidelisa,
                fidelisaStub,
                URI.create("http://localhost:5013"),
                Set.of("provider:FORECOURT:own", "shop:619E8B5AAD5E48138881C5E7774C86B2:own")));
    console = Console.start(vendors, ControlAccess.ofThisMachine(), "127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    console.close();
    fidcarStub.close();
    fidelisaStub.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, "", headers);
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void ask(String path) {
    fidcarStub.handle(new Forwarded("GET", path, null, KEY, new byte[0]));
  }

  private void ask(String path, String session) {
    fidcarStub.handle(
        new Forwarded("GET", path, null, Map.of(MockRequest.SESSION, session), new byte[0]));
  }

  @Test
  void showsTheVendorsWithoutKeysOfTheUsersOwn() throws Exception {
    ask("/nowhere");
    ask("/api/local", "s1");
    send("POST", "/__mock/vendors/fidcar/controls/faults", "{\"status\": 503}");

    String vendors = get("/__mock/vendors").body();

    assertThat(vendors)
        .startsWith(
            "{\"vendors\":[{\"id\":\"fidcar\",\"title\":\"FIDCAR\",\"version\":\"2019-12-16\",\"baseUrl\":\"http://localhost:5011\",\"contract\":\"/contracts/fidcar.json\",\"ready\":true,\"credentials\":{\"api_key\":\"fidcar-test-key\"},\"sample\":{\"method\":\"GET\",\"path\":\"/api/local?page=1&limit=5&bridge=icar\",\"headers\":{\"Authorization\":\"fidcar-test-key\"}},\"requests\":{\"total\":1,\"refused\":1},\"active\":{\"faults\":1,\"rateLimit\":false,\"clockMoved\":false")
        .contains("\"sessions\":1")
        .contains("\"shop_key\":\"****\"")
        .doesNotContain("FrZN6UChpqXBRKVExXVB");
  }

  @Test
  void givesFreshHeadersThatOpenTheVendor() throws Exception {
    assertThat(send("POST", "/__mock/vendors/fidcar/headers", "").body())
        .isEqualTo("{\"headers\":{\"Authorization\":\"fidcar-test-key\"}}");
  }

  @Test
  void handsControlsOnWithVerbQueryBodyAndSession() throws Exception {
    HttpResponse<String> moved =
        send(
            "POST",
            "/__mock/vendors/fidcar/controls/clock",
            "{\"advance\":\"PT2H\"}",
            MockRequest.SESSION,
            "s1");

    assertThat(moved.body()).contains("\"moved\":\"PT2H\"");
    assertThat(get("/__mock/vendors/fidcar/controls/clock").body()).contains("\"moved\":\"PT0S\"");
    assertThat(get("/__mock/vendors/fidcar/controls/requests?status=9").statusCode())
        .isEqualTo(400);
    assertThat(get("/__mock/vendors/fidcar/controls").body()).contains("GET /__mock/state");
  }

  @Test
  void showsTheRequestsOfAllVendorsAndSessionsTheNewestFirst() throws Exception {
    ask("/api/local");
    fidelisaStub.handle(Forwarded.get("/api/shops"));
    ask("/api/review", "s1");

    String all = get("/__mock/requests").body();

    assertThat(all).startsWith("{\"total\":3,\"kept\":3,\"requests\":[{\"id\":");
    assertThat(all.indexOf("/api/review"))
        .isLessThan(all.indexOf("/api/shops"))
        .isLessThan(all.indexOf("/api/local"));
    assertThat(all).contains("\"session\":\"s1\"").doesNotContain("\"request\":{");
  }

  @ParameterizedTest
  @CsvSource({
    "vendor=fidelisa, 1",
    "session=s1, 1",
    "status=2xx, 1",
    "limit=2, 2",
    "operation=listReviews, 1",
    "text=SHOPS, 1",
    "unmatched=true, 0",
  })
  void showsThoseThatAreAskedFor(String query, int count) throws Exception {
    ask("/api/local");
    fidelisaStub.handle(Forwarded.get("/api/shops"));
    ask("/api/review", "s1");

    assertThat(get("/__mock/requests?" + query).body().split("\"durationMs\"")).hasSize(count + 1);
  }

  @Test
  void showsOneRequestWholeAndForgetsAll() throws Exception {
    ask("/api/local");
    String id = get("/__mock/requests").body().replaceAll("(?s).*?\"id\":(\\d+).*", "$1");

    assertThat(get("/__mock/requests/" + id).body())
        .startsWith("{\"id\":" + id + ",\"vendor\":\"fidcar\"")
        .contains("\"response\":{\"headers\":{\"Content-Type\":\"application/json\"");
    assertThat(send("DELETE", "/__mock/requests", "").statusCode()).isEqualTo(204);
    assertThat(get("/__mock/requests/" + id).body())
        .isEqualTo(
            "{\"message\":\"No request %s is kept; GET /__mock/requests lists those that are\"}"
                .formatted(id));
  }

  @Test
  void tellsRequestsAndChangesAsTheyComeAndGoesOnWhereAPageWas() throws Exception {
    try (BufferedReader events = events("")) {
      assertThat(events.readLine()).isEqualTo(": open");
      ask("/api/local");
      send("POST", "/__mock/vendors/fidcar/controls/faults", "{\"status\": 503}");

      List<String> lines = lines(events, "\"what\":\"faults\"");

      assertThat(lines).anyMatch(each -> each.equals("event: request"));
      assertThat(lines)
          .anyMatch(
              each ->
                  each.startsWith("data: {\"id\":")
                      && each.contains("\"path\":\"/api/local\"")
                      && each.contains("\"request\":{\"headers\""));
      assertThat(lines)
          .contains(
              "event: changed",
              "data: {\"vendor\":\"fidcar\",\"session\":null,\"what\":\"faults\"}");
      String first = lines.stream().filter(it -> it.startsWith("id: ")).findFirst().orElseThrow();
      try (BufferedReader resumed = events("Last-Event-ID: " + first.substring(4) + "\r\n")) {
        assertThat(lines(resumed, "\"what\":\"faults\"")).noneMatch(it -> it.equals(first));
      }
    }
  }

  private BufferedReader events(String header) throws Exception {
    Socket socket = new Socket("127.0.0.1", console.port());
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            ("GET /__mock/events HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    InputStream in = socket.getInputStream();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    while (!reader.readLine().isEmpty()) {
      // headers
    }
    reader.readLine(); // the length of the first chunk
    return reader;
  }

  private static List<String> lines(BufferedReader events, String upTo) throws Exception {
    List<String> lines = new ArrayList<>();
    do {
      lines.add(events.readLine());
    } while (!lines.get(lines.size() - 1).contains(upTo));
    return lines;
  }

  @Test
  void takesThirtyTwoPagesAndSaysSoToTheNext() throws Exception {
    List<BufferedReader> open = new ArrayList<>();
    for (int i = 0; i < EventStreams.MOST; i++) {
      open.add(events(""));
    }

    HttpResponse<String> refused = get("/__mock/events");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body())
        .isEqualTo(
            "{\"message\":\"32 pages are open, which is the most. Close one and try again.\"}");
    for (BufferedReader each : open) {
      each.close();
    }
  }

  @Test
  void exportsAnHttpArchive() throws Exception {
    ask("/api/local");

    HttpResponse<String> har = get("/__mock/har?operation=listDealerships");

    assertThat(har.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"forecourt.har\"");
    assertThat(har.body())
        .startsWith("{\"log\":{\"version\":\"1.2\"")
        .contains(
            "\"request\":{\"method\":\"GET\",\"url\":\"http://localhost:5011/api/local\"",
            "\"content\":{\"size\":",
            "\"mimeType\":\"application/json\",\"text\":\"{\\\"page\\\":1")
        .doesNotContain("fidcar-test-key");
  }

  @Test
  void resetsAllVendors() throws Exception {
    ask("/api/local");
    send("POST", "/__mock/vendors/fidcar/controls/faults", "{\"status\": 503}");

    assertThat(send("POST", "/__mock/reset", "").statusCode()).isEqualTo(204);

    assertThat(get("/__mock/requests").body()).startsWith("{\"total\":0");
    assertThat(get("/__mock/vendors/fidcar/controls/faults").body()).isEqualTo("{\"rules\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /__mock/vendrs | 404 | The console has no call GET /__mock/vendrs. GET /__mock lists all.",
        "PUT | /__mock/requests | 405 | /__mock/requests takes GET, DELETE, not PUT.",
        "GET | /__mock/requests?vendor=fidca | 404 | No vendor 'fidca' here; there are fidcar, fidelisa (nearest is 'fidcar')",
        "GET | /__mock/requests?limit=x | 400 | 'limit' must be a whole number",
        "POST | /page/index.html | 405 | The files of the console take GET.",
        "GET | /page/../Console.class | 404 | The console has no ../Console.class. GET / is its page, GET /__mock lists its calls.",
        "GET | /contracts/acme.json | 404 | No contract 'acme.json' here. There are ID.json, ID.yaml and ID/3.1.json of fidcar, fidelisa.",
      })
  void saysWhatItDoesNotKnow(String method, String path, int status, String message)
      throws Exception {
    HttpResponse<String> response = send(method, path, "");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  @Test
  void closesItsCallsToOtherPagesAndItsFilesToOtherNames() throws Exception {
    assertThat(get("/__mock/vendors", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(get("/__mock/events", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(get("/__mock/vendors", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(get("/", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
    assertThat(firstLine("Host: evil.example")).contains(" 403 ");
    assertThat(get("/__mock/vendors", "Origin", "http://127.0.0.1:" + console.port()).statusCode())
        .isEqualTo(200);
  }

  private String firstLine(String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", console.port())) {
      socket
          .getOutputStream()
          .write(("GET / HTTP/1.1\r\n" + host + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  @Test
  void servesItsPageUnderAStrictPolicy() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWithIgnoringCase("<!doctype html>");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'; connect-src 'self' ")
        .contains("http://localhost:5011", "http://127.0.0.1:5013", "frame-ancestors 'none'");
  }

  @ParameterizedTest
  @CsvSource({
    "fidcar.json, '\"openapi\":\"3.0.3\"', '\"url\":\"http://localhost:5011\"'",
    "fidcar/3.1.json, '\"openapi\":\"3.1', '\"url\":\"http://localhost:5011\"'",
    "fidelisa.yaml, openapi: 3.0.3, 'url: http://localhost:5013'",
  })
  void givesContractsWithTheAddressAsItIs(String name, String version, String server)
      throws Exception {
    String contract = get("/contracts/" + name).body();

    assertThat(contract.replace("\" : \"", "\":\"")).contains(version, server);
    assertThat(contract).doesNotContain("127.0.0.1:401");
  }
}
