package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a member of an object in the query is read.
 *
 * @param single whether one value may stand without brackets of its own
 * @param several whether several may be sent
 * @param type reads one value
 */
public record QueryField(boolean single, boolean several, UnaryOperator<@Nullable Object> type) {

  /** One value. */
  public static QueryField one(UnaryOperator<@Nullable Object> type) {
    return new QueryField(true, false, type);
  }

  /** An array. */
  public static QueryField many(UnaryOperator<@Nullable Object> type) {
    return new QueryField(false, true, type);
  }

  /** One value or an array. */
  public static QueryField oneOrMany(UnaryOperator<@Nullable Object> type) {
    return new QueryField(true, true, type);
  }

  /** The value of a member of which these texts were sent. */
  @Nullable Object read(List<String> texts, boolean brackets) {
    boolean list = several && (brackets || texts.size() > 1 || !single);
    if (!list && texts.size() == 1 && !brackets) {
      return type.apply(texts.get(0));
    }
    // also where only one was allowed: the check that follows then says what was expected
    List<@Nullable Object> values = new ArrayList<>(texts.size());
    for (String text : texts) {
      values.add(type.apply(text));
    }
    return values;
  }
}
