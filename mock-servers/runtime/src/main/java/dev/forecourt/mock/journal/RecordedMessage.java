package dev.forecourt.mock.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request or an answer as it was on the wire; secrets show as {@code ****}.
 *
 * @param headers name to value in the order sent; values of one name are joined by a comma. Empty
 *     when they are no longer kept
 * @param body its text; null when there is none, when it is no text, and when it is no longer kept
 * @param bodyBytes length of the body as it was sent
 * @param kept how much of the body there is
 */
public record RecordedMessage(
    Map<String, String> headers, @Nullable String body, int bodyBytes, Kept kept) {

  /** How much of a body is kept. */
  public enum Kept {
    /** All of it. */
    WHOLE,
    /** Its beginning. */
    CUT,
    /** Nothing: it is no text, or memory for it was short. */
    NONE
  }

  /** A value by the name of its header, whatever its case; null when it was not sent. */
  public @Nullable String header(String name) {
    for (Map.Entry<String, String> each : headers.entrySet()) {
      if (each.getKey().equalsIgnoreCase(name)) {
        return each.getValue();
      }
    }
    return null;
  }
}
