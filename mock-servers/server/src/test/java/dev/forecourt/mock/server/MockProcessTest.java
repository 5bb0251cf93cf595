package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MockProcessTest {

  private static final List<Vendor> VENDORS = Vendors.all();

  @Test
  void saysWhereEachVendorIsAndWhatToTry() {
    try (MockProcess process = start("--vendor", "fidcar", "--port", "fidcar=0")) {
      int port = process.port("fidcar");

      assertThat(process.ready())
          .containsExactly(
              "fidcar ready at http://localhost:%d  try: curl -H 'Authorization: fidcar-test-key' "
                      .formatted(port)
                  + "'http://localhost:%d/api/local?page=1&limit=5&bridge=icar'".formatted(port));
    }
  }

  @Test
  void doesNotPrintAKeyOfTheUser() {
    try (MockProcess process =
        start("--vendor", "fidcar", "--port", "fidcar=0", "--key", "fidcar=s3cret")) {
      assertThat(process.ready().get(0)).contains("Authorization: ****").doesNotContain("s3cret");
    }
  }

  @Test
  void namesAllHeadersThatAVendorNeedsButNoSecretOfTheUser() {
    try (MockProcess process = start("--vendor", "fidelisa", "--port", "fidelisa=0")) {
      assertThat(process.ready().get(0))
          .contains("-H 'FIDELISA_JETON: ", "-H 'FIDELISA_PROVIDER: FORECOURT'")
          .contains("-H 'FIDELISA_PROVIDER_KEY: ", "-H 'FIDELISA_APIUSER_KEY: ")
          .doesNotContain("provider-test-key", "FrZN6UChpqXBRKVExXVB");
    }
  }

  @Test
  void tellsAndSendsTheHeadersThatTheRequestNeeds() {
    List<Vendor> vendors = List.of(new Unkeyed(VENDORS.get(0), Map.of("X-City", "L'Isle")));
    Options options = Options.parse(List.of("--self-test"), vendors);
    Service service = options.services(vendors).get(0);

    try (MockProcess process = MockProcess.start(List.of(service), options.bind())) {
      assertThat(process.ready().get(0)).contains("  try: curl -H 'X-City: L'\\''Isle' 'http");
    }
  }

  @Test
  void sendsTheHeadersThatTheRequestNeedsInTheSelfTest() {
    Vendor vendor = VENDORS.get(0);
    List<Vendor> vendors = List.of(new Unkeyed(vendor, vendor.headers()));
    Options options = Options.parse(List.of("--self-test"), vendors);
    Service service = options.services(vendors).get(0);

    try (MockProcess process = MockProcess.start(List.of(service), options.bind())) {
      assertThat(SelfTest.statusLine(service, process.port(vendor.id())))
          .isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void servesEveryVendorInOneProcess() {
    String[] anyPorts =
        VENDORS.stream()
            .flatMap(vendor -> Stream.of("--port", vendor.id() + "=0"))
            .toArray(String[]::new);

    try (MockProcess process = start(anyPorts)) {
      assertThat(process.ready()).hasSameSizeAs(VENDORS).hasSizeGreaterThan(4);
      assertThat(VENDORS.stream().map(vendor -> process.port(vendor.id()))).doesNotHaveDuplicates();
    }
  }

  @Test
  void testsItselfByTheCallThatItTellsToTry() {
    Options options = Options.parse(List.of("--self-test"), VENDORS);
    List<Service> services = options.services(VENDORS);

    assertThat(services).extracting(Service::port).containsOnly(0);
    try (MockProcess process = MockProcess.start(services, options.bind())) {
      assertThat(services)
          .extracting(each -> SelfTest.statusLine(each, process.port(each.vendor().id())))
          .containsOnly("HTTP/1.1 200 OK");
    }
  }

  @Test
  void selfTestSaysWhyThereIsNoAnswer() throws IOException {
    Service fidcar = Options.parse(List.of("--vendor", "fidcar"), VENDORS).services(VENDORS).get(0);
    try (Socket bound = new Socket()) {
      // bound and not listening: it refuses, and no other process can open it
      bound.bind(new InetSocketAddress("127.0.0.1", 0));

      assertThat(SelfTest.statusLine(fidcar, bound.getLocalPort()))
          .startsWith("nothing: ")
          .contains("refused");
    }
  }

  @Test
  void saysWhichPortIsTakenAndWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> start("--vendor", "fidcar", "--port", "fidcar=" + port))
          .withMessage(
              "Cannot serve fidcar on localhost:%d: the port is taken or the address is not ours."
                      .formatted(port)
                  + " End the other process, or choose: --port fidcar=0");
    }
  }

  @Test
  void servesBelowAPath() throws Exception {
    try (MockProcess process =
        start("--vendor", "fidcar", "--port", "fidcar=0", "--base-path", "/mock")) {
      int port = process.port("fidcar");

      assertThat(process.ready().get(0))
          .contains("ready at http://localhost:" + port + "/mock ")
          .contains("'http://localhost:" + port + "/mock/api/local?");
      assertThat(get(port, "/mock/api/local?limit=1")).startsWith("HTTP/1.1 200 ");
      assertThat(get(port, "/mock/__mock/health")).startsWith("HTTP/1.1 200 ");
      assertThat(get(port, "/mock/openapi.json"))
          .contains("\"url\" : \"http://localhost:" + port + "/mock\"");
      assertThat(get(port, "/api/local?limit=1"))
          .startsWith("HTTP/1.1 404 ")
          .endsWith("Call /mock/api/local in place of /api/local\"}}");
    }
  }

  @Test
  void saysThatSignaturesAreNotLookedAt() throws Exception {
    try (MockProcess process =
        start("--vendor", "fidelisa", "--port", "fidelisa=0", "--unsigned", "fidelisa")) {
      int port = process.port("fidelisa");

      assertThat(process.ready())
          .containsExactly(
              "fidelisa ready at http://localhost:%1$d  try: curl 'http://localhost:%1$d/api/customers'"
                  .formatted(port),
              "fidelisa takes calls without signatures (--unsigned); the vendor itself does not");
      assertThat(get(port, "/api/customers")).startsWith("HTTP/1.1 200 ");
    }
  }

  private static String get(int port, String path) throws Exception {
    return Wire.exchange(
        port,
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: fidcar-test-key\r\nConnection: close\r\n\r\n"
            .formatted(path, port));
  }

  private static MockProcess start(String... arguments) {
    Options options = Options.parse(List.of(arguments), VENDORS);
    return MockProcess.start(options.services(VENDORS), options.bind());
  }

  /** A vendor whose headers are none of credentials, but of the request that is worth trying. */
  private record Unkeyed(Vendor vendor, Map<String, String> sampleHeaders) implements Vendor {

    @Override
    public String id() {
      return vendor.id();
    }

    @Override
    public int port() {
      return vendor.port();
    }

    @Override
    public Set<String> defaultKeys() {
      return vendor.defaultKeys();
    }

    @Override
    public Map<String, String> testCredentials() {
      return vendor.testCredentials();
    }

    @Override
    public Map<String, String> headers(Set<String> keys) {
      return Map.of();
    }

    @Override
    public String samplePath() {
      return vendor.samplePath();
    }

    @Override
    public VendorStub open(MockSettings settings) {
      return vendor.open(settings);
    }
  }
}
