package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that do not fit the contract, with {@code checkResponses} and without. */
final class FidcarCheckedAnswerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/local/1 | 200 of getDealership does not fit the contract: body field 'id' must be an integer but was 'one'",
        "/api/review | 418 of listReviews does not fit the contract: status 418 is not documented; documented are [200, ",
        "/api/contact | 200 of listContacts does not fit the contract: header 'Content-Type' must be application/json but was 'text/plain'",
        "/api/dispute | 200 of listDisputes does not fit the contract: body is not valid JSON: Unexpected",
      })
  void answers500AndSaysWhere(String path, String expected) throws Exception {
    try (MockServer server = MockServer.builder(new Careless()).checkResponses().start()) {
      HttpResponse<String> answer = get(server, path);

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .startsWith("{\"error\":{\"code\":500,\"message\":\"The mock's own answer " + expected);
      assertThat(server.requests().get(0).reason()).contains(expected);
      assertThat(server.requests().get(0).status()).isEqualTo(500);
    }
  }

  @Test
  void letsAnswersPassThatFit() throws Exception {
    try (MockServer server = MockServer.builder(new Careless()).checkResponses().start()) {
      assertThat(get(server, "/api/dispute/1").statusCode()).isEqualTo(404);
      assertThat(get(server, "/api/local").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void letsEverythingPassUnlessAsked() throws Exception {
    try (MockServer server = MockServer.builder(new Careless()).start()) {
      assertThat(get(server, "/api/local/1").body()).isEqualTo("{\"id\":\"one\"}");
    }
  }

  private static HttpResponse<String> get(MockServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.baseUri() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Behaviour that makes mistakes. */
  private static final class Mistakes implements FidcarApi {

    @Override
    public MockResponse getDealership(GetDealershipRequest request) {
      return json(200, "{\"id\":\"one\"}");
    }

    @Override
    public MockResponse listReviews(ListReviewsRequest request) {
      return json(418, "{}");
    }

    @Override
    public MockResponse listContacts(ListContactsRequest request) {
      return MockResponse.of(200, "text/plain", new byte[] {'x'});
    }

    @Override
    public MockResponse listDisputes(ListDisputesRequest request) {
      return json(200, "{");
    }

    @Override
    public MockResponse getDispute(GetDisputeRequest request) {
      throw new Refusal(404, "No dispute");
    }

    private static MockResponse json(int status, String text) {
      return MockResponse.json(status, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** FIDCAR with mistakes, and open to all. */
  private static final class Careless implements Vendor {

    private static final Authenticator<Caller> OPEN = (operation, request) -> new Caller("");

    @Override
    public String id() {
      return "fidcar";
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public Set<String> defaultKeys() {
      return Set.of("k");
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
    public String samplePath() {
      return "/";
    }

    @Override
    public VendorStub open(MockSettings settings) {
      return new StubEngine(
          id(), new FidcarContract(new Mistakes()), new FidcarErrors(), OPEN, settings);
    }
  }
}
