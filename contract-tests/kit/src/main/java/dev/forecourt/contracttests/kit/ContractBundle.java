package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A contract in one file, as Pact's comparator reads it. */
final class ContractBundle {
  private ContractBundle() {}

  /**
   * Writes it to a file.
   *
   * @param defaults whether operations keep their answer for every status that they do not list
   */
  static Path write(String vendor, boolean defaults) {
    String name = vendor + (defaults ? "-contract.json" : "-contract-listed.json");
    return write(Checkout.contract(vendor).getParent(), Path.of("target").resolve(name), defaults);
  }

  /** Writes the contract in this folder to this file. */
  static Path write(Path folder, Path file, boolean defaults) {
    ObjectNode document = Bundle.of(folder);
    // without this flag the comparator reads services[] as a nested object and calls right pacts
    // wrong
    ((ObjectNode) document.path("info")).put("x-opc-config-legacy-parser", true);
    openEnums(document);
    DeepObjects.spellOut(document);
    if (!defaults) {
      dropDefaults(document);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      new ObjectMapper().writeValue(file.toFile(), document);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An enumeration marked x-open-enum lists what is documented; answers may hold other values. One
   * marked x-checked-later may be asked for in vain (specs/docs/extensions.md).
   */
  private static void openEnums(JsonNode node) {
    if (node.path("x-open-enum").asBoolean() || node.path("x-checked-later").asBoolean()) {
      ((ObjectNode) node).remove("enum");
    }
    node.forEach(ContractBundle::openEnums);
  }

  private static void dropDefaults(ObjectNode document) {
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        if (operation.path("responses") instanceof ObjectNode responses) {
          responses.remove("default");
        }
      }
    }
  }
}
