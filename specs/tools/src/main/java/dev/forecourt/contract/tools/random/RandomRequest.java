package dev.forecourt.contract.tools.random;

import dev.forecourt.contract.tools.DocumentedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request made up for an operation, without credentials.
 *
 * @param operationId what it calls
 * @param seed makes the same request again
 * @param method verb
 * @param path percent-encoded
 * @param query names and values, not encoded
 * @param headers names and values, {@code Content-Type} among them
 * @param body empty when there is none
 * @param defect what is wrong with it; null if nothing is
 * @param traits what is uncommon about its spelling, such as {@code multipart}
 */
public record RandomRequest(
    String operationId,
    long seed,
    String method,
    String path,
    List<Map.Entry<String, String>> query,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    @Nullable Defect defect,
    Set<String> traits) {

  private static final int SHOWN_BYTES = 2000;

  /** Path and query, percent-encoded. */
  public String target() {
    return query.isEmpty() ? path : path + "?" + DocumentedRequest.urlEncoded(query);
  }

  /** The media type it says its body has; null if it does not say. */
  public @Nullable String contentType() {
    return headers.stream()
        .filter(each -> each.getKey().equals("Content-Type"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /**
   * One line that says what it is: {@code createDealership TOO_SHORT form title '' [multipart]}, or
   * {@code createDealership VALID [multipart]}.
   */
  public String describe() {
    return operationId + " " + (defect == null ? "VALID" : defect) + " " + traits;
  }

  /** A line that sends it, for a shell; a long body is cut. */
  public String curl(String base) {
    StringBuilder line = new StringBuilder("curl -X ").append(method);
    headers.forEach(
        each ->
            line.append(" -H ")
                .append(
                    quoted(
                        each.getKey()
                            + (each.getValue().isEmpty() ? ";" : ": " + each.getValue()))));
    if (body.length > 0) {
      String text = new String(body, StandardCharsets.UTF_8);
      line.append(" --data-binary ").append(quoted(cut(text)));
    }
    return line.append(' ').append(quoted(base + target())).toString();
  }

  private static String cut(String text) {
    return text.length() <= SHOWN_BYTES ? text : text.substring(0, SHOWN_BYTES) + "…";
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    if (plain) {
      return "'" + text.replace("'", "'\\''") + "'";
    }
    StringBuilder out = new StringBuilder("$'");
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == 0x7f) {
                out.append("\\x%02x".formatted(c));
              } else {
                out.append(c == '\'' || c == '\\' ? "\\" : "").append((char) c);
              }
            });
    return out.append('\'').toString();
  }

  @Override
  public String toString() {
    return describe() + " seed " + seed;
  }
}
