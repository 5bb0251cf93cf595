package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.PrismServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prism starts on each contract, answers every request that contract and samples show, and refuses
 * it without credentials or without any one required part.
 */
@Tag("verification")
@Tag("node")
class PrismServesEveryContractVerificationTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  // Prism looks only whether there is one, and for bearer at the word
  private static final String ANY_CREDENTIAL = "Bearer forecourt-test";

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("vendors")
  void answersWhatIsDocumentedAndRefusesWhatLacksSomething(String vendor) throws Exception {
    DocumentedRequests documented = DocumentedRequests.of(Checkout.contract(vendor).getParent());
    PrismServer prism = PrismServer.shared(vendor);

    for (DocumentedRequest each : documented.complete()) {
      expect(prism, each, each.credentials(), 200, 299);
      if (!each.credentials().isEmpty()) {
        expect(prism, each, Set.of(), 400, 499);
      }
    }
    for (DocumentedRequest each : documented.incomplete()) {
      expect(prism, each, each.credentials(), 400, 499);
    }
  }

  private static void expect(
      PrismServer prism, DocumentedRequest request, Set<String> credentials, int from, int to)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + prism.port() + request.target());
    HttpRequest.Builder sent = HttpRequest.newBuilder(uri);
    request.headers().forEach(sent::header);
    credentials.forEach(name -> sent.header(name, ANY_CREDENTIAL));
    if (request.mediaType() != null) {
      sent.header("Content-Type", request.mediaType());
    }
    sent.method(
        request.method(),
        request.body().isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(request.body()));

    HttpResponse<String> response = CLIENT.send(sent.build(), HttpResponse.BodyHandlers.ofString());

    prism.requireAlive();
    assertThat(response.statusCode())
        .as("%s, credentials %s: %s", request, credentials, response.body())
        .isBetween(from, to);
  }

  static Stream<String> vendors() throws IOException {
    List<String> all = Checkout.vendors();
    assertThat(all).hasSizeGreaterThan(Checkout.isOneVendor() ? 0 : 4);
    return all.stream().filter(vendor -> !Checkout.isImported(vendor));
  }
}
