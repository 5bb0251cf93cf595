package dev.forecourt.runtime.json.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.forecourt.runtime.json.Models;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.TextSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads our types with any mapper of Jackson 2. Made by Jackson. */
public final class Jackson2Reader extends StdDeserializer<Object>
    implements ContextualDeserializer {
  private static final long serialVersionUID = 1L;

  /** For Jackson, which asks at once for one that knows its type. */
  public Jackson2Reader() {
    this(Object.class);
  }

  private Jackson2Reader(Class<?> type) {
    super(type);
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new Jackson2Reader(context.getContextualType().getRawClass());
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    TextSink text = new TextSink();
    copy(parser, text);
    return read(text.json(), context);
  }

  private Object read(String json, DeserializationContext context) throws JsonMappingException {
    try {
      return Reading.of(json, Models.reader(handledType())).value();
    } catch (IllegalArgumentException e) {
      // says what was expected; no value
      throw JsonMappingException.from(
          context, handledType().getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /** {@code null} is a value of some types, such as LooseNumber. */
  @Override
  public @Nullable Object getNullValue(DeserializationContext context) {
    return Models.nullOf(handledType());
  }

  /** What is not there is not null. */
  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }

  private static void copy(JsonParser parser, TextSink text) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT, FIELD_NAME -> copyObject(parser, text);
      case START_ARRAY -> {
        text.startArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          copy(parser, text);
        }
        text.endArray();
      }
      case VALUE_TRUE, VALUE_FALSE -> text.bool(parser.getBooleanValue());
      case VALUE_NULL -> text.nothing();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text.numberOrText(parser.getText());
      default -> text.text(parser.getText());
    }
  }

  /** At its first name if Jackson has taken the name of the class out. */
  private static void copyObject(JsonParser parser, TextSink text) throws IOException {
    text.startObject();
    JsonToken token =
        parser.currentToken() == JsonToken.START_OBJECT
            ? parser.nextToken()
            : parser.currentToken();
    while (token == JsonToken.FIELD_NAME) {
      text.name(parser.currentName());
      parser.nextToken();
      copy(parser, text);
      token = parser.nextToken();
    }
    text.endObject();
  }
}
