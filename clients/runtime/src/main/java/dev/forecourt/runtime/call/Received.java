package dev.forecourt.runtime.call;

import dev.forecourt.runtime.http.WireResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads headers of an answer. */
final class Received {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)", Pattern.CASE_INSENSITIVE);

  private Received() {}

  /** The first value of a header, whatever the case of its name. */
  static Optional<String> header(Map<String, List<String>> headers, String name) {
    List<String> exact = headers.get(name);
    if (exact != null && !exact.isEmpty()) {
      return Optional.of(exact.get(0));
    }
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
        return Optional.of(header.getValue().get(0));
      }
    }
    return Optional.empty();
  }

  /**
   * The charset of the Content-Type; UTF-8 where it names none, none that Java knows, or ASCII:
   * what is no ASCII there is most often UTF-8.
   */
  static Charset charset(Map<String, List<String>> headers) {
    String type = header(headers, "content-type").orElse("");
    // most answers name none: no need to search
    int parameters = type.indexOf(';');
    if (parameters < 0) {
      return StandardCharsets.UTF_8;
    }
    Matcher charset = CHARSET.matcher(type);
    if (!charset.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset named = Charset.forName(charset.group(1));
      return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  static String text(WireResponse answer) {
    return new String(answer.body(), charset(answer.headers()));
  }
}
