package dev.forecourt.trials.mutation;

import dev.forecourt.trials.mutation.Jury.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The survivors that somebody has looked at: a table of {@code facts | vendor | kind | places |
 * reason}, in which {@code *} stands for anything.
 */
final class Survivors {
  private static final int COLUMNS = 5;

  private final List<Reason> reasons = new ArrayList<>();
  private final Set<Reason> used = new LinkedHashSet<>();

  /** Throws {@link IllegalArgumentException} that names the line that cannot be read. */
  static Survivors read(Path file) throws IOException {
    Survivors survivors = new Survivors();
    int number = 0;
    boolean header = true;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!header) {
        survivors.reasons.add(Reason.parse(file.getFileName() + ":" + number, line));
      }
      header = false;
    }
    return survivors;
  }

  /**
   * Why somebody thinks that this one may survive; null if nobody has looked at it. Remembers which
   * lines were needed.
   */
  @Nullable String reason(String vendor, Verdict survivor) {
    for (Reason reason : reasons) {
      if (reason.covers(vendor, survivor.mutant())) {
        used.add(reason);
        return reason.reason();
      }
    }
    return null;
  }

  /** Lines that no survivor needed, of those that speak of one of these vendors only. */
  List<String> unused(Set<String> vendors, boolean all) {
    return reasons.stream()
        .filter(reason -> !used.contains(reason))
        .filter(reason -> reason.vendor().equals("*") ? all : vendors.contains(reason.vendor()))
        .map(Reason::place)
        .toList();
  }

  private record Reason(
      String place, boolean documented, String vendor, String kind, Pattern places, String reason) {
    static Reason parse(String place, String line) {
      String[] cells = Stream.of(line.split(" \\| ", -1)).map(String::strip).toArray(String[]::new);
      if (cells.length != COLUMNS || !Set.of("documented", "own").contains(cells[0])) {
        throw new IllegalArgumentException(
            "%s: expected 'documented|own | vendor | kind | places | reason', found: %s"
                .formatted(place, line));
      }
      return new Reason(
          place, cells[0].equals("documented"), cells[1], cells[2], pattern(cells[3]), cells[4]);
    }

    private static Pattern pattern(String places) {
      return Pattern.compile(
          Stream.of(places.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean covers(String vendor, Mutant mutant) {
      return documented == mutant.documented()
          && (this.vendor.equals("*") || this.vendor.equals(vendor))
          && kind.equals(mutant.kind().label())
          && places.matcher(mutant.place()).matches();
    }
  }
}
