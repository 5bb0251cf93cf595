package dev.forecourt.mock.contract;

import dev.forecourt.mock.text.Shown;
import dev.forecourt.mock.text.Utf8;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} from memory, strictly: a body that is not well formed is
 * refused with the reason.
 *
 * <p>A part with a file name is refused unless files are expected; then it is read as the text that
 * it is, or byte by byte.
 */
public final class Multipart {

  private static final int MAX_BOUNDARY = 70; // RFC 2046, 5.1.1
  private static final int MAX_PART_HEADER_BYTES = 4096;
  private static final byte[] PLAIN_HEADER =
      "Content-Disposition: form-data; name=\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLAIN_END = {'"', '\r', '\n', '\r', '\n'};
  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
  private static final byte[] CLOSING = {'-', '-'};

  private final byte[] body;
  private final byte[] delimiter;
  private final boolean files;
  // room for a large form: growing costs more
  private final Map<String, List<String>> fields = new LinkedHashMap<>(64);
  private int count;

  private Multipart(byte[] body, String boundary, boolean files) {
    this.body = body;
    this.files = files;
    this.delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
  }

  /** Values by name, in order. Throws {@link IllegalArgumentException} saying what is wrong. */
  public static Map<String, List<String>> parse(byte[] body, @Nullable String boundary) {
    return parse(body, boundary, false);
  }

  /** The same, with files among the values. */
  static Map<String, List<String>> parse(byte[] body, @Nullable String boundary, boolean files) {
    if (boundary == null || boundary.isEmpty()) {
      throw new IllegalArgumentException("Content-Type has no boundary");
    }
    if (boundary.length() > MAX_BOUNDARY) {
      throw new IllegalArgumentException(
          "the boundary is longer than " + MAX_BOUNDARY + " characters");
    }
    return new Multipart(body, boundary, files).read();
  }

  private Map<String, List<String>> read() {
    int at = firstDelimiter() + delimiter.length;
    while (!startsWith(at, CLOSING)) {
      if (!startsWith(at, CRLF)) {
        throw new IllegalArgumentException("a boundary is not followed by a line break");
      }
      at = readPart(at + 2);
    }
    return fields;
  }

  /** The first delimiter stands at the start of the body, or of a line after a preamble. */
  private int firstDelimiter() {
    int found = indexOf(delimiter, 0);
    while (found > 0 && !(found >= 2 && body[found - 2] == '\r' && body[found - 1] == '\n')) {
      found = indexOf(delimiter, found + 1);
    }
    if (found < 0) {
      throw new IllegalArgumentException(
          "the boundary named in Content-Type does not occur in the body");
    }
    return found;
  }

  /** Reads the part that starts at an index; returns the index after the delimiter that ends it. */
  private int readPart(int start) {
    if (++count > UrlEncoded.MAX_FIELDS) {
      throw new IllegalArgumentException("more than " + UrlEncoded.MAX_FIELDS + " parts");
    }
    int nameEnd = plainNameEnd(start);
    if (nameEnd > 0) {
      String name = text("?", start + PLAIN_HEADER.length, nameEnd);
      int value = nameEnd + PLAIN_END.length;
      int end = nextDelimiter(value - CRLF.length);
      return add(name, value, end);
    }
    // a part without headers starts with the blank line itself
    int blank = startsWith(start, CRLF) ? start - 2 : indexOf(BLANK_LINE, start);
    int end = nextDelimiter(start);
    if (blank < 0 || blank > end) {
      throw new IllegalArgumentException("a part has no blank line after its headers");
    }
    if (blank - start > MAX_PART_HEADER_BYTES) {
      throw new IllegalArgumentException(
          "the headers of a part are longer than " + MAX_PART_HEADER_BYTES + " bytes");
    }
    String name = fieldName(utf8(start, Math.max(start, blank), "the headers of a part"));
    return add(name, blank + BLANK_LINE.length, end);
  }

  /** Keeps the value of a part; returns the index after the delimiter that ends it. */
  private int add(String name, int value, int end) {
    if (value > end) {
      throw new IllegalArgumentException(
          "part '" + Shown.cut(name) + "' has no blank line after its headers");
    }
    String text = text(name, value, end);
    // most fields come once, and a list that can grow costs more
    List<String> before = fields.putIfAbsent(name, List.of(text));
    if (before instanceof ArrayList) {
      before.add(text);
    } else if (before != null) {
      List<String> all = new ArrayList<>(before);
      all.add(text);
      fields.put(name, all);
    }
    return end + CRLF.length + delimiter.length;
  }

  /** The index of the line break before the next delimiter. */
  private int nextDelimiter(int start) {
    int found = indexOf(delimiter, start);
    while (found >= 0
        && !(found >= start + 2 && body[found - 2] == '\r' && body[found - 1] == '\n')) {
      found = indexOf(delimiter, found + 1);
    }
    if (found < 0) {
      throw new IllegalArgumentException("the closing boundary is missing");
    }
    return found - CRLF.length;
  }

  /**
   * Where the name ends in the one header that most clients write, if the blank line follows it; 0
   * if the headers are anything else.
   */
  private int plainNameEnd(int start) {
    if (!startsWith(start, PLAIN_HEADER)) {
      return 0;
    }
    int from = start + PLAIN_HEADER.length;
    for (int i = from; i < body.length && i - start < MAX_PART_HEADER_BYTES; i++) {
      if (body[i] == '"') {
        return i > from && startsWith(i, PLAIN_END) ? i : 0;
      }
      if (body[i] <= ' ' || body[i] == '\\' || body[i] == '%') {
        return 0;
      }
    }
    return 0;
  }

  private String fieldName(String headers) {
    for (String line : headers.split("\r\n", -1)) {
      int colon = line.indexOf(':');
      String header = colon < 0 ? "" : line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
      if (header.equals("content-disposition")) {
        return fieldName(MediaType.parse(line.substring(colon + 1)));
      }
    }
    throw new IllegalArgumentException("a part has no Content-Disposition");
  }

  private String fieldName(MediaType disposition) {
    String name = disposition.parameter("name");
    if (!disposition.name().equals("form-data") || name == null) {
      throw new IllegalArgumentException("a part is not form-data with a name");
    }
    boolean file =
        disposition.parameter("filename") != null || disposition.parameter("filename*") != null;
    if (file && !files) {
      throw new IllegalArgumentException(
          "form field '" + Shown.cut(name) + "' is a file; a plain value is expected");
    }
    // browsers write these three as percent escapes inside a name (WHATWG form data)
    return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }

  private String text(String name, int start, int end) {
    try {
      return Utf8.decode(body, start, end);
    } catch (CharacterCodingException e) {
      if (files) {
        return new String(body, start, end - start, StandardCharsets.ISO_8859_1);
      }
      throw new IllegalArgumentException("form field '" + Shown.cut(name) + "' is not UTF-8", e);
    }
  }

  private String utf8(int start, int end, String what) {
    try {
      return Utf8.decode(body, start, end);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(what + " is not UTF-8", e);
    }
  }

  private boolean startsWith(int at, byte[] wanted) {
    int end = at + wanted.length;
    return end <= body.length && Arrays.equals(body, at, end, wanted, 0, wanted.length);
  }

  private int indexOf(byte[] wanted, int from) {
    byte first = wanted[0];
    for (int i = from; i <= body.length - wanted.length; i++) {
      if (body[i] == first && startsWith(i, wanted)) {
        return i;
      }
    }
    return -1;
  }
}
