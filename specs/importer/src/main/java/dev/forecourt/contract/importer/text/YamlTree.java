package dev.forecourt.contract.importer.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.report.Repair;
import java.io.StringReader;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
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
      Node node = new Yaml(options).compose(new StringReader(text));
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
