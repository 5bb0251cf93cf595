package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.contracttests.examples.CallExample;
import dev.forecourt.contracttests.examples.CallExamples;
import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The calls that console and documentation site show as curl, fetch and Java: each is run, and the
 * mock answers all three alike. The calls are those that the contracts show.
 */
@Tag("node")
class CallExamplesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("vendors")
  void runsEveryDocumentedRequestInEachLanguage(String vendor) throws Exception {
    List<DocumentedRequest> documented =
        DocumentedRequests.of(Checkout.contract(vendor).getParent()).complete();

    List<CallExample> calls = CallExamples.of(vendor, folder);

    assertThat(calls)
        .extracting(CallExample::operationId)
        .isEqualTo(documented.stream().map(DocumentedRequest::operationId).toList());
    assertThat(calls)
        .allSatisfy(
            each -> {
              assertThat(each.status()).isBetween(200, 299);
              assertThat(each.curl()).startsWith("curl ");
              assertThat(each.fetch()).contains("await fetch(\"http://127.0.0.1:");
              assertThat(each.java()).contains("Client.builder()");
            });
    CallExamples.write(vendor, calls, Checkout.examples());
  }

  static List<String> vendors() throws IOException {
    return Checkout.vendors();
  }
}
