package dev.forecourt.spring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** One proxy for all hosts but some. Equal ones let clients share connections. */
final class HostProxy extends ProxySelector {
  /** What the JVM calls without a proxy by default. */
  static final List<String> LOCAL = List.of("localhost", "127.*", "[::1]");

  private final String host;
  private final int port;
  private final List<String> nonProxyHosts;

  /** Hosts may begin or end with {@code *}, as in the JVM's {@code http.nonProxyHosts}. */
  HostProxy(String host, int port, List<String> nonProxyHosts) {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535: " + port + ".");
    }
    this.host = host;
    this.port = port;
    this.nonProxyHosts =
        nonProxyHosts.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** A URL, or a host with its port, would fail at the first call only. */
  static void refuseMoreThanAHost(String host) {
    boolean portBehind = host.indexOf(':') >= 0 && host.indexOf(':') == host.lastIndexOf(':');
    if (portBehind || host.chars().anyMatch(sign -> "/@?# ".indexOf(sign) >= 0)) {
      throw new IllegalArgumentException(
          "A proxy's host is a name or an address alone. The port and a user have properties of"
              + " their own.");
    }
  }

  @Override
  public List<Proxy> select(URI uri) {
    String asked = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    boolean direct = nonProxyHosts.stream().anyMatch(pattern -> fits(pattern, asked));
    return List.of(
        direct
            ? Proxy.NO_PROXY
            : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
  }

  private static boolean fits(String pattern, String asked) {
    boolean open = pattern.endsWith("*");
    if (pattern.startsWith("*")) {
      String middle = pattern.substring(1, Math.max(1, pattern.length() - (open ? 1 : 0)));
      return open ? asked.contains(middle) : asked.endsWith(middle);
    }
    return open
        ? asked.startsWith(pattern.substring(0, pattern.length() - 1))
        : asked.equals(pattern);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException why) {
    // there is no other one to take
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostProxy that
        && host.equals(that.host)
        && port == that.port
        && nonProxyHosts.equals(that.nonProxyHosts);
  }

  @Override
  public int hashCode() {
    return host.hashCode() * 31 + port;
  }

  @Override
  public String toString() {
    return "HostProxy{" + host + ":" + port + "}";
  }
}
