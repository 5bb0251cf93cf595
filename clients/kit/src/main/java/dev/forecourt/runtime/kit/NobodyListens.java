package dev.forecourt.runtime.kit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port on 127.0.0.1 that refuses connections until this is closed. It stays bound, so no other
 * process, test or program, can open it meanwhile.
 */
public final class NobodyListens implements AutoCloseable {
  private final Socket bound = new Socket();

  public NobodyListens() throws IOException {
    bound.bind(new InetSocketAddress("127.0.0.1", 0));
  }

  public int port() {
    return bound.getLocalPort();
  }

  /** Such as {@code http://127.0.0.1:40123}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() throws IOException {
    bound.close();
  }
}
