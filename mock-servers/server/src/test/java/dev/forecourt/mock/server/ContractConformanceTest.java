package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer of the FIDCAR stub, seed data included, fits the contract in the eyes of a validator
 * that is not ours.
 */
final class ContractConformanceTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static OpenApiInteractionValidator contract;
  private static MockServer server;

  @BeforeAll
  static void start() {
    Path spec = Path.of(System.getProperty("forecourt.specs"), "fidcar", "openapi.yaml");
    contract =
        OpenApiInteractionValidator.createForSpecificationUrl(spec.toUri().toString()).build();
    server = MockServer.builder("fidcar").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "200, GET, /api/local?limit=100, -",
        "200, GET, /api/local/1325, -",
        "200, GET, /api/local/1326, -",
        "200, POST, /api/local/add, title=T&street=S&zipcode=Z&city=C&phone=P",
        "200, GET, /api/contact?limit=100, -",
        "200, GET, /api/contact?limit=100&page=2, -",
        "200, GET, /api/local/1325/contact?limit=100, -",
        "200, POST, /api/local/1325/contact, firstname=A&lastname=B&phone=1",
        "200, GET, /api/review?limit=100, -",
        "200, GET, /api/review/d57c6ec6-4ebd-4a01-a6fd-9771638424c9, -",
        "200, POST, /api/review/7f0d4c1e-9a54-4f1b-8d2b-3a3f4f0c9b21/answer, content=x",
        "200, POST, /api/review/7f0d4c1e-9a54-4f1b-8d2b-3a3f4f0c9b21/report, message=x",
        "200, GET, /api/local/1325/lead, -",
        "200, GET, /api/dispute?limit=100, -",
        "200, GET, /api/dispute/4013, -",
        "200, POST, /api/dispute/4013/close, ''",
        "400, GET, /api/local?limit=500, -",
        "404, GET, /api/local/1, -",
        "400, POST, /api/local/add, title=T",
        "404, POST, /api/dispute/1/close, ''",
      })
  void answersAsTheContractSays(int status, String method, String path, String form)
      throws Exception {
    HttpResponse<String> response = send(method, path, form, Calls.key("fidcar"));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(AnswerViolations.of(contract, method, path, response)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/local", "GET, /api/dispute/4012", "POST, /api/local/add"})
  void refusesAMissingKeyAsTheContractSays(String method, String path) throws Exception {
    HttpResponse<String> response = send(method, path, null, "wrong");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(AnswerViolations.of(contract, method, path, response)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/local/1325"})
  void wouldNoticeAnAnswerThatDoesNotFit(String method, String path) throws Exception {
    HttpResponse<String> response = send(method, path, null, Calls.key("fidcar"));
    String broken = response.body().replace("\"id\":1325", "\"id\":\"1325\"");

    ValidationReport report =
        contract.validateResponse(
            path,
            Method.valueOf(method),
            SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody(broken)
                .build());

    assertThat(report.hasErrors()).isTrue();
  }

  private static HttpResponse<String> send(
      String method, String path, @Nullable String form, String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + path)).header("Authorization", key);
    if (form == null || form.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(method, BodyPublishers.ofString(form));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
