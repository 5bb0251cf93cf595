package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.mock.vendor.Vendors;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each vendor's stub against each request that its contract and its samples show; what it answers
 * is held against the contract by a validator that is not ours.
 */
final class EveryVendorTest {

  private static final Map<String, ServedVendor> VENDORS = new LinkedHashMap<>();

  @AfterAll
  static void stop() {
    VENDORS.values().forEach(each -> each.stop());
    VENDORS.clear();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void answersWhatIsDocumented(ServedVendor vendor, DocumentedRequest request) throws Exception {
    HttpResponse<String> response = vendor.send(request, vendor.credentials());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(vendor.success(request));
    assertThat(vendor.violations(request, response)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void refusesMissingCredentialsUnlessTheOperationIsOpen(
      ServedVendor vendor, DocumentedRequest request) throws Exception {
    HttpResponse<String> response = vendor.send(request, Map.of());

    if (request.credentials().isEmpty()) {
      assertThat(response.statusCode()).isEqualTo(request.status());
    } else {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(vendor.unauthorized());
    }
    assertThat(vendor.violations(request, response)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void refusesEachWrongCredential(ServedVendor vendor, DocumentedRequest request) throws Exception {
    for (String name : vendor.credentials().keySet()) {
      Map<String, String> wrong = new LinkedHashMap<>(vendor.credentials());
      wrong.put(name, "wrong");

      HttpResponse<String> response = vendor.send(request, wrong);

      boolean read = request.credentials().contains(name);
      assertThat(response.statusCode())
          .as("wrong %s: %s", name, response.body())
          .isEqualTo(read ? vendor.unauthorized() : request.status());
    }
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void refusesWhatLacksARequiredPartAndNamesIt(ServedVendor vendor, DocumentedRequest request)
      throws Exception {
    HttpResponse<String> response = vendor.send(request, vendor.credentials());

    assertThat(response.statusCode()).as(response.body()).isIn(400, 422);
    assertThat(response.body()).contains("required");
    if (!"body".equals(request.lacks())) {
      assertThat(response.body()).contains(String.valueOf(request.lacks()));
    }
    assertThat(vendor.violations(request, response)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void namesTheNearestOperationsForAnUnknownPath(ServedVendor vendor) throws Exception {
    HttpResponse<String> response = vendor.send("GET", "/no/such/path");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .contains("No documented operation for GET /no/such/path. Nearest: ");
  }

  /** What stands behind the slash is no id, be it a number or a text. */
  @ParameterizedTest
  @MethodSource("vendors")
  void takesASlashAtTheEndForNoId(ServedVendor vendor) throws Exception {
    for (DocumentedRequest each : vendor.requests().complete()) {
      String path = each.path().replaceAll("\\?.*", "");
      if (path.endsWith("/")) {
        continue;
      }
      HttpResponse<String> response = vendor.send(each.method(), path + "/");

      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(response.body()).contains("path must not end with a slash");
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void namesTheVerbsForAnUndocumentedOne(ServedVendor vendor) throws Exception {
    DocumentedRequest any = vendor.requests().complete().get(0);

    HttpResponse<String> response = vendor.send("PATCH", any.path());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow").orElse("")).contains(any.method());
    assertThat(response.body()).contains("PATCH is not documented for " + any.path());
  }

  static Stream<ServedVendor> vendors() {
    return Vendors.all().stream()
        .map(vendor -> VENDORS.computeIfAbsent(vendor.id(), id -> new ServedVendor(vendor)));
  }

  static Stream<Object[]> complete() {
    return each(DocumentedRequests::complete);
  }

  static Stream<Object[]> incomplete() {
    return each(DocumentedRequests::incomplete);
  }

  private static Stream<Object[]> each(Function<DocumentedRequests, List<DocumentedRequest>> of) {
    return vendors()
        .flatMap(
            served ->
                of.apply(served.requests()).stream().map(each -> new Object[] {served, each}));
  }
}
