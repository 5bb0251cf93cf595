package dev.forecourt.mock.server;

import dev.forecourt.mock.MockServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The controls of embedded mocks. */
final class JdkControlAccessTest extends AbstractControlAccessTest {

  private static MockServer server;

  @BeforeAll
  static void start() {
    server =
        MockServer.builder("fidcar")
            .allowHost("mocks.internal")
            .allowOrigin("http://127.0.0.1:4010")
            .start();
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
