package dev.forecourt.verifier.output;

import java.io.IOException;

/** Results for people. */
final class TextFormat {
  private static final String INDENT = " ".repeat(13);

  private TextFormat() {}

  static void append(Results results, Appendable out) throws IOException {
    String group = "";
    for (Case each : results.cases()) {
      if (!each.group().equals(group)) {
        group = each.group();
        out.append("==> ").append(group).append('\n');
      }
      out.append("    %-8s %s%n".formatted(word(each.verdict()), each.name()));
      for (Note note : each.notes()) {
        append(note, out);
      }
    }
    for (Note notice : results.notices()) {
      out.append("    notice   ").append(notice.message()).append('\n');
    }
    out.append("==> ").append(results.summary()).append('\n');
  }

  private static void append(Note note, Appendable out) throws IOException {
    String level = note.level() == Level.ERROR ? "" : note.level().word() + ": ";
    String text = level + note.message() + " (" + note.rule() + ")";
    out.append(text.indent(INDENT.length()));
    if (note.checked().exists()) {
      out.append(INDENT + "  at:       ").append(note.checked().toString()).append('\n');
    }
    if (note.contract().exists()) {
      out.append(INDENT + "  contract: ").append(note.contract().toString()).append('\n');
    }
  }

  private static String word(Case.Verdict verdict) {
    return switch (verdict) {
      case RIGHT -> "right";
      case WRONG -> "WRONG";
      case PENDING -> "pending";
    };
  }
}
