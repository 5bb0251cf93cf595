package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Keeps the JSON value as it is, whatever its type. */
final class LooseNumberDeserializer extends StdDeserializer<LooseNumber> {
  private static final long serialVersionUID = 1L;

  LooseNumberDeserializer() {
    super(LooseNumber.class);
  }

  @Override
  public LooseNumber deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      // a double would turn 9.40 into 9.4
      return LooseNumber.of(parser.getDecimalValue());
    }
    return LooseNumber.ofRaw(context.readTree(parser));
  }

  @Override
  public LooseNumber getNullValue(DeserializationContext context) {
    return LooseNumber.ofNull();
  }
}
