package dev.forecourt.contract.importer.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes YAML that readers of 1.1 and 1.2 understand alike; the same tree gives the same bytes. */
public final class TreeWriter {
  private TreeWriter() {}

  /** The tree as YAML, in the order of its members. */
  public static String yaml(JsonNode tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setIndent(2);
    options.setWidth(120);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    options.setMaxSimpleKeyLength(1024);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(node(tree), text);
    return text.toString();
  }

  private static Node node(JsonNode tree) {
    if (tree.isObject()) {
      List<NodeTuple> members = new ArrayList<>();
      tree.properties()
          .forEach(
              member ->
                  members.add(
                      new NodeTuple(text(member.getKey(), false), node(member.getValue()))));
      return new MappingNode(
          Tag.MAP, members, members.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }
    if (tree.isArray()) {
      List<Node> elements = new ArrayList<>();
      tree.forEach(each -> elements.add(node(each)));
      return new SequenceNode(
          Tag.SEQ, elements, elements.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }
    if (tree.isTextual()) {
      return text(tree.textValue(), true);
    }
    return scalar(tree);
  }

  private static Node scalar(JsonNode tree) {
    if (tree.isNull()) {
      return plain(Tag.NULL, "null");
    }
    if (tree.isBoolean()) {
      return plain(Tag.BOOL, tree.asText());
    }
    return tree.isIntegralNumber()
        ? plain(Tag.INT, tree.bigIntegerValue().toString())
        : plain(Tag.FLOAT, decimal(tree));
  }

  /** YAML 1.1 wants a point in what is not an integer. */
  private static String decimal(JsonNode tree) {
    String text = tree.decimalValue().toPlainString();
    return text.contains(".") ? text : text + ".0";
  }

  private static Node plain(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }

  private static Node text(String text, boolean mayBeBlock) {
    ScalarStyle style =
        Scalars.isClearlyText(text)
            ? ScalarStyle.PLAIN
            : mayBeBlock && isBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
    return new ScalarNode(Tag.STR, text, null, null, style);
  }

  /** Several lines that a block gives back unchanged. */
  private static boolean isBlock(String text) {
    return text.indexOf('\n') > 0
        && !text.startsWith(" ")
        && text.lines().noneMatch(line -> line.endsWith(" ") || line.contains("\t"))
        && text.chars()
            .allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7f || c >= 0xa0 && c < 0xd800);
  }
}
