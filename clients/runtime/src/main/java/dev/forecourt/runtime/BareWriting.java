package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Writes a model that is bare as that member, and any other as the object it is. */
final class BareWriting extends StdSerializer<BareModel>
    implements ContextualSerializer, ResolvableSerializer {
  private static final long serialVersionUID = 1L;

  private final transient JsonSerializer<Object> object;
  private final String member;

  BareWriting(JsonSerializer<Object> object, String member) {
    super(BareModel.class);
    this.object = object;
    this.member = member;
  }

  @Override
  public void serialize(BareModel model, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (!model.isBare()) {
      object.serialize(model, json, provider);
      return;
    }
    try (TokenBuffer members = new TokenBuffer(json.getCodec(), false)) {
      // as the parser would: a double would lose digits
      members.forceUseOfBigDecimal(true);
      object.serialize(model, members, provider);
      JsonNode tree = json.getCodec().readTree(members.asParser());
      json.writeTree(tree.size() == 1 && tree.has(member) ? tree.get(member) : tree);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
      throws JsonMappingException {
    return object instanceof ContextualSerializer contextual
        ? new BareWriting(
            (JsonSerializer<Object>) contextual.createContextual(provider, property), member)
        : this;
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    if (object instanceof ResolvableSerializer resolvable) {
      resolvable.resolve(provider);
    }
  }
}
