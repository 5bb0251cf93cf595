package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Null, enumerations, bounds, patterns and defaults of one schema. */
final class ValueComparison {
  private record Bound(
      String keyword, boolean upper, String none, SchemaRule less, SchemaRule more) {}

  private static final List<Bound> BOUNDS =
      List.of(
          new Bound(
              "minLength", false, "0", SchemaRule.MIN_LENGTH_LOWERED, SchemaRule.MIN_LENGTH_RAISED),
          new Bound(
              "maxLength", true, "", SchemaRule.MAX_LENGTH_LOWERED, SchemaRule.MAX_LENGTH_RAISED),
          new Bound(
              "minItems", false, "0", SchemaRule.MIN_ITEMS_LOWERED, SchemaRule.MIN_ITEMS_RAISED),
          new Bound(
              "maxItems", true, "", SchemaRule.MAX_ITEMS_LOWERED, SchemaRule.MAX_ITEMS_RAISED),
          new Bound(
              "minProperties",
              false,
              "0",
              SchemaRule.MIN_PROPERTIES_LOWERED,
              SchemaRule.MIN_PROPERTIES_RAISED),
          new Bound(
              "maxProperties",
              true,
              "",
              SchemaRule.MAX_PROPERTIES_LOWERED,
              SchemaRule.MAX_PROPERTIES_RAISED),
          new Bound("minimum", false, "", SchemaRule.MINIMUM_LOWERED, SchemaRule.MINIMUM_RAISED),
          new Bound("maximum", true, "", SchemaRule.MAXIMUM_LOWERED, SchemaRule.MAXIMUM_RAISED));

  private final SchemaComparison walk;
  private final Shape old;
  private final Shape now;

  private ValueComparison(SchemaComparison walk, Shape old, Shape now) {
    this.walk = walk;
    this.old = old;
    this.now = now;
  }

  /** {@code whole}: whether it is all of its place; else null is told of outside. */
  static void compare(SchemaComparison walk, Shape old, Shape now, boolean whole) {
    ValueComparison comparison = new ValueComparison(walk, old, now);
    if (whole) {
      comparison.nulls();
    }
    comparison.enumerations();
    BOUNDS.forEach(comparison::bound);
    comparison.multiples();
    comparison.patterns();
    comparison.defaults();
    comparison.uniqueness();
  }

  private void nulls() {
    if (!old.isNullable() && now.isNullable()) {
      add(SchemaRule.BECAME_NULLABLE, "nullable", "", "");
    } else if (old.isNullable() && !now.isNullable()) {
      add(SchemaRule.BECAME_NOT_NULLABLE, "nullable", "", "");
    }
  }

  private void enumerations() {
    Optional<Set<String>> was = old.enumeration();
    Optional<Set<String>> is = now.enumeration();
    boolean wasOpen = old.flag("x-open-enum");
    boolean isOpen = now.flag("x-open-enum");
    if (was.isEmpty() && is.isPresent()) {
      add(SchemaRule.ENUM_ADDED, "enum", "", is.get().toString());
    } else if (was.isPresent() && is.isEmpty()) {
      boolean noMatter = wasOpen && !walk.isSent();
      add(
          noMatter ? SchemaRule.OPEN_ENUM_REMOVED : SchemaRule.ENUM_REMOVED,
          "enum",
          was.get().toString(),
          "");
    } else if (was.isPresent()) {
      values(was.get(), is.get(), wasOpen);
      if (wasOpen != isOpen) {
        add(isOpen ? SchemaRule.ENUM_OPENED : SchemaRule.ENUM_CLOSED, "enum", "", "");
      }
    }
  }

  private void values(Set<String> was, Set<String> is, boolean open) {
    Set<String> gone = without(was, is);
    Set<String> added = without(is, was);
    if (!gone.isEmpty()) {
      add(SchemaRule.ENUM_VALUE_REMOVED, "enum", String.join(", ", gone), "");
    }
    if (!added.isEmpty()) {
      boolean expected = open && !walk.isSent();
      add(
          expected ? SchemaRule.OPEN_ENUM_VALUE_ADDED : SchemaRule.ENUM_VALUE_ADDED,
          "enum",
          "",
          String.join(", ", added));
    }
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private void bound(Bound bound) {
    Limit was = Limit.of(old, bound);
    Limit is = Limit.of(now, bound);
    int order = was.compareTo(is, bound.upper());
    if (order != 0) {
      String none = bound.keyword().endsWith("imum") ? "any number" : "any number of";
      add(
          order > 0 ? bound.less() : bound.more(),
          bound.keyword(),
          was.words(none),
          is.words(none));
    }
  }

  /** A bound; its value is null if there is none. */
  private record Limit(@Nullable BigDecimal value, boolean exclusive) {
    static Limit of(Shape shape, Bound bound) {
      BigDecimal tightest = bound.none().isEmpty() ? null : new BigDecimal(bound.none());
      for (JsonNode each : shape.values(bound.keyword())) {
        BigDecimal value = each.decimalValue();
        if (tightest == null || (value.compareTo(tightest) < 0) == bound.upper()) {
          tightest = value;
        }
      }
      boolean exclusive =
          bound.keyword().endsWith("imum")
              && shape.flag(bound.upper() ? "exclusiveMaximum" : "exclusiveMinimum");
      if (exclusive && tightest != null && shape.type().equals("integer")) {
        // below 11 and at most 10 is the same
        return new Limit(
            bound.upper()
                ? tightest.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)
                : tightest.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE),
            false);
      }
      return new Limit(tightest, exclusive);
    }

