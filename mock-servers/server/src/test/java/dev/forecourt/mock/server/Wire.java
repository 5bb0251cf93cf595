package dev.forecourt.mock.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes of a connection as they are, which an HTTP client would hide. */
final class Wire {

  private static final int TIMEOUT_MILLIS = 10_000;

  private Wire() {}

  /** What comes back until the connection ends. Throws when it is reset. */
  static String exchange(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
