package dev.forecourt.mock.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into maps, lists, strings, booleans, null and numbers: {@link Long}, {@link
 * java.math.BigInteger} beyond 64 bits, {@link java.math.BigDecimal} with a fraction.
 */
public final class JsonReader {

  // deeper than any contract; guards the stack, because objects are read recursively
  private static final int MAX_DEPTH = 100;

  // with more digits of exponent a number is valid, but takes minutes to calculate with
  private static final int MAX_EXPONENT_DIGITS = 3;

  // names, values and ends of objects and arrays: each takes some 60 bytes of memory, however few
  // it was sent with
  private static final int MAX_TOKENS = 150_000;

  private static final JsonFactory FACTORY = factory(MAX_DEPTH, 100, MAX_TOKENS);

  // what is remembered of a request lies deeper in a state than in the request, and a number may
  // be written a little longer than it was sent; of large ones the memory for rows is counted
  private static final JsonFactory STATE_FACTORY = factory(2 * MAX_DEPTH, 200, Long.MAX_VALUE);

  private static final JsonFactory OWN_FACTORY =
      STATE_FACTORY.rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonReader() {}

  private static JsonFactory factory(int depth, int digits, long tokens) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNumberLength(digits)
                .maxTokenCount(tokens)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  /** Reads one JSON value that fills the whole text. */
  public static @Nullable Object read(byte[] utf8) throws JsonProblem {
    return read(FACTORY, utf8);
  }

  /** The same of a value nested twice as deep, such as what is kept of a request. */
  public static @Nullable Object readDeep(byte[] utf8) throws JsonProblem {
    return read(STATE_FACTORY, utf8);
  }

  /** The same of text that {@link JsonWriter} wrote: a name that comes twice is not looked for. */
  public static @Nullable Object readOwn(byte[] utf8) throws JsonProblem {
    return read(OWN_FACTORY, utf8);
  }

  /**
   * Reads an object whose members are arrays, item by item, so that a large one is never held as a
   * whole. Takes values nested twice as deep as {@link #read}.
   */
  public static void readArrays(byte[] utf8, Items items) throws JsonProblem {
    try (ArrayReader arrays = new ArrayReader(utf8)) {
      while (arrays.next(items)) {
        // all of them
      }
    }
  }

  /** The same, one array at a time: what is not asked for is not read. */
  public static final class ArrayReader implements AutoCloseable {
    private final JsonParser parser;
    private boolean begun;

    /** Begins before the first array. */
    public ArrayReader(byte[] utf8) throws JsonProblem {
      parser = guarded(() -> STATE_FACTORY.createParser(utf8));
    }

    /** Reads the next array; false when there is none. */
    public boolean next(Items items) throws JsonProblem {
      return guarded(
          () -> {
            if (!begun) {
              begun = true;
              begin(parser);
            }
            boolean more = nextArray(parser, items);
            if (!more) {
              end(parser);
            }
            return more;
          });
    }

    @Override
    public void close() {
      try {
        parser.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e); // bytes in memory have nothing to close
      }
    }
  }

  /** Is told what an object of arrays holds. */
  public interface Items {

    /** An array begins. */
    void array(String name);

    /** The next item of the array that began last. */
    void item(@Nullable Object value);
  }

  /** Reads something with a parser. */
  private interface Reading<T extends @Nullable Object> {
    T read() throws IOException, JsonProblem;
  }

  private static @Nullable Object read(JsonFactory factory, byte[] utf8) throws JsonProblem {
    return guarded(
        () -> {
          try (JsonParser parser = factory.createParser(utf8)) {
            begin(parser);
            Object value = value(parser);
            end(parser);
            return value;
          }
        });
  }

  private static void begin(JsonParser parser) throws IOException, JsonProblem {
    if (parser.nextToken() == null) {
      throw new JsonProblem("it is empty");
    }
  }

  private static void end(JsonParser parser) throws IOException, JsonProblem {
    if (parser.nextToken() != null) {
      throw new JsonProblem("it goes on after the end of the value");
    }
  }

  private static <T extends @Nullable Object> T guarded(Reading<T> reading) throws JsonProblem {
    try {
      return reading.read();
    } catch (JsonProcessingException e) {
      // Jackson's own hint to the start is about its settings rather than about the text
      String what = e.getOriginalMessage().replaceAll(" \\(start marker at .*?]\\)", "");
      throw new JsonProblem(what + where(e));
    } catch (IOException e) {
      throw new JsonProblem(String.valueOf(e.getMessage()));
    }
  }

  private static boolean nextArray(JsonParser parser, Items items) throws IOException, JsonProblem {
    if (parser.currentToken() == JsonToken.END_ARRAY) {
      parser.nextToken();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      parser.nextToken();
    } else {
      throw new JsonProblem("it must be an object");
    }
    if (parser.currentToken() == JsonToken.END_OBJECT) {
      return false;
    }
    String name = parser.currentName();
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new JsonProblem("'%s' must be an array".formatted(name));
    }
    items.array(name);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.item(value(parser));
    }
    return true;
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private static Object decimal(JsonParser parser) throws IOException {
    String text = parser.getText();
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (exponent >= 0
        && text.substring(exponent + 1).replaceFirst("^[+-]?0*", "").length()
            > MAX_EXPONENT_DIGITS) {
      throw new JsonParseException(
          parser,
          "Number with an exponent of more than %d digits".formatted(MAX_EXPONENT_DIGITS),
          parser.currentTokenLocation());
    }
    return parser.getDecimalValue();
  }

  private static Object integer(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getBigIntegerValue()
        : (Object) parser.getLongValue();
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }
}
