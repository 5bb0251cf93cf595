package dev.forecourt.runtime.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/** Status and headers of an answer, and what they say about its body and its connection. */
final class ResponseHead {
  /** A head that nobody can act upon; the message quotes nothing of it. */
  static final class Odd extends HttpException {
    private static final long serialVersionUID = 1;

    Odd(String message) {
      super(message);
    }
  }

  /** Longest line of a head, in bytes. */
  static final int LONGEST_LINE = 64 << 10;

  /** Most headers of an answer. */
  static final int MOST_HEADERS = 300;

  private static final int MOST_EMPTY_LINES = 10;
  private static final long NOT_STATED = -1;

  private final int status;
  private final String reason;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<String> codings = new ArrayList<>(0);
  private long length = NOT_STATED;
  private boolean chunked;
  private boolean framedTwice;
  private boolean keptAlive;
  private long keptNanos = Long.MAX_VALUE;

  private ResponseHead(int status) {
    this.status = status;
    this.reason = "";
  }

  private ResponseHead(StatusLine line, Header[] lines) throws Odd {
    this.status = line.getStatusCode();
    this.reason = String.valueOf(line.getReasonPhrase());
    this.keptAlive = line.getProtocolVersion().greaterEquals(HttpVersion.HTTP_1_1);
    List<String> transfer = List.of();
    for (Header header : lines) {
      if (header != null) {
        String name = header.getName();
        String value = header.getValue();
        add(name, value);
        switch (name.length()) {
          case 10 -> connection(name, value);
          case 14 -> contentLength(name, value);
          case 16 -> contentEncoding(name, value);
          case 17 -> {
            if (name.equalsIgnoreCase("Transfer-Encoding")) {
              transfer = tokens(transfer, value);
            }
          }
          default -> {}
        }
      }
    }
    if (!transfer.isEmpty()) {
      transferEncoding(transfer);
    }
  }

  /**
   * Reads the next answer, past 100 Continue, 103 Early Hints and their like; null when the other
   * side has ended without one.
   */
  static @Nullable ResponseHead read(
      CharArrayBuffer line, SessionInputBufferImpl buffer, NotingInput in)
      throws HttpException, IOException {
    while (true) {
      int empty = 0;
      do {
        line.clear();
        if (buffer.readLine(line, in) < 0) {
          return null;
        }
        if (++empty > MOST_EMPTY_LINES) {
          throw new Odd("empty lines instead of an answer");
        }
      } while (line.isEmpty());
      StatusLine status = HeaderLines.INSTANCE.parseStatusLine(line);
      Header[] lines =
          AbstractMessageParser.parseHeaders(
              buffer, in, MOST_HEADERS, LONGEST_LINE, HeaderLines.INSTANCE);
      if (in.ended()) {
        return null;
      }
      int code = status.getStatusCode();
      if (code == 101 || code < 100) {
        throw new Odd("status " + code + ", which nobody asked for");
      }
      if (code >= 200) {
        return new ResponseHead(status, lines);
      }
    }
  }

  /** A head that was read by somebody else, with headers whose names begin with no colon. */
  static ResponseHead of(int status, Map<String, List<String>> headers) {
    ResponseHead head = new ResponseHead(status);
    headers.forEach(
        (name, values) -> {
          if (!name.startsWith(":")) {
            values.forEach(value -> head.add(name, value));
            values.forEach(value -> head.contentEncoding(name, value));
          }
        });
    return head;
  }

  private void add(String name, String value) {
    List<String> before = headers.get(name);
    if (before == null) {
      headers.put(name, List.of(value));
    } else {
      List<String> all = new ArrayList<>(before);
      all.add(value);
      headers.put(name, Collections.unmodifiableList(all));
    }
  }

