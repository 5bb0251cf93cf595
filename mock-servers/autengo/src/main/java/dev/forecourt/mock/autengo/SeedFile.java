package dev.forecourt.mock.autengo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows of the start data: a line each, cells with bars between; lines that begin with # explain.
 */
final class SeedFile {

  private SeedFile() {}

  static List<String[]> rows(String name) {
    try (InputStream in = SeedFile.class.getResourceAsStream("/seed/autengo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The JAR has no seed file " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read seed file " + name, e);
    }
  }
}
