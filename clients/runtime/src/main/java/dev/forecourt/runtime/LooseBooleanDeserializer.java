package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Keeps the JSON value as it is, whatever its type. */
final class LooseBooleanDeserializer extends StdDeserializer<LooseBoolean> {
  private static final long serialVersionUID = 1L;

  LooseBooleanDeserializer() {
    super(LooseBoolean.class);
  }

  @Override
  public LooseBoolean deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return LooseBoolean.ofRaw(context.readTree(parser));
  }

  @Override
  public LooseBoolean getNullValue(DeserializationContext context) {
    return LooseBoolean.ofNull();
  }
}
