package dev.forecourt.mock.codegen;

import java.util.ArrayList;
import java.util.List;

/** Lines of Java, indented by the blocks they are in. */
final class Source {

  private final List<String> lines = new ArrayList<>();
  private int depth;

  Source(int depth) {
    this.depth = depth;
  }

  Source line(String line) {
    lines.add(line.isEmpty() ? "" : "  ".repeat(depth) + line);
    return this;
  }

  /** Opens a block: {@code head} without its brace. */
  Source open(String head) {
    line(head + " {");
    depth++;
    return this;
  }

  Source close() {
    return close("");
  }

  /** Closes a block at the end of a statement: with what comes after its brace. */
  Source close(String end) {
    depth--;
    return line("}" + end);
  }

  String text() {
    return String.join("\n", lines);
  }
}
