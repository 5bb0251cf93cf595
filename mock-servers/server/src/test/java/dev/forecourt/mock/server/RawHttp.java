package dev.forecourt.mock.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes that no HTTP client would, and tells how the server took them. */
final class RawHttp {

  /** The server closed the connection without a word. */
  static final int CLOSED = 0;

  /** The server neither answered nor closed the connection in time. */
  static final int HANGS = -1;

  // far longer than any answer takes: only a server that waits for ever meets it
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int READ_AT_MOST = 64 * 1024;
  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");

  private RawHttp() {}

  /**
   * The status of the first answer to what may be cut short: nothing more will come. {@link
   * #CLOSED} or {@link #HANGS} without one.
   */
  static int status(int port, byte[] request) throws IOException {
    return status(port, request, true);
  }

  /** The same for a whole request, whose sender goes on listening. */
  static int statusOfWhole(int port, byte[] request) throws IOException {
    return status(port, request, false);
  }

  private static int status(int port, byte[] request, boolean ends) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(socket, request, ends);
      Matcher status = STATUS.matcher(read(socket));
      return status.find() ? Integer.parseInt(status.group(1)) : CLOSED;
    } catch (SocketTimeoutException e) {
      return HANGS;
    }
  }

  private static void send(Socket socket, byte[] request, boolean ends) throws IOException {
    OutputStream out = socket.getOutputStream();
    try {
      out.write(request);
      out.flush();
      if (ends) {
        socket.shutdownOutput();
      }
    } catch (SocketException e) {
      // refused before all was sent; the answer may still be there
    }
  }

  private static String read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      int count = in.read(part);
      while (count >= 0) {
        // the rest is read and forgotten, until the server has closed
        seen.write(part, 0, Math.min(count, Math.max(0, READ_AT_MOST - seen.size())));
        count = in.read(part);
      }
    } catch (SocketException e) {
      // a reset ends it as well
    }
    return seen.toString(StandardCharsets.ISO_8859_1);
  }
}
