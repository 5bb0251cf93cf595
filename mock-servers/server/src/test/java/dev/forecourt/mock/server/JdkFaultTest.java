package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults of embedded mocks. */
final class JdkFaultTest extends AbstractFaultTest {

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

  @Test
  void closesWhereItCannotReset() throws Exception {
    assertThat(get("/api/local/1325", "Prefer: fault=reset")).isEmpty();
  }
}
