package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.vendor.Vendors;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits of the mock process. */
final class NettyLimitTest extends AbstractLimitTest {

  private static MockProcess process;

  @BeforeAll
  static void start() {
    Options options =
        Options.parse(
            List.of(
                "--port",
                "fidcar=0",
                "--port",
                "autochat=0",
                "--vendor",
                "fidcar",
                "--vendor",
                "autochat"),
            Vendors.all());
    process = MockProcess.start(options.services(Vendors.all()), options.bind(), 1);
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Override
  int port(String vendor) {
    return process.port(vendor);
  }

  @Test
  void answersWhatIsNotHttp() throws Exception {
    assertThat(Wire.exchange(port("fidcar"), "GET / HTTP/1.1\r\nno colon\r\n\r\n"))
        .contains(" 400 ")
        .endsWith(
            "{\"error\":{\"code\":400,\"message\":\"the request is not HTTP/1.1 as it should be written\"}}");
  }

  @Test
  void hangsUpOnWhoStopsInTheMiddle() throws Exception {
    // the idle time of this process, one second, is up
    assertThat(Wire.exchange(port("fidcar"), "GET /api/local HTTP/1.1\r\nHos")).isEmpty();
  }
}
