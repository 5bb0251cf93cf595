package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites schemas: what becomes a class of Java (an object with properties, an enumeration, a
 * choice) is a component with a name that Java takes; all else stands where it is used.
 */
final class Schemas {
  static final String COMPONENTS = "#/components/schemas/";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NOTES =
      List.of("description", "nullable", "deprecated", "readOnly", "writeOnly", "x-deprecated-use");

  private final Document document;
  private final Findings findings;
  private final Flat flat;
  private final Choices choices;
  private final JavaNames names = JavaNames.ofClasses();
  private final ObjectNode components = NODES.objectNode();
  private final Map<String, String> wanted = new HashMap<>();
  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, ObjectNode> plain = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final ArrayNode read = NODES.arrayNode();

  Schemas(Document document, Findings findings) {
    this.document = document;
    this.findings = findings;
    this.flat = new Flat(document, findings);
    this.choices = new Choices(this, document, findings);
    // names of the contract first, so that no derived one takes them
    document
        .root()
        .path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(name -> wanted.put(reference(name), names.type(name)));
  }

  /** All components so far, those that nothing uses as well. */
  ObjectNode components() {
    document
        .root()
        .path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(
            name -> named(reference(name), "components.schemas." + name, names.upper(name)));
    choices.finish();
    dropDangling();
    return components;
  }

  /** Says that this is read, though it is no answer of success: an error, a webhook's payload. */
  void addRead(ObjectNode type) {
    read.add(type);
  }

  /** What was said to be read. */
  ArrayNode read() {
    return read;
  }

  static String reference(String name) {
    return COMPONENTS + name.replace("~", "~0").replace("/", "~1");
  }

  Flat flat() {
    return flat;
  }

  /** One of these, told apart by its shape. */
  ObjectNode choice(List<ObjectNode> types, String place, String hint) {
    ObjectNode choice = choices.ofPlain(types, hint);
    return choice == null ? any() : choice;
  }

  /** A name as a part of a class name. */
  String flatName(String name) {
    return names.upper(name);
  }

  /** Whether it is one text, number or boolean. */
  boolean isScalar(ObjectNode type) {
    String reference = type.path("$ref").asText(type.path("allOf").path(0).path("$ref").asText(""));
    JsonNode meant =
        reference.isEmpty() ? type : components.path(reference.substring(COMPONENTS.length()));
    return !meant.has("x-choice")
        && Set.of("string", "integer", "number", "boolean").contains(meant.path("type").asText());
  }

  ObjectNode component(String name) {
    return (ObjectNode) components.get(name);
  }

  /** The class of a schema of the contract; null if it has none. */
  @Nullable String classOf(String reference) {
    return classes.get(reference);
  }

  static ObjectNode refer(String component) {
    return NODES.objectNode().put("$ref", COMPONENTS + component);
  }

  static ObjectNode any() {
    return NODES.objectNode();
  }

  static ObjectNode type(String type) {
    return NODES.objectNode().put("type", type);
  }

  /**
   * The schema in plain words.
   *
   * @param place for findings
   * @param hint what to call its class, if it needs one and has no name
   */
  ObjectNode plain(JsonNode schema, String place, String hint) {
    if (schema.isMissingNode() || schema.isBoolean() || !schema.isObject()) {
      return any();
    }
    JsonNode only = onlyReference(schema);
    if (only != null) {
      return withNotes(named(only.path("$ref").asText(), place, hint), (ObjectNode) schema);
    }
    return unnamed(flat.of(schema, place), place, hint, null);
  }

  /** A reference, alone or as the one part beside words that say nothing of the shape. */
  private @Nullable JsonNode onlyReference(JsonNode schema) {
    if (schema.path("$ref").isTextual()) {
      boolean plain = true;
      for (String word : List.of("properties", "allOf", "enum", "oneOf", "anyOf", "required")) {
        plain &= !schema.has(word);
      }
      return plain ? schema : null;
    }
    JsonNode parts = schema.path("allOf");
    JsonNode found = null;
    for (JsonNode part : parts) {
      if (part.path("$ref").isTextual() && found == null) {
        found = part;
      } else if (!Flat.isBare(part)) {
        return null;
      }
    }
    if (found == null) {
      return null;
    }
    ObjectNode rest = ((ObjectNode) schema).deepCopy();
    rest.remove(List.of("allOf", "type"));
    return Flat.isBare(rest) ? found : null;
  }

  static ObjectNode withNotes(ObjectNode type, ObjectNode notes) {
    ObjectNode said = NODES.objectNode();
    for (String word : NOTES) {
      if (notes.has(word)) {
        said.set(word, notes.get(word));
      }
    }
    if (said.isEmpty()) {
      return type;
    }
    if (!type.has("$ref")) {
      return type.deepCopy().setAll(said);
    }
    ObjectNode both = NODES.objectNode();
    both.putArray("allOf").add(type);
    return both.setAll(said);
  }

  /** What a reference leads to: a reference to a component, or the schema itself. */
  private ObjectNode named(String reference, String place, String hint) {
    String known = classes.get(reference);
    if (known != null) {
      return refer(known);
    }
    if (plain.containsKey(reference)) {
      return plain.get(reference).deepCopy();
    }
    JsonNode target = document.at(reference);
    if (target == null) {
      findings.refuse(place, "nothing is at " + reference + ". Correct the $ref, or add it.");
      return any();
    }
    if (!open.add(reference)) {
      findings.note(place, reference + " holds itself and is no object: read as any JSON.");
      return any();
    }
    String at = reference.startsWith(COMPONENTS) ? place(reference) : place;
    JsonNode only = target.isObject() ? onlyReference(target) : null;
    ObjectNode result =
        only != null
            ? withNotes(named(only.path("$ref").asText(), at, hint), (ObjectNode) target)
            : unnamed(flat.of(target, at), at, hint, reference);
    open.remove(reference);
    if (!classes.containsKey(reference)) {
      plain.put(reference, result);
    }
    return result.deepCopy();
  }

