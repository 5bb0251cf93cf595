package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites {@code oneOf}, {@code anyOf} and discriminators. What is a choice of several shapes
 * becomes a component with {@code x-choice}: its properties are the alternatives, each with {@code
 * x-alternative}, which says how it is told from the others. Objects among them get {@code
 * x-implements}.
 */
final class Choices {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Schemas schemas;
  private final Document document;
  private final Findings findings;

  /** By the reference of a parent with a discriminator: the references of those that extend it. */
  private final Map<String, List<String>> families = new HashMap<>();

  private final List<Runnable> pending = new ArrayList<>();

  Choices(Schemas schemas, Document document, Findings findings) {
    this.schemas = schemas;
    this.document = document;
    this.findings = findings;
    JsonNode all = document.root().path("components").path("schemas");
    all.properties().forEach(each -> addToFamilies(each.getKey(), each.getValue()));
  }

  private void addToFamilies(String name, JsonNode schema) {
    for (JsonNode part : schema.path("allOf")) {
      String parent = part.path("$ref").asText("");
      JsonNode target = parent.isEmpty() ? null : document.at(parent);
      if (target != null) {
        if (target.path("discriminator").path("propertyName").isTextual()
            && !target.has("oneOf")
            && !target.has("anyOf")) {
          families
              .computeIfAbsent(parent, unused -> new ArrayList<>())
              .add(Schemas.reference(name));
        } else {
          addToFamilies(name, target);
        }
      }
    }
  }

  /** The member that tells the heirs of this schema apart; null if it has none. */
  @Nullable String family(@Nullable String reference) {
    if (reference == null || !families.containsKey(reference)) {
      return null;
    }
    JsonNode parent = document.at(reference);
    return parent == null ? null : parent.path("discriminator").path("propertyName").asText(null);
  }

  /** A parent and its heirs. */
  ObjectNode ofFamily(ObjectNode schema, String member, String place, String name) {
    String reference =
        families.keySet().stream()
            .filter(each -> name.equals(schemas.classOf(each)))
            .findFirst()
            .orElseThrow();
    JsonNode mapping = document.at(reference).path("discriminator").path("mapping");
    List<Alternative> objects = new ArrayList<>();
    for (String heir : families.get(reference)) {
      ObjectNode type = schemas.plain(NODES.objectNode().put("$ref", heir), place, name);
      addObject(objects, type, names(mapping, heir));
    }
    ObjectNode own = schema.deepCopy();
    own.remove("discriminator");
    if (!own.path("properties").isEmpty()) {
      ObjectNode base = schemas.plain(own, place, name + "Base");
      addObject(objects, base, names(mapping, reference));
    }
    return component(name, schema, member, objects, List.of());
  }

  /** The choice; null if the alternatives only say which members go together. */
  @Nullable ObjectNode of(
      ObjectNode schema, String place, String hint, @Nullable String reference) {
    List<JsonNode> alternatives = new ArrayList<>();
    boolean shapes = false;
    for (String word : List.of("oneOf", "anyOf")) {
      for (JsonNode each : schema.path(word)) {
        if (isNull(each)) {
          schema.put("nullable", true);
        } else {
          alternatives.add(each);
          shapes |= !isRuleOnly(each);
        }
      }
    }
    boolean hasOwn = !schema.path("properties").isEmpty();
    if (alternatives.isEmpty() || !shapes) {
      if (!alternatives.isEmpty() && !schema.has("properties")) {
        return schema.has("type") ? null : Schemas.any();
      }
      if (!alternatives.isEmpty()) {
        findings.note(place, "which of its members go together is not checked.");
      }
      return null;
    }
    ObjectNode base = schema.deepCopy();
    base.remove(List.of("oneOf", "anyOf", "discriminator", "description", "nullable"));
    String name = schemas.claim(reference, hint);
    JsonNode mapping = schema.path("discriminator").path("mapping");
    List<Alternative> objects = new ArrayList<>();
    List<ObjectNode> others = new ArrayList<>();
    int number = 0;
    for (JsonNode each : alternatives) {
      number++;
      ObjectNode type = alternative(each, base, hasOwn, place, name + "Choice" + number);
      String target = each.path("$ref").asText("");
      sort(type, target.isEmpty() ? Set.of() : names(mapping, target), objects, others);
    }
    List<ObjectNode> kinds = byKind(others);
    if (kinds == null) {
      schemas.unclaim(reference);
      return Schemas.any();
    }
    if (objects.size() + kinds.size() == 1) {
      schemas.unclaim(reference);
      return objects.isEmpty() ? kinds.get(0) : objects.get(0).type();
    }
    String member = schema.path("discriminator").path("propertyName").asText(null);
    return component(name, schema, member, objects, kinds);
  }

