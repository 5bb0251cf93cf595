package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.vendor.Vendors;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults of the mock process. */
final class NettyFaultTest extends AbstractFaultTest {

  private static MockProcess process;

  @BeforeAll
  static void start() {
    Options options =
        Options.parse(List.of("--vendor", "fidcar", "--port", "fidcar=0"), Vendors.all());
    process = MockProcess.start(options.services(Vendors.all()), options.bind());
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Override
  int port() {
    return process.port("fidcar");
  }

  @Test
  void resetsTheConnection() {
    assertThatExceptionOfType(SocketException.class)
        .isThrownBy(() -> get("/api/local/1325", "Prefer: fault=reset"))
        .withMessage("Connection reset");
  }
}
