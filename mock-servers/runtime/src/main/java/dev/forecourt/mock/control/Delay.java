package dev.forecourt.mock.control;

import dev.forecourt.mock.http.Refusal;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Milliseconds for which an answer is held back: from the first to the second, both included.
 *
 * @param least fewest
 * @param most most; at most {@link #MOST}
 */
record Delay(int least, int most) {

  /** One minute: longer than clients wait, and shorter than an idle connection lives. */
  static final int MOST = 60_000;

  static final Delay NONE = new Delay(0, 0);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  /** Reads {@code 250} or {@code 250-900}. Throws {@link Refusal} when it is neither. */
  static Delay of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      int least = Integer.parseInt(matcher.group(1));
      int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
      if (least <= most && most <= MOST) {
        return new Delay(least, most);
      }
    }
    throw new Refusal(
        400,
        "'delay' must be milliseconds from 0 to %d, such as 250 or 250-900, but was '%s'"
            .formatted(MOST, text));
  }

  int millis() {
    return least == most ? least : ThreadLocalRandom.current().nextInt(least, most + 1);
  }

  @Override
  public String toString() {
    return least == most ? Integer.toString(least) : least + "-" + most;
  }
}
