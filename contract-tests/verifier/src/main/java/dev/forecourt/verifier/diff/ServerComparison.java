package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.Spot;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses of the vendor, with the defaults of their variables put in. */
final class ServerComparison {
  private ServerComparison() {}

  static void compare(Changes changes, String operation, Spot was, Spot is) {
    if (was.node().equals(is.node())) {
      return;
    }
    Map<String, JsonNode> before = servers(was);
    Map<String, JsonNode> after = servers(is);
    before.forEach(
        (url, server) -> {
          if (!after.containsKey(url)) {
            add(
                changes,
                OperationRule.SERVER_REMOVED,
                operation,
                was,
                is,
                url,
                after.keySet().toString());
          } else if (!values(server).equals(values(after.get(url)))) {
            add(changes, OperationRule.SERVER_VARIABLE_CHANGED, operation, was, is, "", url);
          }
        });
    for (String url : after.keySet()) {
      if (!before.containsKey(url)) {
        add(changes, OperationRule.SERVER_ADDED, operation, was, is, "", url);
      }
    }
    String first = first(before);
    if (after.containsKey(first) && !first.equals(first(after))) {
      add(changes, OperationRule.FIRST_SERVER_CHANGED, operation, was, is, first, first(after));
    }
  }

  private static String first(Map<String, JsonNode> servers) {
    return servers.keySet().iterator().next();
  }

  /** Without any, the address is that of the contract. */
  private static Map<String, JsonNode> servers(Spot list) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (JsonNode server : list.node()) {
      String url = server.path("url").asText();
      for (Map.Entry<String, JsonNode> each : server.path("variables").properties()) {
        url = url.replace("{" + each.getKey() + "}", each.getValue().path("default").asText());
      }
      all.put(url.replaceFirst("/$", ""), server);
    }
    if (all.isEmpty()) {
      all.put("/", list.node());
    }
    return all;
  }

  private static String values(JsonNode server) {
    StringBuilder values = new StringBuilder();
    server
        .path("variables")
        .properties()
        .forEach(each -> values.append(each.getKey()).append(each.getValue().path("enum")));
    return values.toString();
  }

  private static void add(
      Changes changes,
      OperationRule rule,
      String operation,
      Spot was,
      Spot is,
      String from,
      String to) {
    changes.add(rule.rule(), operation, was, is, from, to);
  }
}
