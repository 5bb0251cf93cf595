package dev.forecourt.verifier.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the members and items of a JSON or YAML file stand. */
public final class Lines {
  private static final Pattern STEP =
      Pattern.compile("\\.?([^.\\[]+)|\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[(\\d+)\\]");

  private final Map<List<String>, Integer> byPath = new HashMap<>();

  private Lines() {}

  /** Those of a file; none if it cannot be read, for the place then has its path. */
  public static Lines of(Path file) {
    Lines lines = new Lines();
    boolean yaml = file.toString().matches(".*\\.ya?ml");
    try (JsonParser parser =
        (yaml ? new YAMLFactory() : new JsonFactory()).createParser(file.toFile())) {
      lines.value(parser, parser.nextToken(), List.of());
    } catch (IOException unreadable) {
      // who reads the file itself says what is wrong
    }
    return lines;
  }

  /**
   * The line of a JSON path ({@code $.a[0]['b']}) or JSON pointer ({@code /a/0/b}, {@code #/a});
   * that of the nearest thing around it if it is not in the file; 0 if nothing is known.
   */
  public int of(String path) {
    List<String> steps = steps(path);
    for (int length = steps.size(); length >= 0; length--) {
      Integer line = byPath.get(steps.subList(0, length));
      if (line != null) {
        return line;
      }
    }
    return 0;
  }

  /** Whether exactly this place is in the file. */
  boolean has(String path) {
    return byPath.containsKey(steps(path));
  }

  private void value(JsonParser parser, JsonToken token, List<String> path) throws IOException {
    byPath.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
    if (token == JsonToken.START_ARRAY) {
      for (int i = 0; (token = parser.nextToken()) != JsonToken.END_ARRAY; i++) {
        value(parser, token, with(path, String.valueOf(i)));
      }
    } else if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        List<String> member = with(path, parser.currentName());
        byPath.putIfAbsent(member, parser.currentTokenLocation().getLineNr());
        value(parser, parser.nextToken(), member);
      }
    }
  }

  private static List<String> with(List<String> path, String step) {
    List<String> further = new ArrayList<>(path);
    further.add(step);
    return further;
  }

  private static List<String> steps(String path) {
    if (path.matches("#?(/.*)?")) {
      List<String> steps = new ArrayList<>();
      for (String each : path.replaceFirst("^#?/?", "").split("/")) {
        if (!each.isEmpty()) {
          steps.add(each.replace("~1", "/").replace("~0", "~"));
        }
      }
      return steps;
    }
    return STEP.matcher(path.replaceFirst("^\\$", ""))
        .results()
        .map(
            found ->
                found.group(1) != null
                    ? found.group(1)
                    : found.group(2) != null ? found.group(2) : found.group(3))
        .toList();
  }
}
