package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.vendor.Vendors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages that call the mock process. */
final class NettyCorsTest extends AbstractCorsTest {

  private static Map<String, MockProcess> processes = Map.of();

  @BeforeAll
  static void start() {
    processes =
        Map.of(
            "open", process(),
            "closed", process("--cors", ALLOWED),
            "off", process("--cors", "off"));
  }

  private static MockProcess process(String... cors) {
    List<String> arguments = new ArrayList<>(List.of("--vendor", "fidcar", "--port", "fidcar=0"));
    arguments.addAll(List.of(cors));
    Options options = Options.parse(arguments, Vendors.all());
    return MockProcess.start(options.services(Vendors.all()), options.bind());
  }

  @AfterAll
  static void stop() {
    processes.values().forEach(MockProcess::close);
  }

  private static int port(String name) {
    return processes.get(name).port("fidcar");
  }

  @Override
  int open() {
    return port("open");
  }

  @Override
  int closed() {
    return port("closed");
  }

  @Override
  int off() {
    return port("off");
  }

  /** It is not read far enough to know the page. */
  @Test
  void letsEveryPageReadThatALineIsMuchTooLong() throws Exception {
    String line = "GET /api/local?siret=" + "1".repeat(100_000) + " HTTP/1.1\r\n";

    assertThat(Wire.exchange(open(), line + "Origin: https://shop.example\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ")
        .contains("\r\nAccess-Control-Allow-Origin: *\r\n")
        .doesNotContain("Access-Control-Allow-Credentials");
    assertThat(Wire.exchange(closed(), line + "Origin: https://shop.example\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ")
        .doesNotContain("Access-Control-");
  }
}
