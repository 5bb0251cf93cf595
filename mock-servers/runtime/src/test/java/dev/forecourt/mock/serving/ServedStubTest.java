package dev.forecourt.mock.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.vendor.AbstractVendor;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.VendorStub;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServedStubTest {

  private final Echo stub = new Echo();
  private final ServedStub atRoot = served("", null);
  private final ServedStub below = served("/mock", "http://localhost:4010/");

  @ParameterizedTest
  @CsvSource({
    "/mock/things, /things",
    "/mock/things/, /things/",
    "/mock//things, //things",
    "/mock/mock/things, /mock/things",
    "/mock/__mock/state, /__mock/state",
    "/__mock/health, /__mock/health"
  })
  void showsTheStubThePathBelowItsOwn(String sent, String seen) {
    below.handle(get(sent));

    assertThat(stub.seen).containsExactly(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/mocks/things", "/", "/__mocked"})
  void namesThePathToWhoLeavesItOut(String path) {
    MockResponse answer = below.handle(get(path));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(text(answer))
        .isEqualTo(
            "This mock is served below '/mock' (--base-path). Call /mock%1$s in place of %1$s"
                .formatted(path));
    assertThat(stub.seen).isEmpty();
  }

  @Test
  void answersWhatCanBeAnsweredAtOnce() {
    assertThat(below.handleAtOnce(get("/mock/things"))).isNotNull();
    assertThat(below.handleAtOnce(get("/things")).status()).isEqualTo(404);
    // reads a file
    assertThat(below.handleAtOnce(get("/mock/openapi.json"))).isNull();
  }

  @Test
  void leadsToWhereTheCallerFindsIt() {
    assertThat(atRoot.handle(get("/things")).header("Location")).isEqualTo("/things/1");
    assertThat(below.handle(get("/mock/things")).header("Location")).isEqualTo("/mock/things/1");
    assertThat(
            below.handle(get("/mock/things", "X-Forwarded-Prefix", "/outer/")).header("Location"))
        .isEqualTo("/outer/mock/things/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-slash", "/with space", "//evil.example", "/a\"b"})
  void takesNoPrefixThatIsNone(String prefix) {
    assertThat(atRoot.handle(get("/things", "X-Forwarded-Prefix", prefix)).header("Location"))
        .isEqualTo("/things/1");
  }

  @Test
  void leavesPlacesElsewhereAlone() {
    stub.location = "https://elsewhere.example/1";
    assertThat(below.handle(get("/mock/things")).header("Location"))
        .isEqualTo("https://elsewhere.example/1");

    stub.location = "//elsewhere.example/1";
    assertThat(below.handle(get("/mock/things")).header("Location"))
        .isEqualTo("//elsewhere.example/1");
  }

  @Test
  void tellsProgramsWhatItIs() {
    assertThat(text(atRoot.handle(get("/"))))
        .isEqualTo(
            "{\"vendor\":\"acme\",\"mock\":true,\"contract\":\"/openapi.json\",\"controls\":\"/__mock\",\"health\":\"/__mock/health\"}");
    assertThat(text(below.handle(get("/mock"))))
        .isEqualTo(
            "{\"vendor\":\"acme\",\"mock\":true,\"contract\":\"/mock/openapi.json\",\"controls\":\"/mock/__mock\",\"health\":\"/mock/__mock/health\",\"console\":\"http://localhost:4010/\"}");
    assertThat(stub.seen).isEmpty();
  }

  @Test
  void showsBrowsersAPageThatLoadsNothing() {
    MockResponse page =
        below.handle(get("/mock/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none';");
    assertThat(text(page))
        .contains("<h1>Mock of acme</h1>")
        .contains("<a href=\"/mock/openapi.json\">")
        .contains("<a href=\"http://localhost:4010/\">")
        .doesNotContain("<script");
  }

  @Test
  void asksTheVendorWhereItHasAFrontPageOfItsOwn() {
    stub.documented = Set.of("/");

    atRoot.handle(get("/"));

    assertThat(stub.seen).containsExactly("/");
  }

  @Test
  void letsPagesReadItsContractAndWhatItSaysOfItself() {
    ServedStub listed =
        new ServedStub(
            stub,
            new Serving(
                new Acme(), Cors.of(Set.of("http://a.example")), BasePath.NONE, () -> null));

    assertThat(
            listed
                .handle(get("/", "Origin", "http://a.example"))
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("http://a.example");
    assertThat(
            listed
                .handle(get("/", "Origin", "http://b.example"))
                .header("Access-Control-Allow-Origin"))
        .isNull();
  }

  @Test
  void saysWhatIsMissingForAContract() {
    MockResponse answer = atRoot.handle(get("/openapi.json"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(text(answer))
        .isEqualTo(
            "{\"message\":\"The published contract of 'acme' is not on the class path. Add dev.forecourt:forecourt-specs.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mock", "/a b", "/a?b", "/a//b", "http://x/mock"})
  void refusesABasePathThatIsNone(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BasePath(path))
        .withMessage(
            "A base path is such as /mock or /a/b, of letters, digits, '.', '_', '~' and '-', but was '%s'."
                .formatted(path));
  }

  @Test
  void takesABasePathWithAnEndAndTheRoot() {
    assertThat(new BasePath("/mock/").prefix()).isEqualTo("/mock");
    assertThat(new BasePath("/").prefix()).isEmpty();
  }

  private ServedStub served(String base, String console) {
    return new ServedStub(
        stub, new Serving(new Acme(), Cors.OPEN, new BasePath(base), () -> console));
  }

  private static String text(MockResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static MockRequest get(String path, String... header) {
    return new Get(path, header.length == 0 ? Map.of() : Map.of(header[0], header[1]));
  }

  private record Get(String path, Map<String, String> sent) implements MockRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String query() {
      return null;
    }

    @Override
    public List<String> headers(String name) {
      return sent.containsKey(name) ? List.of(sent.get(name)) : List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }

  /** Remembers which paths it was asked for. */
  private static final class Echo implements VendorStub {

    private final List<String> seen = new ArrayList<>();
    private String location = "/things/1";
    private Set<String> documented = Set.of();

    @Override
    public MockResponse handle(MockRequest request) {
      seen.add(request.path());
      return MockResponse.empty(201).with("Location", location);
    }

    @Override
    public boolean documents(MockRequest request) {
      return documented.contains(request.path());
    }

    @Override
    public MockResponse refuse(int status, String message) {
      return MockResponse.of(status, "text/plain", message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<RecordedRequest> requests() {
      return List.of();
    }

    @Override
    public void reset() {
      seen.clear();
    }

    @Override
    public StateKeeper state() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Acme extends AbstractVendor {

    Acme() {
      super("acme", 4099, "/things", "key");
    }

    @Override
    public Map<String, String> testCredentials() {
      return Map.of();
    }

    @Override
    public Map<String, String> headers(Set<String> keys) {
      return Map.of();
    }

    @Override
    public VendorStub open(MockSettings settings) {
      return new Echo();
    }
  }
}
