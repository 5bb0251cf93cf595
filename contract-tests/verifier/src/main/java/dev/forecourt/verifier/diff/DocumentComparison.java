package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.Spot;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** What a contract says of itself as a whole: version, servers, limits, credentials. */
final class DocumentComparison {
  private static final Set<String> ELSEWHERE =
      Set.of(
          "components",
          "info",
          "paths",
          "security",
          "servers",
          "tags",
          "x-mock-port",
          "x-rate-limit");

  private final Changes changes;
  private final Spot was;
  private final Spot is;

  private DocumentComparison(Changes changes) {
    this.changes = changes;
    this.was = changes.before().root();
    this.is = changes.after().root();
  }

  static void compare(Changes changes) {
    DocumentComparison comparison = new DocumentComparison(changes);
    comparison.info();
    comparison.rateLimit();
    comparison.mockPort();
    comparison.others();
    ServerComparison.compare(
        changes, "", comparison.was.to("servers"), comparison.is.to("servers"));
    SecuritySchemes.compare(changes);
  }

  private void info() {
    Spot before = was.to("info");
    Spot after = is.to("info");
    if (!before.text("version").equals(after.text("version"))) {
      add(
          OperationRule.CONTRACT_VERSION_CHANGED,
          "",
          before.text("version"),
          after.text("version"));
    }
    if (!without(before.node(), "version").equals(without(after.node(), "version"))) {
      add(OperationRule.DOCUMENTATION_CHANGED, "info", "", "");
    }
    if (!was.node().path("tags").equals(is.node().path("tags"))) {
      add(OperationRule.DOCUMENTATION_CHANGED, "tags", "", "");
    }
  }

  private static JsonNode without(JsonNode node, String name) {
    JsonNode copy = node.deepCopy();
    if (copy instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
      object.remove(name);
    }
    return copy;
  }

  private void rateLimit() {
    JsonNode before = was.node().path("x-rate-limit");
    JsonNode after = is.node().path("x-rate-limit");
    if (before.isMissingNode() && after.isMissingNode()) {
      return;
    }
    if (before.isMissingNode()) {
      add(OperationRule.RATE_LIMIT_ADDED, "x-rate-limit", "", words(after));
    } else if (after.isMissingNode()) {
      add(OperationRule.RATE_LIMIT_REMOVED, "x-rate-limit", words(before), "");
    } else if (!words(before).equals(words(after))) {
      // a shorter period at the same pace leaves less room for bursts
      boolean less =
          perSecond(after) < perSecond(before)
              || after.path("requests").asLong() < before.path("requests").asLong();
      add(
          less ? OperationRule.RATE_LIMIT_LOWERED : OperationRule.RATE_LIMIT_RAISED,
          "x-rate-limit",
          words(before),
          words(after));
    }
  }

  private static double perSecond(JsonNode limit) {
    return limit.path("requests").asDouble() / seconds(limit);
  }

  private static long seconds(JsonNode limit) {
    return Math.max(1, Duration.parse(limit.path("period").asText("PT1S")).toSeconds());
  }

  private static String words(JsonNode limit) {
    return "%s requests in %s"
        .formatted(limit.path("requests").asText(), limit.path("period").asText());
  }

  private void mockPort() {
    String before = was.text("x-mock-port");
    String after = is.text("x-mock-port");
    if (!before.equals(after)) {
      add(OperationRule.MOCK_PORT_CHANGED, "x-mock-port", before, after);
    }
  }

  private void others() {
    Set<String> keys = new TreeSet<>();
    was.node().fieldNames().forEachRemaining(keys::add);
    is.node().fieldNames().forEachRemaining(keys::add);
    keys.removeAll(ELSEWHERE);
    for (String key : keys) {
      if (!was.node().path(key).equals(is.node().path(key))) {
        boolean words = ExtensionComparison.WORDS.contains(key);
        add(
            words ? OperationRule.DOCUMENTATION_CHANGED : OperationRule.EXTENSION_CHANGED,
            key,
            "",
            key);
      }
    }
  }

  private void add(OperationRule rule, String key, String from, String to) {
    Spot before = key.isEmpty() ? was : was.to(key);
    Spot after = key.isEmpty() ? is : is.to(key);
    changes.add(rule.rule(), "", before, after, from, to);
  }
}
