package dev.forecourt.runtime.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.JsonOut;
import dev.forecourt.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes our types with any mapper of Jackson 2. Made by Jackson. */
public final class Jackson2Writer extends StdSerializer<JsonValue> {
  private static final long serialVersionUID = 1L;

  /** For Jackson. */
  public Jackson2Writer() {
    super(JsonValue.class);
  }

  @Override
  public void serialize(JsonValue value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    try {
      value.write(new JsonOut(new Jackson2Sink(json)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** With the name of the class, as an application's default typing wants it. */
  @Override
  public void serializeWithType(
      JsonValue value, JsonGenerator json, SerializerProvider provider, TypeSerializer types)
      throws IOException {
    Json tree = Json.from(value);
    JsonToken shape =
        switch (tree.kind()) {
          case OBJECT -> JsonToken.START_OBJECT;
          case ARRAY -> JsonToken.START_ARRAY;
          default -> JsonToken.VALUE_STRING;
        };
    WritableTypeId type = types.writeTypePrefix(json, types.typeId(value, shape));
    try {
      JsonOut out = new JsonOut(new Jackson2Sink(json));
      for (Map.Entry<String, Json> member : tree.members().entrySet()) {
        json.writeFieldName(member.getKey());
        member.getValue().write(out);
      }
      tree.elements().forEach(element -> element.write(out));
      if (shape == JsonToken.VALUE_STRING) {
        tree.write(out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    types.writeTypeSuffix(json, type);
  }
}
