package dev.forecourt.mock.server;

import dev.forecourt.mock.MockServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Sessions of embedded mocks. */
final class JdkSessionTest extends AbstractSessionTest {

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
