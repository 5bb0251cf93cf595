package dev.forecourt.runtime;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;

/**
 * Reads one member of a model and keeps its JSON where the typed value would lose something of it.
 */
final class LosslessProperty extends SettableBeanProperty.Delegating {
  private static final long serialVersionUID = 1L;

  /** How programs in Go write that a time is not set. */
  private static final String ZERO_TIME = "0001-01-01T00:00:00Z";

  private final boolean hasOtherNames;

  LosslessProperty(SettableBeanProperty typed) {
    super(typed);
    this.hasOtherNames = typed.getAnnotation(JsonAlias.class) != null;
  }

  @Override
  protected SettableBeanProperty withDelegate(SettableBeanProperty typed) {
    return new LosslessProperty(typed);
  }

  @Override
  public Object deserializeSetAndReturn(
      JsonParser parser, DeserializationContext context, Object builder) throws IOException {
    JsonToken token = parser.currentToken();
    if (hasOtherNames && !getName().equals(parser.currentName())) {
      ((Model.Builder) builder).spelled(getName(), parser.currentName());
    }
    if (isPlain(token)) {
      // most members, and nothing of them can be lost
      return delegate.deserializeSetAndReturn(parser, context, builder);
    }
    if (token == JsonToken.START_ARRAY && isObject()) {
      return keepEmptyArray(parser, context, builder);
    }
    if (token == JsonToken.START_OBJECT && getType().isCollectionLikeType()) {
      return readSingle(parser, context, builder);
    }
    if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      return delegate.deserializeSetAndReturn(parser, context, builder);
    }
    return readScalar(token, parser, context, builder);
  }

  private boolean isPlain(JsonToken token) {
    Class<?> type = getType().getRawClass();
    return switch (token) {
      case VALUE_STRING -> type == String.class;
      case VALUE_TRUE, VALUE_FALSE -> type == Boolean.class;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Number.class.isAssignableFrom(type);
      default -> false;
    };
  }

  private Object readScalar(
      JsonToken token, JsonParser parser, DeserializationContext context, Object builder)
      throws IOException {
    String text = parser.getText();
    if (token == JsonToken.VALUE_STRING && getType().getRawClass() == OffsetDateTime.class) {
      if (text.equals(ZERO_TIME)) {
        return keep(context.readTree(parser), builder);
      }
      OffsetDateTime exact = Rfc3339.exact(text);
      if (exact != null) {
        return delegate.setAndReturn(builder, exact);
      }
    }
    try {
      Object value = delegate.deserialize(parser, context);
      delegate.setAndReturn(builder, value);
      if (ReadSpelling.isKeptBy(value, token, text)) {
        return builder;
      }
    } catch (MismatchedInputException e) {
      // MySQL's "0000-00-00 00:00:00" is no time: null, rather than the loss of the whole page
      if (!isTimeOrCode(getType().getRawClass())) {
        throw e;
      }
    }
    return keep(context.readTree(parser), builder);
  }

  /** One object where a list belongs: a list of one, if the contract allows that. */
  private Object readSingle(JsonParser parser, DeserializationContext context, Object builder)
      throws IOException {
    JsonNode single = context.readTree(parser);
    try (JsonParser again = single.traverse(parser.getCodec())) {
      again.nextToken();
      delegate.deserializeSetAndReturn(again, context, builder);
    }
    return keep(single, builder);
  }

  private static boolean isTimeOrCode(Class<?> type) {
    return Temporal.class.isAssignableFrom(type) || OpenEnum.class.isAssignableFrom(type);
  }

  private boolean isObject() {
    return getType().isMapLikeType() || Model.class.isAssignableFrom(getType().getRawClass());
  }

  /** PHP writes an object without members as {@code []}. */
  private Object keepEmptyArray(JsonParser parser, DeserializationContext context, Object builder)
      throws IOException {
    JsonNode array = context.readTree(parser);
    if (!array.isEmpty()) {
      context.reportInputMismatch(this, "expected an object and found an array");
    }
    return keep(array, builder);
  }

  private Object keep(JsonNode json, Object builder) {
    ((Model.Builder) builder).additionalProperty(getName(), json);
    return builder;
  }
}
