package dev.forecourt.verifier.traffic;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file that is changed line by line, so that all that is not touched stays as it was
 * written.
 */
final class YamlSource {
  private final Path file;
  private final List<String> lines;
  private final Node root;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  /** Lines that come before a line; those of the block furthest in come first. */
  private record Insert(int column, List<String> lines) {}

  /** What comes before a line, and what takes the place of it and of lines behind it. */
  private record Edit(List<Insert> inserts, int removed, List<String> replacement) {
    static final Edit NONE = new Edit(List.of(), 0, List.of());

    Edit with(Insert insert) {
      List<Insert> all = new ArrayList<>(inserts);
      all.add(insert);
      all.sort(Comparator.comparingInt(Insert::column).reversed());
      return new Edit(all, removed, replacement);
    }

    List<String> lines() {
      List<String> all = new ArrayList<>();
      inserts.forEach(each -> all.addAll(each.lines()));
      all.addAll(replacement);
      return all;
    }
  }

  private YamlSource(Path file, String text) {
    this.file = file;
    this.lines = List.of(text.split("\n", -1));
    this.root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  static YamlSource read(Path file) throws IOException {
    return new YamlSource(file, Files.readString(file));
  }

  Path file() {
    return file;
  }

  List<String> lines() {
    return lines;
  }

  Node root() {
    return root;
  }

  /** A member of a mapping: its key and its value. */
  static Optional<NodeTuple> member(Node node, String name) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream().filter(each -> key(each).equals(name)).findFirst()
        : Optional.empty();
  }

  static String key(NodeTuple member) {
    return member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Further in, by name or number. */
  static Optional<Node> child(Node node, String step) {
    if (node instanceof SequenceNode list && step.matches("\\d+")) {
      int index = Integer.parseInt(step);
      return index < list.getValue().size()
          ? Optional.of(list.getValue().get(index))
          : Optional.empty();
    }
    return member(node, step).map(NodeTuple::getValueNode);
  }

  static int line(Node node) {
    return node.getStartMark().getLine();
  }

  static int column(Node node) {
    return node.getStartMark().getColumn();
  }

  /** Whether it is written over several lines, without brackets and braces. */
  static boolean isBlock(Node node) {
    return node instanceof MappingNode mapping
        ? mapping.getFlowStyle() == DumperOptions.FlowStyle.BLOCK
        : node instanceof SequenceNode list && list.getFlowStyle() == DumperOptions.FlowStyle.BLOCK;
  }

  /** The line behind a member that begins at a line and column: comments at its end stay out. */
  int endOf(int start, int column) {
    int end = start + 1;
    while (end < lines.size() && isWithin(lines.get(end), column)) {
      end++;
    }
    while (end > start + 1 && isLoose(lines.get(end - 1), column)) {
      end--;
    }
    return end;
  }

  private static boolean isWithin(String line, int column) {
    String text = line.strip();
    int indent = line.length() - line.stripLeading().length();
    return text.isEmpty() || text.startsWith("#") || indent > column;
  }

  private static boolean isLoose(String line, int column) {
    String text = line.strip();
    int indent = line.length() - line.stripLeading().length();
    return text.isEmpty() || text.startsWith("#") && indent <= column;
  }

  /** The line behind the last entry of a block mapping or sequence. */
  int endOf(Node block) {
    if (block instanceof MappingNode mapping) {
      Node last = mapping.getValue().get(mapping.getValue().size() - 1).getKeyNode();
      return endOf(line(last), column(last));
    }
    SequenceNode list = (SequenceNode) block;
    Node last = list.getValue().get(list.getValue().size() - 1);
    return endOf(line(last), column(list));
  }

  /**
   * Puts lines before a line, as part of a block that begins at a column; false if that line is
   * gone.
   */
  boolean insert(int line, int column, List<String> inserted) {
    if (isRemoved(line)) {
      return false;
    }
    edits.put(line, edits.getOrDefault(line, Edit.NONE).with(new Insert(column, inserted)));
    return true;
  }

  /** Replaces lines; false if they are changed already. */
  boolean replace(int from, int to, List<String> replacement) {
    if (!isFree(from, to)) {
      return false;
    }
    edits.put(
        from, new Edit(edits.getOrDefault(from, Edit.NONE).inserts(), to - from, replacement));
    return true;
  }

  /** Whether lines are as they were. */
  boolean isFree(int from, int to) {
    Edit first = edits.get(from);
    boolean within = from + 1 < to && !edits.subMap(from + 1, to).isEmpty();
    return !isRemoved(from) && !within && (first == null || first.removed() == 0);
  }

  private boolean isRemoved(int line) {
    var before = edits.lowerEntry(line);
    return before != null && before.getKey() + before.getValue().removed() > line;
  }

  boolean isChanged() {
    return !edits.isEmpty();
  }

  /** The changes as a unified diff with three lines around each. */
  String diff(String name) {
    return new UnifiedDiff(lines).of(name, edits, Edit::removed, Edit::lines);
  }
}
