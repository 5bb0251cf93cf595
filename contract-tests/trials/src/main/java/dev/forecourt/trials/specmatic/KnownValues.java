package dev.forecourt.trials.specmatic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values of requests that have to exist at the vendor: a made-up one would be a 404. Specmatic gets
 * the one that the contract documents, which our stubs start with.
 */
final class KnownValues {
  /** By vendor, beside all parameters of paths: parameters and members of what is sent. */
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "autengo", Set.of("sellingId"),
          "autochat", Set.of("client_id", "client_secret", "options"),
          "claire",
              Set.of(
                  "WebhookID",
                  "appointment_id",
                  "dealer_id",
                  "WebhookUpdate.id",
                  "AppointmentImport.location_id",
                  "dealer_location_id",
                  // its pattern allows what is no address
                  "url",
                  "vin",
                  "webhook_id"),
          "fidcar", Set.of("date", "end", "start"),
          "fidelisa",
              Set.of(
                  "card_id",
                  "customer",
                  "customer_id",
                  "customers",
                  "id",
                  "program",
                  "user_email",
                  "uuid"));

  private final Set<String> names;
  private final Set<String> unused;

  private KnownValues(Set<String> names) {
    this.names = names;
    this.unused = new TreeSet<>(names);
  }

  /** Makes the documented values the only ones that a request may hold. */
  static void fixIn(ObjectNode document, String vendor) {
    KnownValues known = new KnownValues(NAMES.getOrDefault(vendor, Set.of()));
    known.fixParameters(document);
    for (Map.Entry<String, JsonNode> schema :
        document.path("components").path("schemas").properties()) {
      if (schema.getValue().path("x-direction").asText().equals("request")) {
        known.fixMembers(schema.getKey(), schema.getValue());
      }
    }
    if (!known.unused.isEmpty()) {
      throw new IllegalStateException(
          "%s has no parameter and no member of a request named %s. Correct KnownValues."
              .formatted(vendor, known.unused));
    }
  }

  private void fixParameters(JsonNode node) {
    boolean inPath = node.path("in").asText().equals("path");
    if (node.has("example") && (inPath || node.has("in") && isKnown(node.path("name").asText()))) {
      fix(node.path("schema"), node.path("example"));
    }
    node.forEach(this::fixParameters);
  }

  private void fixMembers(String schema, JsonNode node) {
    node.path("properties")
        .properties()
        .forEach(
            member -> {
              JsonNode example = member.getValue().path("example");
              if (!example.isMissingNode()
                  && (isKnown(member.getKey()) || isKnown(schema + "." + member.getKey()))) {
                fix(member.getValue(), example);
              }
            });
    node.forEach(each -> fixMembers(schema, each));
  }

  private boolean isKnown(String name) {
    unused.remove(name);
    return names.contains(name);
  }

  private static void fix(JsonNode schema, JsonNode value) {
    ObjectNode fixed = (ObjectNode) schema;
    if (value.isArray()) {
      ((ObjectNode) fixed.path("items")).putArray("enum").addAll((ArrayNode) value);
    } else if (fixed.has("additionalProperties")) {
      // a map, by keys that have to exist
      fixed.remove(List.of("additionalProperties", "minProperties"));
      value
          .properties()
          .forEach(
              each -> {
                fixed.withObject("/properties").putObject(each.getKey()).put("type", "string");
                fixed.withArray("/required").add(each.getKey());
              });
    } else if (value.isValueNode()) {
      // Specmatic holds the value against them in ways of its own
      fixed.remove(List.of("format", "nullable", "pattern"));
      fixed.putArray("enum").add(value);
    }
  }
}
