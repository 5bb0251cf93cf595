package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The transport of the mock process. */
final class NettyTransportTest extends AbstractTransportTest {

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
  void answersInTheOrderAskedThoughTheFirstAnswerIsHeldBack() throws IOException {
    String answers =
        Wire.exchange(
            port(),
            get("/api/local/1325 HTTP/1.1", "Prefer: delay=100")
                + get("/api/local/0 HTTP/1.1", "Connection: close"));

    assertThat(answers).containsSubsequence("HTTP/1.1 200 OK", "{\"id\":1325", "HTTP/1.1 404 ");
  }

  @Test
  void tellsClientsOfHttp10WhetherTheConnectionStays() throws IOException {
    String answers =
        Wire.exchange(
            port(),
            get("/api/local/1325 HTTP/1.0", "Connection: keep-alive")
                + get("/api/local/0 HTTP/1.0", "X-No: 1"));

    assertThat(answers)
        .containsSubsequence("Connection: keep-alive", "HTTP/1.1 404 ", "Connection: close");
  }

  private static String get(String line, String header) {
    return "GET %s\r\nHost: x\r\nAuthorization: %s\r\n%s\r\n\r\n"
        .formatted(line, Calls.key("fidcar"), header);
  }
}
