package dev.forecourt.verifier.report;

import java.util.List;

/** The report for the summary of a CI run: a row per vendor, then what is red. */
final class MarkdownReport {
  private static final int LONGEST = 240;
  private static final int MOST = 20;

  private MarkdownReport() {}

  static String of(Report report, History history) {
    StringBuilder text = new StringBuilder("## Contract verification\n\n");
    text.append("| vendor | rows |");
    for (Column column : Column.values()) {
      text.append(' ').append(column.title).append(" |");
    }
    text.append("\n| --- | --: |").append(" --: |".repeat(Column.values().length)).append('\n');
    for (String vendor : report.vendors().keySet()) {
      row(report, vendor, text);
    }
    text.append(
        "\nEach number: operations and messages that are green; red and not run are said.\n");
    if (!history.runs().isEmpty()) {
      history(report, history, text);
    }
    list("Red", report.reds(), text);
    list("Failed tests", report.failedTests(), text);
    return text.toString();
  }

  private static void history(Report report, History history, StringBuilder text) {
    text.append("\n| run | green | red | failed tests |\n| --- | --: | --: | --: |\n");
    text.append("| this one | ").append(report.count(Cell.State.PASSED)).append(" | ");
    text.append(report.count(Cell.State.FAILED)).append(" | ");
    text.append(report.failedTests().size()).append(" |\n");
    for (History.EarlierRun run : history.runs()) {
      text.append("| ").append(run.made()).append(" | ").append(run.count(Cell.State.PASSED));
      text.append(" | ").append(run.count(Cell.State.FAILED)).append(" | ");
      text.append(run.failedTests()).append(" |\n");
    }
    list("Turned red since " + history.runs().get(0).made(), history.turnedRed(), text);
    list("Mended since", history.mended(), text);
  }

  private static void row(Report report, String vendor, StringBuilder text) {
    text.append("| ").append(vendor).append(" | ");
    text.append(report.vendors().getOrDefault(vendor, List.of()).size()).append(" |");
    for (Column column : Column.values()) {
      text.append(' ').append(cell(report, vendor, column)).append(" |");
    }
    text.append('\n');
  }

  private static String cell(Report report, String vendor, Column column) {
    long green = report.count(vendor, column, Cell.State.PASSED);
    long red = report.count(vendor, column, Cell.State.FAILED);
    long part = report.count(vendor, column, Cell.State.PARTLY);
    long notRun = report.count(vendor, column, Cell.State.NOT_RUN);
    if (green + red + part == 0) {
      return "not run";
    }
    return green
        + (part > 0 ? ", " + part + " in part" : "")
        + (red > 0 ? ", **" + red + " red**" : "")
        + (notRun > 0 ? ", " + notRun + " not run" : "");
  }

  private static void list(String title, List<String> lines, StringBuilder text) {
    if (lines.isEmpty()) {
      return;
    }
    text.append("\n### ").append(title).append(" (").append(lines.size()).append(")\n\n");
    lines.stream()
        .limit(MOST)
        .forEach(line -> text.append("- ").append(oneLine(line)).append('\n'));
    if (lines.size() > MOST) {
      text.append("- and ").append(lines.size() - MOST).append(" more: index.html\n");
    }
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