  private void connection(String name, String value) {
    if (name.equalsIgnoreCase("Connection")) {
      for (String token : tokens(List.of(), value)) {
        if (token.equals("close")) {
          keptAlive = false;
        } else if (token.equals("keep-alive")) {
          keptAlive = true;
        }
      }
    } else if (name.equalsIgnoreCase("Keep-Alive")) {
      for (String token : tokens(List.of(), value)) {
        if (token.startsWith("timeout=")) {
          keptNanos = seconds(token.substring("timeout=".length()).strip());
        }
      }
    }
  }

  /** Less than the server waits: the request needs some time to get there. */
  private static long seconds(String digits) {
    if (!digits.matches("\\d{1,6}")) {
      return Long.MAX_VALUE;
    }
    long millis = Integer.parseInt(digits) * 1000L;
    return TimeUnit.MILLISECONDS.toNanos(Math.max(millis / 2, millis - 1000));
  }

  private void contentLength(String name, String value) throws Odd {
    if (!name.equalsIgnoreCase("Content-Length")) {
      return;
    }
    // "5, 5" is one length that somebody on the way has joined
    for (String token : value.indexOf(',') < 0 ? List.of(value) : tokens(List.of(), value)) {
      long stated = length(token);
      if (length != NOT_STATED && length != stated) {
        throw new Odd("two different values of Content-Length");
      }
      length = stated;
    }
  }

  private static long length(String digits) throws Odd {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 17) {
        throw new Odd("a Content-Length that is no number");
      }
      value = value * 10 + digit;
    }
    if (digits.isEmpty()) {
      throw new Odd("an empty Content-Length");
    }
    return value;
  }

  private void contentEncoding(String name, String value) {
    if (name.equalsIgnoreCase("Content-Encoding")) {
      codings.addAll(tokens(List.of(), value));
    }
  }

  /** What is chunked has its own end; whatever length was stated then is wrong. */
  private void transferEncoding(List<String> transfer) {
    framedTwice = length != NOT_STATED;
    length = NOT_STATED;
    for (String token : transfer) {
      if (token.equals("chunked")) {
        chunked = true;
      } else {
        codings.add(token);
      }
    }
  }

  private static List<String> tokens(List<String> before, String value) {
    if (before.isEmpty() && value.indexOf(',') < 0) {
      return List.of(value.strip().toLowerCase(Locale.ROOT));
    }
    List<String> tokens = new ArrayList<>(before);
    for (String token : value.split(",")) {
      if (!token.isBlank()) {
        tokens.add(token.strip().toLowerCase(Locale.ROOT));
      }
    }
    return tokens;
  }

  int status() {
    return status;
  }

  /** As the server puts the status in words, which may be none. */
  String reason() {
    return reason;
  }

  Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** First value of a header. */
  @Nullable String first(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  /** All values of a header; empty for none. */
  List<String> all(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** Names in lower case, in the order in which they were applied. */
  List<String> codings() {
    return codings;
  }

  /** Whether there is a coding to remove. */
  boolean coded() {
    for (String coding : codings) {
      if (!coding.isEmpty() && !coding.equals("identity")) {
        return true;
      }
    }
    return false;
  }

  boolean chunked() {
    return chunked;
  }

  /** Bytes of the body as it comes; -1 where the head does not say. */
  long length() {
    return length;
  }

  boolean hasBody(String method) {
    return !method.equals("HEAD") && status != 204 && status != 304;
  }

  /** Whether the connection can be used for another request after this answer. */
  boolean keptAlive(String method) {
    boolean hasEnd = chunked || length >= 0 || !hasBody(method);
    // what follows a 204 that says it had a body is anyone's guess
    boolean clear = !framedTwice && (status != 204 || (!chunked && length <= 0));
    return keptAlive && hasEnd && clear;
  }

  /** For how long the server says that it keeps the connection. */
  long keptNanos() {
    return keptNanos;
  }

  /** Forgets the headers of a coding that was removed. */
  void decoded() {
    headers.remove("Content-Encoding");
    headers.remove("Content-Length");
  }
}
