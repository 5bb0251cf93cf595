package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A reviewed list of requests that someone judges otherwise than the contract says, each with the
 * reason.
 *
 * <pre>{@code
 * - judge: oracle            # who differs
 *   verdict: accepts         # what it says: accepts, refuses, or fails to judge
 *   requests: "autengo listVehicles [A-Z_]+ query order.*"   # a pattern for "vendor " + RandomRequest.describe()
 *   reason: "It does not read objects in a query."
 * }</pre>
 */
public final class ReviewedDifferences {

  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> used = ConcurrentHashMap.newKeySet();

  private record Entry(
      String judge, String verdict, Pattern requests, String reason, boolean rare) {}

  private ReviewedDifferences(JsonNode list) {
    for (JsonNode each : list) {
      entries.add(
          new Entry(
              text(each, "judge"),
              text(each, "verdict"),
              pattern(each),
              text(each, "reason"),
              each.path("rare").asBoolean()));
    }
  }

  /** Reads the list. Throws {@link IllegalArgumentException} for an entry that is not complete. */
  public static ReviewedDifferences of(InputStream yaml) {
    try (yaml) {
      return new ReviewedDifferences(new ObjectMapper(new YAMLFactory()).readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException("The list of reviewed differences cannot be read", e);
    }
  }

  private static String text(JsonNode entry, String member) {
    String text = entry.path(member).asText();
    if (text.isBlank() || (member.equals("verdict") && !text.matches("accepts|refuses|fails"))) {
      throw new IllegalArgumentException(
          "Reviewed difference without a right '%s': %s".formatted(member, entry));
    }
    return text;
  }

  private static Pattern pattern(JsonNode entry) {
    try {
      return Pattern.compile(text(entry, "requests"));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("Reviewed difference with a wrong pattern: " + entry, e);
    }
  }

  /** True if the list says that this judge says this about such a request; remembers the entry. */
  public boolean explain(String judge, String verdict, String vendor, RandomRequest request) {
    String subject = vendor + " " + request.describe();
    boolean explained = false;
    for (Entry each : entries) {
      if (each.judge.equals(judge)
          && each.verdict.equals(verdict)
          && each.requests.matcher(subject).matches()) {
        used.add(each);
        explained = true;
      }
    }
    return explained;
  }

  /**
   * The entries of a judge that have explained nothing so far, and should go; not those marked
   * {@code rare: true}, which only many requests meet.
   */
  public List<String> unused(String judge) {
    return entries.stream()
        .filter(each -> each.judge.equals(judge) && !each.rare && !used.contains(each))
        .map(
            each ->
                "Entry[judge=%s, verdict=%s, requests=%s, reason=%s]"
                    .formatted(each.judge, each.verdict, each.requests, each.reason))
        .toList();
  }
}
