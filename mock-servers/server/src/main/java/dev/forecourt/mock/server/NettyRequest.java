package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came; its body is there once all of it has come. */
final class NettyRequest implements MockRequest {

  private static final byte[] NO_BODY = {};
  private static final int USUAL_HEADERS = 8;
  private static final int AROUND_HEADER = ": \r\n".length();
  private static final int AROUND_URI = "  HTTP/1.1".length();

  private final String scheme;
  private final String method;
  private final String uri;
  private final String path;
  private final int queryMark;
  // names and values in turns: requests have few headers, and each is asked for several times
  private @Nullable CharSequence[] headers = new CharSequence[2 * USUAL_HEADERS];
  private int used;
  private int headerBytes;
  private byte[] body = NO_BODY;

  NettyRequest(HttpRequest head, String scheme) {
    this.scheme = scheme;
    method = head.method().name();
    uri = head.uri();
    int pathStart = pathStart(uri);
    queryMark = uri.indexOf('?', Math.max(0, pathStart));
    path = path(pathStart);
    Iterator<Map.Entry<CharSequence, CharSequence>> all = head.headers().iteratorCharSequence();
    while (all.hasNext()) {
      Map.Entry<CharSequence, CharSequence> each = all.next();
      if (used == headers.length) {
        headers = Arrays.copyOf(headers, 2 * used);
      }
      headers[used++] = each.getKey();
      headers[used++] = each.getValue();
      headerBytes += each.getKey().length() + each.getValue().length() + AROUND_HEADER;
    }
  }

  /** Where the path begins: after the host, if a proxy's client has named one; -1 for nowhere. */
  private static int pathStart(String uri) {
    int host = uri.startsWith("/") ? -1 : uri.indexOf("://");
    return host < 0 ? 0 : uri.indexOf('/', host + 3);
  }

  private String path(int pathStart) {
    if (pathStart < 0) {
      return "/";
    }
    String found = uri.substring(pathStart, queryMark < 0 ? uri.length() : queryMark);
    return found.isEmpty() ? "/" : found;
  }

  int lineBytes() {
    return method.length() + uri.length() + AROUND_URI;
  }

  int headerBytes() {
    return headerBytes;
  }

  @Override
  public String scheme() {
    return scheme;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public @Nullable String query() {
    return queryMark < 0 ? null : uri.substring(queryMark + 1);
  }

  @Override
  public @Nullable String header(String name) {
    for (int i = 0; i < used; i += 2) {
      if (isNamed(i, name)) {
        return String.valueOf(headers[i + 1]);
      }
    }
    return null;
  }

  @Override
  public List<String> headers(String name) {
    String first = null;
    List<String> more = null;
    for (int i = 0; i < used; i += 2) {
      if (isNamed(i, name)) {
        String value = String.valueOf(headers[i + 1]);
        if (first == null) {
          first = value;
        } else {
          more = more == null ? new ArrayList<>(List.of(first)) : more;
          more.add(value);
        }
      }
    }
    return first == null ? List.of() : more == null ? List.of(first) : more;
  }

  private boolean isNamed(int at, String name) {
    CharSequence sent = headers[at];
    return sent != null
        && sent.length() == name.length()
        && AsciiString.contentEqualsIgnoreCase(sent, name);
  }

  @Override
  public @Nullable CharSequence[] headerLines() {
    return headers;
  }

  @Override
  public byte[] body() {
    return body;
  }

  void body(byte[] complete) {
    body = complete;
  }
}
