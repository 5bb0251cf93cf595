package dev.forecourt.runtime;

import dev.forecourt.runtime.call.AnswerReader;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.JsonIn;
import dev.forecourt.runtime.json.Members;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object as a map: a model would be generated, and says no more here. */
final class JsonMaps {
  static final AnswerReader<Map<String, Object>> READER = AnswerReader.of(JsonMaps::read);

  private JsonMaps() {}

  private static @Nullable Map<String, Object> read(JsonIn in) {
    // notes what else came as drift, as a model does
    if (!in.startObject()) {
      return null;
    }
    Map<String, Object> members = new HashMap<>();
    Members.Builder unknown = new Members.Builder();
    while (in.nextMember(unknown)) {
      in.keep();
    }
    unknown.build().unknown().forEach((name, value) -> members.put(name, plain(value)));
    return members;
  }

  private static Object plain(Json value) {
    return value.number().isPresent()
        ? value.number().get().intValue()
        : value.text().<Object>map(text -> text).orElse(value);
  }
}
