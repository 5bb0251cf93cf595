package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;

/** The files of a contract that was made of the vendor's own: an overlay marks it. */
final class ImportedContract {
  /** Reads YAML of any length: vendors' files are longer than SnakeYAML's default of 3 MB. */
  static final ObjectMapper YAML = new ObjectMapper(factory());

  private final Path folder;

  ImportedContract(Path folder) {
    this.folder = folder;
  }

  private static YAMLFactory factory() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return YAMLFactory.builder().loaderOptions(options).build();
  }

  /** Whether the contract in this folder was imported. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("overlay.yaml"));
  }

  String overlay() {
    return text("overlay.yaml");
  }

  String openapi() {
    return text("openapi.yaml");
  }

  /** The vendor's file, which the overlay extends. */
  Path vendorFile() {
    try {
      JsonNode extended = YAML.readTree(overlay()).path("extends");
      return folder.resolve(extended.asText("vendor/openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
