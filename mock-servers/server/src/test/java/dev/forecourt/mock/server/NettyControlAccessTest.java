package dev.forecourt.mock.server;

import dev.forecourt.mock.vendor.Vendors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The controls of the mock process. */
final class NettyControlAccessTest extends AbstractControlAccessTest {

  private static MockProcess process;

  @BeforeAll
  static void start() {
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.addAll(List.of("--vendor", "fidcar", "--port", "fidcar=0"));
    Options options = Options.parse(arguments, Vendors.all());
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
