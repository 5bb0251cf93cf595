package dev.forecourt.contracttests.generated;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.PactCase;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The client of a vendor for which nobody wrote pacts makes each call that its contract shows, and
 * reads what the stub answers to it: one interaction for each operation.
 */
class GeneratedPactTest {

  private static final String STATE = "the stub has its start data";

  @TestFactory
  Stream<DynamicTest> everyOperation() throws IOException {
    return Checkout.vendors().stream()
        .filter(vendor -> !Checkout.hasOwnPactTests(vendor))
        .flatMap(GeneratedPactTest::everyOperation);
  }

  private static Stream<DynamicTest> everyOperation(String vendor) {
    ShownCalls calls = ShownCalls.of(vendor);
    return calls.all().stream()
        .map(
            call ->
                DynamicTest.dynamicTest(
                    vendor + " " + call.operation(), () -> write(vendor, calls.basePath(), call)));
  }

  private static void write(String vendor, String basePath, ShownCalls.Shown call)
      throws Exception {
    assumeTrue(call.body() == null || isJson(call.mediaType()), "its body is no JSON");
    String sent;
    try (GeneratedClient client = GeneratedClient.of(vendor, "http://127.0.0.1:1", "")) {
      sent = client.sent(call.operation(), call.body());
    }
    HttpResponse<String> answer = ShownCalls.answerOfStub(vendor, call, sent);
    assumeTrue(answer.statusCode() != 404, "the stub has nothing there: show an example of the id");
    assertThat(answer.statusCode()).as("%s: %s", call, answer.body()).isBetween(200, 299);
    assumeTrue(
        isJson(answer.headers().firstValue("Content-Type").orElse(null)) || answer.body().isEmpty(),
        "its answer is no JSON");

    PactCase.verify(
        vendor,
        pact -> interaction(vendor, pact, call, sent, answer),
        server -> {
          try (GeneratedClient client = GeneratedClient.of(vendor, server.getUrl(), basePath)) {
            client.call(call.operation(), call.parameters(), call.body());
          }
        });
  }

  private static V4Pact interaction(
      String vendor,
      PactDslWithProvider pact,
      ShownCalls.Shown call,
      @Nullable String sent,
      HttpResponse<String> answer) {
    ShownOperation operation = ShownOperation.of(vendor, call);
    PactDslRequestWithPath request =
        withCredentials(Vendors.named(vendor), operation.credentials())
            .request(
                pact,
                STATE,
                call.operation() + ": as the contract shows it",
                call.method(),
                call.path());
    for (Map.Entry<String, String> each : call.query().entrySet()) {
      String pattern = operation.pattern("query", each.getKey(), each.getValue());
      request = request.matchQuery(each.getKey(), pattern, each.getValue());
    }
    for (Map.Entry<String, String> each : ShownCalls.queryCredentials(vendor, call).entrySet()) {
      request = request.matchQuery(each.getKey(), ".+", each.getValue());
    }
    for (Map.Entry<String, String> each : call.headers().entrySet()) {
      String pattern = operation.pattern("header", each.getKey(), each.getValue());
      request = request.matchHeader(each.getKey(), pattern, each.getValue());
    }
    if (sent != null) {
      String type = requireNonNull(call.mediaType());
      request = request.matchHeader("Content-Type", TextPatterns.type(type), type).body(sent, type);
    }
    return operation.answered(request, answer);
  }

  private static VendorPact withCredentials(Vendor vendor, Set<String> headers) {
    VendorPact pact = VendorPact.acceptingAnything(vendor.id());
    for (Map.Entry<String, String> header : vendor.headers().entrySet()) {
      if (headers.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        pact = pact.credential(header.getKey(), ".+", header.getValue(), null);
      }
    }
    return pact;
  }

  private static boolean isJson(@Nullable String mediaType) {
    return mediaType != null && mediaType.matches("application/([^;]+\\+)?json(;.*)?");
  }
}
