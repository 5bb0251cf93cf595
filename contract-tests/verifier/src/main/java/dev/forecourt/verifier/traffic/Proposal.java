package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes one contract so that it allows what was seen. All that is new says that the vendor's text
 * does not state it, and in which recording it was seen; a person reads it before it stays.
 */
final class Proposal {
  private static final String DESCRIPTION =
      "Seen in traffic; the vendor's text does not mention it. Say here what it means.";

  /** Keywords that say which values are right, and move into an alternative together. */
  private static final Set<String> CONSTRAINTS =
      Set.of(
          "type format pattern nullable minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems items enum x-enum-descriptions x-enum-varnames properties required additionalProperties minProperties maxProperties"
              .split(" "));

  private static final Set<String> LOWER = Set.of("minimum", "minLength", "minItems");
  private static final Set<String> UPPER = Set.of("maximum", "maxLength", "maxItems");

  private final ContractSource source;
  private final VendorTraffic vendor;
  private final Set<String> done = new TreeSet<>();
  private final Map<String, List<Drift>> alternatives = new TreeMap<>();
  // names that were taken off lists of required members
  private final Map<String, Set<String>> optional = new TreeMap<>();

  Proposal(ContractSource source, VendorTraffic vendor) {
    this.source = source;
    this.vendor = vendor;
  }

  /** Changes the contract for it; false if no change follows from it. */
  boolean add(Drift drift) {
    String pointer = drift.first().inContract().replaceFirst("^#", "");
    String name = drift.first().details().subject();
    String keyword = drift.first().details().keyword();
    boolean hidden = !Shapes.name(name).equals(name);
    return switch (drift.first().rule()) {
      case "request.query.unknown", "request.header.unknown" ->
          !hidden
              && (keyword.equals("unknown")
                  ? member(pointer, name, drift)
                  : parameter(pointer, name, drift));
      case "request.body.unknown", "response.body.unknown" ->
          !hidden && member(pointer, name, drift);
      case "response.header.unknown" -> !hidden && header(pointer, name, drift);
      case "response.status" -> status(pointer, name, drift);
      case "response.body.type" -> mediaType(pointer, drift);
      case "response.body",
          "request.body",
          "request.query",
          "request.path",
          "request.header",
          "response.header" ->
          value(pointer, keyword, name, drift);
      default -> false;
    };
  }

  private static String source(Drift drift) {
    Path file = Path.of(drift.recorded().file()).getFileName();
    return "recording %s, %s"
        .formatted(file, drift.recorded().exchange().place().replaceFirst("^\\$\\.", ""));
  }

  private static List<String> marks(Drift drift) {
    return List.of("x-documented: false", "x-source: " + SeenSchema.quoted(source(drift)));
  }

  private static List<String> described(Inference seen, JsonNode example, Drift drift) {
    List<String> lines = new ArrayList<>(SeenSchema.lines(seen));
    lines.remove("{}");
    lines.add("description: " + SeenSchema.quoted(DESCRIPTION + unit(seen)));
    lines.add("example: " + example);
    lines.addAll(marks(drift));
    return lines;
  }

  private static String unit(Inference seen) {
    if (seen.format().equals("local-date-time")) {
      return " The zone is not said.";
    }
    return seen.types().contains("number") || seen.types().contains("integer")
        ? " The vendor gives no unit."
        : "";
  }

  private static List<String> indented(int column, List<String> lines) {
    return lines.stream().map(line -> " ".repeat(column) + line).toList();
  }

  private static List<String> entry(int column, String key, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add(" ".repeat(column) + SeenSchema.key(key) + ":");
    all.addAll(indented(column + 2, lines));
    return all;
  }

  private boolean member(String pointer, String name, Drift drift) {
    return source
        .find(pointer)
        .filter(place -> YamlSource.isBlock(place.node()))
        .map(
            place ->
                place
                    .file()
                    .insert(
                        place.file().endOf(place.node()),
                        YamlSource.column(place.node()),
                        entry(
                            YamlSource.column(place.node()),
                            name,
                            described(drift.values(), SeenSchema.example(drift.values()), drift))))
        .orElse(false);
  }

  private boolean header(String pointer, String name, Drift drift) {
    return under(
        pointer,
        List.of("content", "x-documented", "x-source"),
        column -> entry(column, name, detached(drift)));
  }

  /** A parameter or header: its schema stands within it. */
  private static List<String> detached(Drift drift) {
    Inference seen = drift.values();
    List<String> lines = new ArrayList<>();
    lines.add("description: " + SeenSchema.quoted(DESCRIPTION + unit(seen)));
    lines.add("schema:");
    SeenSchema.lines(seen).forEach(line -> lines.add("  " + line));
    lines.add("example: " + SeenSchema.example(seen));
    lines.addAll(marks(drift));
    return lines;
  }