  /** A choice of types that are plain already; null if they cannot be told apart. */
  @Nullable ObjectNode ofPlain(List<ObjectNode> types, String hint) {
    List<Alternative> objects = new ArrayList<>();
    List<ObjectNode> others = new ArrayList<>();
    types.forEach(type -> sort(type, Set.of(), objects, others));
    List<ObjectNode> kinds = byKind(others);
    return kinds == null
        ? null
        : component(schemas.claim(null, hint), NODES.objectNode(), null, objects, kinds);
  }

  private void sort(
      ObjectNode type, Set<String> names, List<Alternative> objects, List<ObjectNode> others) {
    ObjectNode component = componentOf(type);
    if (component != null && component.has("x-choice")) {
      addAll(component, objects, others);
    } else if (component != null && component.path("type").asText().equals("object")) {
      addObject(objects, type, names);
    } else {
      others.add(type);
    }
  }

  private ObjectNode alternative(
      JsonNode each, ObjectNode base, boolean hasOwn, String place, String hint) {
    if (!hasOwn) {
      ObjectNode typed = NODES.objectNode();
      if (each.isObject() && !each.has("$ref") && !each.has("type") && base.has("type")) {
        typed.set("type", base.get("type"));
        typed.setAll((ObjectNode) each);
        return schemas.plain(typed, place, hint);
      }
      return schemas.plain(each, place, hint);
    }
    ObjectNode both = NODES.objectNode();
    both.putArray("allOf").add(base).add(each);
    ObjectNode flat = schemas.flat().of(both, place);
    return schemas.plain(flat, place, hint);
  }

  private @Nullable ObjectNode componentOf(ObjectNode type) {
    String reference = type.path("$ref").asText(type.path("allOf").path(0).path("$ref").asText(""));
    return reference.isEmpty()
        ? null
        : schemas.component(reference.substring(Schemas.COMPONENTS.length()));
  }

  private static boolean isNull(JsonNode schema) {
    JsonNode values = schema.path("enum");
    return schema.path("type").asText().equals("null")
        || values.size() == 1 && values.get(0).isNull()
        || schema.has("const") && schema.get("const").isNull();
  }

  /** Only which members there have to be. */
  private static boolean isRuleOnly(JsonNode schema) {
    if (!schema.isObject() || schema.has("$ref")) {
      return false;
    }
    ObjectNode rest = ((ObjectNode) schema).deepCopy();
    rest.remove(List.of("required", "not", "title", "description"));
    if (rest.path("type").asText().equals("object")) {
      rest.remove("type");
    }
    return schema.has("required") && rest.isEmpty() || schema.has("not") && rest.isEmpty();
  }

  /** Values of the discriminator that mean the schema at this reference. */
  private static Set<String> names(JsonNode mapping, String reference) {
    Set<String> names = new LinkedHashSet<>();
    String simple = reference.substring(reference.lastIndexOf('/') + 1);
    mapping
        .properties()
        .forEach(
            each -> {
              String target = each.getValue().asText();
              if (target.equals(reference) || target.equals(simple)) {
                names.add(each.getKey());
              }
            });
    names.add(simple.replace("~1", "/").replace("~0", "~"));
    return names;
  }

  private record Alternative(ObjectNode type, Set<String> names) {}

  private static void addObject(List<Alternative> all, ObjectNode given, Set<String> names) {
    // without what is said beside the reference
    ObjectNode type =
        given.has("$ref") ? given : (ObjectNode) given.path("allOf").path(0).deepCopy();
    for (Alternative each : all) {
      if (each.type().equals(type)) {
        each.names().addAll(names);
        return;
      }
    }
    all.add(new Alternative(type, new LinkedHashSet<>(names)));
  }

  /** The alternatives of an alternative that is a choice itself. */
  private static void addAll(
      ObjectNode choice, List<Alternative> objects, List<ObjectNode> others) {
    for (JsonNode property : choice.path("properties")) {
      ObjectNode type = property.path("x-type").deepCopy();
      if (property.path("x-alternative").path("kind").asText().equals("OBJECT")) {
        Set<String> names = new LinkedHashSet<>();
        property.path("x-alternative").path("names").forEach(each -> names.add(each.asText()));
        addObject(objects, type, names);
      } else {
        others.add(type);
      }
    }
  }

