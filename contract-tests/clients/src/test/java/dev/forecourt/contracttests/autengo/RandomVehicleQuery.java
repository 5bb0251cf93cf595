package dev.forecourt.contracttests.autengo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.autengo.VehicleComparison;
import dev.forecourt.autengo.VehicleQuery;
import dev.forecourt.autengo.api.VehiclesService.ListVehiclesQuery;
import dev.forecourt.autengo.model.Column;
import dev.forecourt.autengo.model.FuelType;
import dev.forecourt.autengo.model.OrderDirection;
import dev.forecourt.runtime.json.OpenEnum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A query made up twice, step by step: by the client's builder, and as the object that a JavaScript
 * caller would give to qs. Nothing of the client makes the object.
 */
final class RandomVehicleQuery {
  /** Text that some encoder somewhere gets wrong. */
  private static final String[] NASTY = {
    "",
    " ",
    "+",
    "%",
    "%41",
    "%2D",
    "%zz",
    "&",
    "=",
    "#",
    "?",
    "/",
    "\\",
    "{x}",
    "}",
    "{",
    "[",
    "]",
    "[]",
    "|",
    "=|",
    ">=|7",
    ",",
    ";",
    ":",
    "@",
    "$",
    "\"",
    "<",
    ">",
    "^",
    "`",
    "!'()*",
    "-._~",
    "\t",
    "\n",
    "\r",
    "\0",
    "\u007F",
    "\u0080",
    "\u00A0",
    "é",
    "ß",
    "Ω",
    "中",
    "\u2028",
    "\uFFFD",
    "\uFFFF",
    "🚗",
    "👩\u200D🔧",
    "\uD83D",
    "\uDE97",
    "undefined",
    "null",
    "Ford",
    "a".repeat(1023)
  };

  /** Methods of the builder, and what stands before a value on the wire. */
  private static final String[][] OPERATORS = {
    {"is", ""},
    {"not", "<>|"},
    {"lessThan", "<|"},
    {"atMost", "<=|"},
    {"greaterThan", ">|"},
    {"atLeast", ">=|"}
  };

  private final Random random;
  private final VehicleQuery.Builder builder = VehicleQuery.builder();
  private final ObjectNode object = JsonNodeFactory.instance.objectNode();
  private final ObjectNode and = JsonNodeFactory.instance.objectNode();
  private final ObjectNode or = JsonNodeFactory.instance.objectNode();

  RandomVehicleQuery(Random random) {
    this.random = random;
    if (random.nextBoolean()) {
      String text = text();
      builder.search(text);
      object.put("search", text);
    }
    conditions();
    orderAndStretch();
  }

  ListVehiclesQuery query() {
    return builder.build();
  }

  /** {@code {search, and, or, order, offset, limit}}, without what is not set. */
  ObjectNode object() {
    return object;
  }

