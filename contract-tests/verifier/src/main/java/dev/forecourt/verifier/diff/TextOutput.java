package dev.forecourt.verifier.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison for people who read a terminal: by vendor, what breaks first. */
public final class TextOutput {
  private static final String INDENT = " ".repeat(13);
  private static final int SHOWN = 5;

  private final StringBuilder out = new StringBuilder();

  private TextOutput() {}

  public static String of(ContractDiff diff) {
    TextOutput text = new TextOutput();
    diff.vendors().forEach(text::vendor);
    text.total(diff);
    return text.out.toString();
  }

  private void vendor(VendorDiff vendor) {
    if (vendor.changes().isEmpty()) {
      line(vendor.vendor() + ": no change");
      return;
    }
    line(
        "%s: %d breaking, %d for attention, %d harmless"
            .formatted(
                vendor.vendor(),
                vendor.count(Level.BREAKING),
                vendor.count(Level.ATTENTION),
                vendor.count(Level.HARMLESS)));
    vendor.changes().stream()
        .filter(each -> !isWords(each))
        .collect(Collectors.groupingBy(TextOutput::told, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(same -> change(vendor, same));
    long words = vendor.changes().stream().filter(TextOutput::isWords).count();
    if (words > 0) {
      line("  harmless   other words, examples or sources in %d place(s)".formatted(words));
    }
    vendor.interactions().forEach(this::interaction);
  }

  private static boolean isWords(Change change) {
    return change.rule().id().endsWith("documentation-changed");
  }

  /** What would read the same, of several parts of a call, is told once. */
  private static List<Object> told(Change change) {
    return List.of(headline(change), change.rule().http(), change.rule().java());
  }

  private void change(VendorDiff vendor, List<Change> same) {
    Change change = same.get(0);
    String ids = same.stream().map(each -> each.rule().id()).collect(Collectors.joining(", "));
    boolean justified = vendor.justified().contains(change);
    if (change.level() == Level.HARMLESS) {
      line("  harmless   %s (%s)".formatted(headline(change), ids));
      return;
    }
    line(
        "  %-10s %s%s".formatted(word(change), headline(change), justified ? "  (justified)" : ""));
    line(
        INDENT
            + "%s: HTTP %s, Java %s"
                .formatted(ids, change.rule().http().word(), change.rule().java().word()));
    line(INDENT + "at " + place(change) + touched(same));
    line(INDENT + change.advice());
    if (change.level() == Level.BREAKING && !justified) {
      line(
          INDENT
              + "justify it in specs/%s/CHANGELOG.md: - Breaking: `%s`: what changed and why"
                  .formatted(vendor.vendor(), change.subject()));
    }
  }

  private static String word(Change change) {
    return change.level() == Level.BREAKING
        ? "BREAKING"
        : change.level().name().toLowerCase(Locale.ROOT);
  }

  /** The sentence, with the operation before it unless it names what it is about. */
  static String headline(Change change) {
    boolean named =
        change.place().startsWith("/components/") && change.text().contains(change.subject());
    return named || change.subject().isEmpty()
        ? change.text()
        : change.subject() + ": " + change.text();
  }

  /** A component stands in a file of its own, all else is found by its pointer. */
  static String place(Change change) {
    String file =
        change.place().replaceFirst("^/components/([^/]+)/([^/]+)", "components/$1/$2.yaml#");
    return file.startsWith("/") ? "#" + file : file.isEmpty() ? "#" : file;
  }

  private static String touched(List<Change> same) {
    List<String> others =
        same.stream()
            .flatMap(change -> change.operations().stream())
            .filter(each -> !each.equals(same.get(0).subject()))
            .distinct()
            .toList();
    if (others.isEmpty()) {
      return "";
    }
    String more = others.size() > SHOWN ? " and %d more".formatted(others.size() - SHOWN) : "";
    return others.stream().limit(SHOWN).collect(Collectors.joining(", ", "; touches ", more));
  }

  private void interaction(BrokenInteraction each) {
    line(
        each.waits()
            ? "  new        %s of this version needs the new contract: %s"
                .formatted(each.consumer(), each.interaction())
            : "  BREAKING   %s: %s".formatted(each.consumer(), each.interaction()));
    each.findings().forEach(finding -> line(INDENT + finding));
  }

  private void total(ContractDiff diff) {
    line(
        diff.unjustified() == 0
            ? "No breaking change without a reason."
            : diff.unjustified() + " breaking change(s) without a reason.");
    line(
        diff.broken() == 0
            ? "No interaction of a pact breaks."
            : diff.broken() + " interaction(s) of pacts would break.");
  }

  private void line(String line) {
    out.append(line.stripTrailing()).append('\n');
  }
}
