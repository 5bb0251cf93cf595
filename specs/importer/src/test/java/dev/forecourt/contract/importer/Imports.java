package dev.forecourt.contract.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.text.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Imports texts as a vendor {@code acme} would give them. */
final class Imports {
  private Imports() {}

  /** A document of 3.0.3 around these paths and what follows them. */
  static String openapi30(String rest) {
    return "openapi: 3.0.3\ninfo: {title: Acme, version: '1'}\nservers: [{url: https://api.acme.example}]\n"
        + rest;
  }

  /** The same as 3.1. */
  static String openapi31(String rest) {
    return openapi30(rest).replace("3.0.3", "3.1.0");
  }

  static Path file(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImportResult run(Path folder, String text) {
    return run(Importer.of(file(folder, "acme.yaml", text)).id("acme"));
  }

  static ImportResult run(Importer importer) {
    try {
      return importer.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract as a tree. */
  static JsonNode contract(ImportResult result) {
    return tree(result.openapi());
  }

  static JsonNode tree(String yaml) {
    return TreeReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8)).tree();
  }

  /** The contract made of a text. */
  static JsonNode contract(Path folder, String text) {
    return contract(run(folder, text));
  }
}
