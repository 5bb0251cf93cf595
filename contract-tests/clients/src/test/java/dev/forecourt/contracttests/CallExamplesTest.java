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
    List<String> documented =
        DocumentedRequests.of(Checkout.contract(vendor).getParent()).complete().stream()
            .map(DocumentedRequest::operationId)
            .toList();

    List<CallExample> calls = CallExamples.of(vendor, folder);

    if (Checkout.isImported(vendor)) {
      assertThat(calls).isNotEmpty().extracting(CallExample::operationId).isSubsetOf(documented);
    } else {
      assertThat(calls).extracting(CallExample::operationId).isEqualTo(documented);
      assertThat(calls).extracting(CallExample::status).allMatch(status -> status / 100 == 2);
      assertThat(calls).extracting(CallExample::java).allMatch(java -> java.contains(".builder()"));
    }
    assertThat(calls).extracting(CallExample::curl).allMatch(each -> each.startsWith("curl "));
    assertThat(calls)
        .extracting(CallExample::fetch)
        .allMatch(each -> each.contains("await fetch("));
    CallExamples.write(vendor, calls, Checkout.examples());
  }

  static List<String> vendors() throws IOException {
    return Checkout.vendors();
  }
}
