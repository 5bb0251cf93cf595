package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words and {@code x-} keys of a schema (specs/docs/extensions.md), and keywords of no rule. */
final class ExtensionComparison {
  /** Keys that only people read. */
  static final Set<String> WORDS =
      Set.of(
          "description",
          "example",
          "examples",
          "externalDocs",
          "summary",
          "title",
          "x-deprecated-use",
          "x-documented",
          "x-enum-descriptions",
          "x-source");

  /** Keywords that other classes compare. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "$ref",
          "additionalProperties",
          "allOf",
          "anyOf",
          "default",
          "discriminator",
          "enum",
          "exclusiveMaximum",
          "exclusiveMinimum",
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
          "type",
          "uniqueItems",
          "writeOnly",
          "x-open-enum");

  /** Keys with a rule for their coming, one for their going, and one for their change. */
  private static final Map<String, Switch> SWITCHES =
      Map.ofEntries(
          Map.entry(
              "deprecated", new Switch(SchemaRule.DEPRECATED, SchemaRule.NO_LONGER_DEPRECATED)),
          Map.entry(
              "x-alias-of", new Switch(SchemaRule.ACCESSOR_REMOVED, SchemaRule.ACCESSOR_ADDED)),
          Map.entry(
              "x-bare-value",
              new Switch(SchemaRule.BARE_VALUE_ADDED, SchemaRule.BARE_VALUE_REMOVED)),
          Map.entry(
              "x-checked-later",
              new Switch(SchemaRule.CHECKED_LATER_CHANGED, SchemaRule.CHECKED_LATER_CHANGED)),
          Map.entry(
              "x-direction",
              new Switch(SchemaRule.BUILD_CHECKS_ADDED, SchemaRule.BUILD_CHECKS_REMOVED)),
          Map.entry(
              "x-enum-varnames",
              new Switch(SchemaRule.ENUM_CONSTANTS_RENAMED, SchemaRule.ENUM_CONSTANTS_RENAMED)),
          Map.entry(
              "x-set-by-vendor",
              new Switch(SchemaRule.SET_BY_VENDOR_CHANGED, SchemaRule.SET_BY_VENDOR_CHANGED)),
          Map.entry(
              "x-single-or-list",
              new Switch(SchemaRule.SINGLE_OR_LIST_ADDED, SchemaRule.SINGLE_OR_LIST_REMOVED)),
          Map.entry(
              "x-zero-time", new Switch(SchemaRule.ZERO_TIME_ADDED, SchemaRule.ZERO_TIME_REMOVED)));

  /** Keys that hold lists, with a rule for a new element and one for an element that is gone. */
  private static final Map<String, Switch> LISTS =
      Map.of(
          "x-aliases", new Switch(SchemaRule.ALIAS_ADDED, SchemaRule.ALIAS_REMOVED),
          "x-also-read-as", new Switch(SchemaRule.ALIAS_ADDED, SchemaRule.ALIAS_REMOVED),
          "x-filter-operators",
              new Switch(SchemaRule.FILTER_OPERATOR_ADDED, SchemaRule.FILTER_OPERATOR_REMOVED),
          "x-wrappers", new Switch(SchemaRule.WRAPPER_ADDED, SchemaRule.WRAPPER_REMOVED));

  /** Lists of members for {@code build()}; in the first two, any one of the list will do. */
  private static final List<String> NEEDS =
      List.of("x-any-of-required", "x-one-of-required", "x-preferred-required");

  private record Switch(SchemaRule comes, SchemaRule goes) {}

  private final SchemaComparison walk;
  private final Shape old;
  private final Shape now;

  private ExtensionComparison(SchemaComparison walk, Shape old, Shape now) {
    this.walk = walk;
    this.old = old;
    this.now = now;
  }

  /** {@code whole}: whether it is all of its place; else words are told of outside. */
  static void compare(SchemaComparison walk, Shape old, Shape now, boolean whole) {
    if (old.parts().isEmpty() || now.parts().isEmpty()) {
      return;
    }
    ExtensionComparison comparison = new ExtensionComparison(walk, old, now);
    if (whole) {
      comparison.words();
    }
    for (String key : comparison.keys()) {
      comparison.key(key, old.value(key), now.value(key));
    }
  }

  /** At the part whose words changed, so that a schema used in many places is told of once. */
  private void words() {
    for (Spot is : now.parts()) {
      boolean outermost = is.equals(now.spot());
      old.parts().stream()
          .filter(was -> was.pointer().equals(is.pointer()) || outermost && was.equals(old.spot()))
          .findFirst()
          .filter(was -> isShared(was) == isShared(is))
          .filter(was -> WORDS.stream().anyMatch(key -> differ(was, is, key)))
          .ifPresent(was -> walk.add(SchemaRule.DOCUMENTATION_CHANGED, was, is, "", ""));
    }
  }

  private static boolean isShared(Spot spot) {
    return spot.pointer().matches("/components/[^/]+/[^/]+");
  }

  private static boolean differ(Spot was, Spot is, String key) {
    return !was.node().path(key).equals(is.node().path(key));
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Shape shape : List.of(old, now)) {
      shape.parts().forEach(part -> part.node().fieldNames().forEachRemaining(keys::add));
    }
    keys.removeAll(WORDS);
    keys.removeAll(ELSEWHERE);
    return keys;
  }

  private void key(String key, JsonNode was, JsonNode is) {
    if (was.equals(is)) {
      return;
    }
    if (LISTS.containsKey(key)) {
      list(key, texts(was), texts(is));
    } else if (NEEDS.contains(key)) {
      needs(key, texts(was), texts(is));
    } else if (SWITCHES.containsKey(key)) {
      Switch rules = SWITCHES.get(key);
      boolean goes = is.isMissingNode() || is.isBoolean() && !is.booleanValue();
      boolean never = goes && (was.isMissingNode() || was.isBoolean() && !was.booleanValue());
      if (!never) {
        add(goes ? rules.goes() : rules.comes(), key, words(was), words(is));
      }
    } else {
      add(
          key.startsWith("x-") ? SchemaRule.EXTENSION_CHANGED : SchemaRule.KEYWORD_CHANGED,
          key,
          "",
          key);
    }
  }

  private void list(String key, List<String> was, List<String> is) {
    for (String each : is) {
      if (!was.contains(each)) {
        add(LISTS.get(key).comes(), key, "", each);
      }
    }
    for (String each : was) {
      if (!is.contains(each)) {
        add(LISTS.get(key).goes(), key, each, "");
      }
    }
  }

  private void needs(String key, List<String> was, List<String> is) {
    boolean less = is.isEmpty();
    if (key.equals("x-preferred-required")) {
      less |= was.containsAll(is) || old.names("required").containsAll(is);
    } else if (key.equals("x-any-of-required")) {
      less |= !was.isEmpty() && is.containsAll(was);
      less |= is.stream().anyMatch(old.names("required")::contains);
    }
    // exactly one of a longer list: two may be set that could stand together before
    if (!new HashSet<>(was).equals(new HashSet<>(is))) {
      add(
          less ? SchemaRule.BUILD_NEEDS_LESS : SchemaRule.BUILD_NEEDS_MORE,
          key,
          was.toString(),
          is.toString());
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static String words(JsonNode value) {
    return value.isMissingNode()
        ? "nothing"
        : value.isTextual() ? value.asText() : value.toString();
  }

  private void add(SchemaRule rule, String key, String from, String to) {
    walk.add(rule, key, old, now, from, to);
  }
}
