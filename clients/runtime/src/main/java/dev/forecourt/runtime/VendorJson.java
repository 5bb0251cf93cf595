package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads and writes models as the clients do, for callers who store or log them.
 *
 * <pre>{@code
 * String json = VendorJson.write(dealership);
 * Dealership same = VendorJson.read(json, Dealership.class);
 * }</pre>
 */
public final class VendorJson {
  /** One for the process: each mapper builds its readers anew, which costs more than a call. */
  private static final JsonMapper MAPPER = mapper();

  private static final Map<Type, ObjectReader> READERS = new ConcurrentHashMap<>();

  private VendorJson() {}

  /** The model in this JSON. Throws {@code IllegalArgumentException} if it does not fit. */
  public static <T> T read(String json, Class<T> model) {
    try {
      return MAPPER.readValue(json, model);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "This JSON is no " + model.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** The models in this JSON array. Throws {@code IllegalArgumentException} if they do not fit. */
  public static <T> List<T> readList(String json, Class<T> model) {
    try {
      return MAPPER.readerForListOf(model).readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "This JSON is no list of " + model.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** The JSON of this model. What was read comes out unchanged. */
  public static String write(Object model) {
    try {
      return MAPPER.writeValueAsString(model);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot write a "
              + model.getClass().getSimpleName()
              + " as JSON: "
              + e.getOriginalMessage(),
          e);
    }
  }

  public static JsonNode tree(Object model) {
    return MAPPER.valueToTree(model);
  }

  /** A reader that is made once for a type. */
  public static ObjectReader reader(Type type) {
    return READERS.computeIfAbsent(
        type, wanted -> MAPPER.readerFor(MAPPER.getTypeFactory().constructType(wanted)));
  }

  private static JsonMapper mapper() {
    SimpleModule wireForms =
        new SimpleModule("forecourt")
            .addDeserializer(LocalDateTime.class, new LocalDateTimeReader())
            .addSerializer(LocalDateTime.class, new LocalDateTimeWriter())
            .setDeserializerModifier(new LosslessReading())
            .setSerializerModifier(new LosslessWriting());
    return JsonMapper.builder()
        .addModules(new JavaTimeModule(), wireForms)
        // keep the offset that was read; numbers keep their scale: what is read can be written back
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        // 8.5 is not 8: say so instead
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        // two values in one body mean that something else answered
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
