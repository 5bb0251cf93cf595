package dev.forecourt.mock.console;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import java.util.Map;
import java.util.function.Consumer;

/** Answers of the console. */
final class Message {

  private Message() {}

  /** {@code {"message": "…"}}. */
  static MockResponse of(int status, String message) {
    return MockResponse.json(status, JsonWriter.object(out -> out.field("message", message)));
  }

  /** The members of a JSON object; none when it is no JSON object. */
  static Map<?, ?> read(byte[] json) {
    try {
      return JsonReader.read(json) instanceof Map<?, ?> object ? object : Map.of();
    } catch (JsonProblem e) {
      return Map.of();
    }
  }

  static MockResponse json(Consumer<JsonWriter> fields) {
    return MockResponse.json(200, JsonWriter.object(fields));
  }
}
