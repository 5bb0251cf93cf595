package dev.forecourt.mock.codegen;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as maps, lists, texts, longs, decimals, booleans and null, whoever has read them. */
final class Plain {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS);

  private Plain() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof JsonNode node) {
      return MAPPER.convertValue(node, Object.class);
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Double || value instanceof Float) {
      return new java.math.BigDecimal(value.toString());
    }
    if (value instanceof java.util.Date || value instanceof java.time.temporal.Temporal) {
      return value instanceof java.util.Date date
          ? date.toInstant().toString().replaceFirst("T00:00:00Z$", "")
          : value.toString();
    }
    return value instanceof java.util.UUID ? value.toString() : value;
  }

  static Map<String, @Nullable Object> members(Map<?, ?> map) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(String.valueOf(name), value));
    return members;
  }
}
