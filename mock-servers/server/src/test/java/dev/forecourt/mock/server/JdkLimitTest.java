package dev.forecourt.mock.server;

import dev.forecourt.mock.MockServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Limits of embedded mocks. */
final class JdkLimitTest extends AbstractLimitTest {

  private static Map<String, MockServer> servers = Map.of();

  @BeforeAll
  static void start() {
    servers =
        Map.of(
            "fidcar", MockServer.builder("fidcar").start(),
            "autochat", MockServer.builder("autochat").start());
  }

  @AfterAll
  static void stop() {
    servers.values().forEach(MockServer::close);
  }

  @Override
  int port(String vendor) {
    return servers.get(vendor).port();
  }
}
