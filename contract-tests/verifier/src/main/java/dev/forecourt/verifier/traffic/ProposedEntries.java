package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** New members, parameters, headers, statuses and media types. */
final class ProposedEntries {
  private final ContractSource source;
  private final VendorTraffic vendor;
  // keys that were written, so that a second entry comes behind the first
  private final Set<String> done = new TreeSet<>();

  ProposedEntries(ContractSource source, VendorTraffic vendor) {
    this.source = source;
    this.vendor = vendor;
  }

  boolean member(String pointer, String name, Drift drift) {
    return source.append(
        pointer,
        column ->
            ProposedLines.entry(
                column,
                name,
                ProposedLines.described(
                    drift.values(), SeenSchema.example(drift.values()), drift)));
  }

  boolean header(String pointer, String name, Drift drift) {
    return under(
        pointer,
        List.of("content", "x-documented", "x-source"),
        column -> ProposedLines.entry(column, name, ProposedLines.detached(drift)));
  }

  boolean parameter(String pointer, String name, Drift drift) {
    String in = drift.first().rule().contains("header") ? "header" : "query";
    List<String> lines = new ArrayList<>();
    lines.add("name: " + SeenSchema.key(name));
    lines.add("in: " + in);
    lines.add("required: false");
    lines.addAll(ProposedLines.detached(drift));
    return under(
        pointer,
        List.of("requestBody", "responses"),
        column -> {
          List<String> item = new ArrayList<>(ProposedLines.indented(column + 2, lines));
          item.set(0, " ".repeat(column) + "- " + lines.get(0));
          return item;
        });
  }

  /**
   * Adds an entry to a block that may not be there yet: then it is put before the first of these
   * keys, or at the end.
   */
  private boolean under(String pointer, List<String> before, IntFunction<List<String>> entry) {
    if (source.find(pointer).isPresent()) {
      return source.append(pointer, entry);
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
              if (done.add(pointer)) {
                lines.add(" ".repeat(column) + key + ":");
              }
              lines.addAll(entry.apply(column + 2));
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

  boolean status(String pointer, String status, Drift drift) {
    return source
        .find(pointer)
        .filter(place -> YamlSource.isBlock(place.node()))
        .map(
            place -> {
              int column = YamlSource.column(place.node());
              List<String> lines = new ArrayList<>();
              lines.add("description: " + SeenSchema.quoted(ProposedLines.DESCRIPTION));
              if (!drift.example().isMissingNode()) {
                lines.add("content:");
                lines.addAll(
                    content(drift, pointer, place).stream().map(each -> "  " + each).toList());
              }
              lines.addAll(ProposedLines.marks(drift));
              List<String> all = new ArrayList<>();
              all.add(" ".repeat(column) + "\"" + status + "\":");
              all.addAll(ProposedLines.indented(column + 2, lines));
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

  boolean mediaType(String pointer, Drift drift) {
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
                .map(place -> ProposedLines.indented(column, content(drift, responses, place)))
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
    inner.addAll(ProposedLines.marks(drift));
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
}
