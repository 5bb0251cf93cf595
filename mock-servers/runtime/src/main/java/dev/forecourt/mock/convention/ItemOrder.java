package dev.forecourt.mock.convention;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts by a parameter: {@code name}, {@code -name}, {@code name:desc}, {@code name desc}. */
final class ItemOrder {

  private ItemOrder() {}

  static void sort(List<Map<String, @Nullable Object>> rows, Object wanted) {
    Object first = wanted instanceof List<?> list && !list.isEmpty() ? list.get(0) : wanted;
    String text = String.valueOf(first).split(",(?!(?i:asc|desc))", 2)[0];
    boolean down = text.startsWith("-") || text.toLowerCase(Locale.ROOT).matches(".*[:, ]desc");
    String name = text.replaceFirst("^[+-]", "").replaceFirst("(?i)[:, ](asc|desc)$", "");
    Comparator<Map<String, @Nullable Object>> order =
        (one, other) -> compare(value(one, name), value(other, name));
    rows.sort(down ? order.reversed() : order);
  }

  private static @Nullable Object value(Map<String, @Nullable Object> row, String name) {
    return ConventionState.item(row).get(name);
  }

  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number && other instanceof Number) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
    }
    return String.valueOf(one).compareTo(String.valueOf(other));
  }
}
