package dev.forecourt.mock.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a seed file in a JAR: columns between bars, comments after a hash. */
public final class SeedRows {

  private SeedRows() {}

  /** The rows of {@code /seed/<vendor>/<name>}. */
  public static List<String[]> of(String vendor, String name) {
    String path = "/seed/" + vendor + "/" + name;
    try (InputStream in = SeedRows.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no seed file " + path);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read seed file " + path, e);
    }
  }
}
