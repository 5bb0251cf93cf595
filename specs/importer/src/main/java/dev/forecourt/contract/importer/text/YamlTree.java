package dev.forecourt.contract.importer.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.report.Repair;
import java.io.StringReader;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML as a tree, by the core schema of YAML 1.2: {@code yes} and dates are text, keys are text,
 * anchors and merge keys are followed.
 */
final class YamlTree {
  // more is an attack by aliases or no description of an API
  private static final int MOST_NODES = 5_000_000;

  private static final String ESCAPED_SLASH = "unknown escape character /(";
  // lines that hold one; each is a reading of the file more
  private static final int MOST_ESCAPES = 300;

  private final String name;
  private final List<Repair> repairs;
  private final Map<Node, Boolean> open = new IdentityHashMap<>();
  private int nodes;

  YamlTree(String name, List<Repair> repairs) {
    this.name = name;
    this.repairs = repairs;
  }

  JsonNode read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(500);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    try {
      Node node = composed(text, options);
      if (node == null) {
        throw new UnreadableText(name + " is empty.");
      }
      return tree(node);
    } catch (MarkedYAMLException e) {
      String line = e.getProblemMark() == null ? "" : ":" + (e.getProblemMark().getLine() + 1);
      throw new UnreadableText(name + line + ": is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new UnreadableText(name + " is not YAML: " + e.getMessage());
    }
  }

  /** YAML 1.2 may escape a slash in quotes, as JSON does; the parser knows 1.1 only. */
  private static @Nullable Node composed(String text, LoaderOptions options) {
    String read = text;
    for (int i = 0; ; i++) {
      try {
        return new Yaml(options).compose(new StringReader(read));
      } catch (MarkedYAMLException e) {
        Mark mark = e.getProblemMark();
        if (mark == null || i == MOST_ESCAPES || !e.getProblem().contains(ESCAPED_SLASH)) {
          throw e;
        }
        int slash = read.offsetByCodePoints(0, mark.getIndex());
        int end = read.indexOf('\n', slash);
        String line = read.substring(slash - 1, end < 0 ? read.length() : end);
        String rest = read.substring(slash - 1 + line.length());
        read = read.substring(0, slash - 1) + unescaped(line) + rest;
      }
    }
  }

  /** Slashes without their backslash, up to the end of the quotes that the text begins in. */
  private static String unescaped(String line) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < line.length() && line.charAt(i) != '"') {
      boolean escape = line.charAt(i) == '\\' && i + 1 < line.length();
      boolean slash = escape && line.charAt(i + 1) == '/';
      int end = escape ? i + 2 : i + 1;
      out.append(line, slash ? i + 1 : i, end);
      i = end;
    }
    return out + line.substring(i);
  }

  private JsonNode tree(Node node) {
    if (++nodes > MOST_NODES) {
      throw new UnreadableText(name + " grows beyond " + MOST_NODES + " nodes by its aliases.");
    }
    if (node instanceof AnchorNode anchor) {
      return tree(anchor.getRealNode());
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.isPlain()
          ? Scalars.plain(scalar.getValue())
          : Scalars.NODES.textNode(scalar.getValue());
    }
    if (open.put(node, true) != null) {
      throw new UnreadableText(where(node) + ": an anchor holds an alias of itself.");
    }
    JsonNode tree =
        node instanceof MappingNode mapping ? mapping(mapping) : sequence((SequenceNode) node);
    open.remove(node);
    return tree;
  }

  private ArrayNode sequence(SequenceNode sequence) {
    ArrayNode array = Scalars.NODES.arrayNode();
    sequence.getValue().forEach(each -> array.add(tree(each)));
    return array;
  }

  private ObjectNode mapping(MappingNode mapping) {
    ObjectNode object = Scalars.NODES.objectNode();
    ObjectNode merged = Scalars.NODES.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new UnreadableText(where(tuple.getKeyNode()) + ": a key must be text.");
      }
      if (key.isPlain() && key.getValue().equals("<<")) {
        merge(merged, tree(tuple.getValueNode()));
      } else {
        if (object.has(key.getValue())) {
          repairs.add(
              new Repair(
                  where(key), "repeats the key " + key.getValue(), "the last value is taken"));
        }
        object.set(key.getValue(), tree(tuple.getValueNode()));
      }
    }
    merged
        .properties()
        .forEach(
            member -> {
              if (!object.has(member.getKey())) {
                object.set(member.getKey(), member.getValue());
              }
            });
    return object;
  }

  private static void merge(ObjectNode merged, JsonNode what) {
    if (what.isArray()) {
      what.forEach(each -> merge(merged, each));
    } else {
      what.properties()
          .forEach(
              member -> {
                if (!merged.has(member.getKey())) {
                  merged.set(member.getKey(), member.getValue());
                }
              });
    }
  }

  private String where(Node node) {
    return name + ":" + (node.getStartMark().getLine() + 1);
  }
}
