package dev.forecourt.mock.control;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.UnknownName;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What one value of a request has to be: {@code {"equals": "a"}}, {@code {"matches": "a.*"}},
 * {@code {"contains": "a"}}, {@code {"present": true}} or {@code false}; a value alone is what it
 * has to be equal to.
 */
final class ValueMatch {

  /** Stands for what was not sent. */
  static final Object MISSING = new Object();

  private static final List<String> WAYS = List.of("equals", "matches", "contains", "present");

  private final Predicate<@Nullable Object> test;

  private ValueMatch(Predicate<@Nullable Object> test) {
    this.test = test;
  }

  /** Reads one. Throws {@link Refusal} that names the place. */
  static ValueMatch of(String place, @Nullable Object wanted) {
    if (!(wanted instanceof Map<?, ?> ways)) {
      return new ValueMatch(value -> value != MISSING && text(value).equals(text(wanted)));
    }
    if (ways.size() != 1) {
      throw new Refusal(400, "'%s' needs one of %s".formatted(place, String.join(", ", WAYS)));
    }
    Map.Entry<?, ?> way = ways.entrySet().iterator().next();
    String given = text(way.getValue());
    return new ValueMatch(
        switch (String.valueOf(way.getKey())) {
          case "equals" -> value -> value != MISSING && text(value).equals(given);
          case "contains" -> value -> value != MISSING && text(value).contains(given);
          case "matches" -> matching(place, given);
          case "present" -> value -> (value != MISSING) == given.equals("true");
          default -> throw UnknownName.of(String.valueOf(way.getKey()), WAYS);
        });
  }

  private static Predicate<@Nullable Object> matching(String place, String regex) {
    try {
      Pattern pattern = Pattern.compile(regex);
      return value -> value != MISSING && pattern.matcher(text(value)).matches();
    } catch (PatternSyntaxException e) {
      throw new Refusal(
          400, "'%s' is no regular expression: %s".formatted(place, e.getDescription()));
    }
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  boolean fits(@Nullable Object value) {
    return test.test(value);
  }
}
