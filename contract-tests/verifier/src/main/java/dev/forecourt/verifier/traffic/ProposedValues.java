package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Values that a schema does not allow yet: other types and ranges, null, what was left out. */
final class ProposedValues {
  /** Keywords that say which values are right, and move into an alternative together. */
  private static final Set<String> CONSTRAINTS =
      Set.of(
          "type format pattern nullable minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems items enum x-enum-descriptions x-enum-varnames properties required additionalProperties minProperties maxProperties"
              .split(" "));

  private final ContractSource source;
  private final Set<String> pageLists;
  // maps of names to recordings that were begun
  private final Set<String> done = new TreeSet<>();
  private final Map<String, List<Drift>> alternatives = new TreeMap<>();
  // names that were taken off lists of required members
  private final Map<String, Set<String>> optional = new TreeMap<>();

  ProposedValues(ContractSource source, ContractTree contract) {
    this.source = source;
    this.pageLists = pageLists(contract);
  }

  /** Lists that the Java client pages through: they stay lists. */
  private static Set<String> pageLists(ContractTree contract) {
    return ContractTree.children(contract.root().to("paths")).stream()
        .flatMap(path -> ContractTree.children(path).stream())
        .filter(operation -> operation.node().has("x-paging"))
        .flatMap(operation -> ContractTree.children(operation.to("responses")).stream())
        .map(answer -> contract.to(answer, "content", "application/json", "schema", "properties"))
        .flatMap(members -> ContractTree.children(members).stream())
        .map(contract::meant)
        .filter(member -> member.text("type").equals("array"))
        .map(Spot::pointer)
        .collect(Collectors.toSet());
  }

  boolean value(String pointer, String keyword, String name, Drift drift) {
    // what a format means to us is no keyword of the source
    String schema = pointer.endsWith("/" + keyword) ? pointer.replaceFirst("/[^/]+$", "") : pointer;
    boolean none = drift.values().types().isEmpty();
    return switch (keyword) {
      case "required" -> optional(pointer, name, drift);
      case "enum" ->
          drift.value().isEmpty() || !isOfTheKind(pointer, drift)
              ? alternative(schema, drift)
              : enumerated(pointer, drift);
      case "anyOf", "oneOf" -> alternative(pointer, drift);
      case "type" ->
          none && drift.values().nulls() ? nullable(schema, drift) : alternative(schema, drift);
      case "format",
          "pattern",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems" ->
          alternative(schema, drift);
      default -> false;
    };
  }

  private boolean optional(String pointer, String name, Drift drift) {
    String list = pointer.replaceFirst("/\\d+$", "");
    var holder = source.find(list.replaceFirst("/required$", ""));
    var member = holder.flatMap(place -> YamlSource.member(place.node(), "required"));
    if (member.isEmpty() || !YamlSource.isBlock(member.get().getValueNode())) {
      return false;
    }
    YamlSource file = holder.get().file();
    SequenceNode names = (SequenceNode) member.get().getValueNode();
    int column = YamlSource.column(member.get().getKeyNode());
    for (Node each : names.getValue()) {
      if (each instanceof ScalarNode scalar && scalar.getValue().equals(name)) {
        int line = YamlSource.line(each);
        Set<String> gone = optional.computeIfAbsent(list, absent -> new TreeSet<>());
        gone.add(name);
        int key = YamlSource.line(member.get().getKeyNode());
        return file.replace(line, line + 1, List.of())
            && (gone.size() < names.getValue().size() || file.replace(key, key + 1, List.of()))
            && noted(file, list, "x-seen-without", column, name, drift, file.endOf(names));
      }
    }
    return false;
  }

  /** A map of names to recordings beside a keyword. */
  private boolean noted(
      YamlSource file, String place, String key, int column, String name, Drift drift, int line) {
    List<String> lines = new ArrayList<>();
    if (done.add(key + " " + place)) {
      lines.add(" ".repeat(column) + key + ":");
    }
    lines.add(
        " ".repeat(column + 2)
            + SeenSchema.key(name)
            + ": "
            + SeenSchema.quoted(ProposedLines.source(drift)));
    return file.insert(line, column, lines);
  }

  /** Whether a value could be one of a list: a text among texts, a number among numbers. */
  private boolean isOfTheKind(String pointer, Drift drift) {
    Tag tag = drift.example().isTextual() ? Tag.STR : Tag.INT;
    boolean listable = drift.example().isTextual() || drift.example().isIntegralNumber();
    return listable
        && source
            .find(pointer)
            .filter(place -> place.node() instanceof SequenceNode)
            .map(place -> ((SequenceNode) place.node()).getValue())
            .filter(values -> values.stream().allMatch(value -> value.getTag().equals(tag)))
            .isPresent();
  }

  private boolean enumerated(String pointer, Drift drift) {
    var values = source.find(pointer);
    var schema = source.find(pointer.replaceFirst("/[^/]+$", ""));
    if (values.isEmpty() || schema.isEmpty() || !YamlSource.isBlock(values.get().node())) {
      return false;
    }
    YamlSource file = values.get().file();
    String value = drift.example().isTextual() ? text(drift.value()) : drift.value();
    append(file, values.get().node(), value);
    item(schema.get(), "x-enum-descriptions", SeenSchema.quoted(ProposedLines.DESCRIPTION));
    item(
        schema.get(),
        "x-enum-varnames",
        drift
            .value()
            .toUpperCase(Locale.ROOT)
            .replaceAll("\\W", "_")
            .replaceFirst("^(?=\\d)", "VALUE_"));
    int column = YamlSource.column(schema.get().node());
    var descriptions = YamlSource.member(schema.get().node(), "x-enum-descriptions");
    int line =
        descriptions.isPresent()
            ? file.endOf(
                YamlSource.line(descriptions.get().getKeyNode()),
                YamlSource.column(descriptions.get().getKeyNode()))
            : file.endOf(values.get().node());
    return noted(file, pointer, "x-undocumented-values", column, drift.value(), drift, line);
  }

