package dev.forecourt.mock.codegen.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.XML;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas of 3.0 and of 3.1 into one form: a type with {@code nullable}, bounds with a flag
 * where they are exclusive, {@code const} as an enumeration of one, references without siblings.
 */
final class SchemaReader {

  private static final String COMPONENTS = "#/components/schemas/";
  private static final Set<String> TYPES =
      Set.of("string", "integer", "number", "boolean", "array", "object");
  // what does not narrow the schema that it stands beside
  private static final Set<String> WORDS =
      Set.of("$ref", "description", "summary", "title", "deprecated", "externalDocs", "$comment");
  private static final List<String> UNCHECKED =
      List.of("unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "$recursiveRef");

  private final JsonNode root;
  private final boolean json31;
  private final Findings findings;
  // null while it is being read
  private final Map<String, @Nullable Schema<?>> components = new LinkedHashMap<>();
  private final Map<String, String> namesByRef = new LinkedHashMap<>();
  private final List<String> waiting = new ArrayList<>();

  SchemaReader(JsonNode root, boolean json31, Findings findings) {
    this.root = root;
    this.json31 = json31;
    this.findings = findings;
    root.path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(
            name -> {
              namesByRef.put(COMPONENTS + Tree.escape(name), name);
              components.put(name, null);
            });
  }

  /** All schemas that can be referred to, those that only a reference has named among them. */
  Map<String, Schema<?>> components() {
    for (String name : List.copyOf(components.keySet())) {
      component(name, COMPONENTS + Tree.escape(name));
    }
    while (!waiting.isEmpty()) {
      String ref = waiting.remove(0);
      component(namesByRef.get(ref), ref);
    }
    Map<String, Schema<?>> all = new LinkedHashMap<>();
    components.forEach((name, schema) -> all.put(name, schema == null ? new Schema<>() : schema));
    return all;
  }

  private void component(String name, String ref) {
    if (components.get(name) == null) {
      components.put(name, read(Tree.at(root, ref), ref));
    }
  }

  Schema<?> read(JsonNode node, String at) {
    if (node.isBoolean()) {
      Schema<Object> any = new Schema<>();
      return node.booleanValue() ? any : any.not(new Schema<>());
    }
    if (!node.isObject()) {
      findings.refuse("%s: a schema must be an object. Correct the contract.".formatted(at));
      return new Schema<>();
    }
    JsonNode ref = node.get("$ref");
    if (ref != null && ref.isTextual()) {
      return reference((ObjectNode) node, ref.asText(), at);
    }
    return plain(node, at);
  }

  private Schema<?> reference(ObjectNode node, String ref, String at) {
    String name = nameOf(ref, at);
    Schema<Object> schema = new Schema<>();
    if (name == null) {
      return schema;
    }
    schema.set$ref(COMPONENTS + name);
    ObjectNode rest = node.deepCopy();
    rest.remove(WORDS);
    if (!json31 || rest.isEmpty()) {
      return schema; // 3.0 ignores what stands beside a reference
    }
    Schema<?> beside = plain(rest, at);
    List<Schema<?>> all = new ArrayList<>();
    all.add(schema);
    if (beside.getAllOf() != null) {
      beside.getAllOf().forEach(each -> all.add(each));
    }
    setAll(beside::setAllOf, all);
    return beside;
  }

  /** The component that a reference means; a name is made for what stands elsewhere. */
  private @Nullable String nameOf(String ref, String at) {
    String known = namesByRef.get(ref);
    if (known == null && ref.startsWith("#") && !Tree.at(root, ref).isMissingNode()) {
      String[] tokens = ref.substring(1).split("/");
      known = Tree.unescape(tokens[tokens.length - 1]).replaceAll("[^A-Za-z0-9._-]", "_");
      String wanted = known.isEmpty() ? "Root" : known;
      known = wanted;
      for (int i = 2; components.containsKey(known); i++) {
        known = wanted + "_" + i;
      }
      namesByRef.put(ref, known);
      components.put(known, null);
      waiting.add(ref);
    }
    if (known == null) {
      findings.refuse(
          "%s: the reference '%s' leads nowhere. Correct it, or add what it names to the file."
              .formatted(at, ref));
    }
    return known;
  }

  private Schema<?> plain(JsonNode node, String at) {
    Schema<Object> schema = new Schema<>();
    type(node, schema, at);
    annotations(node, schema);
    values(node, schema, at);
    numbers(node, schema, at);
    lengths(node, schema, at);
    object(node, schema, at);
    array(node, schema, at);
    composition(node, schema, at);
    conditions(node, schema, at);
    for (String name : UNCHECKED) {
      if (node.has(name) && !node.get(name).asText().equals("true")) {
        findings.note(at, "'" + name + "' is not checked");
      }
    }
    return schema;
  }

  private void type(JsonNode node, Schema<?> schema, String at) {
    Set<String> types = new LinkedHashSet<>();
    JsonNode type = node.path("type");
    if (type.isArray()) {
      type.forEach(each -> types.add(each.asText()));
    }
    if (type.isTextual()) {
      types.add(type.asText());
    }
    boolean nullable = !json31 && node.path("nullable").asBoolean();
    boolean orNull = types.remove("null");
    for (String each : List.copyOf(types)) {
      if (!TYPES.contains(each)) {
        types.remove(each);
        findings.refuse(
            "%s: '%s' is no type. Write one of %s."
                .formatted(at, each, String.join(", ", new java.util.TreeSet<>(TYPES))));
      }
    }
    if (types.contains("number")) {
      types.remove("integer"); // a number may be whole
    }
    if (types.size() == 1) {
      schema.setType(types.iterator().next());
      schema.setSpecVersion(SpecVersion.V31);
    } else if (types.size() > 1) {
      schema.setTypes(types);
    } else if (orNull) {
      setEnum(schema, java.util.Collections.singletonList(null));
    }
    if (nullable || orNull) {
      schema.setNullable(true);
    }
  }

  private void annotations(JsonNode node, Schema<Object> schema) {
    text(node, "title", schema::setTitle);
    text(node, "description", schema::setDescription);
    text(node, "format", schema::setFormat);
    text(node, "pattern", schema::setPattern);
    text(node, "contentMediaType", schema::setContentMediaType);
    text(node, "contentEncoding", schema::setContentEncoding);
    flag(node, "readOnly", schema::setReadOnly);
    flag(node, "writeOnly", schema::setWriteOnly);
    if (node.has("example")) {
      schema.setExample(Tree.value(node.get("example")));
    } else if (node.path("examples").isArray() && !node.get("examples").isEmpty()) {
      schema.setExample(Tree.value(node.get("examples").get(0)));
    }
    if (node.has("default")) {
      schema.setDefault(Tree.value(node.get("default")));
    }
    if (node.path("xml").isObject()) {
      XML xml = new XML();
      text(node.get("xml"), "name", xml::setName);
      flag(node.get("xml"), "attribute", xml::setAttribute);
      flag(node.get("xml"), "wrapped", xml::setWrapped);
      schema.setXml(xml);
    }
    node.properties()
        .forEach(
            each -> {
              if (each.getKey().startsWith("x-")) {
                schema.addExtension(each.getKey(), Tree.value(each.getValue()));
              }
            });
  }

  private void values(JsonNode node, Schema<Object> schema, String at) {
    List<@Nullable Object> values = null;
    if (node.has("const") && json31) {
      values = java.util.Collections.singletonList(Tree.value(node.get("const")));
    } else if (node.path("enum").isArray()) {
      values = new ArrayList<>();
      for (JsonNode each : node.get("enum")) {
        values.add(Tree.value(each));
      }
    }
    if (values == null) {
      return;
    }
    if (values.isEmpty()) {
      findings.note(at, "an empty enum is not checked");
      return;
    }
    if (values.contains(null) && schema.getType() == null) {
      schema.setNullable(true);
    }
    setEnum(schema, values);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the model takes values of one type, JSON has many
  private static void setEnum(Schema<?> schema, List<@Nullable Object> values) {
    ((Schema) schema).setEnum(values);
  }

  private void numbers(JsonNode node, Schema<?> schema, String at) {
    number(node, "minimum", schema::setMinimum, at);
    number(node, "maximum", schema::setMaximum, at);
    number(node, "multipleOf", schema::setMultipleOf, at);
    JsonNode above = node.path("exclusiveMinimum");
    JsonNode below = node.path("exclusiveMaximum");
    if (above.isBoolean()) {
      schema.setExclusiveMinimum(above.booleanValue());
    } else if (above.isNumber()
        && (schema.getMinimum() == null
            || above.decimalValue().compareTo(schema.getMinimum()) >= 0)) {
      schema.setMinimum(above.decimalValue());
      schema.setExclusiveMinimum(true);
    }
    if (below.isBoolean()) {
      schema.setExclusiveMaximum(below.booleanValue());
    } else if (below.isNumber()
        && (schema.getMaximum() == null
            || below.decimalValue().compareTo(schema.getMaximum()) <= 0)) {
      schema.setMaximum(below.decimalValue());
      schema.setExclusiveMaximum(true);
    }
  }

  private void lengths(JsonNode node, Schema<?> schema, String at) {
    whole(node, "minLength", schema::setMinLength, at);
    whole(node, "maxLength", schema::setMaxLength, at);
    whole(node, "minItems", schema::setMinItems, at);
    whole(node, "maxItems", schema::setMaxItems, at);
    whole(node, "minProperties", schema::setMinProperties, at);
    whole(node, "maxProperties", schema::setMaxProperties, at);
    whole(node, "minContains", schema::setMinContains, at);
    whole(node, "maxContains", schema::setMaxContains, at);
    flag(node, "uniqueItems", schema::setUniqueItems);
  }

  private void object(JsonNode node, Schema<?> schema, String at) {
    Map<String, Schema<?>> properties = map(node, "properties", at);
    if (!properties.isEmpty()) {
      schemas(properties, schema::setProperties);
    }
    if (node.path("required").isArray() && !node.get("required").isEmpty()) {
      List<String> required = new ArrayList<>();
      node.get("required").forEach(each -> required.add(each.asText()));
      required.forEach(schema::addRequiredItem);
    } else if (node.has("required") && !node.get("required").isArray()) {
      findings.note(at, "'required' that is no list is ignored");
    }
    JsonNode additional = node.get("additionalProperties");
    if (additional != null) {
      schema.setAdditionalProperties(
          additional.isBoolean()
              ? (Object) additional.booleanValue()
              : read(additional, at + "/additionalProperties"));
    }
    Map<String, Schema<?>> patterns = map(node, "patternProperties", at);
    if (!patterns.isEmpty()) {
      schemas(patterns, schema::setPatternProperties);
    }
    if (node.has("propertyNames")) {
      schema.setPropertyNames(read(node.get("propertyNames"), at + "/propertyNames"));
    }
    if (node.path("dependentRequired").isObject()) {
      Map<String, List<String>> dependent = new LinkedHashMap<>();
      node.get("dependentRequired")
          .properties()
          .forEach(
              each -> {
                List<String> names = new ArrayList<>();
                each.getValue().forEach(name -> names.add(name.asText()));
                dependent.put(each.getKey(), names);
              });
      schema.setDependentRequired(dependent);
    }
    Map<String, Schema<?>> dependent = map(node, "dependentSchemas", at);
    if (!dependent.isEmpty()) {
      schemas(dependent, schema::setDependentSchemas);
    }
  }

  private void array(JsonNode node, Schema<?> schema, String at) {
    JsonNode items = node.get("items");
    JsonNode prefix = items != null && items.isArray() ? items : node.get("prefixItems");
    if (prefix != null && prefix.isArray()) {
      setAll(schema::setPrefixItems, list(prefix, at + "/prefixItems"));
    }
    if (items != null && !items.isArray()) {
      schema.setItems(read(items, at + "/items"));
    }
    if (node.has("contains")) {
      schema.setContains(read(node.get("contains"), at + "/contains"));
    }
  }

  private void composition(JsonNode node, Schema<?> schema, String at) {
    each(node, "allOf", at, schema::setAllOf);
    each(node, "anyOf", at, schema::setAnyOf);
    each(node, "oneOf", at, schema::setOneOf);
    if (node.has("not")) {
      schema.setNot(read(node.get("not"), at + "/not"));
    }
    JsonNode discriminator = node.path("discriminator");
    if (discriminator.isObject() && discriminator.has("propertyName")) {
      Discriminator read =
          new Discriminator().propertyName(discriminator.get("propertyName").asText());
      discriminator
          .path("mapping")
          .properties()
          .forEach(
              each -> {
                String ref = each.getValue().asText();
                String name = nameOf(ref.startsWith("#") ? ref : COMPONENTS + ref, at);
                if (name != null) {
                  read.mapping(each.getKey(), name);
                }
              });
      schema.setDiscriminator(read);
    }
  }

  private void conditions(JsonNode node, Schema<?> schema, String at) {
    if (!node.has("if")) {
      return;
    }
    schema.setIf(read(node.get("if"), at + "/if"));
    if (node.has("then")) {
      schema.setThen(read(node.get("then"), at + "/then"));
    }
    if (node.has("else")) {
      schema.setElse(read(node.get("else"), at + "/else"));
    }
  }

  @SuppressWarnings("rawtypes") // as the model has it
  private void each(JsonNode node, String name, String at, Consumer<List<Schema>> into) {
    if (node.path(name).isArray() && !node.get(name).isEmpty()) {
      setAll(into, list(node.get(name), at + "/" + name));
    }
  }

  @SuppressWarnings("rawtypes") // as the model has it
  private static void setAll(Consumer<List<Schema>> into, List<Schema<?>> schemas) {
    into.accept(new ArrayList<>(schemas));
  }

  @SuppressWarnings("rawtypes") // as the model has it
  private static void schemas(Map<String, Schema<?>> schemas, Consumer<Map<String, Schema>> into) {
    into.accept(new LinkedHashMap<>(schemas));
  }

  private List<Schema<?>> list(JsonNode array, String at) {
    List<Schema<?>> all = new ArrayList<>();
    for (JsonNode each : array) {
      all.add(read(each, at + "/" + all.size()));
    }
    return all;
  }

  private Map<String, Schema<?>> map(JsonNode node, String name, String at) {
    Map<String, Schema<?>> all = new LinkedHashMap<>();
    if (node.path(name).isObject()) {
      node.get(name)
          .properties()
          .forEach(
              each ->
                  all.put(
                      each.getKey(),
                      read(each.getValue(), at + "/" + name + "/" + Tree.escape(each.getKey()))));
    }
    return all;
  }

  private static void text(JsonNode node, String name, Consumer<String> into) {
    if (node.path(name).isTextual()) {
      into.accept(node.get(name).asText());
    }
  }

  private static void flag(JsonNode node, String name, Consumer<Boolean> into) {
    if (node.path(name).isBoolean()) {
      into.accept(node.get(name).booleanValue());
    }
  }

  private void number(JsonNode node, String name, Consumer<BigDecimal> into, String at) {
    checked(node, name, at, "a number", (each, ignored) -> into.accept(each.decimalValue()));
  }

  private void whole(JsonNode node, String name, Consumer<Integer> into, String at) {
    checked(
        node,
        name,
        at,
        "a whole number",
        (each, ignored) ->
            into.accept((int) Math.min(Integer.MAX_VALUE, Math.max(0, each.asLong()))));
  }

  private void checked(
      JsonNode node, String name, String at, String kind, BiConsumer<JsonNode, String> into) {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      into.accept(value, name);
    } else if (!value.isMissingNode() && !value.isNull()) {
      findings.refuse(
          "%s: '%s' must be %s but was %s. Correct the contract.".formatted(at, name, kind, value));
    }
  }
}
