package dev.forecourt.benchmarks.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints steps, tables and goals as Markdown. */
public final class Report {
  private final List<List<String>> goals = new ArrayList<>();

  /** A line of progress. */
  public void step(String text) {
    System.out.println("==> " + text);
  }

  /** A paragraph. */
  public void text(String text) {
    System.out.println(text);
    System.out.println();
  }

  /** A table; the first row is its head. */
  public void table(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    System.out.println();
    for (int i = 0; i < rows.size(); i++) {
      print(rows.get(i), widths);
      if (i == 0) {
        print(rule(widths), widths);
      }
    }
    System.out.println();
  }

  /** Notes a goal that is met if the value is at most the limit. */
  public void atMost(String goal, double limit, double value) {
    goal(goal, "at most " + number(limit), number(value), value <= limit);
  }

  /** Notes a goal that is met if the median is at most the limit; shows the quartiles. */
  public void atMost(String goal, double limit, Spread value) {
    goal(goal, "at most " + number(limit), value.toString(), value.median() <= limit);
  }

  /** Notes a goal that is met if the value is at least the limit. */
  public void atLeast(String goal, double limit, double value) {
    goal(goal, "at least " + number(limit), number(value), value >= limit);
  }

  /** Notes a goal that is met if the value is exactly this. */
  public void exactly(String goal, int wanted, int value) {
    goal(goal, "exactly " + wanted, String.valueOf(value), value == wanted);
  }

  /** Prints all goals. */
  public void goals() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Goal", "Wanted", "This run", ""));
    rows.addAll(goals);
    table(rows);
  }

  private void goal(String goal, String wanted, String value, boolean met) {
    goals.add(List.of(goal, wanted, value, met ? "met" : "MISSED"));
  }

  /** A number with as many digits as make sense. */
  public static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }

  private static List<String> rule(int[] widths) {
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    return rule;
  }

  private static void print(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < row.size(); i++) {
      line.append(' ').append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length()));
      line.append(" |");
    }
    System.out.println(line);
  }
}
