package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Tables and documents beside these tests. */
final class Psv {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Psv() {}

  /** The cells of each line that is no comment. */
  static Stream<String[]> read(String name) {
    return readAsIs(name)
        .map(cells -> Arrays.stream(cells).map(String::strip).toArray(String[]::new));
  }

  /** The same with the blanks around each cell, which count in what is looked for. */
  static Stream<String[]> readAsIs(String name) {
    return text(name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\|", -1));
  }

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Psv.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
