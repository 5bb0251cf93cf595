package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped under a name can be loaded, and is answered from as the contract says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryVendorScenarioTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();

  private List<ServedVendor> vendors = List.of();

  @BeforeAll
  void start() {
    vendors = Vendors.all().stream().map(ServedVendor::new).toList();
  }

  @AfterAll
  void stop() {
    vendors.forEach(ServedVendor::stop);
  }

  static Stream<Path> folders() {
    return Vendors.all().stream().map(Vendor::id).map(EveryVendorScenarioTest::folder);
  }

  private static Path folder(String vendor) {
    return ROOT.resolve("mock-servers/" + vendor + "/src/main/resources/scenario/" + vendor);
  }

  private static List<String> shipped(Path folder) throws Exception {
    return Files.readAllLines(folder.resolve("index.txt"));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theIndexNamesEveryFile(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(each -> each.getFileName().toString())
              .filter(each -> each.endsWith(".json"))
              .map(each -> each.replace(".json", ""))
              .sorted()
              .toList();

      assertThat(shipped(folder)).isEqualTo(names).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  Stream<Arguments> scenarios() {
    return vendors.stream()
        .flatMap(
            vendor -> {
              try {
                return shipped(folder(vendor.toString())).stream()
                    .map(name -> Arguments.of(vendor, name));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void answersAsTheContractSays(ServedVendor vendor, String scenario) throws Exception {
    vendor.server().reset();
    HttpResponse<String> loaded = vendor.control("POST", "scenarios/" + scenario, "");
    assertThat(loaded.body()).endsWith("\"active\":\"" + scenario + "\"}");
    // what is slow or fails is so on purpose
    vendor.control("DELETE", "faults", "");

    for (DocumentedRequest each : vendor.requests().complete()) {
      HttpResponse<String> answer = vendor.sendNext(each, vendor.credentials());

      assertThat(answer.body()).as(each.toString()).doesNotContain("does not fit the contract");
      assertThat(answer.statusCode()).as(each.toString()).isLessThan(500);
    }
  }
}