  static Stream<Column> columns() {
    return Stream.of(Column.Known.values())
        .filter(known -> known != Column.Known.UNKNOWN)
        .map(
            known -> {
              try {
                return (Column) Column.class.getField(known.name()).get(null);
              } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
              }
            });
  }

  private void conditions() {
    List<Runnable> conditions =
        new ArrayList<>(Collections.nCopies(random.nextInt(7), this::every));
    switch (random.nextInt(3)) {
      case 0 -> conditions.add(this::oneOf);
      case 1 -> conditions.addAll(Collections.nCopies(1 + random.nextInt(5), this::any));
      default -> {
        // no alternatives
      }
    }
    Collections.shuffle(conditions, random);
    conditions.forEach(Runnable::run);
    if (!and.isEmpty()) {
      object.set("and", and);
    }
    if (!or.isEmpty()) {
      object.set("or", or);
    }
  }

  private void orderAndStretch() {
    if (random.nextBoolean()) {
      // build() takes listed columns only
      Column column = listed();
      OrderDirection direction = random.nextBoolean() ? OrderDirection.ASC : OrderDirection.DESC;
      builder.orderBy(column, direction);
      object.putObject("order").put("field", column.value()).put("dir", direction.value());
    }
    if (random.nextBoolean()) {
      int offset = random.nextInt(1000);
      builder.offset(offset);
      object.put("offset", offset);
    }
    if (random.nextBoolean()) {
      int limit = 1 + random.nextInt(500);
      builder.limit(limit);
      object.put("limit", limit);
    }
  }

  private void every() {
    Column column = column();
    if (random.nextInt(4) == 0) {
      int low = random.nextInt(100_000);
      int high = low + random.nextInt(100_000);
      builder.where(column).between(low, high);
      array(and, column).add(">=|" + low).add("<=|" + high);
    } else {
      compare(builder.where(column), and, column);
    }
  }

  private void any() {
    Column column = column();
    if (random.nextInt(4) == 0) {
      list(builder.orWhere(column), column);
    } else {
      compare(builder.orWhere(column), or, column);
    }
  }

  private void oneOf() {
    Column column = column();
    list(builder.where(column), column);
  }

  private void list(VehicleComparison comparison, Column column) {
    List<String> texts = Stream.generate(this::text).limit(1 + random.nextInt(4)).toList();
    comparison.isOneOf(texts);
    ArrayNode array = array(or, column);
    texts.forEach(text -> array.add(equal(text)));
  }

  private void compare(VehicleComparison comparison, ObjectNode group, Column column) {
    switch (random.nextInt(7)) {
      case 0 -> {
        int number = random.nextInt();
        compare(comparison, 6, Number.class, number, group, column, new BigDecimal(number));
      }
      case 1 -> {
        // first as JavaScript writes it
        String digits = random.nextInt(100_000) + "." + random.nextInt(100) + "5";
        Number number = random.nextBoolean() ? Double.valueOf(digits) : new BigDecimal(digits);
        compare(comparison, 6, Number.class, number, group, column, new BigDecimal(digits));
      }
      case 2 -> {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
        compare(comparison, 6, LocalDate.class, day, group, column, day.toString());
      }
      case 3 -> {
        LocalDateTime time = LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(random.nextInt());
        String written = time.toLocalDate() + " " + "%tT".formatted(time);
        compare(comparison, 6, LocalDateTime.class, time, group, column, written);
      }
      case 4 -> {
        boolean yes = random.nextBoolean();
        compare(comparison, 2, boolean.class, yes, group, column, yes);
      }
      case 5 -> {
        FuelType fuel = random.nextBoolean() ? FuelType.DIESEL : FuelType.of(text());
        compare(comparison, 2, OpenEnum.class, fuel, group, column, fuel.value());
      }
      default -> {
        String text = text();
        compare(comparison, 6, String.class, text, group, column, text);
      }
    }
  }

  /** One of the first so many operators. */
  private void compare(
      VehicleComparison comparison,
      int operators,
      Class<?> type,
      Object value,
      ObjectNode group,
      Column column,
      Object written) {
    String[] operator = OPERATORS[random.nextInt(operators)];
    try {
      VehicleComparison.class.getMethod(operator[0], type).invoke(comparison, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    add(group, column, operator[1].isEmpty() ? equal(written) : text(operator[1] + written));
  }

  /** As a script would fill the object: a second value makes an array of both. */
  private static void add(ObjectNode group, Column column, JsonNode value) {
    if (group.has(column.value())) {
      array(group, column).add(value);
    } else {
      group.set(column.value(), value);
    }
  }

  private static ArrayNode array(ObjectNode group, Column column) {
    JsonNode known = group.get(column.value());
    if (known instanceof ArrayNode array) {
      return array;
    }
    // set() keeps the place of a name that is there
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    group.set(column.value(), array);
    return known == null ? array : array.add(known);
  }

  private static JsonNode equal(Object value) {
    if (value instanceof BigDecimal number) {
      return DecimalNode.valueOf(number);
    }
    if (value instanceof Boolean yes) {
      return BooleanNode.valueOf(yes);
    }
    String text = value.toString();
    return text(text.contains("|") ? "=|" + text : text);
  }

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }

  private Column column() {
    return random.nextInt(10) == 0 ? Column.of("x" + text()) : listed();
  }

  private Column listed() {
    List<Column> columns = columns().toList();
    return columns.get(random.nextInt(columns.size()));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    // often one piece alone, the empty one too
    for (int i = Math.max(0, random.nextInt(6) - 2); i >= 0; i--) {
      text.append(NASTY[Math.max(0, random.nextInt(NASTY.length + 4) - 4)]);
    }
    return text.toString();
  }
}
