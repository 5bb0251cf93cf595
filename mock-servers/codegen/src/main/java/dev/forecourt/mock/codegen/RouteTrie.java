package dev.forecourt.mock.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns path templates into nested switches; at every level a literal segment is tried before one
 * that is literal in part, and that before a variable alone.
 */
final class RouteTrie {

  private final Node root = new Node();
  private final Map<String, String> patterns = new LinkedHashMap<>();

  /**
   * Adds a template; returns the number of the path, which is another one's where both have one
   * shape.
   */
  int add(List<String> segments, int number) {
    Node node = root;
    for (String segment : segments) {
      node = node.child(segment);
    }
    if (node.number < 0) {
      node.number = number;
    }
    return node.number;
  }

  /** True for a segment of text and variables, or of several variables. */
  static boolean isPartly(String segment) {
    return segment.contains("{") && !segment.matches("\\{[^{}]+}");
  }

  /** The constant for a segment that is literal in part. */
  String pattern(String segment) {
    return patterns.computeIfAbsent(
        "new PathPattern(" + Java.string(segment) + ")",
        each -> "SEGMENT_" + (patterns.size() + 1));
  }

  /** Constants the statements use: initialiser to name. */
  Map<String, String> patterns() {
    return patterns;
  }

  /**
   * Statements that return the number of the path for {@code segments}, or fall through when none
   * fits.
   */
  String source() {
    Source out = new Source(2);
    out.line("int size = segments.size();");
    emit(root, 0, out);
    return out.text();
  }

  private void emit(Node node, int depth, Source out) {
    if (node.number >= 0) {
      out.open("if (size == " + depth + ")").line("return " + node.number + ";").close();
    }
    if (node.literals.isEmpty() && node.template == null && node.partly.isEmpty()) {
      return;
    }
    out.open("if (size > " + depth + ")");
    if (!node.literals.isEmpty()) {
      out.open("switch (segments.get(" + depth + "))");
      node.literals.forEach(
          (literal, child) -> {
            out.open("case " + Java.string(literal) + " ->");
            emit(child, depth + 1, out);
            out.close();
          });
      out.line("default -> {}");
      out.close();
    }
    for (Map.Entry<String, Node> each : node.byLiteralLength()) {
      out.open("if (" + pattern(each.getKey()) + ".fits(segments.get(" + depth + ")))");
      emit(each.getValue(), depth + 1, out);
      out.close();
    }
    if (node.template != null) {
      emit(node.template, depth + 1, out);
    }
    out.close();
  }

  private static final class Node {
    private final Map<String, Node> literals = new TreeMap<>();
    // by the shape, in which variables have no names
    private final Map<String, Node> partly = new LinkedHashMap<>();
    private @Nullable Node template;
    private int number = -1;

    Node child(String segment) {
      if (!segment.contains("{")) {
        return literals.computeIfAbsent(segment, each -> new Node());
      }
      if (isPartly(segment)) {
        return partly.computeIfAbsent(segment.replaceAll("\\{[^{}]+}", "{x}"), each -> new Node());
      }
      if (template == null) {
        template = new Node();
      }
      return template;
    }

    /** The more text, the more exact. */
    List<Map.Entry<String, Node>> byLiteralLength() {
      List<Map.Entry<String, Node>> all = new ArrayList<>(partly.entrySet());
      all.sort(Comparator.comparingInt(each -> -each.getKey().replace("{x}", "").length()));
      return all;
    }
  }
}
