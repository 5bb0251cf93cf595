package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which credentials a call needs: whoever had enough before must have enough after. */
final class SecurityComparison {
  private SecurityComparison() {}

  static void compare(Changes changes, String operation, Spot was, Spot is) {
    Set<Map<String, Set<String>>> before = choices(changes.before(), changes.after(), was);
    Set<Map<String, Set<String>>> after = choices(changes.after(), changes.before(), is);
    if (before.equals(after)) {
      return;
    }
    Spot place = changes.before().security(was);
    Spot placeNow = changes.after().security(is);
    // nothing said is a place as well: that of the operation
    Spot from = place.exists() ? place : was;
    Spot to = placeNow.exists() ? placeNow : is;
    if (!before.stream()
        .allMatch(choice -> isEnough(withoutScopes(choice), withoutScopes(after)))) {
      boolean one =
          before.stream().anyMatch(choice -> isEnough(withoutScopes(choice), withoutScopes(after)));
      changes.add(
          (one ? OperationRule.SECURITY_CHOICE_REMOVED : OperationRule.SECURITY_REQUIREMENT_ADDED)
              .rule(),
          operation,
          from,
          to,
          words(before),
          words(after));
      return;
    }
    if (!withoutScopes(before).equals(withoutScopes(after))) {
      changes.add(
          OperationRule.SECURITY_REQUIREMENT_REMOVED.rule(),
          operation,
          from,
          to,
          words(before),
          words(after));
    }
    for (String scope : lacking(before, after)) {
      changes.add(OperationRule.SECURITY_SCOPE_ADDED.rule(), operation, from, to, "", scope);
    }
    for (String scope : lacking(after, before)) {
      changes.add(OperationRule.SECURITY_SCOPE_REMOVED.rule(), operation, from, to, scope, "");
    }
  }

  /** Each choice is the credentials that are needed together, with their scopes. */
  private static Set<Map<String, Set<String>>> choices(
      ContractTree contract, ContractTree other, Spot operation) {
    Set<Map<String, Set<String>>> all = new LinkedHashSet<>();
    for (JsonNode requirement : contract.security(operation).node()) {
      Map<String, Set<String>> choice = new TreeMap<>();
      for (Map.Entry<String, JsonNode> each : requirement.properties()) {
        Set<String> scopes = new TreeSet<>();
        each.getValue().forEach(scope -> scopes.add(scope.asText()));
        choice.put(key(contract, other, each.getKey()), scopes);
      }
      all.add(choice);
    }
    return all.isEmpty() ? Set.of(Map.of()) : all;
  }

  /** The name; what goes over the wire if the other version has no scheme of that name. */
  private static String key(ContractTree contract, ContractTree other, String name) {
    Spot scheme = contract.scheme(name);
    return other.scheme(name).exists() || !scheme.exists() ? name : SecuritySchemes.wire(scheme);
  }

  private static boolean isEnough(Set<String> had, Set<Set<String>> needed) {
    return needed.stream().anyMatch(had::containsAll);
  }

  private static Set<String> withoutScopes(Map<String, Set<String>> choice) {
    return choice.keySet();
  }

  private static Set<Set<String>> withoutScopes(Set<Map<String, Set<String>>> choices) {
    return choices.stream().map(Map::keySet).collect(Collectors.toSet());
  }

  /** Scopes that some choice lacks although its credentials are enough; the nearest way counts. */
  private static Set<String> lacking(
      Set<Map<String, Set<String>>> choices, Set<Map<String, Set<String>>> needed) {
    Set<String> all = new TreeSet<>();
    for (Map<String, Set<String>> had : choices) {
      needed.stream()
          .filter(need -> had.keySet().containsAll(need.keySet()))
          .map(need -> lacking(had, need))
          .min(Comparator.comparing(Set::size))
          .ifPresent(all::addAll);
    }
    return all;
  }

  private static Set<String> lacking(Map<String, Set<String>> had, Map<String, Set<String>> need) {
    Set<String> rest = new TreeSet<>();
    need.forEach(
        (name, scopes) ->
            scopes.stream().filter(scope -> !had.get(name).contains(scope)).forEach(rest::add));
    return rest;
  }

  private static String words(Set<Map<String, Set<String>>> choices) {
    return choices.stream()
        .map(
            choice ->
                choice.isEmpty() ? "none" : String.join(" and ", List.copyOf(choice.keySet())))
        .collect(Collectors.joining(", or "));
  }
}
