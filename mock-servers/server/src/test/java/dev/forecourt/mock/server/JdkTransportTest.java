package dev.forecourt.mock.server;

import dev.forecourt.mock.MockServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The transport of embedded mocks. */
final class JdkTransportTest extends AbstractTransportTest {

  private static MockServer server;

  @BeforeAll
  static void start() {
    server = MockServer.builder("fidcar").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  int port() {
    return server.port();
  }
}
