package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
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
 * What the Fidelisa stub answers, seed data and failures included, fits the contract in the eyes of
 * a validator that is not ours.
 */
final class FidelisaConformanceTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static OpenApiInteractionValidator contract;
  private static MockServer server;

  @BeforeAll
  static void start() {
    Path spec = Path.of(System.getProperty("forecourt.specs"), "fidelisa", "openapi.yaml");
    contract =
        OpenApiInteractionValidator.createForSpecificationUrl(spec.toUri().toString()).build();
    server = MockServer.builder("fidelisa").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      nullValues = "-",
      value = {
        "200; GET; /api/shops; -",
        "200; POST; /api/shops/init; {\"shop\":{\"user_email\":\"nouveau@garage-nouveau.example\"}}",
        "404; POST; /api/shops/init; {\"shop\":{\"user_email\":\"x\"}}",
        "404; GET; /api/shops/X; -",
        "200; GET; /api/customers; -",
        "404; GET; /api/customers/X; -",
        "404; DELETE; /api/customers/X; -",
        "200; GET; /api/customers/FD39A1AA85AC4F3FB977DEA5A5786263/cards; -",
        "404; GET; /api/customers/X/cards; -",
        "404; POST; /api/customers/X/cards/expired_at; {\"date\":\"2030-01-02\"}",
        "200; GET; /api/rulebasis; -",
        "201; POST; /api/sales/; {\"bill\":{\"total\":\"1\",\"date\":\"2026-11-22\",\"customer_id\":\"FD39A1AA85AC4F3FB977DEA5A5786263\",\"details\":[{\"type\":\"Item\",\"amount\":\"1\",\"quantity\":\"1\"}]}}",
        "404; POST; /api/sales/; {\"bill\":{\"total\":\"1\",\"date\":\"2026-11-22\",\"customer_id\":\"X\",\"details\":[]}}",
        "422; POST; /api/sales/; {\"bill\":{\"total\":\"1e3\",\"date\":\"2026-11-22\",\"customer_id\":\"X\",\"details\":[]}}",
        "422; POST; /api/corrections; {\"correction\":{\"points\":1,\"customer_id\":\"X\"}}",
        "200; GET; /api/gifts?customer_id=FD39A1AA85AC4F3FB977DEA5A5786263; -",
        "200; GET; /api/gifts?customer_id=FD39A1AA85AC4F3FB977DEA5A5786263&used=t; -",
        "400; POST; /api/gifts/award; {\"uuid\":\"9E27D5B1C3804F6AA1D95F08E6B274C3\",\"customer_id\":\"FD39A1AA85AC4F3FB977DEA5A5786263\"}",
        "404; POST; /api/gifts/award; {\"uuid\":\"X\",\"customer_id\":\"FD39A1AA85AC4F3FB977DEA5A5786263\"}",
        "400; DELETE; /api/gifts/9E27D5B1C3804F6AA1D95F08E6B274C3?customer_id=FD39A1AA85AC4F3FB977DEA5A5786263; -",
        "404; POST; /api/notifications; {\"program\":\"X\",\"alert\":\"x\"}",
      })
  void answersAsTheContractSays(int status, String method, String path, @Nullable String json)
      throws Exception {
    server.reset();

    HttpResponse<String> response = send(method, path, json);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(AnswerViolations.of(contract, method, path, response)).isEmpty();
  }

  private static HttpResponse<String> send(String method, String path, @Nullable String json)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.baseUri() + path));
    Vendor vendor = Vendors.named("fidelisa");
    vendor.headers().forEach(request::header);
    if (json == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(json));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