  private boolean parameter(String pointer, String name, Drift drift) {
    String in = drift.first().rule().contains("header") ? "header" : "query";
    List<String> lines = new ArrayList<>();
    lines.add("name: " + SeenSchema.key(name));
    lines.add("in: " + in);
    lines.add("required: false");
    lines.addAll(detached(drift));
    return under(
        pointer,
        List.of("requestBody", "responses"),
        column -> {
          List<String> item = new ArrayList<>(indented(column + 2, lines));
          item.set(0, " ".repeat(column) + "- " + lines.get(0));
          return item;
        });
  }

  /** Lines for a column. */
  private interface At {
    List<String> column(int column);
  }

  /**
   * Adds an entry to a block that may not be there yet: then it is put before the first of these
   * keys, or at the end.
   */
  private boolean under(String pointer, List<String> before, At entry) {
    var block = source.find(pointer);
    if (block.isPresent()) {
      Node node = block.get().node();
      return YamlSource.isBlock(node)
          && block
              .get()
              .file()
              .insert(
                  block.get().file().endOf(node),
                  YamlSource.column(node),
                  entry.column(YamlSource.column(node)));
    }
    String holder = pointer.replaceFirst("/[^/]+$", "");
    String key = pointer.substring(holder.length() + 1);
    return source
        .find(holder)
        .filter(place -> YamlSource.isBlock(place.node()))
        .map(
            place -> {
              int column = YamlSource.column(place.node());
              List<String> lines = new ArrayList<>();
              // a second entry comes behind the first
              if (done.add("key " + pointer)) {
                lines.add(" ".repeat(column) + key + ":");
              }
              lines.addAll(entry.column(column + 2));
              return place.file().insert(lineBefore(place, before), column, lines);
            })
        .orElse(false);
  }

  private static int lineBefore(ContractSource.Place place, List<String> keys) {
    for (NodeTuple each : ((MappingNode) place.node()).getValue()) {
      if (keys.contains(YamlSource.key(each))) {
        return YamlSource.line(each.getKeyNode());
      }
    }
    return place.file().endOf(place.node());
  }

  private boolean status(String pointer, String status, Drift drift) {
    return source
        .find(pointer)
        .filter(place -> YamlSource.isBlock(place.node()))
        .map(
            place -> {
              int column = YamlSource.column(place.node());
              List<String> lines = new ArrayList<>();
              lines.add("description: " + SeenSchema.quoted(DESCRIPTION));
              if (!drift.example().isMissingNode()) {
                lines.add("content:");
                lines.addAll(
                    content(drift, pointer, place).stream().map(each -> "  " + each).toList());
              }
              lines.addAll(marks(drift));
              List<String> all = new ArrayList<>();
              all.add(" ".repeat(column) + "\"" + status + "\":");
              all.addAll(indented(column + 2, lines));
              return place.file().insert(lineOfStatus(place, status), column, all);
            })
        .orElse(false);
  }

  private static int lineOfStatus(ContractSource.Place responses, String status) {
    for (NodeTuple each : ((MappingNode) responses.node()).getValue()) {
      if (YamlSource.key(each).compareTo(status) > 0) {
        return YamlSource.line(each.getKeyNode());
      }
    }
    return responses.file().endOf(responses.node());
  }

  private boolean mediaType(String pointer, Drift drift) {
    String content = pointer.endsWith("/content") ? pointer : pointer + "/content";
    String responses = pointer.replaceFirst("/responses/.*", "/responses");
    boolean noBody = drift.first().rule().startsWith("request") && !pointer.endsWith("/content");
    if (noBody || drift.example().isMissingNode() || drift.first().details().subject().isEmpty()) {
      return false;
    }
    return under(
        content,
        List.of("x-documented", "x-source"),
        column ->
            source
                .find(content.replaceFirst("/content$", ""))
                .map(place -> indented(column, content(drift, responses, place)))
                .orElse(List.of()));
  }

  /** A media type with its schema: that of another answer if it fits. */
  private List<String> content(Drift drift, String responses, ContractSource.Place at) {
    boolean sent = drift.first().rule().startsWith("request");
    String type =
        (sent ? drift.recorded().exchange().request() : drift.recorded().exchange().answer())
            .type();
    List<String> lines = new ArrayList<>();
    lines.add(
        SeenSchema.key(type).startsWith("\"") && type.matches("[\\w.+/-]+")
            ? type + ":"
            : SeenSchema.quoted(type) + ":");
    List<String> inner = new ArrayList<>();
    Known known = known(drift, responses, type);
    inner.add("schema:");
    if (known != null) {
      Path target = source.component("schemas", known.schema());
      Path reference = at.file().file().getParent().relativize(target);
      inner.add("  $ref: " + reference.toString().replace('\\', '/'));
    } else {
      SeenSchema.lines(drift.values()).forEach(line -> inner.add("  " + line));
    }
    inner.add("examples:");
    inner.add("  seen:");
    inner.add("    summary: \"The form that was seen\"");
    inner.add(
        "    value: " + (known == null ? SeenSchema.example(drift.values()) : known.example()));
    inner.addAll(marks(drift));
    inner.forEach(line -> lines.add("  " + line));
    return lines;
  }

