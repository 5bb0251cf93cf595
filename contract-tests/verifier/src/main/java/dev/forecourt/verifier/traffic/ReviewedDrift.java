package dev.forecourt.verifier.traffic;

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
 * A reviewed list of drift that is to stay, each with the reason. {@code *} stands for any text.
 *
 * <pre>{@code
 * - {vendor: fidcar, operation: getReview, rule: response.body.unknown,
 *    place: "#/components/schemas/Review/properties/tags", reason: "Internal to the vendor."}
 * }</pre>
 */
final class ReviewedDrift {
  private static final List<String> KEYS =
      List.of("vendor", "operation", "rule", "place", "reason");

  private record Entry(JsonNode words) {
    boolean fits(String key, String text) {
      String pattern =
          Stream.of(words.path(key).asText().split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return text.matches(pattern);
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> used = new HashSet<>();

  private ReviewedDrift() {}

  /** Throws {@link IllegalArgumentException} for an entry that is not complete. */
  static ReviewedDrift read(@Nullable Path file) throws IOException {
    ReviewedDrift reviewed = new ReviewedDrift();
    if (file != null) {
      JsonNode list = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
      if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
        throw new IllegalArgumentException(
            file + " is no list of reviewed drift. Start each entry with '- vendor:'.");
      }
      for (JsonNode each : list) {
        reviewed.add(file, each);
      }
    }
    return reviewed;
  }

  private void add(Path file, JsonNode entry) {
    for (String key : KEYS) {
      if (entry.path(key).asText().isBlank()) {
        throw new IllegalArgumentException(
            "%s, entry %d: lacks '%s'. An entry has %s."
                .formatted(file, entries.size() + 1, key, String.join(", ", KEYS)));
      }
    }
    entry
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KEYS.contains(name)) {
                throw new IllegalArgumentException(
                    "%s, entry %d: '%s' is not known. An entry has %s."
                        .formatted(file, entries.size() + 1, name, String.join(", ", KEYS)));
              }
            });
    entries.add(new Entry(entry));
  }

  /** Whether an entry says so; remembers it as needed. */
  boolean explains(String vendor, String operation, String rule, String place) {
    boolean explained = false;
    for (Entry each : entries) {
      if (each.fits("vendor", vendor)
          && each.fits("operation", operation)
          && each.fits("rule", rule)
          // as reports show it, or without their mark
          && (each.fits("place", "#" + place) || each.fits("place", place))) {
        used.add(each);
        explained = true;
      }
    }
    return explained;
  }

  /** Entries that nothing needed, in words. */
  List<String> unused() {
    return entries.stream()
        .filter(each -> !used.contains(each))
        .map(
            each ->
                KEYS.subList(0, 4).stream()
                    .map(key -> key + ": " + each.words().path(key).asText())
                    .collect(Collectors.joining(", ", "{", "}")))
        .toList();
  }
}
