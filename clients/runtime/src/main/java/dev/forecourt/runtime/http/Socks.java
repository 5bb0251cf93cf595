package dev.forecourt.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * Makes a SOCKS 5 proxy connect us to the target, whose name the proxy looks up. The JDK's own way
 * cannot be interrupted, and knows no user but the JVM's.
 */
final class Socks {
  private static final int VERSION = 5;
  private static final int NO_LOGIN = 0;
  private static final int LOGIN = 2;
  private static final int NONE_FITS = 0xff;
  private static final int MOST_BYTES = 255;
  private static final String[] REFUSALS = {
    "general failure",
    "not allowed",
    "network unreachable",
    "host unreachable",
    "connection refused",
    "too many hops",
    "command not supported",
    "address type not supported"
  };

  private final ProxyLogins logins;

  Socks(ProxyLogins logins) {
    this.logins = logins;
  }

  /** Returns when the socket speaks to the target. */
  void through(Route route, ChannelSocket socket) throws IOException {
    try {
      socket.getOutputStream().write(new byte[] {VERSION, 2, NO_LOGIN, LOGIN});
      int version = read(socket);
      int method = read(socket);
      if (version != VERSION) {
        throw failure(route, "does not answer as SOCKS 5 does. Check its host, port and kind.");
      }
      if (method == LOGIN) {
        logIn(route, socket);
      } else if (method == NONE_FITS || method != NO_LOGIN) {
        throw failure(route, "wants another login than user and password. Let it offer that.");
      }
      connect(route, socket);
    } catch (TransportFailure e) {
      throw e;
    } catch (IOException e) {
      throw Failures.proxy(
          route.target(), route, "broke off (" + Failures.words(e) + "). Try again later.", e);
    }
  }

  private void logIn(Route route, ChannelSocket socket) throws IOException {
    ProxyLogin login = logins.ask(route, "SOCKS authentication", "");
    if (login == null) {
      throw failure(
          route,
          "asks for user and password. Give them to the client's proxy login, or to the default"
              + " java.net.Authenticator.");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(1);
    text(route, out, login.user());
    text(route, out, login.password());
    socket.getOutputStream().write(out.toByteArray());
    read(socket);
    if (read(socket) != 0) {
      throw failure(route, "refuses the password of the user " + login.user() + ". Check both.");
    }
  }

  private static void connect(Route route, ChannelSocket socket) throws IOException {
    Target target = route.target();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {VERSION, 1, 0});
    if (isAddress(target.host())) {
      byte[] address = InetAddress.getByName(target.host()).getAddress();
      out.write(address.length == 4 ? 1 : 4);
      out.writeBytes(address);
    } else {
      out.write(3);
      text(route, out, target.host());
    }
    out.write(target.port() >> 8);
    out.write(target.port());
    socket.getOutputStream().write(out.toByteArray());
    read(socket);
    int refusal = read(socket);
    if (refusal != 0) {
      String why = refusal <= REFUSALS.length ? REFUSALS[refusal - 1] : "code " + refusal;
      throw failure(
          route,
          "makes no connection to "
              + target.authority()
              + ": "
              + why
              + ". Check the base URL, and what the proxy allows.");
    }
    read(socket);
    int length =
        switch (read(socket)) {
          case 1 -> 4;
          case 4 -> 16;
          default -> read(socket);
        };
    for (int i = 0; i < length + 2; i++) {
      read(socket);
    }
  }

  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
  }

  private static void text(Route route, ByteArrayOutputStream out, String text)
      throws TransportFailure {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw failure(route, "takes no name, user or password of more than 255 bytes.");
    }
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static int read(ChannelSocket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("it closed the connection");
    }
    return octet;
  }

  private static TransportFailure failure(Route route, String what) {
    return Failures.proxy(route.target(), route, what, null);
  }
}
