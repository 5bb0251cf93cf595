package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.check.MatchingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One generator of a pact.
 *
 * @param side {@code request} or {@code response}; empty for a message
 * @param part what it is about: {@code body}, {@code header}, {@code query}, {@code path} or {@code
 *     status}
 * @param key name of the header or parameter, or path in the body; empty for path and status
 * @param node the generator, such as {@code {"type": "Uuid"}}
 * @param place JSON path in the pact file
 */
record Generator(String side, String part, String key, JsonNode node, String place) {

  /** Kind of the rule that stands for a generator: the values it makes have to be allowed, too. */
  static final String KIND = "generator";

  /** Whether its value is the provider's matter. */
  boolean isOfState() {
    return node.path("type").asText().equals("ProviderState");
  }

  /** As a rule, to be checked like one. */
  MatchingRule rule() {
    ObjectNode matcher = node.deepCopy();
    return new MatchingRule(part, key, matcher.put("match", KIND), false, place);
  }

  /** All of an interaction. */
  static List<Generator> of(JsonNode interaction, String place) {
    List<Generator> all = new ArrayList<>();
    add(all, "", interaction.path("generators"), place);
    for (String side : List.of("request", "response")) {
      add(all, side, interaction.path(side).path("generators"), place + "." + side);
    }
    return all;
  }

  private static void add(List<Generator> all, String side, JsonNode node, String place) {
    // null stands for none
    for (Map.Entry<String, JsonNode> part : node.properties()) {
      String at = place + ".generators." + part.getKey();
      if (part.getValue().has("type")) {
        all.add(new Generator(side, part.getKey(), "", part.getValue(), at));
      } else {
        part.getValue().properties().stream()
            .filter(each -> each.getValue().isObject())
            .forEach(
                each ->
                    all.add(
                        new Generator(
                            side,
                            part.getKey(),
                            each.getKey(),
                            each.getValue(),
                            at + "['" + each.getKey() + "']")));
      }
    }
  }
}
