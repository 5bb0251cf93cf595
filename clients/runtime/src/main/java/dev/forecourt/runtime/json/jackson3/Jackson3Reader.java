package dev.forecourt.runtime.json.jackson3;

import dev.forecourt.runtime.json.Models;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.TextSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads our types with any mapper of Jackson 3. Made by Jackson. */
public final class Jackson3Reader extends StdDeserializer<Object> {
  /** For Jackson, which asks at once for one that knows its type. */
  public Jackson3Reader() {
    this(Object.class);
  }

  private Jackson3Reader(Class<?> type) {
    super(type);
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new Jackson3Reader(context.getContextualType().getRawClass());
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
    TextSink text = new TextSink();
    copy(parser, text);
    return read(text.json(), context);
  }

  private Object read(String json, DeserializationContext context) {
    try {
      return Reading.of(json, Models.reader(handledType())).value();
    } catch (IllegalArgumentException e) {
      // says what was expected; no value
      throw DatabindException.from(
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

  private static void copy(JsonParser parser, TextSink text) {
    switch (parser.currentToken()) {
      case START_OBJECT, PROPERTY_NAME -> copyObject(parser, text);
      case START_ARRAY -> {
        text.startArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          copy(parser, text);
        }
        text.endArray();
      }
      case VALUE_TRUE, VALUE_FALSE -> text.bool(parser.getBooleanValue());
      case VALUE_NULL -> text.nothing();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text.numberOrText(parser.getString());
      default -> text.text(parser.getString());
    }
  }

  /** At its first name if Jackson has taken the name of the class out. */
  private static void copyObject(JsonParser parser, TextSink text) {
    text.startObject();
    JsonToken token =
        parser.currentToken() == JsonToken.START_OBJECT
            ? parser.nextToken()
            : parser.currentToken();
    while (token == JsonToken.PROPERTY_NAME) {
      text.name(parser.currentName());
      parser.nextToken();
      copy(parser, text);
      token = parser.nextToken();
    }
    text.endObject();
  }
}
