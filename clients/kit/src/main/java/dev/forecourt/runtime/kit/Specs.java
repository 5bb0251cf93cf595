package dev.forecourt.runtime.kit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A vendor's contract and samples, from {@code specs/<vendor>}. */
public final class Specs {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Keeps the digits of each number, so that equal trees are equal texts but for white space. */
  private static final ObjectMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Path folder;

  public Specs(String vendor) {
    folder = Path.of(System.getProperty("forecourt.specs"), vendor);
  }

  /** A file of the vendor's folder as text. */
  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A YAML file of the vendor's folder. */
  public JsonNode yaml(String file) {
    try {
      return YAML.readTree(folder.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sample, by its name in {@code evidence} without the ending. */
  public String evidence(String name) {
    return text("evidence/" + name + ".json");
  }

  /** A tree that equals another only if every number has the same digits. */
  public static JsonNode exact(String json) {
    try {
      return EXACT.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
