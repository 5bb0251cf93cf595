package dev.forecourt.benchmarks;

import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TLS connections that are opened and closed again, until the server's code is compiled. */
final class Handshakes {
  private static final int COUNT = 300;

  private Handshakes() {}

  static void warmUp(String baseUrl) throws IOException {
    URI server = URI.create(baseUrl);
    for (int i = 0; i < COUNT; i++) {
      try (SSLSocket socket =
          (SSLSocket)
              SSLSocketFactory.getDefault().createSocket(server.getHost(), server.getPort())) {
        socket.startHandshake();
      }
    }
  }
}
