package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A schema as it works: with its references followed, and with all parts of its {@code allOf}. */
final class Shape {
  /** Names of schemas that stand for a type of the Java runtime (specs/docs/extensions.md). */
  private static final Set<String> RUNTIME_TYPES =
      Set.of(
          "AnyValue",
          "FilterPrimitive",
          "FilterValue",
          "FormFlag",
          "LooseBoolean",
          "LooseGrade",
          "LooseNumber",
          "TrueOnly");

  /** Alternatives may contain each other. */
  private static final int DEEPEST = 4;

  private static final String INLINE = "a class of this place";

  private static final Set<String> OF_OBJECTS =
      Set.of("properties", "required", "additionalProperties", "minProperties", "maxProperties");

  private final ContractTree contract;
  private final List<Spot> spots;
  private final List<Spot> parts = new ArrayList<>();
  private final List<Spot> alternatives = new ArrayList<>();
  private boolean orNull;

  private Shape(ContractTree contract, List<Spot> spots) {
    this.contract = contract;
    this.spots = spots;
    Set<String> seen = new HashSet<>();
    spots.forEach(spot -> collect(spot, seen));
  }

  /** What all these schemas together demand; without any, any value will do. */
  static Shape of(ContractTree contract, List<Spot> spots) {
    return new Shape(contract, spots.stream().filter(Spot::exists).toList());
  }

  private void collect(Spot spot, Set<String> seen) {
    Spot here = contract.meant(spot);
    if (!here.exists()) {
      throw new IllegalArgumentException(
          "The contract refers to %s, which is not there. Run scripts/lint to see where."
              .formatted(here.pointer()));
    }
    if (seen.add(here.pointer())) {
      parts.add(here);
      children(here.to("allOf")).forEach(part -> collect(part, seen));
      lists(here).forEach(list -> collectAlternatives(list, seen));
    }
  }

  /** What is one thing or null is that thing, and nullable; a list of one thing is that thing. */
  private void collectAlternatives(Spot list, Set<String> seen) {
    List<Spot> values = alternativesOf(list);
    orNull |= values.size() < list.node().size();
    if (values.size() == 1) {
      collect(values.get(0), seen);
    } else {
      alternatives.add(list);
    }
  }

  private static List<Spot> lists(Spot part) {
    return Stream.of(part.to("anyOf"), part.to("oneOf")).filter(Spot::exists).toList();
  }

  private static List<Spot> children(Spot list) {
    List<Spot> all = new ArrayList<>();
    for (int i = 0; i < list.node().size(); i++) {
      all.add(list.to(String.valueOf(i)));
    }
    return all;
  }

  /** Another schema of the same contract. */
  Shape at(Spot spot) {
    return of(contract, List.of(spot));
  }

  List<Spot> parts() {
    return parts;
  }

  /** Where the schema stands; a missing spot if there is none. */
  Spot spot() {
    return parts.isEmpty() ? contract.root().to("nothing") : parts.get(0);
  }

  /** The part that says this keyword, else where the schema stands. */
  Spot spotOf(String keyword) {
    return parts.stream().filter(part -> part.node().has(keyword)).findFirst().orElse(spot());
  }

  boolean says(String keyword) {
    return parts.stream().anyMatch(part -> part.node().has(keyword));
  }

  /** What the first part says that has this keyword; a missing node if none does. */
  JsonNode value(String keyword) {
    return spotOf(keyword).node().path(keyword);
  }

  String text(String keyword) {
    return value(keyword).asText();
  }

  boolean flag(String keyword) {
    return parts.stream().anyMatch(part -> part.node().path(keyword).asBoolean());
  }

  /** The values of a keyword, of every part that has it. */
  List<JsonNode> values(String keyword) {
    return parts.stream()
        .map(part -> part.node().path(keyword))
        .filter(n -> !n.isMissingNode())
        .toList();
  }

  /** The names in the lists of a keyword, such as {@code required}. */
  Set<String> names(String keyword) {
    Set<String> names = new LinkedHashSet<>();
    values(keyword).forEach(list -> list.forEach(name -> names.add(name.asText())));
    return names;
  }

  /** The listed values without null; empty if nothing is listed, or nobody judges by it. */
  Optional<Set<String>> enumeration() {
    List<JsonNode> lists = flag("x-checked-later") ? List.of() : values("enum");
    if (lists.isEmpty()) {
      return Optional.empty();
    }
    Set<String> all = null;
    for (JsonNode list : lists) {
      Set<String> these = new LinkedHashSet<>();
      list.forEach(
          value -> {
            if (!value.isNull()) {
              these.add(text(value));
            }
          });
      if (all == null) {
        all = these;
      } else {
        all.retainAll(these);
      }
    }
    return Optional.of(all);
  }

