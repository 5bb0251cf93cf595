package dev.forecourt.verifier.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Earlier reports, newest first: how many cells were green in each, and what changed since the
 * newest.
 *
 * @param runs one line per earlier report
 * @param turnedRed cells that were not red in the newest earlier report and are now
 * @param mended cells that were red there and are green now
 */
record History(List<EarlierRun> runs, List<String> turnedRed, List<String> mended) {
  static final History NONE = new History(List.of(), List.of(), List.of());

  /**
   * The sums of one report.
   *
   * @param made when, in UTC
   * @param cells number of cells by state
   * @param failedTests how many tests failed
   */
  record EarlierRun(String made, Map<Cell.State, Integer> cells, int failedTests) {
    int count(Cell.State state) {
      return cells.getOrDefault(state, 0);
    }
  }

  /**
   * That of a report.
   *
   * @param earlier files {@code report.json} of earlier runs, or folders of such files
   */
  static History of(Report report, List<Path> earlier) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (Path file : files(earlier)) {
      documents.add(read(file));
    }
    documents.sort(Comparator.comparing((JsonNode each) -> each.path("made").asText()).reversed());
    if (documents.isEmpty()) {
      return NONE;
    }
    List<String> turnedRed = new ArrayList<>();
    List<String> mended = new ArrayList<>();
    compare(report, documents.get(0), turnedRed, mended);
    return new History(documents.stream().map(History::sums).toList(), turnedRed, mended);
  }

  private static List<Path> files(List<Path> earlier) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : earlier) {
      if (Files.isDirectory(each)) {
        try (Stream<Path> inside = Files.walk(each)) {
          inside.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        }
      } else {
        files.add(each);
      }
    }
    return files;
  }

  private static JsonNode read(Path file) throws IOException {
    JsonNode document;
    try {
      document = new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw notOne(file);
    }
    if (!document.path("made").isTextual() || !document.path("vendors").isObject()) {
      throw notOne(file);
    }
    return document;
  }

  private static IllegalArgumentException notOne(Path file) {
    return new IllegalArgumentException(
        file + " is no earlier report. Give report.json of an earlier run, or a folder of them.");
  }

  private static EarlierRun sums(JsonNode document) {
    Map<Cell.State, Integer> cells = new EnumMap<>(Cell.State.class);
    for (JsonNode rows : document.path("vendors")) {
      for (JsonNode row : rows) {
        for (JsonNode cell : row.path("cells")) {
          for (Cell.State state : Cell.State.values()) {
            if (state.key().equals(cell.path("state").asText())) {
              cells.merge(state, 1, Integer::sum);
            }
          }
        }
      }
    }
    return new EarlierRun(
        document.path("made").asText(),
        Collections.unmodifiableMap(cells),
        document.path("failedTests").size());
  }

  private static void compare(
      Report report, JsonNode before, List<String> turnedRed, List<String> mended) {
    report
        .vendors()
        .forEach(
            (vendor, rows) -> {
              for (Row row : rows) {
                JsonNode was = row(before.path("vendors").path(vendor), row.name());
                for (Column column : Column.values()) {
                  String then = was.path("cells").path(column.key()).path("state").asText();
                  Cell.State now = Report.cell(row, column).state();
                  String place = vendor + " " + row.name() + ", " + column.title;
                  if (now == Cell.State.FAILED && !then.equals(Cell.State.FAILED.key())) {
                    turnedRed.add(place + (then.isEmpty() ? " (new)" : " (was " + then + ")"));
                  } else if (now == Cell.State.PASSED && then.equals(Cell.State.FAILED.key())) {
                    mended.add(place);
                  }
                }
              }
            });
  }

  private static JsonNode row(JsonNode rows, String name) {
    for (JsonNode row : rows) {
      if (row.path("name").asText().equals(name)) {
        return row;
      }
    }
    return rows.path(-1);
  }
}
