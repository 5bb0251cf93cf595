package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.core5.http.io.SessionOutputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/** The first lines of a request. */
final class RequestHead {
  /** Written by the transport alone, as they say how the message is framed. */
  private static final Set<String> OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    Collections.addAll(
        OWN,
        "Connection",
        "Content-Length",
        "Expect",
        "HTTP2-Settings",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade");
  }

  private RequestHead() {}

  /**
   * Checks what nobody could write.
   *
   * @throws IllegalArgumentException naming the header, without its value
   */
  static void check(WireRequest request) {
    checkToken("method", request.method());
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      checkToken("header", header.getKey());
      for (String value : header.getValue()) {
        for (int i = 0; i < value.length(); i++) {
          char c = value.charAt(i);
          if ((c < ' ' && c != '\t') || (c > '~' && c < 0xa0) || c > 0xff) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "Header %s holds U+%04X at index %d, which HTTP cannot carry. Encode it.",
                    header.getKey(),
                    (int) c,
                    i));
          }
        }
      }
    }
  }

  private static void checkToken(String what, String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c <= ' ' || c > '~' || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
        throw new IllegalArgumentException("No name of a " + what + " in HTTP: " + token);
      }
    }
    if (token.isEmpty()) {
      throw new IllegalArgumentException("The name of a " + what + " is empty.");
    }
  }

  /** Whether this is a header that the transport writes itself, or never. */
  static boolean own(String name) {
    return OWN.contains(name);
  }

  /** Path and query as the server gets them, or the whole URL for a proxy that reads it. */
  static String line(URI uri, Route route) {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    String line =
        (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    if (route.readByProxy()) {
      line = "http://" + route.target().hostHeader() + line;
    }
    return isAscii(line) ? line : URI.create(line).toASCIIString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Writes all up to the empty line. */
  static void write(
      WireRequest request,
      Route route,
      @Nullable String proxyAuthorization,
      boolean gzip,
      CharArrayBuffer line,
      SessionOutputBuffer buffer,
      OutputStream out)
      throws IOException {
    line.clear();
    line.append(request.method());
    line.append(' ');
    line.append(line(request.uri(), route));
    line.append(" HTTP/1.1");
    buffer.writeLine(line, out);
    boolean hostMissing = true;
    boolean codingMissing = gzip;
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      String name = header.getKey();
      if (own(name)) {
        continue;
      }
      hostMissing &= !name.equalsIgnoreCase("Host");
      codingMissing &= !name.equalsIgnoreCase("Accept-Encoding");
      List<String> values = header.getValue();
      for (int i = 0; i < values.size(); i++) {
        header(name, values.get(i), line, buffer, out);
      }
    }
    if (hostMissing) {
      header("Host", route.target().hostHeader(), line, buffer, out);
    }
    if (codingMissing) {
      header("Accept-Encoding", "gzip", line, buffer, out);
    }
    if (proxyAuthorization != null) {
      header("Proxy-Authorization", proxyAuthorization, line, buffer, out);
    }
    byte[] body = request.body();
    if (body != null) {
      header("Content-Length", Integer.toString(body.length), line, buffer, out);
    } else if (expectsBody(request.method())) {
      header("Content-Length", "0", line, buffer, out);
    }
    line.clear();
    buffer.writeLine(line, out);
  }

  private static boolean expectsBody(String method) {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }

  private static void header(
      String name, String value, CharArrayBuffer line, SessionOutputBuffer buffer, OutputStream out)
      throws IOException {
    line.clear();
    line.append(name);
    line.append(": ");
    line.append(value);
    buffer.writeLine(line, out);
  }
}
