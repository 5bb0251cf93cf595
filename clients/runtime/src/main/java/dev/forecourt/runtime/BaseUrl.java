package dev.forecourt.runtime;

import java.net.URI;
import java.net.URISyntaxException;

/** Checks a base URL: scheme, host and port, for the paths of the contract are complete. */
final class BaseUrl {

  private BaseUrl() {}

  /** The URL without a trailing slash. Throws {@code IllegalArgumentException}. */
  static String checked(String url) {
    URI uri = parsed(url);
    if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
      throw refused(url, "must start with http:// or https://", "Add the scheme.");
    }
    if (uri.getHost() == null) {
      throw refused(
          url,
          "has no host name that can be read",
          "Write it as https://host or https://host:port.");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "Base URL must not hold a user or password. Give credentials to the builder.");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "Base URL must end after host and port, without '?' or '#'. Cut off the rest.");
    }
    if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
      throw refused(url, "must end after host and port", "Cut off '" + uri.getRawPath() + "'.");
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
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
