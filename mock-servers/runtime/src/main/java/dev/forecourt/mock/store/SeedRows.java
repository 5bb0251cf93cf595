package dev.forecourt.mock.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a seed file: columns between bars, comments after a hash at the start of a line. */
public final class SeedRows {

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
}
