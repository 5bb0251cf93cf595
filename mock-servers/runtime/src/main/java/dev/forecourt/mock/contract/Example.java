package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One named example of the contract.
 *
 * @param status the response it belongs to
 * @param name its name in the contract
 * @param mediaType what it is written in
 * @param text its text, as compiled into the stub
 * @param headers the headers of its response with their example values: name, value, name, value
 */
public record Example(
    int status, String name, String mediaType, String text, List<String> headers) {

  /** The example as an answer. */
  public MockResponse response() {
    MockResponse response =
        text.isEmpty()
            ? MockResponse.empty(status)
            : MockResponse.of(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
    return headers.isEmpty() ? response : response.with(headers.toArray(String[]::new));
  }

  /** Its JSON, read anew: whoever asks may change it. Throws when it is not JSON. */
  public @Nullable Object tree() {
    try {
      return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProblem e) {
      throw new IllegalStateException(
          "Example '%s' of the contract is not JSON: %s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * The object that it is, or that is under these names inside it. Throws when there is none.
   *
   * <pre>{@code
   * GET_CONTACT.example("documented").object("data", "contact");
   * }</pre>
   */
  public Map<String, @Nullable Object> object(String... path) {
    Object found = JsonTree.at(tree(), path);
    if (!(found instanceof Map)) {
      throw new IllegalStateException(
          "Example '%s' of the contract has no object at '%s'"
              .formatted(name, String.join(".", path)));
    }
    return JsonTree.object(found);
  }

  /** The objects of the array that it is, or that is under these names inside it. */
  public List<Map<String, @Nullable Object>> objects(String... path) {
    return JsonTree.objects(JsonTree.at(tree(), path));
  }
}
