package dev.forecourt.mock.server;

import dev.forecourt.mock.vendor.Vendors;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The transport of the mock process. */
final class NettyFuzzTest extends AbstractFuzzTest {

  private static MockProcess process;

  @BeforeAll
  static void start() {
    Options options =
        Options.parse(
            List.of(
                "--port",
                "fidcar=0",
                "--port",
                "autengo=0",
                "--port",
                "fidelisa=0",
                "--port",
                "autochat=0",
                "--port",
                "claire=0"),
            Vendors.all());
    process = MockProcess.start(options.services(Vendors.all()), options.bind());
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Override
  int port(String vendor) {
    return process.port(vendor);
  }

  @Override
  List<String> unknownToTransport() {
    return List.of();
  }
}
