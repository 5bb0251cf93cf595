package dev.forecourt.mock.server;

import dev.forecourt.mock.MockServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Pages that call embedded mocks. */
final class JdkCorsTest extends AbstractCorsTest {

  private static Map<String, MockServer> servers = Map.of();

  @BeforeAll
  static void start() {
    servers =
        Map.of(
            "open", MockServer.builder("fidcar").start(),
            "closed", MockServer.builder("fidcar").cors(ALLOWED).start(),
            "off", MockServer.builder("fidcar").cors().start());
  }

  @AfterAll
  static void stop() {
    servers.values().forEach(MockServer::close);
  }

  @Override
  int open() {
    return servers.get("open").port();
  }

  @Override
  int closed() {
    return servers.get("closed").port();
  }

  @Override
  int off() {
    return servers.get("off").port();
  }
}
