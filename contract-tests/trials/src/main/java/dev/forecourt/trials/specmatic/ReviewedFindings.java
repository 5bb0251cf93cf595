package dev.forecourt.trials.specmatic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has looked at, each with the reason why it is no defect: responses that are left
 * out of the contract that Specmatic gets, and findings. In each value {@code *} stands for any
 * text.
 *
 * <pre>{@code
 * left-out:
 *   - {vendor: acme, provider: stub, operation: "POST *", status: "201", reason: "..."}
 * findings:
 *   - {vendor: acme, provider: stub, operation: "GET /cars", expected: "4xx", actual: "200", test: "*(1) to 2*", reason: "..."}
 * }</pre>
 */
final class ReviewedFindings {
  private static final List<String> LEFT_OUT = List.of("vendor", "provider", "operation", "status");
  private static final List<String> FINDING =
      List.of("vendor", "provider", "operation", "expected", "actual", "test");

  private final List<Entry> leftOut;
  private final List<Entry> findings;
  private final Set<Entry> used = new HashSet<>();

  private ReviewedFindings(JsonNode document) {
    leftOut = entries(document.path("left-out"), "left-out", LEFT_OUT);
    findings = entries(document.path("findings"), "findings", FINDING);
  }

  /** Throws {@link IllegalArgumentException} that names the entry that is not complete. */
  static ReviewedFindings read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  static ReviewedFindings of(String yaml) throws IOException {
    return new ReviewedFindings(new ObjectMapper(new YAMLFactory()).readTree(yaml));
  }

  /** Whether Specmatic is not to ask this provider for this response; remembers the entry. */
  boolean leavesOut(String vendor, String provider, String operation, String status) {
    return reason(leftOut, List.of(vendor, provider, operation, status)) != null;
  }

  /** Why a finding is no defect; null if nobody has said so. Remembers the entry. */
  @Nullable String reason(Finding finding) {
    return reason(
        findings,
        List.of(
            finding.vendor(),
            finding.provider(),
            finding.test().operation(),
            finding.test().expected(),
            String.valueOf(finding.exchange().status()),
            finding.details()));
  }

  /** Entries that nothing needed, of those that only speak of these vendors and providers. */
  List<String> unused(Set<String> vendors, Set<String> providers) {
    return Stream.concat(leftOut.stream(), findings.stream())
        .filter(each -> !used.contains(each))
        .filter(each -> each.onlyOf(0, vendors) && each.onlyOf(1, providers))
        .map(Entry::place)
        .toList();
  }

  private @Nullable String reason(List<Entry> entries, List<String> values) {
    for (Entry entry : entries) {
      if (entry.covers(values)) {
        used.add(entry);
        return entry.reason();
      }
    }
    return null;
  }

  private static List<Entry> entries(JsonNode list, String name, List<String> keys) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode each : list) {
      String place = name + "[" + entries.size() + "] " + each;
      List<String> values = keys.stream().map(key -> each.path(key).asText()).toList();
      String reason = each.path("reason").asText();
      if (values.contains("") || reason.isBlank() || each.size() != keys.size() + 1) {
        throw new IllegalArgumentException(
            "%s: expected the keys %s and reason.".formatted(place, keys));
      }
      entries.add(new Entry(place, values, values.stream().map(Entry::pattern).toList(), reason));
    }
    return entries;
  }

  private record Entry(String place, List<String> values, List<Pattern> patterns, String reason) {
    static Pattern pattern(String text) {
      return Pattern.compile(
          Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
          Pattern.DOTALL);
    }

    boolean covers(List<String> texts) {
      for (int i = 0; i < texts.size(); i++) {
        if (!patterns.get(i).matcher(texts.get(i)).matches()) {
          return false;
        }
      }
      return true;
    }

    /** An entry for all of them is judged only when all of them ran. */
    boolean onlyOf(int index, Set<String> ran) {
      return values.get(index).equals("*") ? ran.contains("*") : ran.contains(values.get(index));
    }
  }
}
