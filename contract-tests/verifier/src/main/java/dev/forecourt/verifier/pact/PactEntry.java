package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.MatchingRule;
import dev.forecourt.verifier.check.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An interaction or message of a pact file.
 *
 * @param node as it stands in the file
 * @param exchange what it says
 * @param generators what makes other values than those of the examples
 * @param pending whether the provider need not do it yet
 */
record PactEntry(JsonNode node, Exchange exchange, List<Generator> generators, boolean pending) {

  /**
   * A provider state that the interaction asks for.
   *
   * @param name what it is called
   * @param parameters by name
   */
  record State(String name, Map<String, JsonNode> parameters) {}

  /** Its states, as any version writes them. */
  List<State> states() {
    List<State> states = new ArrayList<>();
    for (String old : List.of("providerState", "provider_state")) {
      if (node.path(old).isTextual()) {
        states.add(new State(node.path(old).asText(), Map.of()));
      }
    }
    for (JsonNode each : node.path("providerStates")) {
      Map<String, JsonNode> parameters = new TreeMap<>();
      each.path("params").properties().forEach(p -> parameters.put(p.getKey(), p.getValue()));
      states.add(new State(each.path("name").asText(), parameters));
    }
    return states;
  }

  /** Names of the plugins that it needs; none if it is of Pact alone. */
  List<String> plugins() {
    return node.path("pluginConfiguration").properties().stream().map(Map.Entry::getKey).toList();
  }

  /** What its matchers say, but for values that come from a state: those replace the examples. */
  Exchange asMatched() {
    return with(
        (message, side) ->
            message.rules().stream()
                .filter(
                    rule ->
                        ofSide(side)
                            .noneMatch(
                                each ->
                                    each.isOfState()
                                        && each.part().equals(rule.part())
                                        && each.key().equals(rule.key())))
                .toList());
  }

  /** The same with its generators in place of its matchers. */
  Exchange asGenerated() {
    return with((message, side) -> ofSide(side).map(Generator::rule).toList());
  }

  private Stream<Generator> ofSide(String side) {
    return generators.stream().filter(each -> each.side().equals(side));
  }

  private Exchange with(BiFunction<Message, String, List<MatchingRule>> rules) {
    boolean call = exchange.kind() == Exchange.Kind.CALL;
    return new Exchange(
        exchange.place(),
        exchange.description(),
        exchange.operationId(),
        exchange.kind(),
        exchange.method(),
        exchange.path(),
        exchange.status(),
        with(exchange.request(), rules.apply(exchange.request(), call ? "request" : "")),
        with(exchange.answer(), rules.apply(exchange.answer(), call ? "response" : "")));
  }

  private static Message with(Message message, List<MatchingRule> rules) {
    return new Message(
        message.place(),
        message.headers(),
        message.query(),
        message.body(),
        message.bodyPlace(),
        message.type(),
        rules);
  }
}
