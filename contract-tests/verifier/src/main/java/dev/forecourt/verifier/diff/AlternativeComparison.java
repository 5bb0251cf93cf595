package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code anyOf}, {@code oneOf}, {@code not} and {@code discriminator}. */
final class AlternativeComparison {
  private final SchemaComparison walk;
  private final Shape old;
  private final Shape now;

  private AlternativeComparison(SchemaComparison walk, Shape old, Shape now) {
    this.walk = walk;
    this.old = old;
    this.now = now;
  }

  static void compare(SchemaComparison walk, Shape old, Shape now) {
    AlternativeComparison comparison = new AlternativeComparison(walk, old, now);
    comparison.lists();
    comparison.not();
    comparison.discriminator();
  }

  private void lists() {
    List<Spot> was = old.alternatives();
    List<Spot> is = now.alternatives();
    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
      if (i >= was.size()) {
        onlyNow(is.get(i));
      } else if (i >= is.size()) {
        onlyBefore(was.get(i));
      } else {
        both(was.get(i), is.get(i));
      }
    }
  }

  private void onlyNow(Spot list) {
    if (!isMetAnyway(old, walk.after(), now.alternativesOf(list))) {
      walk.add(
          SchemaRule.ALTERNATIVES_ADDED, old.spot(), list, "", summary(walk.after(), now, list));
    }
  }

  private void onlyBefore(Spot list) {
    if (!isMetAnyway(now, walk.before(), old.alternativesOf(list))) {
      walk.add(
          SchemaRule.ALTERNATIVES_REMOVED, list, now.spot(), summary(walk.before(), old, list), "");
    }
  }

  /** Whether what a shape requires fulfils one of these, which ask for members only. */
  private static boolean isMetAnyway(Shape shape, ContractTree contract, List<Spot> alternatives) {
    Set<String> required = shape.names("required");
    return alternatives.stream()
        .map(contract::meant)
        .anyMatch(
            each ->
                each.node().size() == 1
                    && each.node().has("required")
                    && required.containsAll(Shape.of(contract, List.of(each)).names("required")));
  }

  private static String summary(ContractTree contract, Shape shape, Spot list) {
    return shape.alternativesOf(list).stream()
        .map(each -> Shape.of(contract, List.of(each)).summary())
        .collect(Collectors.joining(" or "));
  }

  private void both(Spot was, Spot is) {
    boolean wasOne = was.pointer().endsWith("/oneOf");
    boolean isOne = is.pointer().endsWith("/oneOf");
    if (wasOne != isOne) {
      walk.add(
          isOne ? SchemaRule.EXACTLY_ONE_DEMANDED : SchemaRule.SEVERAL_MAY_FIT, was, is, "", "");
    }
    List<Spot> gone = new ArrayList<>(old.alternativesOf(was));
    List<Spot> added = new ArrayList<>(now.alternativesOf(is));
    for (Likeness likeness : Likeness.values()) {
      pair(gone, added, likeness);
    }
    gone.forEach(each -> removed(each, is));
    added.forEach(each -> added(was, each));
  }

  private void pair(List<Spot> gone, List<Spot> added, Likeness likeness) {
    for (Spot each : List.copyOf(gone)) {
      added.stream()
          .filter(other -> isAlike(each, other, likeness))
          .findFirst()
          .ifPresent(
              other -> {
                gone.remove(each);
                added.remove(other);
                if (likeness == Likeness.NUMBER && now.isOfRuntime()) {
                  numbers(each, other);
                } else {
                  walk.compareForm(each, other);
                }
              });
    }
  }

  /** In Java it stays the type of the runtime that holds any number. */
  private void numbers(Spot was, Spot is) {
    Shape before = Shape.of(walk.before(), List.of(was));
    Shape after = Shape.of(walk.after(), List.of(is));
    walk.add(
        after.type().equals("integer") ? SchemaRule.FORMS_NARROWED : SchemaRule.FORMS_WIDENED,
        was,
        is,
        before.summary(),
        after.summary());
  }

  /** What makes two alternatives the same one, the best first. */
  private enum Likeness {
    EQUAL,
    NAME,
    TITLE,
    NEEDS,
    TYPE_AND_FORMAT,
    TYPE,
    NUMBER
  }

  private boolean isAlike(Spot was, Spot is, Likeness likeness) {
    JsonNode before = was.node();
    JsonNode after = is.node();
    if (likeness == Likeness.EQUAL) {
      return before.equals(after);
    }
    if (likeness == Likeness.NAME) {
      return before.has("$ref") && before.path("$ref").equals(after.path("$ref"));
    }
    Shape old = Shape.of(walk.before(), List.of(was));
    Shape now = Shape.of(walk.after(), List.of(is));
    if (likeness == Likeness.TITLE) {
      return !old.text("title").isEmpty() && old.text("title").equals(now.text("title"));
    }
    if (likeness == Likeness.NEEDS) {
      return !old.names("required").isEmpty()
          && old.names("required").equals(now.names("required"));
    }
    // alternatives that only ask for members are no types
    boolean typed = old.says("type") && now.says("type");
    return typed
        && switch (likeness) {
          case TYPE_AND_FORMAT ->
              old.type().equals(now.type()) && old.text("format").equals(now.text("format"));
          case TYPE -> old.type().equals(now.type());
          default -> isNumber(old) && isNumber(now);
        };
  }

  private static boolean isNumber(Shape shape) {
    return shape.type().equals("integer") || shape.type().equals("number");
  }

  private void removed(Spot was, Spot list) {
    Shape shape = Shape.of(walk.before(), List.of(was));
    walk.add(SchemaRule.ALTERNATIVE_REMOVED, was, list, shape.summary(), "");
  }

  private void added(Spot list, Spot is) {
    Shape shape = Shape.of(walk.after(), List.of(is));
    Spot place = new Spot(parent(is), is.node());
    walk.add(SchemaRule.ALTERNATIVE_ADDED, list, place, "", shape.summary());
  }

  private static String parent(Spot spot) {
    return spot.pointer().replaceFirst("/[^/]+/\\d+$", "");
  }

  private void not() {
    JsonNode was = old.value("not");
    JsonNode is = now.value("not");
    if (was.equals(is)) {
      return;
    }
    SchemaRule rule = SchemaRule.NOT_CHANGED;
    if (was.isMissingNode()) {
      rule = SchemaRule.NOT_ADDED;
    } else if (is.isMissingNode()) {
      rule = SchemaRule.NOT_REMOVED;
    }
    walk.add(rule, "not", old, now, "", "");
  }

  private void discriminator() {
    JsonNode was = old.value("discriminator");
    JsonNode is = now.value("discriminator");
    String from = was.path("propertyName").asText();
    String to = is.path("propertyName").asText();
    if (was.isMissingNode() != is.isMissingNode()) {
      discriminator(
          was.isMissingNode() ? SchemaRule.DISCRIMINATOR_ADDED : SchemaRule.DISCRIMINATOR_REMOVED,
          from,
          to);
      return;
    }
    if (!from.equals(to)) {
      discriminator(SchemaRule.DISCRIMINATOR_PROPERTY_CHANGED, from, to);
    }
    Map<String, String> kinds = kinds(old, was);
    Map<String, String> kindsNow = kinds(now, is);
    kinds.forEach(
        (kind, schema) -> {
          String schemaNow = kindsNow.get(kind);
          if (schemaNow == null) {
            discriminator(SchemaRule.DISCRIMINATOR_MAPPING_REMOVED, kind, "");
          } else if (!schema.equals(schemaNow) && !isRenamed(schema, schemaNow)) {
            discriminator(SchemaRule.DISCRIMINATOR_MAPPING_CHANGED, "", kind);
          }
        });
    kindsNow.keySet().stream()
        .filter(kind -> !kinds.containsKey(kind))
        .forEach(kind -> discriminator(SchemaRule.DISCRIMINATOR_MAPPING_ADDED, "", kind));
  }

  /** Names of schemas by what stands in the member; what is not listed stands by its own name. */
  private static Map<String, String> kinds(Shape shape, JsonNode discriminator) {
    Map<String, String> kinds = new LinkedHashMap<>();
    discriminator
        .path("mapping")
        .properties()
        .forEach(each -> kinds.put(each.getKey(), name(each.getValue())));
    Set<String> listed = Set.copyOf(kinds.values());
    for (Spot list : discriminator.isMissingNode() ? List.<Spot>of() : shape.alternatives()) {
      for (Spot each : shape.alternativesOf(list)) {
        String name = name(each.node().path("$ref"));
        if (!name.isEmpty() && !listed.contains(name)) {
          kinds.put(name, name);
        }
      }
    }
    return kinds;
  }

  private static String name(JsonNode reference) {
    return reference.asText().replaceFirst(".*/", "");
  }

  /** Whether one name went and the other came: what else changed is reported for the schemas. */
  private boolean isRenamed(String schema, String schemaNow) {
    return has(walk.before(), schema)
        && !has(walk.after(), schema)
        && has(walk.after(), schemaNow)
        && !has(walk.before(), schemaNow);
  }

  private static boolean has(ContractTree contract, String schema) {
    return contract.root().to("components", "schemas", schema).exists();
  }

  private void discriminator(SchemaRule rule, String from, String to) {
    walk.add(rule, "discriminator", old, now, from, to);
  }
}
