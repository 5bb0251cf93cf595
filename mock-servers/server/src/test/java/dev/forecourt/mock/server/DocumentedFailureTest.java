package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.vendor.Vendors;
import dev.forecourt.vendors.ListedVendor;
import dev.forecourt.vendors.VendorList;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every failure that a contract documents can be had, by header and by rule, and looks as the
 * contract says.
 */
final class DocumentedFailureTest {

  private static final Map<String, ServedVendor> VENDORS = new LinkedHashMap<>();

  /** For the report of a test run: vendor to what it answered as documented. */
  private static final Map<String, Set<String>> ANSWERED = new TreeMap<>();

  @AfterAll
  static void stop() throws IOException {
    for (Map.Entry<String, Set<String>> vendor : ANSWERED.entrySet()) {
      String verdicts =
          vendor.getValue().stream()
              .map("{\"interaction\":\"%s\",\"result\":\"PASSED\"}"::formatted)
              .collect(Collectors.joining(",\n"));
      Files.writeString(
          Files.createDirectories(Path.of("target", "results"))
              .resolve("failures-" + vendor.getKey() + ".json"),
          "{\"by\":\"failures\",\"provider\":\"%s\",\"verdicts\":[\n%s]}\n"
              .formatted(vendor.getKey(), verdicts));
    }
    VENDORS.values().forEach(ServedVendor::stop);
    VENDORS.clear();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void answersTheFailureAskedFor(ServedVendor vendor, DocumentedRequest request, int status)
      throws Exception {
    Map<String, String> headers = new HashMap<>(vendor.credentials());
    headers.put("Prefer", "code=" + status);

    HttpResponse<String> response = vendor.send(request, headers);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(vendor.violations(request, response)).isEmpty();
    ANSWERED
        .computeIfAbsent(vendor.toString(), id -> new TreeSet<>())
        .add(request.operationId() + ": " + status);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void answersTheFailureOfARuleOnce(ServedVendor vendor, DocumentedRequest request, int status)
      throws Exception {
    vendor.server().reset();
    vendor.control(
        "POST",
        "faults",
        "{\"operation\":\"%s\",\"status\":%d,\"times\":1}"
            .formatted(request.operationId(), status));

    HttpResponse<String> first = vendor.sendNext(request, vendor.credentials());
    HttpResponse<String> second = vendor.sendNext(request, vendor.credentials());

    assertThat(first.statusCode()).as(first.body()).isEqualTo(status);
    assertThat(vendor.violations(request, first)).isEmpty();
    assertThat(second.statusCode()).as(second.body()).isEqualTo(vendor.success(request));
  }

  /** What was written by hand documents failures; a vendor's own file may have none. */
  @Test
  void hasFailuresOfEveryVendorWhoseContractIsOurs() throws IOException {
    List<String> ours =
        VendorList.of(Path.of(System.getProperty("forecourt.specs")).getParent()).all().stream()
            .filter(vendor -> !vendor.imported())
            .map(ListedVendor::id)
            .toList();

    assertThat(failures().map(each -> each[0].toString())).containsAll(ours);
  }

  static Stream<Object[]> failures() {
    return Vendors.all().stream()
        .map(vendor -> VENDORS.computeIfAbsent(vendor.id(), id -> new ServedVendor(vendor)))
        .flatMap(DocumentedFailureTest::failures);
  }

  private static Stream<Object[]> failures(ServedVendor vendor) {
    Map<String, DocumentedRequest> first = new LinkedHashMap<>();
    vendor.requests().complete().forEach(each -> first.putIfAbsent(each.operationId(), each));
    return vendor.contract().getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .flatMap(
            operation ->
                statuses(operation)
                    .map(
                        status ->
                            new Object[] {vendor, first.get(operation.getOperationId()), status}));
  }

  private static Stream<Integer> statuses(Operation operation) {
    return operation.getResponses().keySet().stream()
        .map(each -> each.equals("default") ? 500 : Integer.parseInt(each))
        .filter(status -> status >= 400)
        .distinct();
  }
}
