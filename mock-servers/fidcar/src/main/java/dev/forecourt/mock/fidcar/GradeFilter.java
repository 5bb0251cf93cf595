package dev.forecourt.mock.fidcar;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** FIDCAR's small language for grades: {@code 8}, {@code >6}, {@code <7} or {@code all}. */
final class GradeFilter {

  private final IntPredicate accepts;

  /** Reads a text that has passed the contract's pattern; null for null. */
  static @Nullable GradeFilter of(@Nullable String text) {
    return text == null ? null : new GradeFilter(text);
  }

  private GradeFilter(String text) {
    if (text.equals("all")) {
      accepts = grade -> true;
    } else if (text.startsWith(">")) {
      int limit = Integer.parseInt(text.substring(1));
      accepts = grade -> grade > limit;
    } else if (text.startsWith("<")) {
      int limit = Integer.parseInt(text.substring(1));
      accepts = grade -> grade < limit;
    } else {
      int wanted = Integer.parseInt(text);
      accepts = grade -> grade == wanted;
    }
  }

  /**
   * A contact without review never passes, not even {@code all}: the vendor says "only the contacts
   * with a review".
   */
  boolean accepts(@Nullable Review review) {
    return review != null && accepts.test(review.grade());
  }
}