  private record Known(String schema, JsonNode example) {}

  private @Nullable Known known(Drift drift, String responses, String type) {
    ContractTree tree = vendor.contract();
    Spot all = at(tree, responses);
    for (Spot each : ContractTree.children(all)) {
      Spot media = tree.meant(each).to("content", "application/json");
      Spot schema = tree.meant(media.to("schema"));
      JsonNode example = media.node().path("examples").path(first(media.node().path("examples")));
      JsonNode meant = tree.meant(new Spot("", example)).node().path("value");
      if (Body.isJson(type)
          && schema.pointer().matches("/components/schemas/[^/]+")
          && !meant.isMissingNode()
          && vendor.schemas().problems(schema, drift.example()).isEmpty()) {
        return new Known(schema.pointer().replaceFirst(".*/", ""), meant);
      }
    }
    return null;
  }

  private static String first(JsonNode object) {
    return object.fieldNames().hasNext() ? object.fieldNames().next() : "";
  }

  private static Spot at(ContractTree tree, String pointer) {
    Spot at = tree.root();
    for (String step : pointer.substring(1).split("/")) {
      at = tree.meant(at).to(step.replace("~1", "/").replace("~0", "~"));
    }
    return tree.meant(at);
  }

  private boolean value(String pointer, String keyword, String name, Drift drift) {
    // what a format means to us is no keyword of the source
    String schema = pointer.endsWith("/" + keyword) ? pointer.replaceFirst("/[^/]+$", "") : pointer;
    boolean none = drift.values().types().isEmpty();
    return switch (keyword) {
      case "required" -> optional(pointer, name, drift);
      case "enum" ->
          drift.value().isEmpty() ? alternative(schema, drift) : enumerated(pointer, drift);
      case "anyOf", "oneOf" -> another(pointer, drift);
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
        " ".repeat(column + 2) + SeenSchema.key(name) + ": " + SeenSchema.quoted(source(drift)));
    return file.insert(line, column, lines);
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
    item(schema.get(), "x-enum-descriptions", SeenSchema.quoted(DESCRIPTION));
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
            indented(column, List.of("# null: seen in " + source(drift), "nullable: true")));
  }

  /** Several findings about one schema become one alternative, once all are known. */
  private boolean alternative(String pointer, Drift drift) {
    boolean possible =
        source
            .find(pointer)
            .filter(place -> YamlSource.isBlock(place.node()))
            .filter(place -> YamlSource.member(place.node(), "anyOf").isEmpty())
            .isPresent();
    if (possible) {
      alternatives.computeIfAbsent(pointer, absent -> new ArrayList<>()).add(drift);
    }
    return possible;
  }

  /** Writes what had to wait until all findings were known; gives those that cannot be settled. */
  List<Drift> finish() {
    List<Drift> left = new ArrayList<>();
    alternatives.forEach(
        (pointer, drifts) -> {
          if (!besides(source.find(pointer).orElseThrow(), drifts)) {
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
    lines.addAll(branch(column + 2, drifts));
    file.replace(ranges.get(0)[0], ranges.get(0)[1], lines);
    ranges.subList(1, ranges.size()).forEach(each -> file.replace(each[0], each[1], List.of()));
    return true;
  }

  private boolean another(String pointer, Drift drift) {
    return source
        .find(pointer)
        .filter(place -> YamlSource.isBlock(place.node()))
        .map(
            place ->
                place
                    .file()
                    .insert(
                        place.file().endOf(place.node()),
                        YamlSource.column(place.node()),
                        branch(YamlSource.column(place.node()), List.of(drift))))
        .orElse(false);
  }

  private static List<String> branch(int column, List<Drift> drifts) {
    Inference seen = new Inference();
    drifts.forEach(each -> seen.addAll(each.values()));
    List<String> lines = new ArrayList<>(SeenSchema.lines(seen));
    lines.remove("{}");
    if (lines.equals(List.of("nullable: true"))) {
      lines.set(0, "enum: [null]");
    }
    String keyword = drifts.get(0).first().details().keyword();
    if (drifts.size() == 1 && LOWER.contains(keyword)) {
      lines.add(keyword + ": " + number(seen.least()));
    } else if (drifts.size() == 1 && UPPER.contains(keyword)) {
      lines.add(keyword + ": " + number(seen.most()));
    }
    lines.addAll(marks(drifts.get(0)));
    List<String> all = new ArrayList<>(indented(column + 2, lines));
    all.set(0, " ".repeat(column) + "- " + lines.get(0));
    return all;
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
