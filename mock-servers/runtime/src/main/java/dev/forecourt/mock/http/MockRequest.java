package dev.forecourt.mock.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One HTTP request as a transport hands it to a stub; nothing in it is decoded yet. */
public interface MockRequest {

  /** Paths of the stub itself begin with it. */
  String CONTROLS = "/__mock";

  /** The header that names the session a request belongs to. */
  String SESSION = "Mock-Session";

  /** The header that names the scenario its session begins with. */
  String SCENARIO = "Mock-Scenario";

  /** Whether a path is one of the stub itself. */
  static boolean isControl(String path) {
    return path.startsWith(CONTROLS)
        && (path.length() == CONTROLS.length() || path.charAt(CONTROLS.length()) == '/');
  }

  /**
   * Bytes of body a stub looks at: 1 MiB. A transport reads one byte more than this and drops the
   * rest, so that the stub can refuse the request in the vendor's own words.
   */
  int MAX_BODY_BYTES = 1024 * 1024;

  /** The same of a call of a control, which may carry a whole state: 8 MiB. */
  int MAX_CONTROL_BYTES = 8 * 1024 * 1024;

  /** Bytes of body a stub looks at when it is asked for this path. */
  static int maxBodyBytes(String path) {
    return isControl(path) ? MAX_CONTROL_BYTES : MAX_BODY_BYTES;
  }

  /** Longest request line: 16 KiB. A transport answers a longer one with 414. */
  int MAX_LINE_BYTES = 16 * 1024;

  /** Longest headers in all: 32 KiB. A transport answers longer ones with 431. */
  int MAX_HEADER_BYTES = 32 * 1024;

  /** What to say of a longer request line. */
  String LINE_TOO_LONG = "request line must be at most %d bytes long".formatted(MAX_LINE_BYTES);

  /** What to say of longer headers. */
  String HEADERS_TOO_LONG =
      "headers must be at most %d bytes long in all".formatted(MAX_HEADER_BYTES);

  /** How it came: {@code http} or {@code https}. */
  default String scheme() {
    return "http";
  }

  /** The verb as sent, such as {@code GET}. */
  String method();

  /** The path as sent, still percent-encoded, without the query. */
  String path();

  /** The query as sent, still encoded and without the question mark; null when there is none. */
  @Nullable String query();

  /**
   * Every value of a header in the order sent; the name is matched whatever its case. Empty when
   * absent.
   */
  List<String> headers(String name);

  /**
   * All headers as they came: name, value, name, value and so on up to the end or to the first that
   * is null. Not a copy: read it only. Default: none, for requests that nobody will look back on.
   */
  default @Nullable CharSequence[] headerLines() {
    return new CharSequence[0];
  }

  /** The body, cut one byte after {@link #maxBodyBytes}; empty when there is none. */
  byte[] body();

  /** Whether it is for the stub itself, not for the vendor that it plays. */
  default boolean isControl() {
    return isControl(path());
  }

  /** The first value of a header, or null when it was not sent. */
  default @Nullable String header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? null : values.get(0);
  }
}
