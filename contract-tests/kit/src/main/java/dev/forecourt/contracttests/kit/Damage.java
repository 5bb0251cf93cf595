package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contracttests.kit.StubGate.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What happens to the answers of a stub before a verifier sees them. */
interface Damage {
  /** Nothing happens. */
  Damage NONE = (key, answer) -> answer;

  /** Four of five calls get one fault each, always the same for the same call. */
  Damage PLANTED =
      (key, answer) ->
          switch (Math.floorMod(key.hashCode(), 5)) {
            case 0 -> answer;
            case 1 -> new Answer(answer.status() + 1, answer.headers(), answer.body());
            case 2 -> withBody(answer, Damage::rename);
            case 3 -> withBody(answer, Damage::wrap);
            default -> new Answer(answer.status(), Map.of(), answer.body());
          };

  /**
   * The answer as the verifier gets it.
   *
   * @param key the call: the same for every verifier
   */
  Answer to(String key, Answer answer);

  private static Answer withBody(Answer answer, Consumer<ObjectNode> change) {
    try {
      JsonNode body = new ObjectMapper().readTree(answer.body());
      for (JsonNode each : body.isArray() ? body : List.of(body)) {
        if (each instanceof ObjectNode object) {
          change.accept(object);
        }
      }
      return new Answer(
          answer.status(), answer.headers(), new ObjectMapper().writeValueAsBytes(body));
    } catch (IOException notJson) {
      return answer;
    }
  }

  /** A typing error in the name of each member. */
  private static void rename(ObjectNode object) {
    List<Map.Entry<String, JsonNode>> members = List.copyOf(object.properties());
    object.removeAll();
    members.forEach(member -> object.set(member.getKey() + "x", member.getValue()));
  }

  /** Another type of each value. */
  private static void wrap(ObjectNode object) {
    object.properties().forEach(member -> member.setValue(list(member.getValue())));
  }

  private static ArrayNode list(JsonNode value) {
    return new ObjectMapper().createArrayNode().add(value);
  }
}
