package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.AnswerMember.Kind;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records that answers show: one for each object with members, named after its schema, or after
 * the place where it is written.
 */
final class AnswerShapes {

  /** Names that the generated methods of a record or its variables have. */
  private static final Set<String> TAKEN =
      Set.of(
          "additional",
          "build",
          "builder",
          "bytes",
          "copy",
          "leftOut",
          "names",
          "nulls",
          "out",
          "set",
          "toBuilder",
          "value");

  // a constructor takes 255 slots, of which a long is two
  private static final int MOST_MEMBERS = 120;

  private final Schemas schemas;
  private final Map<String, AnswerShape> byName = new LinkedHashMap<>();
  private final Map<String, String> namesByRef = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  AnswerShapes(Schemas schemas) {
    this.schemas = schemas;
  }

  /** All records, in the order in which they were reached. */
  List<AnswerShape> all() {
    return List.copyOf(byName.values());
  }

  /** Adds what a schema shows; {@code hint} names an object that has no name of its own. */
  void add(Schema<?> schema, String hint) {
    kind(schema, hint);
  }

  private Shown kind(Schema<?> schema, String hint) {
    Schema<?> core = sole(schema);
    boolean nullable = isNullable(schema);
    return switch (schemas.isFlag(core) ? "" : Schemas.type(core)) {
      case "string" -> new Shown(Kind.TEXT, "", nullable);
      case "integer" -> new Shown(Kind.WHOLE, "", nullable);
      case "number" -> new Shown(Kind.NUMBER, "", nullable);
      case "boolean" -> new Shown(Kind.FLAG, "", nullable);
      case "array" -> array(core, nullable, hint);
      case "object" -> object(schema, core, nullable, hint);
      default -> new Shown(Kind.TREE, "", nullable);
    };
  }

  private Shown array(Schema<?> core, boolean nullable, String hint) {
    if (core.getItems() == null) {
      return new Shown(Kind.LIST, "", nullable);
    }
    Shown item = kind(core.getItems(), hint + " item");
    return item.kind == Kind.RECORD
        ? new Shown(Kind.RECORDS, item.shows, nullable)
        : new Shown(Kind.LIST, "", nullable);
  }

  private Shown object(Schema<?> schema, Schema<?> core, boolean nullable, String hint) {
    boolean choice = core.getAnyOf() != null || core.getOneOf() != null;
    if (choice || core.getAllOf() != null) {
      return new Shown(Kind.TREE, "", nullable);
    }
    if (core.getProperties() == null || core.getProperties().size() > MOST_MEMBERS) {
      return new Shown(Kind.MAP, "", nullable);
    }
    return new Shown(Kind.RECORD, record(schema, core, hint), nullable);
  }

  private String record(Schema<?> schema, Schema<?> core, String hint) {
    String ref = lastRef(schema);
    String known = namesByRef.get(ref);
    if (known != null) {
      return known;
    }
    String wanted = Java.type(ref.isEmpty() ? hint : ref) + "Json";
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + i;
    }
    if (!ref.isEmpty()) {
      namesByRef.put(ref, name); // before its members, because an object may show itself
    }
    byName.put(name, new AnswerShape(name, "", List.of(), false)); // keeps its place
    String comment = core.getDescription() == null ? "" : Java.comment(core.getDescription());
    List<AnswerMember> members = members(core, ref.isEmpty() ? hint : ref);
    byName.put(name, new AnswerShape(name, comment, members, isOpen(core)).checked());
    return name;
  }

  private static boolean isOpen(Schema<?> core) {
    Object additional = core.getAdditionalProperties();
    return additional != null && !Boolean.FALSE.equals(additional);
  }

  private List<AnswerMember> members(Schema<?> core, String where) {
    List<AnswerMember> members = new ArrayList<>();
    Set<String> components = new TreeSet<>(TAKEN);
    core.getProperties()
        .forEach(
            (name, property) -> {
              String wanted = Java.variable(name);
              String component = TAKEN.contains(wanted) ? wanted + "Value" : wanted;
              for (int i = 2; !components.add(component); i++) {
                component = wanted + i;
              }
              members.add(member(core, name, component, property, where + " " + name));
            });
    return members;
  }

  private AnswerMember member(
      Schema<?> core, String name, String component, Schema<?> property, String where) {
    Shown shown = kind(property, where);
    return new AnswerMember(
        name,
        component,
        shown.kind,
        shown.shows,
        core.getRequired() != null && core.getRequired().contains(name),
        shown.nullable,
        "password".equals(sole(property).getFormat()),
        property.getDescription() == null ? "" : Java.comment(property.getDescription()));
  }

  /** The component schema that is shown in the end; empty for one written in place. */
  private String lastRef(Schema<?> schema) {
    String name = Schemas.name(schema);
    List<Schema<?>> parts = name == null ? parts(schema) : List.of();
    return name != null ? name : parts.size() == 1 ? lastRef(parts.get(0)) : "";
  }

  /** The schema that gives the type, also beside a choice of null. */
  private Schema<?> sole(Schema<?> schema) {
    Schema<?> core = schemas.core(schema);
    List<Schema<?>> parts = parts(core);
    return Schemas.type(core).isEmpty() && parts.size() == 1 ? sole(parts.get(0)) : core;
  }

  /** What a composition without null consists of. */
  private List<Schema<?>> parts(Schema<?> schema) {
    List<Schema<?>> parts = Schemas.all(schema.getAllOf());
    parts.addAll(Schemas.all(schema.getAnyOf()));
    parts.addAll(Schemas.all(schema.getOneOf()));
    parts.removeIf(AnswerShapes::isNullOnly);
    return parts;
  }

  private static boolean isNullOnly(Schema<?> schema) {
    return schema.getEnum() != null
        && !schema.getEnum().isEmpty()
        && schema.getEnum().stream().allMatch(Objects::isNull);
  }

  /** True where the schema, or one that it is made of, says so; also for any value. */
  private boolean isNullable(Schema<?> schema) {
    Schema<?> resolved = schemas.resolve(schema);
    if (Boolean.TRUE.equals(resolved.getNullable()) || isNullOnly(resolved)) {
      return true;
    }
    List<Schema<?>> all = Schemas.all(resolved.getAllOf());
    all.addAll(Schemas.all(resolved.getAnyOf()));
    all.addAll(Schemas.all(resolved.getOneOf()));
    return all.isEmpty()
        ? Schemas.type(resolved).isEmpty() && resolved.getEnum() == null
        : all.stream().anyMatch(this::isNullable);
  }

  /** What a place in an answer holds. */
  private record Shown(Kind kind, String shows, boolean nullable) {}
}
