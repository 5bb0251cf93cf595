package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.MockRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address by which a caller knows a mock: what it asked for, and what proxies say in {@code
 * X-Forwarded-Proto}, {@code -Host} and {@code -Prefix}. What is no such value counts for nothing.
 */
final class CalledAddress {

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]+(:\\d+)?|\\[[0-9A-Fa-f:.]+](:\\d+)?");

  private CalledAddress() {}

  /** Such as {@code https://shop.example/mock}, without a slash at its end; null when unknown. */
  static @Nullable String of(MockRequest request, BasePath base) {
    String host = forwarded(request, "Host");
    if (host == null || !HOST.matcher(host).matches()) {
      host = request.header("Host");
    }
    if (host == null || !HOST.matcher(host).matches()) {
      return null;
    }
    String scheme = forwarded(request, "Proto");
    boolean known = "http".equals(scheme) || "https".equals(scheme);
    return (known ? scheme : request.scheme()) + "://" + host + prefix(request, base);
  }

  /** The path before those of the vendor, as the caller sees them. */
  static String prefix(MockRequest request, BasePath base) {
    String sent = forwarded(request, "Prefix");
    if (sent == null) {
      return base.prefix();
    }
    String cut = sent.endsWith("/") ? sent.substring(0, sent.length() - 1) : sent;
    return BasePath.isPath(cut) ? cut + base.prefix() : base.prefix();
  }

  /** Of several proxies the first is the one that the caller sees. */
  private static @Nullable String forwarded(MockRequest request, String part) {
    String value = request.header("X-Forwarded-" + part);
    if (value == null) {
      return null;
    }
    int comma = value.indexOf(',');
    return (comma < 0 ? value : value.substring(0, comma)).strip();
  }
}
