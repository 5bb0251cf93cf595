package dev.forecourt.contract.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.inventory.ContractDocument.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a schema allows, with its {@code allOf}, {@code anyOf} and {@code oneOf} drawn together. An
 * alternative that is not documented does not count.
 */
final class SchemaView {
  private static final Set<String> LIMITS =
      Set.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

  // null: any type
  private @Nullable Set<String> types;
  private boolean nullable;
  private boolean undocumented;
  private final Set<String> formats = new TreeSet<>();
  private final Set<String> patterns = new TreeSet<>();
  private @Nullable Set<String> values;
  private @Nullable String standard;
  private final Map<String, String> bounds = new HashMap<>();
  private final Map<String, Located> properties = new LinkedHashMap<>();
  private final Set<String> required = new HashSet<>();
  private @Nullable Located items;
  private @Nullable Located additional;

  private SchemaView() {}

  static SchemaView of(ContractDocument contract, Located schema) {
    SchemaView view = new SchemaView();
    view.own(schema);
    each(schema, "allOf").forEach(part -> view.also(contract.view(part)));
    for (String keyword : List.of("anyOf", "oneOf")) {
      List<SchemaView> alternatives =
          each(schema, keyword).stream()
              .map(contract::view)
              .filter(alternative -> !alternative.undocumented)
              .toList();
      if (!alternatives.isEmpty()) {
        view.also(oneOf(keyword, alternatives));
      }
    }
    return view;
  }

  private static List<Located> each(Located schema, String keyword) {
    List<Located> parts = new ArrayList<>();
    Located list = schema.at(keyword);
    for (int i = 0; i < list.node().size(); i++) {
      parts.add(new Located(list.node().get(i), list.place().slash(String.valueOf(i))));
    }
    return parts;
  }

  private void own(Located schema) {
    JsonNode node = schema.node();
    undocumented = ContractDocument.isUndocumented(node);
    if (node.has("type")) {
      types = Set.of(node.get("type").asText());
    }
    nullable = node.path("nullable").asBoolean();
    if (node.has("format")) {
      formats.add(node.get("format").asText());
    }
    if (node.has("pattern")) {
      patterns.add(node.get("pattern").asText());
    }
    if (node.has("enum")) {
      values = new LinkedHashSet<>();
      for (JsonNode value : node.get("enum")) {
        nullable |= value.isNull();
        // what was seen in traffic is no word of the vendor's text
        boolean seen = node.path("x-undocumented-values").has(value.asText());
        if (!value.isNull() && !seen) {
          values.add(value.asText());
        }
      }
    }
    if (node.has("default")) {
      standard = literal(node.get("default"));
    }
    for (String limit : LIMITS) {
      if (node.has(limit)) {
        bounds.put(limit, node.get(limit).asText());
      }
    }
    Located members = schema.at("properties");
    members
        .node()
        .properties()
        .forEach(member -> properties.put(member.getKey(), members.at(member.getKey())));
    node.path("required").forEach(name -> required.add(name.asText()));
    node.path("x-seen-without").fieldNames().forEachRemaining(required::add);
    items = node.has("items") ? schema.at("items") : null;
    additional =
        node.path("additionalProperties").isObject() ? schema.at("additionalProperties") : null;
  }

  private static String literal(JsonNode value) {
    if (!value.isContainerNode()) {
      return value.asText();
    }
    List<String> each = new ArrayList<>();
    value.forEach(item -> each.add(item.asText()));
    return String.join(value.isArray() ? ", " : " ", each);
  }

  /** Adds what holds besides. */
  private void also(SchemaView other) {
    if (types == null) {
      types = other.types;
    } else if (other.types != null) {
      types = types.stream().filter(other.types::contains).collect(Collectors.toSet());
    }
    nullable |= other.nullable;
    undocumented |= other.undocumented;
    values = values == null ? other.values : values;
    standard = standard == null ? other.standard : standard;
    other.bounds.forEach(bounds::putIfAbsent);
    required.addAll(other.required);
    unite(other);
  }

  private void unite(SchemaView other) {
    formats.addAll(other.formats);
    patterns.addAll(other.patterns);
    other.properties.forEach(properties::putIfAbsent);
    items = items == null ? other.items : items;
    additional = additional == null ? other.additional : additional;
  }

  private static SchemaView oneOf(String keyword, List<SchemaView> alternatives) {
    SchemaView union = new SchemaView();
    union.types = new TreeSet<>();
    for (SchemaView each : alternatives) {
      if (each.isNull()) {
        union.nullable = true;
        continue;
      }
      if (each.types == null) {
        union.types = null;
      } else if (union.types != null) {
        union.types.addAll(each.types);
      }
      union.nullable |= each.nullable;
      if (each.values != null) {
        union.values = union.values == null ? new LinkedHashSet<>() : union.values;
        union.values.addAll(each.values);
      }
      union.standard = union.standard == null ? each.standard : union.standard;
      each.bounds.forEach(union.bounds::putIfAbsent);
      union.unite(each);
    }
    if (alternatives.stream().anyMatch(each -> !each.required.isEmpty())) {
      union.bounds.put(keyword, memberChoice(alternatives));
      union.required.addAll(alternatives.get(0).required);
      alternatives.forEach(each -> union.required.retainAll(each.required));
    }
    return union;
  }

  /** Whether this is {@code enum: [null]}, the way to write null in OpenAPI 3.0. */
  private boolean isNull() {
    return types == null && values != null && values.isEmpty();
  }

  /** Which members have to be there: {@code email|phone}, {@code dir+field|none}. */
  private static String memberChoice(Collection<SchemaView> alternatives) {
    return alternatives.stream()
        .map(
            each ->
                each.required.isEmpty()
                    ? InventoryLine.NONE
                    : String.join("+", new TreeSet<>(each.required)))
        .sorted()
        .collect(Collectors.joining("|"));
  }

  /** JSON types; null for any. */
  @Nullable Set<String> types() {
    return types;
  }

  boolean nullable() {
    return nullable;
  }

  boolean undocumented() {
    return undocumented;
  }

  Set<String> formats() {
    return formats;
  }

  Set<String> patterns() {
    return patterns;
  }

  /** Values of the enumeration; null if there is none. */
  @Nullable Set<String> values() {
    return values;
  }

  @Nullable String standard() {
    return standard;
  }

  /** Limits by keyword. */
  Map<String, String> bounds() {
    return bounds;
  }

  Map<String, Located> properties() {
    return properties;
  }

  Set<String> required() {
    return required;
  }

  /** The place of a member such as {@code title}, of the items, of each member; null if none. */
  @Nullable Located member(String name) {
    return switch (name) {
      case Fact.ITEMS -> items;
      case Fact.EACH -> additional;
      default -> properties.get(name);
    };
  }
}
