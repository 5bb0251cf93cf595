package dev.forecourt.mock.codegen;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of items: those that callers send who have nothing but the contract, and those of more rows.
 */
final class ItemIds {

  /** Such as {@code 17} and {@code td_17}: others of the kind have another number there. */
  private static final Pattern COUNTED = Pattern.compile("(|.*[_-])(\\d{1,17})");

  private final Samples samples;

  ItemIds(Samples samples) {
    this.samples = samples;
  }

  /** The id of the first row, as the item has it in this member. */
  Object first(List<ItemOperation> operations, String member, @Nullable Object inItem) {
    return firstId(inItem, idExample(operations, inItem), member, sampleId(operations));
  }

  /** A variable of the path as a caller samples it. */
  Object sample(ItemOperation operation, String name) {
    Field field = operation.pathField(name);
    if (field == null) {
      return "1";
    }
    Object example = Plain.of(operation.inputs().example(field));
    return example == null ? samples.of(field.schema(), name, 0) : example;
  }

  /** The number that a text spells. */
  static Object number(String text, Object otherwise) {
    return text.matches("\\d{1,17}") ? Long.valueOf(text) : otherwise;
  }

  /**
   * The example of the path parameter that holds the id; null where the contract has none that fits
   * the item.
   */
  private @Nullable Object idExample(List<ItemOperation> operations, @Nullable Object inItem) {
    for (ItemOperation each : operations) {
      Field field = each.pathField(each.text("id"));
      Object example = field == null ? null : each.inputs().example(field);
      if (example != null && (!(inItem instanceof Number) || isWhole(example))) {
        return Plain.of(example);
      }
    }
    return null;
  }

  /** What a caller would send who has nothing but the contract. */
  private String sampleId(List<ItemOperation> operations) {
    for (ItemOperation each : operations) {
      Field field = each.pathField(each.text("id"));
      if (field != null) {
        return String.valueOf(samples.of(field.schema(), field.name(), 0));
      }
    }
    return "1";
  }

  private static Object firstId(
      @Nullable Object inItem, @Nullable Object example, String member, String sample) {
    if (example != null) {
      return inItem instanceof String ? example.toString() : whole(inItem, example);
    }
    // a sample of a plain text is the name of the member; callers send that of the parameter
    boolean plain =
        inItem == null
            || inItem.equals(member)
            || !(inItem instanceof String || inItem instanceof Long);
    return plain
        ? (inItem == null || inItem instanceof String ? (Object) sample : (Object) 1L)
        : inItem;
  }

  private static boolean isWhole(Object example) {
    return example.toString().matches("-?\\d{1,18}");
  }

  /** An example as the item has it: a number where that is one. */
  static Object whole(@Nullable Object inItem, Object example) {
    return inItem instanceof Number && isWhole(example)
        ? (Object) Long.valueOf(example.toString())
        : example;
  }

  /** {@code integer}, {@code uuid} or {@code text}. */
  static String kind(Object id) {
    if (id instanceof Number) {
      return "integer";
    }
    return id.toString().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? "uuid"
        : "text";
  }

  /** The id of a further row. */
  static Object otherId(Object first, String kind, int number) {
    if (kind.equals("integer")) {
      return ((Number) first).longValue() + number;
    }
    if (kind.equals("uuid")) {
      return String.valueOf(Formats.text("uuid", number));
    }
    Matcher counted = COUNTED.matcher(first.toString());
    return counted.matches()
        ? counted.group(1) + (Long.parseLong(counted.group(2)) + number)
        : Integer.toString(number);
  }
}
