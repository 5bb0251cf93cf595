package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a caller asks for by {@code Prefer}. */
final class PreferenceTest {

  private static HttpResponse<String> ask(String vendor, String path, String... headers)
      throws Exception {
    try (MockServer server = MockServer.builder(vendor).start()) {
      Vendor played = Vendors.named(vendor);
      HttpRequest.Builder request = HttpRequest.newBuilder(server.baseUri().resolve(path));
      played.headers().forEach(request::header);
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  static Stream<String> vendors() {
    return Vendors.all().stream().map(Vendor::id);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void answersADocumentedFailureOfEveryVendor(String vendor) throws Exception {
    String path = Vendors.named(vendor).samplePath();

    HttpResponse<String> usual = ask(vendor, path);
    HttpResponse<String> failed =
        ask(vendor, path, "Prefer", "code=" + (vendor.equals("fidelisa") ? 403 : 401));

    assertThat(usual.statusCode()).isEqualTo(200);
    assertThat(failed.statusCode()).isEqualTo(vendor.equals("fidelisa") ? 403 : 401);
  }

  @ParameterizedTest
  @CsvSource({"code=404, 404", "'respond-async, code=404', 404", "code=\"404\", 404"})
  void readsTheHeaderAsPrismDoes(String header, int status) throws Exception {
    HttpResponse<String> answer = ask("fidcar", "/api/local/1325", "Prefer", header);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"error\"");
  }

  // RFC 7240, 2: names of preferences whatever their case, the first of two counts
  @ParameterizedTest
  @ValueSource(strings = {"CODE=404", "code=404, code=500", "Example=notFound"})
  void readsNamesWhateverTheirCase(String header) throws Exception {
    assertThat(ask("fidcar", "/api/local/1325", "Prefer", header).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4xx", "40"})
  void refusesACodeThatIsNone(String code) throws Exception {
    HttpResponse<String> answer = ask("fidcar", "/api/local/1325", "Prefer", "code=" + code);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Prefer: 'code' must be a status such as 404 but was '" + code + "'");
  }

  @Test
  void answersTheExampleOfAName() throws Exception {
    HttpResponse<String> answer = ask("fidcar", "/api/local/99", "Prefer", "example=documented");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"id\":1325");
  }

  @Test
  void namesWhatIsDocumentedInstead() throws Exception {
    HttpResponse<String> code = ask("fidcar", "/api/local/1325", "Prefer", "code=418");
    HttpResponse<String> example = ask("fidcar", "/api/local/1325", "Prefer", "example=nope");

    assertThat(List.of(code.statusCode(), example.statusCode())).containsOnly(400);
    assertThat(code.body()).contains("getDealership documents no 418; it documents 200, ");
    assertThat(example.body()).contains("getDealership has no example 'nope'; there are ");
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 199, 600, 999})
  void takesDefaultForNoStatusThatEndsNoCall(int status) throws Exception {
    HttpResponse<String> answer = ask("autengo", "/v3/vehicle", "Prefer", "code=" + status);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("listVehicles documents no " + status);
    assertThat(ask("autengo", "/v3/vehicle", "Prefer", "code=503").statusCode()).isEqualTo(503);
  }

  @Test
  void answersAsUsualWithoutAWishItKnows() throws Exception {
    assertThat(ask("fidcar", "/api/local/1325", "Prefer", "return=minimal").statusCode())
        .isEqualTo(200);
  }

  @Test
  void asksForCredentialsFirst() throws Exception {
    try (MockServer server = MockServer.builder("fidcar").start()) {
      HttpRequest request =
          HttpRequest.newBuilder(server.baseUri().resolve("/api/local/1325"))
              .header("Prefer", "code=404")
              .build();

      assertThat(
              HttpClient.newHttpClient()
                  .send(request, HttpResponse.BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(401);
    }
  }
}
