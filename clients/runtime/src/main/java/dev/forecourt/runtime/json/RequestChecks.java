package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that the contract refuses, before anything is sent. Used by generated code.
 *
 * <p>All that is wrong stands in one message, with its path and what is expected, and never with
 * its value. A member that is not set breaks no rule but that it is required; nor does one that was
 * set as JSON by its name, which is the way around the contract.
 */
public final class RequestChecks {
  private static final String ENDING = " before build().";

  private final String type;
  private final List<String> violations = new ArrayList<>(0);
  private String path = "";
  private String advice = "";

  /** Checks of a request of this name. */
  public RequestChecks(String type) {
    this.type = type;
  }

  /** Throws {@code IllegalStateException} if this request is not as the contract asks. */
  public static void refuse(String type, Checked request) {
    RequestChecks checks = new RequestChecks(type);
    request.check(checks);
    checks.refuse();
  }

  /** Throws {@code IllegalStateException} that names all that was noted. */
  public void refuse() {
    if (!violations.isEmpty()) {
      throw new IllegalStateException(message(ENDING));
    }
  }

  /**
   * Throws {@code IllegalArgumentException} that names all that was noted of a call's arguments.
   */
  public void refuseArguments() {
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(message(" before the call."));
    }
  }

  private String message(String ending) {
    return violations.size() == 1
        ? type + ": " + violations.get(0) + ". " + advice + ending
        : "%s: %d things are not as the contract asks: %s. Change them%s"
            .formatted(type, violations.size(), String.join("; ", violations), ending);
  }

  private void note(String violation, String advice) {
    violations.add(violation);
    this.advice = advice;
  }

  private void must(String member, String rule) {
    note("'" + path + member + "' must " + rule, "Change it");
  }

  /** A member that has to be set, and not to null. */
  public void required(String member, @Nullable Object value, Members members) {
    if (value == null && !members.has(member)) {
      note("'" + path + member + "' is required and not set", "Set it");
    }
  }

  /** A member that has to be set, be it to null. */
  public void present(String member, @Nullable Object value, Members members) {
    if (value == null && !members.isNull(member)) {
      required(member, null, members);
    }
  }

  /** Members of which exactly one has to be set. */
  public void oneOf(Predicate<String> isSet, String... members) {
    List<String> set = Arrays.stream(members).filter(isSet).toList();
    if (set.size() != 1) {
      note(
          "exactly one of "
              + quoted(members)
              + " is required and "
              + (set.isEmpty() ? "none is" : quoted(set.toArray(String[]::new)) + " are")
              + " set",
          "Set one");
    }
  }

  /** Members of which at least one has to be set. */
  public void anyOf(Predicate<String> isSet, String... members) {
    if (Arrays.stream(members).noneMatch(isSet)) {
      note("one of " + quoted(members) + " is required and none is set", "Set one");
    }
  }

  /** Members that all have to be set. */
  public void allOf(Predicate<String> isSet, String... members) {
    for (String member : members) {
      if (!isSet.test(member)) {
        note("'" + path + member + "' is required and not set", "Set it");
      }
    }
  }

  private String quoted(String... members) {
    return "'" + path + String.join("', '" + path, members) + "'";
  }

  /** A number that is not below the bound. */
  public void atLeast(String member, @Nullable Number value, String bound) {
    if (value != null && compare(value, bound) < 0) {
      must(member, "be " + bound + " or more");
    }
  }

  /** A number that is not above the bound. */
  public void atMost(String member, @Nullable Number value, String bound) {
    if (value != null && compare(value, bound) > 0) {
      must(member, "be " + bound + " or less");
    }
  }

  /** A number above the bound. */
  public void above(String member, @Nullable Number value, String bound) {
    if (value != null && compare(value, bound) <= 0) {
      must(member, "be more than " + bound);
    }
  }

  /** A number below the bound. */
  public void below(String member, @Nullable Number value, String bound) {
    if (value != null && compare(value, bound) >= 0) {
      must(member, "be less than " + bound);
    }
  }

  /** A number that the step divides. */
  public void multipleOf(String member, @Nullable Number value, String step) {
    if (value != null
        && isFinite(value)
        && exact(value).remainder(new BigDecimal(step)).signum() != 0) {
      must(member, "be a multiple of " + step);
    }
  }

  private static int compare(Number value, String bound) {
    if (value instanceof Integer || value instanceof Long) {
      Long whole = Numbers.whole(bound);
      if (whole != null) {
        return Long.compare(value.longValue(), whole);
      }
    }
    return isFinite(value)
        ? exact(value).compareTo(new BigDecimal(bound))
        : Double.compare(value.doubleValue(), Double.parseDouble(bound));
  }

  private static boolean isFinite(Number value) {
    return !(value instanceof Double || value instanceof Float)
        || Double.isFinite(value.doubleValue());
  }

  private static BigDecimal exact(Number value) {
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
  }

  /** Numbers as {@link LooseNumber}; what is no number breaks no bound. */
  public static @Nullable Number number(@Nullable LooseNumber loose) {
    return loose == null ? null : loose.value().orElse(null);
  }

  /** Text of at least so many characters, which are code points. */
  public void minLength(String member, @Nullable CharSequence text, int least) {
    if (text != null && length(text) < least) {
      must(
          member,
          least == 1
              ? "not be empty"
              : "have " + least + " characters or more, and has " + length(text));
    }
  }

  /** Text of at most so many characters, which are code points. */
  public void maxLength(String member, @Nullable CharSequence text, int most) {
    if (text != null && text.length() > most && length(text) > most) {
      must(member, "have " + most + " characters or less, and has " + length(text));
    }
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** Text that the pattern of the contract finds something in. */
  public void pattern(String member, @Nullable CharSequence text, TextPattern pattern) {
    if (text != null && !pattern.finds(text)) {
      must(member, "match " + pattern);
    }
  }

  /** A value of an enumeration, in whose place any other text that matches may stand. */
  public void pattern(String member, @Nullable OpenEnum<String> value, TextPattern pattern) {
    if (value != null && !pattern.finds(value.value())) {
      must(member, "match " + pattern);
    }
  }

  /** A filter whose texts all match. */
  public void pattern(String member, @Nullable FilterValue filter, TextPattern pattern) {
    if (filter != null && !filter.raw().text().map(pattern::finds).orElse(true)
        || filter != null
            && !filter.raw().elements().stream()
                .allMatch(each -> each.text().map(pattern::finds).orElse(true))) {
      must(member, "match " + pattern);
    }
  }

  /** A value, or values, that the contract lists. */
  public void listed(String member, @Nullable Object value) {
    if (value instanceof OpenEnum<?> open && !open.isListed()) {
      must(member, "be a value that " + open.getClass().getSimpleName() + " lists");
    } else if (value instanceof Collection<?> several) {
      for (Object element : several) {
        if (element instanceof OpenEnum<?> open && !open.isListed()) {
          must(member, "hold values that " + open.getClass().getSimpleName() + " lists");
          return;
        }
      }
    }
  }

  /** A boolean of which only this value is sent. */
  public void only(String member, @Nullable Boolean value, boolean sent) {
    if (value != null && value != sent) {
      must(member, "be " + sent + " or not set");
    }
  }

  /** A list of at least so many elements. */
  public void minItems(String member, @Nullable Collection<?> list, int least) {
    if (list != null && list.size() < least) {
      must(member, "hold " + least + " or more, and holds " + list.size());
    }
  }

  /** A list of at most so many elements. */
  public void maxItems(String member, @Nullable Collection<?> list, int most) {
    if (list != null && list.size() > most) {
      must(member, "hold " + most + " or less, and holds " + list.size());
    }
  }

  /** A list without repetitions. */
  public void uniqueItems(String member, @Nullable Collection<?> list) {
    if (list != null && new HashSet<>(list).size() < list.size()) {
      must(member, "hold nothing twice");
    }
  }

  /** An object of at least so many members. */
  public void minProperties(String member, @Nullable Map<String, ?> map, int least) {
    if (map != null && map.size() < least) {
      must(member, "have " + least + " or more members, and has " + map.size());
    }
  }

  /** An object of at most so many members. */
  public void maxProperties(String member, @Nullable Map<String, ?> map, int most) {
    if (map != null && map.size() > most) {
      must(member, "have " + most + " or less members, and has " + map.size());
    }
  }

  /** The rules of a model, or of the models in a list or map. */
  public void within(String member, @Nullable Object value) {
    if (value instanceof Checked model) {
      String outer = path;
      path = outer + member + ".";
      model.check(this);
      path = outer;
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        within(member + "[" + i + "]", list.get(i));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> within(member + "." + name, each));
    }
  }
}
