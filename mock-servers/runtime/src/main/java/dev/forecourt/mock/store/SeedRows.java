package dev.forecourt.mock.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of a seed file: columns between bars, comments after a hash at the start of a line. */
public final class SeedRows {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?");

  private SeedRows() {}

  /**
   * A file under {@code /seed/} in the JAR of a class, such as {@code fidcar.json}. Throws {@link
   * IllegalStateException} when there is no such file.
   */
  public static byte[] document(Class<?> owner, String path) {
    try (InputStream in = owner.getResourceAsStream("/seed/" + path)) {
      if (in == null) {
        throw new IllegalStateException("The JAR has no seed file " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read seed file " + path, e);
    }
  }

  /**
   * The rows of a file under {@code /seed/} in the JAR of a class, such as {@code
   * claire/locations.psv}. Throws {@link IllegalStateException} when there is no such file.
   */
  public static List<String[]> of(Class<?> owner, String path) {
    try (InputStream in = owner.getResourceAsStream("/seed/" + path)) {
      if (in == null) {
        throw new IllegalStateException("The JAR has no seed file " + path);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read seed file " + path, e);
    }
  }

  /**
   * The rows of such a file whose first row names the columns. A name ends with what its cells
   * hold: {@code #} numbers, {@code ?} 1 for true and 0 for false, {@code *} a number, true, false
   * or text, which is in quotes where it looks like one of those; without such an end, text. An
   * empty cell is null.
   */
  public static List<Map<String, @Nullable Object>> objects(Class<?> owner, String path) {
    List<String[]> rows = of(owner, path);
    String[] columns = rows.get(0);
    List<Map<String, @Nullable Object>> objects = new ArrayList<>(rows.size());
    for (String[] row : rows.subList(1, rows.size())) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        String column = columns[i];
        char kind = column.charAt(column.length() - 1);
        object.put(
            Character.isLetterOrDigit(kind) ? column : column.substring(0, column.length() - 1),
            row[i].isEmpty() ? null : value(kind, row[i]));
      }
      objects.add(object);
    }
    return objects;
  }

  /** The same as records in the JAR of their class: each column is the component of its name. */
  public static <T extends Record> List<T> records(Class<T> type, String path) {
    RowType<T> rows = RowType.of(type);
    return objects(type, path).stream().map(rows::read).toList();
  }

  private static Object value(char kind, String cell) {
    return switch (kind) {
      case '#' -> number(cell);
      case '?' -> cell.equals("1");
      case '*' -> any(cell);
      default -> cell;
    };
  }

  private static Object any(String cell) {
    if (cell.equals("true") || cell.equals("false")) {
      return cell.equals("true");
    }
    // a number that begins with a zero would lose it
    return NUMBER.matcher(cell).matches() ? number(cell) : cell.replace("\"", "");
  }

  /** A whole number where it is one, so that no {@code .0} is written. */
  private static Number number(String cell) {
    return cell.contains(".") ? (Number) new BigDecimal(cell) : (Number) Long.valueOf(cell);
  }
}
