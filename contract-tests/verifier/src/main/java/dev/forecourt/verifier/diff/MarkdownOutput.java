package dev.forecourt.verifier.diff;

import java.util.List;

/** A comparison as a piece of a changelog. */
public final class MarkdownOutput {
  private final StringBuilder out = new StringBuilder();

  private MarkdownOutput() {}

  public static String of(ContractDiff diff) {
    MarkdownOutput markdown = new MarkdownOutput();
    diff.vendors().stream().filter(vendor -> !vendor.changes().isEmpty()).forEach(markdown::vendor);
    return markdown.out.isEmpty() ? "No change.\n" : markdown.out.toString();
  }

  private void vendor(VendorDiff vendor) {
    out.append(out.isEmpty() ? "" : "\n").append("## ").append(vendor.vendor()).append('\n');
    section("Breaking", vendor.changes(), Level.BREAKING);
    section("Needs attention", vendor.changes(), Level.ATTENTION);
    section("Harmless", vendor.changes(), Level.HARMLESS);
    if (!vendor.broken().isEmpty()) {
      out.append("\n### Broken interactions of pacts\n\n");
      vendor
          .broken()
          .forEach(each -> out.append("- %s: %s%n".formatted(each.consumer(), each.interaction())));
    }
  }

  private void section(String title, List<Change> changes, Level level) {
    List<Change> those =
        changes.stream()
            .filter(change -> change.level() == level)
            .filter(change -> !change.rule().id().endsWith("documentation-changed"))
            .toList();
    if (those.isEmpty()) {
      return;
    }
    out.append("\n### ").append(title).append("\n\n");
    for (Change change : those) {
      out.append("- ").append(escaped(TextOutput.headline(change))).append('.');
      if (level != Level.HARMLESS) {
        out.append(" _").append(whom(change.rule(), level)).append("._ ");
        out.append(escaped(change.advice()));
      }
      out.append(" (`").append(change.rule().id()).append("`)\n");
    }
  }

  private static String whom(Rule rule, Level level) {
    if (rule.http() == level && rule.java() == level) {
      return "HTTP and Java";
    }
    return rule.http() == level ? "HTTP" : "Java";
  }

  private static String escaped(String text) {
    return text.replaceAll("([*_<>\\[\\]|])", "\\\\$1");
  }
}
