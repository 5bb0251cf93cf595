package dev.forecourt.mock.codegen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns path templates into nested switches; a literal segment is tried before a templated one at
 * every level.
 */
final class RouteTrie {

  private final Node root = new Node();

  void add(List<String> segments, int number, String template) {
    Node node = root;
    for (String segment : segments) {
      node = node.child(segment, template);
    }
    if (node.number >= 0) {
      throw new UnsupportedContract(template, "a second path template of the same shape");
    }
    node.number = number;
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

  private static void emit(Node node, int depth, Source out) {
    if (node.number >= 0) {
      out.open("if (size == " + depth + ")").line("return " + node.number + ";").close();
    }
    if (node.literals.isEmpty() && node.template == null) {
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
    if (node.template != null) {
      // what stands between two slashes in a row is no value
      out.open("if (!segments.get(" + depth + ").isEmpty())");
      emit(node.template, depth + 1, out);
      out.close();
    }
    out.close();
  }

  private static final class Node {
    private final Map<String, Node> literals = new TreeMap<>();
    private @Nullable Node template;
    private int number = -1;

    Node child(String segment, String whole) {
      if (!segment.contains("{")) {
        return literals.computeIfAbsent(segment, each -> new Node());
      }
      if (!segment.matches("\\{[^{}]+}")) {
        throw new UnsupportedContract(whole, "the path segment '" + segment + "', partly literal,");
      }
      if (template == null) {
        template = new Node();
      }
      return template;
    }
  }
}
