package dev.forecourt.runtime.json.jackson3;

import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.JsonOut;
import dev.forecourt.runtime.json.JsonValue;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes our types with any mapper of Jackson 3. Made by Jackson. */
public final class Jackson3Writer extends StdSerializer<JsonValue> {
  /** For Jackson. */
  public Jackson3Writer() {
    super(JsonValue.class);
  }

  @Override
  public void serialize(JsonValue value, JsonGenerator json, SerializationContext context) {
    value.write(new JsonOut(new Jackson3Sink(json)));
  }

  /** With the name of the class, as an application's default typing wants it. */
  @Override
  public void serializeWithType(
      JsonValue value, JsonGenerator json, SerializationContext context, TypeSerializer types) {
    Json tree = Json.from(value);
    JsonToken shape =
        switch (tree.kind()) {
          case OBJECT -> JsonToken.START_OBJECT;
          case ARRAY -> JsonToken.START_ARRAY;
          default -> JsonToken.VALUE_STRING;
        };
    WritableTypeId type = types.writeTypePrefix(json, context, types.typeId(value, shape));
    JsonOut out = new JsonOut(new Jackson3Sink(json));
    for (Map.Entry<String, Json> member : tree.members().entrySet()) {
      json.writeName(member.getKey());
      member.getValue().write(out);
    }
    tree.elements().forEach(element -> element.write(out));
    if (shape == JsonToken.VALUE_STRING) {
      tree.write(out);
    }
    types.writeTypeSuffix(json, context, type);
  }
}
