package dev.forecourt.runtime.http;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * @param tls whether the scheme is https
 * @param host in lower case, an IPv6 address without brackets
 * @param port never the default -1
 */
record Target(boolean tls, String host, int port) {

  /** Reads the authority itself where URI does not, such as a host with an underscore. */
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
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    return new Target(tls, host.toLowerCase(Locale.ROOT), port >= 0 ? port : tls ? 443 : 80);
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

  /** Host and port, for CONNECT and for messages. */
  String authority() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /** Value of the Host header: without the scheme's own port. */
  String hostHeader() {
    return port == (tls ? 443 : 80)
        ? authority().substring(0, authority().lastIndexOf(':'))
        : authority();
  }
}
