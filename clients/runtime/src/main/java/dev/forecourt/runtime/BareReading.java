package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads a scalar as the object that has it as its only member, and notes that it was bare. */
final class BareReading extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  private final String member;

  BareReading(JsonDeserializer<?> object, String member) {
    super(object);
    this.member = member;
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> object) {
    return new BareReading(object, member);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonToken token = parser.currentToken();
    if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
      return super.deserialize(parser, context);
    }
    ObjectNode object = context.getNodeFactory().objectNode();
    object.set(member, context.readTree(parser));
    try (JsonParser members = object.traverse(parser.getCodec())) {
      members.nextToken();
      return ((BareModel) super.deserialize(members, context)).asBare();
    }
  }
}
