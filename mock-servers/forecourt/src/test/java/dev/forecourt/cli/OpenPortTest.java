package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class OpenPortTest {

  @Test
  void isAboveTheConsoleAndOurOwnVendors() {
    assertThat(OpenPort.lowest()).isBetween(4016, 4099);
  }

  @Test
  void isNotOneThatAProcessListensOn() throws IOException {
    int port = OpenPort.lowest();

    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(OpenPort.lowest()).isGreaterThan(other.getLocalPort());
    }
  }
}
