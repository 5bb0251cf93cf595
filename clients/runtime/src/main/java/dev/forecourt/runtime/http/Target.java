package dev.forecourt.runtime.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a request goes: scheme, host and port. */
final class Target {
  private final boolean tls;
  private final String host;
  private final int port;
  private final String authority;
  private final String hostHeader;
  private final URI origin;
  private final List<Route> direct = List.of(new Route(this, null, false));

  private Target(boolean tls, String host, int port) {
    this.tls = tls;
    this.host = host;
    this.port = port;
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    this.authority = name + ":" + port;
    this.hostHeader = port == (tls ? 443 : 80) ? name : authority;
    this.origin = URI.create((tls ? "https://" : "http://") + hostHeader + "/");
  }

  /**
   * Reads the authority itself where URI does not, such as a host with an underscore.
   *
   * @throws IllegalArgumentException when the URL has no host, or is neither http nor https
   */
  static Target of(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    boolean tls = scheme.equalsIgnoreCase("https");
    if (!tls && !scheme.equalsIgnoreCase("http")) {
      throw new IllegalArgumentException(
          "The scheme must be http or https, and is " + scheme + ". Check the base URL.");
    }
    String host = uri.getHost();
    int port = uri.getPort();
    if (host == null) {
      String authority = withoutUser(uri.getRawAuthority());
      int colon = authority.lastIndexOf(':');
      host = colon < 0 ? authority : authority.substring(0, colon);
      port = colon < 0 ? -1 : port(authority.substring(colon + 1));
    }
    return new Target(tls, plain(host), port >= 0 ? port : tls ? 443 : 80);
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
  }

  private static String withoutUser(@Nullable String authority) {
    if (authority == null || authority.isEmpty()) {
      throw new IllegalArgumentException("The URL has no host. Check the base URL.");
    }
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  private static int port(String digits) {
    if (digits.isEmpty()) {
      return -1;
    }
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The port of the URL is no number: " + digits, e);
    }
  }

  /** Whether a URL goes here, for sure: most requests go where the last one went. */
  boolean surelyOf(URI uri) {
    return host.equals(uri.getHost())
        && (port == uri.getPort() || (uri.getPort() < 0 && port == (tls ? 443 : 80)))
        && (tls ? "https" : "http").equals(uri.getScheme());
  }

  boolean tls() {
    return tls;
  }

  /** In lower case, an IPv6 address without brackets. */
  String host() {
    return host;
  }

  int port() {
    return port;
  }

  /** Host and port, for CONNECT and for messages. */
  String authority() {
    return authority;
  }

  /** Value of the Host header: without the scheme's own port. */
  String hostHeader() {
    return hostHeader;
  }

  /** The URL without path and query, which may hold secrets. */
  URI origin() {
    return origin;
  }

  /** The way without a proxy. */
  List<Route> direct() {
    return direct;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Target target
        && tls == target.tls
        && port == target.port
        && host.equals(target.host);
  }

  @Override
  public int hashCode() {
    return (host.hashCode() * 31 + port) * 2 + (tls ? 1 : 0);
  }

  @Override
  public String toString() {
    return origin.toString();
  }
}
