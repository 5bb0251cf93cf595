package dev.forecourt.trials.specmatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingGateTest {
  private static final Map<String, String> TEST = Map.of("Specmatic-Response-Code", "200");

  @ParameterizedTest
  @CsvSource({
    "autengo, /v3/vehicle/reference/make, X-Api-Key",
    "autochat, /api/options, Authorization",
    "claire, /v1/tags, Authorization",
    "fidcar, /api/local/1325, Authorization"
  })
  void putsARightCredentialInPlaceOfAMadeUpOne(String vendor, String path, String header)
      throws Exception {
    try (Provider stub = Provider.stub(vendor);
        RecordingGate gate = RecordingGate.before(stub)) {
      assertThat(get(gate, path, Map.of(header, "made-up")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void signsForFidelisa() throws Exception {
    try (Provider stub = Provider.stub("fidelisa");
        RecordingGate gate = RecordingGate.before(stub)) {
      Map<String, String> madeUp =
          Map.of(
              "FIDELISA_JETON", "a",
              "FIDELISA_PROVIDER", "b",
              "FIDELISA_PROVIDER_KEY", "c",
              "FIDELISA_APIUSER", "d",
              "FIDELISA_APIUSER_KEY", "e");

      assertThat(get(gate, "/api/customers", madeUp).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void addsNoCredentialThatIsNotThere() throws Exception {
    try (Provider stub = Provider.stub("autochat");
        RecordingGate gate = RecordingGate.before(stub)) {
      assertThat(get(gate, "/api/options", Map.of()).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void keepsWhatTestsSendAndNothingElse() throws Exception {
    try (Provider stub = Provider.stub("claire");
        RecordingGate gate = RecordingGate.before(stub)) {
      get(gate, "/share-2/v1/tags?api_key=made-up", TEST);
      get(gate, "/v1/tags?api_key=made-up", Map.of());

      assertThat(gate.exchanges())
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.sent()).isEqualTo("GET /v1/tags?api_key=made-up");
                assertThat(each.status()).isEqualTo(200);
              });
    }
  }

  private static HttpResponse<String> get(
      RecordingGate gate, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(gate.uri().resolve(path));
    headers.forEach(request::header);
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
