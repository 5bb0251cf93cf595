package dev.forecourt.runtime;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Checks a base URL: scheme, host, port, and a path that a gateway may ask for. */
final class BaseUrl {

  private BaseUrl() {}

  /**
   * The URL with its scheme in lower case and without a trailing slash. Throws {@code
   * IllegalArgumentException}.
   */
  static String checked(String url) {
    URI uri = parsed(url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(url, "must start with http:// or https://", "Add the scheme.");
    }
    if (uri.getRawUserInfo() != null || url.replaceFirst("[?#].*", "").contains("@")) {
      throw new IllegalArgumentException(
          "Base URL must not hold a user or password. Give credentials to the builder.");
    }
    if (uri.getHost() == null) {
      String authority = uri.getRawAuthority();
      throw refused(
          url,
          "has no host name that can be read",
          authority != null && authority.contains("_")
              ? "A host name must not contain an underscore: name the host with '-' in place of"
                  + " '_', or call it by its IP address."
              : "Write it as https://host or https://host:port.");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw refused(
          url,
          "has a port that cannot be",
          "Ports go from 1 to 65535; without one it is "
              + (scheme.equals("http") ? 80 : 443)
              + ".");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "Base URL must end after host, port and path, without '?' or '#'. Cut off the rest; a"
              + " query parameter for every request is set with query(name, value).");
    }
    String rest = url.substring(uri.getScheme().length());
    return scheme + rest.replaceFirst("/+$", "");
  }

  /** Without what may be a password or a key. */
  static String shown(String url) {
    return url.replaceFirst("^([^/]*//)?.*@", "$1****@").replaceFirst("(?s)[?#].*", "****");
  }

  private static URI parsed(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw refused(
          url,
          "is no URL (" + e.getReason() + ")",
          "Write it as https://host or https://host:port.");
    }
  }

  private static IllegalArgumentException refused(String url, String why, String nextStep) {
    return new IllegalArgumentException("Base URL " + why + ": " + shown(url) + ". " + nextStep);
  }
}
