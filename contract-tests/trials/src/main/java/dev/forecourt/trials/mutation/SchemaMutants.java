package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.trials.mutation.MutantList.Holder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Wrong members, types, defaults, bounds, values, formats of a schema and of those in it. */
final class SchemaMutants {
  private static final Map<String, String> OTHER_TYPES =
      Map.of(
          "string", "integer",
          "integer", "number",
          "number", "string",
          "boolean", "string",
          "array", "object",
          "object", "array");
  private static final Map<String, String> OTHER_FORMATS =
      Map.of(
          "date", "date-time",
          "date-time", "date",
          "local-date-time", "date-time",
          "int32", "int64",
          "int64", "int32",
          "double", "float",
          "float", "double");

  /** How wide our Java types are, and what we hide: no vendor says so. */
  private static final Set<String> OWN_FORMATS = Set.of("int32", "int64", "password");

  /** Which list beside an enumeration says something of each of its values. */
  private static final List<String> BESIDE_VALUES =
      List.of("x-enum-descriptions", "x-enum-varnames");

  private final MutantList mutants;

  SchemaMutants(MutantList mutants) {
    this.mutants = mutants;
  }

  void schema(Holder schema) {
    if (schema.node().has("$ref")) {
      return;
    }
    members(schema);
    alternatives(schema);
    type(schema);
    standard(schema);
    BoundMutants.add(mutants, schema);
    values(schema);
    format(schema);
    nullable(schema);
    parts(schema);
  }

  private void parts(Holder schema) {
    schema
        .node()
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> schema(schema.at("properties").at(name)));
    for (String key : List.of("items", "additionalProperties")) {
      if (schema.node().path(key).isObject()) {
        schema(schema.at(key));
      }
    }
    for (String key : List.of("allOf", "anyOf", "oneOf")) {
      for (int i = 0; i < schema.node().path(key).size(); i++) {
        JsonNode part = schema.node().path(key).get(i);
        schema(new Holder(schema.pointer() + "/" + key + "/" + i, (ObjectNode) part));
      }
    }
  }

  private void members(Holder schema) {
    JsonNode properties = schema.node().path("properties");
    for (Map.Entry<String, JsonNode> each : properties.properties()) {
      if (each.getValue().has("not")) {
        // says that there is no such member
        continue;
      }
      String name = each.getKey();
      String place = "properties/" + Holder.escaped(name);
      mutants.add(
          Kind.RENAME_PROPERTY,
          schema,
          place,
          each.getValue(),
          name + " -> " + name + "X",
          all -> {
            Edits.rename((ObjectNode) all.path("properties"), name, name + "X");
            Edits.replace(all.path("required"), name, name + "X");
          });
      mutants.add(
          Kind.DROP_PROPERTY,
          schema,
          place,
          each.getValue(),
          name + " -> none",
          all -> {
            ((ObjectNode) all.path("properties")).remove(name);
            Edits.remove(all.path("required"), name);
          });
      required(schema, name, each.getValue());
    }
  }

  private void required(Holder schema, String name, JsonNode property) {
    boolean required = listed(schema.node(), name);
    mutants.add(
        Kind.FLIP_REQUIRED,
        schema,
        "properties/" + Holder.escaped(name),
        property,
        required + " -> " + !required,
        all -> {
          if (required) {
            Edits.remove(all.path("required"), name);
          } else {
            all.withArray("required").add(name);
          }
        });
  }

  private static boolean listed(ObjectNode schema, String name) {
    for (JsonNode each : schema.path("required")) {
      if (each.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Members of which one of several has to be there. */
  private void alternatives(Holder schema) {
    for (String key : List.of("anyOf", "oneOf")) {
      JsonNode list = schema.node().path(key);
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        if (list.get(i).has("required") && !list.get(i).has("properties")) {
          mutants.add(
              Kind.FLIP_REQUIRED,
              schema,
              key + "/" + i,
              list.get(i),
              "alternative -> none",
              all -> Edits.removeAt(all.path(key), index));
        }
      }
    }
  }

  private void type(Holder schema) {
    String type = schema.node().path("type").asText();
    String other = OTHER_TYPES.get(type);
    if (other != null) {
      change(Kind.CHANGE_TYPE, schema, "type", other, false);
    }
  }

  private void format(Holder schema) {
    if (schema.node().has("format")) {
      String format = schema.node().path("format").asText();
      boolean own = OWN_FORMATS.contains(format);
      String other = OTHER_FORMATS.get(format);
      if (other == null) {
        drop(Kind.CHANGE_FORMAT, schema, "format", own);
      } else {
        change(Kind.CHANGE_FORMAT, schema, "format", other, own);
      }
    }
    if (schema.node().has("pattern")) {
      drop(Kind.DROP_PATTERN, schema, "pattern", false);
    }
  }

  private void standard(Holder schema) {
    JsonNode standard = schema.node().path("default");
    if (standard.isMissingNode()) {
      return;
    }
    drop(Kind.DROP_DEFAULT, schema, "default", false);
    JsonNode other = OtherValues.than(standard, schema.node().path("enum"));
    mutants.add(
        Kind.CHANGE_DEFAULT,
        schema,
        "default",
        schema.node(),
        standard + " -> " + other,
        all -> all.set("default", other));
  }

  private void values(Holder schema) {
    JsonNode values = schema.node().path("enum");
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isNull()) {
        continue;
      }
      int index = i;
      String value = values.get(i).asText();
      mutants.add(
          Kind.DROP_ENUM_VALUE,
          schema,
          "enum/" + i,
          schema.node(),
          value + " -> none",
          all -> {
            Edits.removeAt(all.path("enum"), index);
            // who overlooks a value does not describe it either
            BESIDE_VALUES.forEach(key -> Edits.removeAt(all.path(key), index));
          });
      JsonNode other = OtherValues.than(values.get(i), values);
      mutants.add(
          Kind.RENAME_ENUM_VALUE,
          schema,
          "enum/" + i,
          schema.node(),
          value + " -> " + other.asText(),
          all -> all.withArray("enum").set(index, other));
    }
  }

  /**
   * Requests of ours are never null unless the text says so. Where an answer may be null that no
   * text says, we are tolerant by our own decision.
   */
  private void nullable(Holder schema) {
    boolean sent = mutants.usage().isSent(schema.node());
    if (schema.node().path("nullable").asBoolean()) {
      drop(Kind.FLIP_NULLABLE, schema, "nullable", !sent);
    } else if (schema.node().has("type") && sent) {
      mutants.add(
          Kind.FLIP_NULLABLE,
          schema,
          "nullable",
          schema.node(),
          "false -> true",
          all -> all.put("nullable", true));
    }
  }

  private void drop(Kind kind, Holder schema, String key, boolean own) {
    String was = schema.node().path(key).asText();
    mutants.add(kind, schema, key, subject(schema, own), was + " -> none", all -> all.remove(key));
  }

  private void change(Kind kind, Holder schema, String key, String to, boolean own) {
    String was = schema.node().path(key).asText();
    mutants.add(
        kind, schema, key, subject(schema, own), was + " -> " + to, all -> all.put(key, to));
  }

  /** What the text may state: nothing at all if it is our own decision. */
  private static JsonNode subject(Holder schema, boolean own) {
    return own ? MissingNode.getInstance() : schema.node();
  }
}
