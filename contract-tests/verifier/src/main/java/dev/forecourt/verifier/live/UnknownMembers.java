package dev.forecourt.verifier.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Members of an answer that no schema of the contract names. */
final class UnknownMembers {
  private final JsonNode contract;
  private final Set<String> found = new TreeSet<>();

  private UnknownMembers(JsonNode contract) {
    this.contract = contract;
  }

  /** Their places, such as {@code $.list[*].grade}; elements of a list count once. */
  static Set<String> of(JsonNode contract, JsonNode schema, JsonNode value) {
    UnknownMembers members = new UnknownMembers(contract);
    members.visit(List.of(schema), value, "$");
    return members.found;
  }

  private void visit(List<JsonNode> schemas, JsonNode value, String place) {
    List<JsonNode> all = flat(schemas);
    if (value.isArray()) {
      List<JsonNode> items =
          all.stream().map(each -> each.path("items")).filter(JsonNode::isObject).toList();
      value.forEach(element -> visit(items, element, place + "[*]"));
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        member(all, member, place + "." + member.getKey());
      }
    }
  }

  private void member(List<JsonNode> schemas, Map.Entry<String, JsonNode> member, String place) {
    List<JsonNode> named =
        schemas.stream()
            .map(each -> each.path("properties").path(member.getKey()))
            .filter(JsonNode::isObject)
            .toList();
    List<JsonNode> others =
        schemas.stream()
            .map(each -> each.path("additionalProperties"))
            .filter(JsonNode::isObject)
            .toList();
    boolean open =
        schemas.stream().anyMatch(each -> each.path("additionalProperties").asBoolean())
            || schemas.stream().noneMatch(each -> each.has("properties"));
    if (!named.isEmpty()) {
      visit(named, member.getValue(), place);
    } else if (!others.isEmpty()) {
      visit(others, member.getValue(), place.replaceFirst("\\.[^.]*$", ".*"));
    } else if (!open) {
      found.add(place);
    }
  }

  /** The schemas with those that they refer to or are made of. */
  private List<JsonNode> flat(List<JsonNode> schemas) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode schema : schemas) {
      JsonNode resolved =
          schema.has("$ref") ? contract.at(schema.path("$ref").asText().substring(1)) : schema;
      if (resolved != schema) {
        all.addAll(flat(List.of(resolved)));
        continue;
      }
      all.add(schema);
      for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
        schema.path(keyword).forEach(part -> all.addAll(flat(List.of(part))));
      }
    }
    return all;
  }
}
