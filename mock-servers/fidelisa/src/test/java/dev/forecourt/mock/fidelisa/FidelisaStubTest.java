package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Fidelisa's signatures and refusals; that each documented request is answered is shown for all
 * vendors at once.
 */
final class FidelisaStubTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static MockServer server;

  @BeforeAll
  static void start() {
    server = MockServer.builder("fidelisa").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reset() {
    server.reset();
  }

  @Test
  void signsAsTheVendorsCodeDoes() {
    // the example of x-signature in the contract
    assertThat(Signatures.sign("PROVIDER12345678", "SECRET"))
        .isEqualTo("OThjOGQxOTA3NDU2NzY3N2Y0YjY3Nzc5N2E1YTU0YjM4YzZmYzAxMA==");
  }

  @Test
  void opensProviderCallsWithThreeHeadersAndShopCallsWithFive() throws Exception {
    assertThat(send(provider("/api/shops", "1")).statusCode()).isEqualTo(200);
    assertThat(send(provider("/api/customers", "2")).statusCode()).isEqualTo(403);
    assertThat(send(shop("/api/customers", "3")).statusCode()).isEqualTo(200);
    assertThat(send(provider("/api/shops/categories", "4")).statusCode()).isEqualTo(200);
    assertThat(send(shop("/api/shops/categories", "5")).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesASignatureOverAnotherToken() throws Exception {
    HttpResponse<String> response =
        send(provider("/api/shops", "1").setHeader("FIDELISA_JETON", "2"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"header 'FIDELISA_PROVIDER_KEY' must hold the signature over FIDELISA_PROVIDER and"
                + " FIDELISA_JETON: Base64 of the lower-case hex HMAC-SHA1, under the secret key, of the Base64 of"
                + " both\"}");
  }

  @Test
  void refusesTheKeyItselfInPlaceOfASignature() throws Exception {
    HttpRequest.Builder request =
        provider("/api/shops", "1")
            .setHeader(
                "FIDELISA_PROVIDER_KEY",
                new FidelisaVendor().testCredentials().get("provider_key"));

    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void takesOtherAccountsInPlaceOfTheDefaultOnes() throws Exception {
    try (MockServer other = MockServer.builder("fidelisa").keys("provider:ME:mine").start()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(other.baseUri() + "/api/shops"))
              .header("FIDELISA_JETON", "1")
              .header("FIDELISA_PROVIDER", "ME")
              .header("FIDELISA_PROVIDER_KEY", Signatures.sign("ME1", "mine"));

      assertThat(send(request).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void refusesAccountsItCannotReadWithoutRepeatingThem() {
    MockServer.Builder builder = MockServer.builder("fidelisa").keys("mine");

    assertThatIllegalArgumentException()
        .isThrownBy(builder::start)
        .withMessage("A key of Fidelisa is provider:CODE:SECRET or shop:CODE:SECRET.");
  }

  @Test
  void answersAnUnfitBodyWithTheStatusForBodies() throws Exception {
    HttpRequest.Builder request =
        shop("/api/notifications", "1")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString("{\"alert\":\"x\",\"customer\":\"a\",\"program\":\"b\"}"));

    HttpResponse<String> response = send(request);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"only one of customer, program, customers may be sent but customer, program were\"}");
  }

  @Test
  void answersAnUnfitQueryWithTheStatusForRequests() throws Exception {
    HttpResponse<String> response = send(shop("/api/gifts?used=yes", "1"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"query parameter 'customer_id' is required but was missing; query parameter 'used'"
                + " must be one of t, f, true, false but was 'yes'\"}");
  }

  @Test
  void servesTheOnePathThatEndsWithASlashOnlyWithIt() throws Exception {
    HttpResponse<String> response = send(shop("/api/sales", "1").POST(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("Nearest: POST /api/sales/ (createSale)");
  }

  private static HttpRequest.Builder provider(String path, String token) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path))
        .header("FIDELISA_JETON", token)
        .header("FIDELISA_PROVIDER", "FORECOURT")
        .header(
            "FIDELISA_PROVIDER_KEY",
            Signatures.sign(
                "FORECOURT" + token, new FidelisaVendor().testCredentials().get("provider_key")));
  }

  private static HttpRequest.Builder shop(String path, String token) {
    String code = "619E8B5AAD5E48138881C5E7774C86B2";
    return provider(path, token)
        .header("FIDELISA_APIUSER", code)
        .header("FIDELISA_APIUSER_KEY", Signatures.sign(code + token, "FrZN6UChpqXBRKVExXVB"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