  /** 1 and 1.0 are the same number. */
  private static String text(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asText();
  }

  private static boolean isNullOnly(Spot spot) {
    JsonNode list = spot.node().path("enum");
    return list.size() == 1 && list.get(0).isNull();
  }

  /**
   * What the outermost part says; else all parts with a type must say it, as one that does not is
   * enough to refuse null.
   */
  boolean isNullable() {
    return isNullable(DEEPEST);
  }

  private boolean isNullable(int depth) {
    if (orNull || isNullAnAlternative(depth)) {
      return true;
    }
    JsonNode outermost = spot().node().path("nullable");
    if (outermost.isBoolean()) {
      return outermost.booleanValue();
    }
    List<Spot> typed = parts.stream().filter(part -> part.node().has("type")).toList();
    return !typed.isEmpty()
        && typed.stream().allMatch(part -> part.node().path("nullable").asBoolean());
  }

  private boolean isNullAnAlternative(int depth) {
    return depth > 0
        && alternatives.stream()
            .flatMap(list -> alternativesOf(list).stream())
            .map(each -> of(contract, List.of(each)))
            .anyMatch(each -> each.isNullable(depth - 1) || each.listsNull());
  }

  private boolean listsNull() {
    return values("enum").stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .anyMatch(JsonNode::isNull);
  }

  /** {@code string}, {@code object}, ...; empty if any type will do or the alternatives say. */
  String type() {
    JsonNode type = value("type");
    if (type.isTextual()) {
      return type.textValue();
    }
    if (parts.stream().anyMatch(part -> OF_OBJECTS.stream().anyMatch(part.node()::has))
        && alternatives().isEmpty()) {
      return "object";
    }
    return type.isArray() ? type.toString() : "";
  }

  /** The schemas of each property, by name. */
  Map<String, List<Spot>> properties() {
    Map<String, List<Spot>> all = new LinkedHashMap<>();
    for (Spot part : parts) {
      part.node()
          .path("properties")
          .fieldNames()
          .forEachRemaining(
              name ->
                  all.computeIfAbsent(name, absent -> new ArrayList<>())
                      .add(part.to("properties", name)));
    }
    return all;
  }

  List<Spot> spots(String keyword) {
    return parts.stream().map(part -> part.to(keyword)).filter(Spot::exists).toList();
  }

  /** The lists of {@code anyOf} and {@code oneOf}. */
  List<Spot> alternatives() {
    return alternatives;
  }

  /** What is in such a list, without null. */
  List<Spot> alternativesOf(Spot list) {
    return children(list).stream().filter(each -> !isNullOnly(each)).toList();
  }

  /** The class that stands for it in Java, or the type of the runtime; empty if it has no name. */
  String className() {
    if (spots.size() != 1) {
      return spots.isEmpty() ? "" : INLINE;
    }
    Spot spot = spots.get(0);
    for (String list : List.of("allOf", "anyOf", "oneOf")) {
      List<Spot> only = alternativesOf(spot.to(list));
      if (only.size() == 1 && !spot.node().has("properties")) {
        spot = only.get(0);
      }
    }
    boolean hasClass = !properties().isEmpty() || enumeration().isPresent();
    if (!spot.node().has("$ref")) {
      return hasClass ? INLINE : "";
    }
    String pointer = contract.meant(spot).pointer();
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return hasClass || RUNTIME_TYPES.contains(name) ? name : "";
  }

  /** Whether a class of a name of its own stands for it in Java. */
  boolean isNamed() {
    return !className().isEmpty() && !className().equals(INLINE);
  }

  /** Whether a type of the Java runtime stands for it, whatever its forms. */
  boolean isOfRuntime() {
    return RUNTIME_TYPES.contains(className());
  }

  /** One line for people: type, format, values or required members. */
  String summary() {
    return summary(DEEPEST);
  }

  private String summary(int depth) {
    String words =
        List.of(className(), type(), text("format")).stream()
            .filter(word -> !word.isEmpty() && !word.equals(INLINE))
            .limit(2)
            .collect(Collectors.joining(" "));
    String values = enumeration().map(each -> " " + each).orElse("");
    String members = names("required").isEmpty() ? "" : " with " + names("required");
    String all = (words + values + members).strip();
    if (!all.isEmpty()) {
      return all;
    }
    return alternatives().isEmpty() || depth == 0
        ? "any value"
        : alternatives().stream()
            .flatMap(list -> alternativesOf(list).stream())
            .map(each -> of(contract, List.of(each)).summary(depth - 1))
            .distinct()
            .collect(Collectors.joining(" or "));
  }
}
