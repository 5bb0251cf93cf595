package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleStartTest {

  private static final List<Vendor> FIDCAR = List.of(Vendors.named("fidcar"));

  private static Options options(String... more) {
    List<String> all = new ArrayList<>(List.of("--port", "fidcar=0"));
    all.addAll(List.of(more));
    return Options.parse(all, FIDCAR);
  }

  @Test
  void servesTheConsoleBesideTheVendorsWhichNameIt() throws Exception {
    Options options = options("--console-port", "0");
    try (MockProcess process = MockProcess.start(options.services(FIDCAR), options.bind())) {
      String line = process.serveConsole(options.access(), options.consolePort());

      String console = line.replace("console at ", "");
      assertThat(get(console + "/__mock/vendors")).contains("\"id\":\"fidcar\"");
      assertThat(get("http://127.0.0.1:" + process.port("fidcar") + "/"))
          .contains("\"console\":\"" + console + "\"");
    }
  }

  @Test
  void saysThatThereIsNoneWhereThePortIsTakenAndFailsOnlyWhereItWasAskedFor() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Options options = options("--console-port", Integer.toString(port));
      MockProcess process = MockProcess.start(options.services(FIDCAR), options.bind());

      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> process.serveConsole(options.access(), options.consolePort()))
          .withMessage(
              "No console at localhost:%d: Address already in use. Choose another one: --console-port 0"
                  .formatted(port));
    }
  }

  @Test
  void startsTheVendorsAllTheSameWhereTheUsualPortIsTaken() throws Exception {
    Options options = options();
    try (Closeable taken = taken(4010);
        MockProcess process = MockProcess.start(options.services(FIDCAR), options.bind())) {
      assertThat(taken).isNotNull();
      assertThat(process.serveConsole(options.access(), options.consolePort()))
          .isEqualTo(
              "No console at localhost:4010: Address already in use. The mocks do not need it; for another port: --console-port 0");
      assertThat(get("http://127.0.0.1:" + process.port("fidcar") + "/__mock/health"))
          .contains("\"ready\":true");
    }
  }

  /** By us, unless somebody else has taken it. */
  private static Closeable taken(int port) throws IOException {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (BindException e) {
      return () -> {};
    }
  }

  private static String get(String uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
