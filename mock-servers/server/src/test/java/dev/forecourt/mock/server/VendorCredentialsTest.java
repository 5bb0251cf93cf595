package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a vendor's entry says of its default credentials is what its stub takes. */
final class VendorCredentialsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static List<Vendor> vendors() {
    return Vendors.all();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void givesHeadersForOneCallAfterTheOther(Vendor vendor) throws Exception {
    try (MockServer server = MockServer.builder(vendor).start()) {
      for (int i = 0; i < 3; i++) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create(server.baseUri() + vendor.samplePath()));
        vendor.headers().forEach(request::header);

        HttpResponse<String> answer =
            CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void namesEachPartOfItsDefaultKeys(Vendor vendor) {
    Map<String, String> parts = vendor.testCredentials();

    for (String key : vendor.defaultKeys()) {
      // the first word of a key of Fidelisa says what it is of
      List<String> pieces = List.of(key.replaceFirst("^(provider|shop):", "").split(":"));
      assertThat(parts.values()).containsAll(pieces);
    }
    assertThat(parts.keySet()).allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
  }
}
