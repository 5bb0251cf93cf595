package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contract.tools.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One version of contracts: a checkout, a folder of contracts, or one contract. */
final class ContractVersion {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Path place;
  private final Map<String, Path> contracts;
  private final Map<String, JsonNode> read = new HashMap<>();

  private ContractVersion(Path place, Map<String, Path> contracts) {
    this.place = place;
    this.contracts = contracts;
  }

  /** Throws {@link IllegalArgumentException} if there is no contract. */
  static ContractVersion at(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      String name = place.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
      return new ContractVersion(place, Map.of(name, place));
    }
    if (Files.exists(place.resolve("openapi.yaml"))) {
      String name = place.toAbsolutePath().normalize().getFileName().toString();
      return new ContractVersion(place, Map.of(name, place));
    }
    Path specs = Files.isDirectory(place.resolve("specs")) ? place.resolve("specs") : place;
    Map<String, Path> contracts = new TreeMap<>();
    if (Files.isDirectory(specs)) {
      Contracts.vendors(specs).forEach(vendor -> contracts.put(vendor, specs.resolve(vendor)));
    }
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException(
          ("There is no contract at %s. Expected a checkout with specs/, a folder with a folder for"
                  + " each vendor, one folder with an openapi.yaml, or a file.")
              .formatted(place));
    }
    return new ContractVersion(place, contracts);
  }

  List<String> vendors() {
    return contracts.keySet().stream().sorted().toList();
  }

  /** Whether it is one contract, whose name means nothing. */
  boolean isSingle() {
    return contracts.containsValue(place);
  }

  /** The contract of a vendor in one document. */
  JsonNode contract(String vendor) {
    return read.computeIfAbsent(vendor, id -> read(contracts.get(id)));
  }

  /** The changelog beside a contract, which need not exist. */
  Path changelog(String vendor) {
    return contracts.get(vendor).resolve("CHANGELOG.md");
  }

  /** The pacts of a checkout, sorted; none elsewhere. */
  List<Path> pacts() throws IOException {
    Path folder = place.resolve("contract-tests/pacts");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static JsonNode read(Path contract) {
    try {
      JsonNode document =
          Files.isDirectory(contract)
              ? Bundle.of(contract)
              : YAML.readTree(Files.readString(contract));
      if (!document.has("openapi")) {
        throw unreadable(contract, "it has no member openapi");
      }
      return document;
    } catch (UncheckedIOException e) {
      throw unreadable(contract, words(e.getCause()));
    } catch (IOException e) {
      throw unreadable(contract, words(e));
    } catch (ClassCastException e) {
      throw unreadable(contract, "openapi.yaml is no object");
    }
  }

  private static String words(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return "it refers to " + missing.getFile() + ", which is not there";
    }
    if (e instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
      return "line %d, column %d: %s"
          .formatted(
              syntax.getLocation().getLineNr(),
              syntax.getLocation().getColumnNr(),
              syntax.getOriginalMessage().lines().findFirst().orElse(""));
    }
    return String.valueOf(e.getMessage());
  }

  private static IllegalArgumentException unreadable(Path contract, String why) {
    return new IllegalArgumentException(
        "The contract %s cannot be read: %s. Run scripts/lint to see where."
            .formatted(contract, why));
  }
}
