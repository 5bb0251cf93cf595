package dev.forecourt.mock.server;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendors;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The transport of embedded mocks. */
final class JdkFuzzTest extends AbstractFuzzTest {

  private static Map<String, MockServer> servers;

  @BeforeAll
  static void start() {
    servers =
        Vendors.all().stream()
            .collect(
                Collectors.toMap(each -> each.id(), each -> MockServer.builder(each.id()).start()));
  }

  @AfterAll
  static void stop() {
    servers.values().forEach(MockServer::close);
  }

  @Override
  int port(String vendor) {
    return servers.get(vendor).port();
  }

  @Override
  List<String> unknownToTransport() {
    return List.of(
        "Transfer-Encoding gzip",
        "Transfer-Encoding identity",
        "Transfer-Encoding chunked, gzip",
        "Transfer-Encoding x");
  }
}
