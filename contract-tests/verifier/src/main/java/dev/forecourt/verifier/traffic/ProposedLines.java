package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines of YAML for what was seen; all say in which recording, and that no text states it. */
final class ProposedLines {
  static final String DESCRIPTION =
      "Seen in traffic; the vendor's text does not mention it. Say here what it means.";

  private static final Set<String> LOWER = Set.of("minimum", "minLength", "minItems");
  private static final Set<String> UPPER = Set.of("maximum", "maxLength", "maxItems");

  private ProposedLines() {}

  static String source(Drift drift) {
    Path file = Path.of(drift.recorded().file()).getFileName();
    return "recording %s, %s"
        .formatted(file, drift.recorded().exchange().place().replaceFirst("^\\$\\.", ""));
  }

  static List<String> marks(Drift drift) {
    return List.of("x-documented: false", "x-source: " + SeenSchema.quoted(source(drift)));
  }

  static List<String> described(Inference seen, JsonNode example, Drift drift) {
    List<String> lines = new ArrayList<>(SeenSchema.lines(seen));
    lines.remove("{}");
    lines.add("description: " + SeenSchema.quoted(DESCRIPTION + unit(seen)));
    lines.add("example: " + example);
    lines.addAll(marks(drift));
    return lines;
  }

  private static String unit(Inference seen) {
    if (seen.format().equals("local-date-time")) {
      return " The zone is not said.";
    }
    return seen.types().contains("number") || seen.types().contains("integer")
        ? " The vendor gives no unit."
        : "";
  }

  static List<String> indented(int column, List<String> lines) {
    return lines.stream().map(line -> " ".repeat(column) + line).toList();
  }

  static List<String> entry(int column, String key, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add(" ".repeat(column) + SeenSchema.key(key) + ":");
    all.addAll(indented(column + 2, lines));
    return all;
  }

  /** A parameter or header: its schema stands within it. */
  static List<String> detached(Drift drift) {
    Inference seen = drift.values();
    List<String> lines = new ArrayList<>();
    lines.add("description: " + SeenSchema.quoted(DESCRIPTION + unit(seen)));
    lines.add("schema:");
    SeenSchema.lines(seen).forEach(line -> lines.add("  " + line));
    lines.add("example: " + SeenSchema.example(seen));
    lines.addAll(marks(drift));
    return lines;
  }

  static List<String> branch(int column, List<Drift> drifts) {
    Inference seen = new Inference();
    drifts.forEach(each -> seen.addAll(each.values()));
    List<String> lines = new ArrayList<>(SeenSchema.lines(seen));
    lines.remove("{}");
    if (lines.equals(List.of("nullable: true"))) {
      lines.set(0, "enum: [null]");
    }
    String keyword = drifts.get(0).first().details().keyword();
    if (drifts.size() == 1 && LOWER.contains(keyword)) {
      lines.add(keyword + ": " + number(seen.least()));
    } else if (drifts.size() == 1 && UPPER.contains(keyword)) {
      lines.add(keyword + ": " + number(seen.most()));
    }
    lines.addAll(marks(drifts.get(0)));
    List<String> all = new ArrayList<>(indented(column + 2, lines));
    all.set(0, " ".repeat(column) + "- " + lines.get(0));
    return all;
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