  /** At most one for each kind of JSON; null if one of them may be anything. */
  private @Nullable List<ObjectNode> byKind(List<ObjectNode> types) {
    Map<String, ObjectNode> kinds = new LinkedHashMap<>();
    for (ObjectNode type : types) {
      ObjectNode component = componentOf(type);
      String kind = component == null ? type.path("type").asText("") : "";
      if (component != null) {
        kind = component.path("type").asText("");
      }
      if (kind.isEmpty()) {
        return null;
      }
      String key = kind.equals("integer") ? "number" : kind;
      kinds.merge(
          key,
          Scalars.withoutRules(type),
          (one, other) -> one.equals(other) ? one : joined(key, one, other));
    }
    return new ArrayList<>(kinds.values());
  }

  private static ObjectNode joined(String kind, ObjectNode one, ObjectNode other) {
    ObjectNode joined = Schemas.type(kind);
    switch (kind) {
      case "array" -> joined.set("items", Schemas.any());
      case "object" -> joined.set("additionalProperties", Schemas.any());
      case "number" -> {
        boolean whole =
            one.path("type").asText().equals("integer")
                && other.path("type").asText().equals("integer");
        return whole ? Schemas.type("integer").put("format", "int64") : joined;
      }
      default -> {}
    }
    return joined;
  }

  private ObjectNode component(
      String name,
      ObjectNode schema,
      @Nullable String member,
      List<Alternative> objects,
      List<ObjectNode> others) {
    ObjectNode component = Schemas.type("object");
    component.put("description", schema.path("description").asText(name + "."));
    ObjectNode choice = component.putObject("x-choice");
    if (member != null) {
      choice.put("member", member);
    }
    ObjectNode properties = component.putObject("properties");
    int number = 0;
    for (Alternative each : objects) {
      properties.set("alternative" + ++number, object(each, name, member));
    }
    for (ObjectNode each : others) {
      ObjectNode property = property(each);
      property.putObject("x-alternative").put("kind", kindOf(each));
      properties.set("alternative" + ++number, property);
    }
    schemas.add(name, component);
    return Schemas.refer(name);
  }

  private static ObjectNode property(ObjectNode type) {
    ObjectNode property = NODES.objectNode();
    if (type.has("$ref")) {
      property.putArray("allOf").add(type);
    } else {
      property.setAll(type.deepCopy());
    }
    property.set("x-type", type);
    return property;
  }

  private String kindOf(ObjectNode type) {
    ObjectNode component = componentOf(type);
    String kind = (component == null ? type : component).path("type").asText();
    return switch (kind) {
      case "string" -> "TEXT";
      case "integer", "number" -> "NUMBER";
      case "boolean" -> "BOOLEAN";
      case "array" -> "ARRAY";
      default -> "MAP";
    };
  }

  private ObjectNode object(Alternative each, String name, @Nullable String member) {
    ObjectNode property = property(each.type());
    ObjectNode said = property.putObject("x-alternative").put("kind", "OBJECT");
    ObjectNode component = componentOf(each.type());
    ArrayNode implemented = component.withArrayProperty("x-implements");
    boolean known = false;
    for (JsonNode before : implemented) {
      known |= before.asText().equals(name);
    }
    if (!known) {
      implemented.add(name);
    }
    Set<String> names = new LinkedHashSet<>(each.names());
    pending.add(() -> describe(said, component, names, member));
    return property;
  }

  /** What tells this object from others, once all its properties are known. */
  private void describe(
      ObjectNode said, ObjectNode component, Set<String> given, @Nullable String member) {
    Set<String> names = new LinkedHashSet<>();
    ArrayNode fixed = said.putArray("fixed");
    ArrayNode members = said.putArray("members");
    for (Map.Entry<String, JsonNode> each : component.path("properties").properties()) {
      members.add(each.getKey());
      JsonNode values = values(each.getValue());
      if (values.size() == 1) {
        if (each.getKey().equals(member)) {
          names.add(values.get(0).asText());
        }
        fixed.addObject().put("name", each.getKey()).put("value", values.get(0).asText());
      }
    }
    names.addAll(given);
    names.forEach(said.putArray("names")::add);
    JsonNode required = component.path("required");
    said.set("required", required.isArray() ? required : NODES.arrayNode());
  }

  /** To be called once all components are there. */
  void finish() {
    pending.forEach(Runnable::run);
    pending.clear();
  }

  private JsonNode values(JsonNode type) {
    ObjectNode component = componentOf((ObjectNode) type);
    return component == null ? type.path("enum") : component.path("enum");
  }
}
