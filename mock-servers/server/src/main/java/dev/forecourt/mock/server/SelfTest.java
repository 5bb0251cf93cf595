package dev.forecourt.mock.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to one vendor. Over a plain socket: a run of it is what the class-data archive is
 * made of, which should hold what serving needs and no HTTP client.
 */
final class SelfTest {

  private static final int TIMEOUT_MILLIS = 10_000;

  private SelfTest() {}

  /** The status line of the answer, or why there is none. */
  static String statusLine(Service service, int port) {
    StringBuilder request =
        new StringBuilder("GET ")
            .append(service.base().prefix())
            .append(service.vendor().samplePath())
            .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
    Map<String, String> headers = new LinkedHashMap<>(service.vendor().headers(service.keys()));
    headers.putAll(service.vendor().sampleHeaders());
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = answer.readLine();
      while (answer.readLine() != null) {
        // to the end: writing the body is part of what is tested
      }
      return line == null ? "nothing" : line;
    } catch (IOException e) {
      return "nothing: " + e;
    }
  }
}
