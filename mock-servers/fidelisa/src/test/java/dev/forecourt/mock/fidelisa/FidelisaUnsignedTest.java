package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work without signatures. */
final class FidelisaUnsignedTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String OTHER_SHOP = "D0114EE251D14C5180991418736A6ACC";
  private static final String UNLINKED_SHOP = "93D7F2B8065E41CAAE14C7B90D28F563";

  private static MockServer fidelisa;

  @BeforeAll
  static void start() {
    fidelisa = MockServer.builder("fidelisa").unsigned().checkResponses().start();
  }

  @AfterAll
  static void stop() {
    fidelisa.close();
  }

  @BeforeEach
  void reset() {
    fidelisa.reset();
  }

  @Test
  void letsACallWithoutCredentialsInAsTheTestShop() throws Exception {
    HttpResponse<String> ours = get("/api/customers");
    HttpResponse<String> named =
        get("/api/customers", "FIDELISA_APIUSER", "619E8B5AAD5E48138881C5E7774C86B2");

    assertThat(ours.statusCode()).isEqualTo(200);
    assertThat(ours.body()).contains("FD39A1AA85AC4F3FB977DEA5A5786263").isEqualTo(named.body());
  }

  @Test
  void letsAProviderInWithoutAShop() throws Exception {
    assertThat(get("/api/shops").statusCode()).isEqualTo(200);
  }

  @Test
  void looksAtNoSignatureAndNoToken() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertThat(
              get(
                      "/api/customers",
                      "FIDELISA_JETON",
                      "1",
                      "FIDELISA_PROVIDER",
                      "FORECOURT",
                      "FIDELISA_PROVIDER_KEY",
                      "wrong")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void saysWhichCodeItDoesNotKnow() throws Exception {
    HttpResponse<String> answer = get("/api/customers", "FIDELISA_APIUSER", "NOBODY");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"header 'FIDELISA_APIUSER' must hold a code that is known but was 'NOBODY'; leave it out, and the call is one of the test shop\"}");
  }

  @Test
  void stillWantsAShopToBeLinked() throws Exception {
    HttpResponse<String> answer = get("/api/customers", "FIDELISA_APIUSER", UNLINKED_SHOP);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("is not linked to it: call POST /api/shops/init first");
  }

  @Test
  void keepsShopsApart() throws Exception {
    HttpResponse<String> other = get("/api/customers", "FIDELISA_APIUSER", OTHER_SHOP);

    assertThat(other.body()).isNotEqualTo(get("/api/customers").body());
  }

  @Test
  void saysSoInItsHealth() throws Exception {
    assertThat(get("/__mock/health").body()).contains("\"unsigned\":true");
    try (MockServer usual = MockServer.builder("fidelisa").start()) {
      HttpRequest health =
          HttpRequest.newBuilder(usual.baseUri().resolve("/__mock/health")).build();
      HttpRequest customers =
          HttpRequest.newBuilder(usual.baseUri().resolve("/api/customers")).build();

      assertThat(CLIENT.send(health, BodyHandlers.ofString()).body())
          .contains("\"unsigned\":false");
      assertThat(CLIENT.send(customers, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(fidelisa.baseUri().resolve(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
