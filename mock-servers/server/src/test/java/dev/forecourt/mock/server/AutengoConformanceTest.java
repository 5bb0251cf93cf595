package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.mock.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer of the Autengo stub, seed data included, fits the contract in the eyes of a
 * validator that is not ours.
 */
final class AutengoConformanceTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static OpenApiInteractionValidator contract;
  private static MockServer server;

  @BeforeAll
  static void start() {
    Path folder = Path.of(System.getProperty("forecourt.specs"), "autengo");
    contract = OpenApiInteractionValidator.createFor(Contracts.read(folder)).build();
    server = MockServer.builder("autengo").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '~',
      value = {
        "200 -> de -> GET -> /v3/vehicle?limit=200 -> -",
        "200 -> en -> GET -> /v3/vehicle?limit=200 -> -",
        "200 -> en -> GET -> /v3/vehicle/AIQWXW -> -",
        "200 -> de -> GET -> /v3/vehicle/RQ5O9S -> -",
        "404 -> de -> GET -> /v3/vehicle/NOSUCH -> -",
        "400 -> de -> GET -> /v3/vehicle?and%5Bkilometers%5D=x -> -",
        "200 -> de -> GET -> /v3/vehicle/reference/make -> -",
        "200 -> de -> GET -> /v3/vehicle/reference/make/123/model -> -",
        "200 -> de -> GET -> /v3/vehicle/reference/make/1/model -> -",
        "200 -> en -> GET -> /v3/vehicle/filter/values?fields%5B%5D=makeId&fields%5B%5D=modelId"
            + "&fields%5B%5D=vehicleTypeId&fields%5B%5D=climatisationType&fields%5B%5D=conditionType"
            + "&fields%5B%5D=fuelType&fields%5B%5D=transmissionType&fields%5B%5D=isPluginHybrid"
            + "&fields%5B%5D=driveType -> -",
        "200 -> de -> POST -> /v3/opportunity -> {`sellingId`:`RQ5O9S`,`customer`:{}}",
        "404 -> de -> POST -> /v3/opportunity -> {`sellingId`:`NOSUCH`,`customer`:{}}",
        "201 -> de -> POST -> /v3/contact -> {}",
        "200 -> de -> GET -> /v3/contact/123 -> -",
        "200 -> de -> GET -> /v3/contact/124 -> -",
        "200 -> de -> GET -> /v3/contact/130 -> -",
        "200 -> de -> PUT -> /v3/contact/124 -> {`city`:`Ulm`}",
        "200 -> de -> GET -> /v3/contact/tecfactura/D123456789 -> -",
        "200 -> de -> DELETE -> /v3/contact/tecfactura/D100000141 -> -",
        "404 -> de -> GET -> /v3/contact/9 -> -",
        "404 -> de -> DELETE -> /v3/contact/9 -> -",
        "404 -> de -> PUT -> /v3/contact/tecfactura/D9 -> {}",
        "200 -> de -> POST -> /v3/auth/token -> {`dealerAlzuraId`:1,`userAlzuraId`:2}",
        "400 -> de -> POST -> /v3/auth/token -> {}",
        "401 -> de -> GET -> /v3/auth/refresh -> -",
      })
  void answersAsTheContractSays(
      int status, String language, String method, String path, String body) throws Exception {
    HttpResponse<String> response =
        send(language, method, path, body.equals("-") ? "" : body.replace('`', '"'));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(violations(method, path, response.statusCode(), response.body())).isEmpty();
    if (status >= 400) {
      assertThat(response.body()).matches("\\{\"status\":\"error\",\"statusText\":\"[^\"]+\"}");
    }
  }

  @Test
  void wouldNoticeAnAnswerThatDoesNotFit() throws Exception {
    HttpResponse<String> response = send("de", "GET", "/v3/vehicle?limit=200", "");
    String broken = response.body().replace("\"total\":200", "\"total\":\"200\"");

    assertThat(violations("GET", "/v3/vehicle", 200, broken)).isNotEmpty();
  }

  private static HttpResponse<String> send(String language, String method, String path, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + path))
            .header("X-Api-Key", Calls.key("autengo"))
            .header("Accept-Language", language);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> violations(String method, String path, int status, String body) {
    SimpleResponse seen =
        SimpleResponse.Builder.status(status)
            .withContentType("application/json")
            .withBody(body)
            .build();
    return contract
        .validateResponse(path.replaceAll("\\?.*", ""), Method.valueOf(method), seen)
        .getMessages()
        .stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::toString)
        // failures stand in files of their own, whose content the parser loses
        .filter(each -> status < 400 || !each.contains("No response body is expected"))
        .toList();
  }
}