    /** Negative if the other limit lies higher. */
    int compareTo(Limit other, boolean upper) {
      if (value == null || other.value == null) {
        int missing = Boolean.compare(value == null, other.value == null);
        return upper ? missing : -missing;
      }
      int order = value.compareTo(other.value);
      int tighter = Boolean.compare(exclusive, other.exclusive);
      return order != 0 ? order : upper ? -tighter : tighter;
    }

    String words(String none) {
      return value == null
          ? none
          : value.stripTrailingZeros().toPlainString() + (exclusive ? " (exclusive)" : "");
    }
  }

  private void multiples() {
    JsonNode was = old.value("multipleOf");
    JsonNode is = now.value("multipleOf");
    if (was.isMissingNode() && is.isMissingNode()
        || was.isNumber()
            && is.isNumber()
            && was.decimalValue().compareTo(is.decimalValue()) == 0) {
      return;
    }
    SchemaRule rule = SchemaRule.MULTIPLE_OF_CHANGED;
    if (was.isMissingNode() || is.isNumber() && isMultiple(is, was)) {
      rule = SchemaRule.MULTIPLE_OF_NARROWED;
    } else if (is.isMissingNode() || isMultiple(was, is)) {
      rule = SchemaRule.MULTIPLE_OF_WIDENED;
    }
    add(rule, "multipleOf", number(was), number(is));
  }

  private static boolean isMultiple(JsonNode of, JsonNode by) {
    return of.decimalValue().remainder(by.decimalValue()).signum() == 0;
  }

  private static String number(JsonNode value) {
    return value.isMissingNode() ? "any number" : value.asText();
  }

  private void patterns() {
    Set<String> was = texts(old);
    Set<String> is = texts(now);
    if (was.equals(is)) {
      return;
    }
    SchemaRule rule = SchemaRule.PATTERN_CHANGED;
    if (is.containsAll(was)) {
      rule = SchemaRule.PATTERN_ADDED;
    } else if (was.containsAll(is)) {
      rule = SchemaRule.PATTERN_REMOVED;
    }
    add(rule, "pattern", String.join(" and ", was), String.join(" and ", is));
  }

  /** The patterns that refuse something. */
  private static Set<String> texts(Shape shape) {
    Set<String> texts = new LinkedHashSet<>();
    shape.values("pattern").forEach(each -> texts.add(each.asText()));
    texts.removeIf(each -> each.matches("\\^?\\.\\*\\$?"));
    return texts;
  }

  private void defaults() {
    JsonNode was = old.value("default");
    JsonNode is = now.value("default");
    if (was.equals(ValueComparison::order, is)) {
      return;
    }
    SchemaRule rule = SchemaRule.DEFAULT_CHANGED;
    if (was.isMissingNode()) {
      rule = SchemaRule.DEFAULT_ADDED;
    } else if (is.isMissingNode()) {
      rule = SchemaRule.DEFAULT_REMOVED;
    }
    add(rule, "default", was.toString(), is.toString());
  }

  /** Zero for the same value: 1 and 1.0 are the same number. */
  private static int order(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue())
        : one.equals(other) ? 0 : 1;
  }

  private void uniqueness() {
    boolean was = old.flag("uniqueItems");
    boolean is = now.flag("uniqueItems");
    if (was != is) {
      add(
          is ? SchemaRule.UNIQUE_ITEMS_ADDED : SchemaRule.UNIQUE_ITEMS_REMOVED,
          "uniqueItems",
          "",
          "");
    }
  }

  private void add(SchemaRule rule, String keyword, String from, String to) {
    walk.add(rule, keyword, old, now, from, to);
  }
}
