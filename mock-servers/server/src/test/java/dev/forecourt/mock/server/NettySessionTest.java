package dev.forecourt.mock.server;

import dev.forecourt.mock.vendor.Vendors;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Sessions of the mock process. */
final class NettySessionTest extends AbstractSessionTest {

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
}