  private static String text(String value) {
    String key = SeenSchema.key(value);
    return key.equals(value) || value.matches("[A-Za-z][\\w -]*") && !key.startsWith("\"")
        ? key
        : SeenSchema.quoted(value);
  }

  private static void item(ContractSource.Place schema, String key, String text) {
    YamlSource.child(schema.node(), key)
        .filter(YamlSource::isBlock)
        .ifPresent(list -> append(schema.file(), list, text));
  }

  private static void append(YamlSource file, Node list, String text) {
    file.insert(
        file.endOf(list),
        YamlSource.column(list),
        List.of(" ".repeat(YamlSource.column(list)) + "- " + text));
  }

  private boolean nullable(String pointer, Drift drift) {
    var schema = source.find(pointer);
    if (schema.isEmpty() || !YamlSource.isBlock(schema.get().node())) {
      return false;
    }
    var type = YamlSource.member(schema.get().node(), "type");
    boolean closed = YamlSource.member(schema.get().node(), "enum").isPresent();
    if (type.isEmpty() || closed) {
      return alternative(pointer, drift);
    }
    int column = YamlSource.column(type.get().getKeyNode());
    int line = YamlSource.line(type.get().getKeyNode());
    return schema
        .get()
        .file()
        .insert(
            line + 1,
            column,
            ProposedLines.indented(
                column,
                List.of("# null: seen in " + ProposedLines.source(drift), "nullable: true")));
  }

  /**
   * Several findings about one schema become one alternative, once all are known: one beside what
   * the schema says, or one more of a list.
   */
  private boolean alternative(String pointer, Drift drift) {
    String choice = pointer.replaceFirst("/(anyOf|oneOf)/\\d+$", "/$1");
    boolean possible =
        !pageLists.contains(choice)
            && source
                .find(choice)
                .filter(place -> YamlSource.isBlock(place.node()))
                .filter(place -> isList(place) || isLoose(choice, place))
                .isPresent();
    if (possible) {
      alternatives.computeIfAbsent(choice, absent -> new ArrayList<>()).add(drift);
    }
    return possible;
  }

  private static boolean isList(ContractSource.Place place) {
    return place.node() instanceof SequenceNode;
  }

  /** Whether what a schema says can move; a whole class of the Java client becomes no choice. */
  private static boolean isLoose(String pointer, ContractSource.Place place) {
    boolean wholeClass =
        pointer.matches("/components/schemas/[^/]+")
            && YamlSource.member(place.node(), "properties").isPresent();
    String line = place.file().lines().get(YamlSource.line(place.node()));
    return !wholeClass
        && YamlSource.member(place.node(), "anyOf").isEmpty()
        // else its first key stands behind the dash of a list
        && line.substring(0, YamlSource.column(place.node())).isBlank();
  }

  /** Writes what had to wait until all findings were known; gives those that cannot be settled. */
  List<Drift> finish() {
    List<Drift> left = new ArrayList<>();
    alternatives.forEach(
        (pointer, drifts) -> {
          ContractSource.Place place = source.find(pointer).orElseThrow();
          boolean settled =
              isList(place)
                  ? source.append(pointer, column -> ProposedLines.branch(column, drifts))
                  : besides(place, drifts);
          if (!settled) {
            left.addAll(drifts);
          }
        });
    return left;
  }

  /** What the vendor's text states and what was seen, side by side. */
  private static boolean besides(ContractSource.Place schema, List<Drift> drifts) {
    YamlSource file = schema.file();
    int column = YamlSource.column(schema.node());
    List<String> moved = new ArrayList<>();
    List<int[]> ranges = new ArrayList<>();
    for (NodeTuple each : ((MappingNode) schema.node()).getValue()) {
      if (CONSTRAINTS.contains(YamlSource.key(each))) {
        int from = YamlSource.line(each.getKeyNode());
        int to = file.endOf(from, column);
        int[] before = ranges.isEmpty() ? new int[] {-1, -1} : ranges.get(ranges.size() - 1);
        if (before[1] == from) {
          before[1] = to;
        } else {
          ranges.add(new int[] {from, to});
        }
        file.lines()
            .subList(from, to)
            .forEach(line -> moved.add(line.isBlank() ? line : "    " + line));
      }
    }
    if (moved.isEmpty() || !ranges.stream().allMatch(each -> file.isFree(each[0], each[1]))) {
      return false;
    }
    moved.set(0, " ".repeat(column + 2) + "- " + moved.get(0).strip());
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(column) + "anyOf:");
    lines.addAll(moved);
    lines.addAll(ProposedLines.branch(column + 2, drifts));
    file.replace(ranges.get(0)[0], ranges.get(0)[1], lines);
    ranges.subList(1, ranges.size()).forEach(each -> file.replace(each[0], each[1], List.of()));
    return true;
  }
}
