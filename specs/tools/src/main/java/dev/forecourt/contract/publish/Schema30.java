package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One schema of 3.1 in the words of 3.0; those inside of it are rewritten already. */
final class Schema30 {

  private static final Map<String, String> EXCLUSIVE =
      Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");
  private static final Set<String> NAMES_OF_SCHEMAS =
      Set.of("$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment");
  private static final Set<String> OF_30 =
      Set.of(
          "$ref",
          "additionalProperties",
          "allOf",
          "anyOf",
          "default",
          "deprecated",
          "description",
          "discriminator",
          "enum",
          "example",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "externalDocs",
          "format",
          "items",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "not",
          "nullable",
          "oneOf",
          "pattern",
          "properties",
          "readOnly",
          "required",
          "title",
          "type",
          "uniqueItems",
          "writeOnly",
          "xml");

  private Schema30() {}

  static void rewrite(ObjectNode schema) {
    schema.remove(NAMES_OF_SCHEMAS);
    constant(schema);
    EXCLUSIVE.forEach((exclusive, bound) -> bound(schema, exclusive, bound));
    examples(schema);
    content(schema);
    positions(schema);
    names(schema);
    TypeLists.rewrite(schema);
    if (schema.path("type").asText().equals("array") && !schema.has("items")) {
      schema.putObject("items");
    }
    // before the reference moves into an allOf
    for (var member : List.copyOf(schema.properties())) {
      if (!OF_30.contains(member.getKey()) && !member.getKey().startsWith("x-")) {
        OpenApi30.keep(schema, member.getKey());
      }
    }
    reference(schema);
  }

  private static void constant(ObjectNode schema) {
    JsonNode value = schema.remove("const");
    if (value != null) {
      schema.putArray("enum").add(value);
    }
  }

  /** The stricter of both, where both are there. */
  private static void bound(ObjectNode schema, String exclusive, String bound) {
    if (!schema.path(exclusive).isNumber()) {
      return;
    }
    JsonNode limit = schema.remove(exclusive);
    BigDecimal number = limit.decimalValue();
    int order =
        schema.path(bound).isNumber() ? schema.get(bound).decimalValue().compareTo(number) : 0;
    boolean inclusiveIsStricter = bound.equals("minimum") ? order > 0 : order < 0;
    if (!inclusiveIsStricter) {
      schema.set(bound, limit);
      schema.put(exclusive, true);
    }
  }

  private static void examples(ObjectNode schema) {
    JsonNode examples = schema.remove("examples");
    if (examples != null && !examples.isEmpty() && !schema.has("example")) {
      schema.set("example", examples.iterator().next());
    }
  }

  private static void content(ObjectNode schema) {
    JsonNode encoding = schema.remove("contentEncoding");
    JsonNode media = schema.remove("contentMediaType");
    if (encoding == null && media == null || schema.has("format")) {
      return;
    }
    if (encoding != null && encoding.asText().equals("base64")) {
      schema.put("format", "byte");
    } else if (encoding == null && media.asText().equals("application/octet-stream")) {
      schema.put("format", "binary");
      if (!schema.has("type")) {
        schema.put("type", "string");
      }
    }
  }

  /** Items by their position: each is taken that fits one of them. */
  private static void positions(ObjectNode schema) {
    if (!(schema.path("prefixItems") instanceof ArrayNode first)) {
      return;
    }
    JsonNode rest = schema.path("items");
    boolean none = rest.equals(schema.objectNode().set("not", schema.objectNode()));
    schema.set("x-prefixItems", schema.remove("prefixItems"));
    ArrayNode any = schema.putObject("items").putArray("anyOf");
    first.forEach(each -> any.add(each.deepCopy()));
    if (!none) {
      any.add(rest.isObject() ? rest : schema.objectNode());
    } else if (!schema.has("maxItems")) {
      schema.put("maxItems", first.size());
    }
  }

  /** Members by a pattern of their names are among the additional ones. */
  private static void names(ObjectNode schema) {
    JsonNode patterns = schema.path("patternProperties");
    JsonNode more = schema.path("additionalProperties");
    if (!patterns.isObject() || more.isMissingNode() || more.equals(schema.booleanNode(true))) {
      return;
    }
    List<JsonNode> all = new ArrayList<>();
    patterns.forEach(each -> all.add(each.isObject() ? each.deepCopy() : schema.objectNode()));
    if (more.isObject()) {
      all.add(more);
    }
    ArrayNode any = schema.putObject("additionalProperties").putArray("anyOf");
    all.forEach(any::add);
  }

  /** Beside a reference, 3.0 ignores everything. */
  private static void reference(ObjectNode schema) {
    if (!schema.has("$ref") || schema.size() == 1) {
      return;
    }
    ObjectNode reference = schema.objectNode();
    reference.set("$ref", schema.remove("$ref"));
    ObjectNode rest = schema.objectNode();
    for (var member : List.copyOf(schema.properties())) {
      if (!References.isWords(member.getKey())) {
        rest.set(member.getKey(), schema.remove(member.getKey()));
      }
    }
    ArrayNode parts = schema.putArray("allOf").add(reference);
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
  }
}
