package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code localhost} is two addresses, and clients try either first. */
final class LoopbackTest {

  @BeforeEach
  void needsBoth() {
    // without ::1 there is one family only; where CI runs there are both
    assumeTrue(hasIpv6(), "this machine has no ::1");
  }

  @Test
  void theProcessAnswersByBothFamiliesOnOnePort() throws Exception {
    try (MockProcess process = start()) {
      int port = process.port("fidcar");

      assertThat(get("127.0.0.1", port)).startsWith("HTTP/1.1 200 ");
      assertThat(get("::1", port)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void anEmbeddedMockAnswersByBothWhenItListensOnLocalhost() throws Exception {
    try (MockServer fidcar = MockServer.builder("fidcar").host("localhost").start()) {
      assertThat(fidcar.baseUri()).hasToString("http://localhost:" + fidcar.port());
      assertThat(get("127.0.0.1", fidcar.port())).startsWith("HTTP/1.1 200 ");
      assertThat(get("::1", fidcar.port())).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void anAddressIsThatAddressAlone() throws Exception {
    try (MockServer fidcar = MockServer.builder("fidcar").host("::1").start()) {
      assertThat(fidcar.baseUri()).hasToString("http://[::1]:" + fidcar.port());
      assertThat(get("::1", fidcar.port())).startsWith("HTTP/1.1 200 ");
      assertThatThrownBy(() -> get("127.0.0.1", fidcar.port()))
          .isInstanceOf(ConnectException.class);
    }
  }

  /** Half of the clients would call somebody else. */
  @Test
  void saysThatAPortIsTakenWhichIsSoByOneFamily() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
      int port = other.getLocalPort();

      assertThatThrownBy(() -> start("--port", "fidcar=" + port))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith(
              "Cannot serve fidcar on localhost:%d: the port is taken".formatted(port));
    }
  }

  @Test
  void startsWhereThereIsNoIpv6() throws Exception {
    try (RunningMock mock =
        RunningMock.startShipped(List.of("-Djava.net.preferIPv4Stack=true"), List.of("fidcar"))) {
      assertThat(get("127.0.0.1", mock.uri("fidcar").getPort())).startsWith("HTTP/1.1 200 ");
    }
  }

  private static MockProcess start(String... port) {
    List<String> arguments = new ArrayList<>(List.of("--vendor", "fidcar", "--port", "fidcar=0"));
    arguments.addAll(List.of(port));
    Options options = Options.parse(arguments, Vendors.all());
    return MockProcess.start(options.services(Vendors.all()), options.bind());
  }

  private static String get(String host, int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName(host), port)) {
      String request =
          "GET /__mock/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean hasIpv6() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
      return any.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