  private static String place(String reference) {
    return reference.substring(2).replace('/', '.');
  }

  private ObjectNode unnamed(
      ObjectNode schema, String place, String hint, @Nullable String reference) {
    ObjectNode type = typed(schema, place, hint, reference);
    return reference != null && type.has("$ref") ? type : withNotes(type, schema);
  }

  private ObjectNode typed(
      ObjectNode schema, String place, String hint, @Nullable String reference) {
    String family = choices.family(reference);
    if (family != null) {
      return choices.ofFamily(schema, family, place, claim(reference, hint));
    }
    if (schema.has("oneOf") || schema.has("anyOf")) {
      ObjectNode choice = choices.of(schema, place, hint, reference);
      if (choice != null) {
        return choice;
      }
    }
    if (schema.path("enum").isArray()) {
      return Enumerations.of(schema, place, this, () -> claim(reference, hint));
    }
    return switch (kind(schema)) {
      case "object" -> object(schema, place, hint, reference);
      case "array" -> array(schema, place, hint);
      case "string" -> Scalars.text(schema, place, findings);
      case "integer" -> Scalars.integer(schema);
      case "number" -> Scalars.number(schema);
      case "boolean" -> type("boolean");
      case "", "null" -> any();
      default -> {
        findings.note(place, "type '" + kind(schema) + "' is none: read as any JSON.");
        yield any();
      }
    };
  }

  static String kind(ObjectNode schema) {
    String type = schema.path("type").asText("");
    if (type.isEmpty()) {
      if (schema.path("properties").isObject() || schema.has("additionalProperties")) {
        return "object";
      }
      if (schema.has("items") || schema.has("prefixItems")) {
        return "array";
      }
      return schema.has("format") && schema.path("format").asText().startsWith("date")
          ? "string"
          : "";
    }
    return type;
  }

  /** The name of a class; from now on references lead to it. */
  String claim(@Nullable String reference, String hint) {
    if (reference == null) {
      return names.type(hint);
    }
    String name = wanted.containsKey(reference) ? wanted.get(reference) : names.type(hint);
    classes.put(reference, name);
    return name;
  }

  /** Takes a claim back: it became no class. */
  void unclaim(@Nullable String reference) {
    if (reference != null) {
      classes.remove(reference);
    }
  }

  void add(String name, ObjectNode component) {
    components.set(name, component);
  }

  private ObjectNode object(
      ObjectNode schema, String place, String hint, @Nullable String reference) {
    if (schema.path("properties").isEmpty()) {
      return map(schema, place, hint);
    }
    String name = claim(reference, hint);
    // the place is taken before its properties are looked at: they may refer to it
    ObjectNode component = type("object");
    add(name, component);
    fill(component, schema, place, name, false);
    return refer(name);
  }

  /** Properties and required of an object. */
  void fill(ObjectNode component, ObjectNode schema, String place, String name, boolean form) {
    component.put(
        "description", schema.path("description").asText(schema.path("title").asText(name + ".")));
    ObjectNode properties = component.putObject("properties");
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String at = place + "." + property.getKey();
              String inner = name + names.upper(property.getKey());
              ObjectNode type =
                  form
                      ? Forms.part(property.getValue(), at, inner, this)
                      : plain(property.getValue(), at, inner);
              properties.set(property.getKey(), type);
            });
    Set<String> required = new LinkedHashSet<>();
    for (JsonNode each : schema.path("required")) {
      if (properties.has(each.asText())) {
        required.add(each.asText());
      }
    }
    if (!required.isEmpty()) {
      required.forEach(component.putArray("required")::add);
    }
    if (schema.path("additionalProperties").isObject()
        && !schema.path("additionalProperties").isEmpty()) {
      findings.note(
          place, "members beside its properties are kept as JSON in additionalProperties().");
    }
  }

  private ObjectNode map(ObjectNode schema, String place, String hint) {
    JsonNode values = schema.path("additionalProperties");
    if (!values.isObject() && schema.path("patternProperties").size() == 1) {
      values = schema.path("patternProperties").elements().next();
    }
    if (!values.isObject() || values.isEmpty()) {
      return any();
    }
    ObjectNode map = type("object");
    map.set(
        "additionalProperties", Scalars.withoutRules(plain(values, place + ".*", hint + "Value")));
    return map;
  }

  private ObjectNode array(ObjectNode schema, String place, String hint) {
    ObjectNode list = type("array");
    JsonNode items = schema.path("items");
    if (schema.has("prefixItems")) {
      findings.note(place, "elements by position (prefixItems) are read as any JSON.");
      items = NODES.objectNode();
    }
    list.set("items", Scalars.withoutRules(plain(items, place + "[]", hint + "Item")));
    Scalars.copy(schema, list, "minItems", "maxItems");
    return list;
  }

  /** A reference to a choice that became something else in the end is read as any JSON. */
  private void dropDangling() {
    components.forEach(this::dropDangling);
  }

  void dropDangling(JsonNode node) {
    if (node.isObject()) {
      String reference = node.path("$ref").asText("");
      if (reference.startsWith(COMPONENTS)
          && !components.has(reference.substring(COMPONENTS.length()))) {
        ((ObjectNode) node).remove("$ref");
      }
    }
    node.forEach(this::dropDangling);
  }
}
