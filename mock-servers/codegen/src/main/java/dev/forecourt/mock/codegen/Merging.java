package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts schemas that all hold together into one, as far as a value can be made of it. */
final class Merging {

  private static final int MOST_DEEP = 30;

  private final Schemas schemas;

  Merging(Schemas schemas) {
    this.schemas = schemas;
  }

  /** The schema with all parts of its {@code allOf}. */
  Schema<?> merged(Schema<?> schema) {
    Schema<Object> all = new Schema<>();
    add(schema, all, 0);
    return all;
  }

  /** The schema with one alternative in the place of them all. */
  Schema<?> withChoice(Schema<?> schema, Schema<?> choice) {
    Schema<Object> all = new Schema<>();
    add(schema, all, 0);
    all.setOneOf(null);
    all.setAnyOf(null);
    all.setExample(null);
    add(choice, all, 0);
    return all;
  }

  /** The schema with one branch of its condition, which itself is left to whoever judges. */
  Schema<?> withBranch(Schema<?> schema, Schema<?> branch) {
    Schema<Object> all = new Schema<>();
    add(schema, all, 0);
    all.setIf(null);
    add(branch, all, 0);
    return all;
  }

  /** Whether a schema says more than which alternatives it has. */
  boolean hasMore(Schema<?> schema) {
    return schema.getAllOf() != null
        || schema.getOneOf() != null && schema.getAnyOf() != null
        || Schemas.hasObjectRules(schema)
        || Schemas.hasListRules(schema)
        || schema.getPattern() != null
        || schema.getMinLength() != null
        || schema.getMinimum() != null
        || schema.getMaximum() != null;
  }

  private void add(Schema<?> declared, Schema<Object> into, int depth) {
    if (depth > MOST_DEEP) {
      return;
    }
    Schema<?> from = schemas.resolve(declared);
    for (Schema<?> each : Schemas.all(from.getAllOf())) {
      add(each, into, depth + 1);
    }
    addKind(from, into);
    addMembers(from, into);
    addBounds(from, into);
    addChoices(from, into);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the model takes values of one type
  private static void addKind(Schema<?> from, Schema<Object> into) {
    if (from.getType() != null) {
      into.setType(
          "number".equals(from.getType()) && into.getType() != null
              ? into.getType()
              : from.getType());
    } else if (Schemas.hasTypes(from) && into.getType() == null) {
      into.setTypes(from.getTypes());
    }
    into.setFormat(either(from.getFormat(), into.getFormat()));
    into.setPattern(either(from.getPattern(), into.getPattern()));
    if (from.getEnum() != null) {
      List<Object> values = new ArrayList<>((List) from.getEnum());
      if (into.getEnum() != null) {
        values.retainAll(into.getEnum());
      }
      ((Schema) into).setEnum(values);
    }
    into.setExample(either(from.getExample(), into.getExample()));
    into.setDefault(either(from.getDefault(), into.getDefault()));
    if (from.getNot() != null) {
      into.setNot(from.getNot());
    }
    if (from.getIf() != null) {
      into.setIf(from.getIf());
      into.setThen(from.getThen());
      into.setElse(from.getElse());
    }
  }

  private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }

  private void addMembers(Schema<?> from, Schema<Object> into) {
    Map<String, Schema<?>> known = Schemas.properties(into);
    Schemas.properties(from)
        .forEach(
            (name, property) -> {
              Schema<?> before = known.get(name);
              into.addProperty(name, before == null ? property : both(before, property));
            });
    if (from.getRequired() != null) {
      Set<String> required =
          new LinkedHashSet<>(into.getRequired() == null ? List.of() : into.getRequired());
      required.addAll(from.getRequired());
      into.setRequired(null);
      required.forEach(into::addRequiredItem);
    }
    if (from.getAdditionalProperties() != null
        && !Boolean.FALSE.equals(into.getAdditionalProperties())) {
      into.setAdditionalProperties(from.getAdditionalProperties());
    }
    if (from.getPatternProperties() != null) {
      into.setPatternProperties(from.getPatternProperties());
    }
    into.setPropertyNames(either(from.getPropertyNames(), into.getPropertyNames()));
    into.setItems(either(from.getItems(), into.getItems()));
    into.setPrefixItems(either(from.getPrefixItems(), into.getPrefixItems()));
    into.setContains(either(from.getContains(), into.getContains()));
  }

  private static Schema<?> both(Schema<?> one, Schema<?> other) {
    if (one.equals(other)) {
      return one;
    }
    Schema<Object> all = new Schema<>();
    all.addAllOfItem(one);
    all.addAllOfItem(other);
    return all;
  }

  private static void addBounds(Schema<?> from, Schema<Object> into) {
    if (from.getMinimum() != null
        && (into.getMinimum() == null || from.getMinimum().compareTo(into.getMinimum()) > 0)) {
      into.setMinimum(from.getMinimum());
      into.setExclusiveMinimum(from.getExclusiveMinimum());
    }
    if (from.getMaximum() != null
        && (into.getMaximum() == null || from.getMaximum().compareTo(into.getMaximum()) < 0)) {
      into.setMaximum(from.getMaximum());
      into.setExclusiveMaximum(from.getExclusiveMaximum());
    }
    into.setMultipleOf(either(from.getMultipleOf(), into.getMultipleOf()));
    into.setMinLength(larger(from.getMinLength(), into.getMinLength()));
    into.setMaxLength(smaller(from.getMaxLength(), into.getMaxLength()));
    into.setMinItems(larger(from.getMinItems(), into.getMinItems()));
    into.setMaxItems(smaller(from.getMaxItems(), into.getMaxItems()));
    into.setMinProperties(larger(from.getMinProperties(), into.getMinProperties()));
    into.setMaxProperties(smaller(from.getMaxProperties(), into.getMaxProperties()));
    if (Boolean.TRUE.equals(from.getUniqueItems())) {
      into.setUniqueItems(true);
    }
  }

  private static @Nullable Integer larger(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : other == null ? one : Integer.valueOf(Math.max(one, other));
  }

  private static @Nullable Integer smaller(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : other == null ? one : Integer.valueOf(Math.min(one, other));
  }

  private static void addChoices(Schema<?> from, Schema<Object> into) {
    if (from.getOneOf() != null) {
      into.setOneOf(from.getOneOf());
    }
    if (from.getAnyOf() != null) {
      into.setAnyOf(from.getAnyOf());
    }
    into.setDiscriminator(either(from.getDiscriminator(), into.getDiscriminator()));
  }
}
