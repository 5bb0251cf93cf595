package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void refusesOneThatAProcessListensOnAndTakesAnyOther() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThatThrownBy(() -> OpenPort.check(port))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "Port %d is taken by another process. End it, or take the next free one: leave out --port; any: --port 0"
                  .formatted(port));
    }
    assertThatCode(() -> OpenPort.check(0)).doesNotThrowAnyException();
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> OpenPort.check(65_536))
        .hasMessage("A port is a number from 0 to 65535 but was 65536.");
  }
}
