package dev.forecourt.verifier.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An interaction of a pact file.
 *
 * @param provider its provider: the vendor, or {@code claire-webhooks} for messages
 * @param description begins with the operation
 * @param status status of the answer; empty for a message
 * @param test class and method that wrote it; empty if the file does not say
 */
record PactInteraction(String provider, String description, String status, String test) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of all pact files of a folder; none if there is no such folder. */
  static List<PactInteraction> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(PactInteraction::read)
          .toList();
    }
  }

  String operation() {
    return Descriptions.operation(description);
  }

  boolean isMessage() {
    return status.isEmpty();
  }

  private static Stream<PactInteraction> read(Path file) {
    try {
      JsonNode pact = JSON.readTree(file.toFile());
      String provider = pact.path("provider").path("name").asText();
      return StreamSupport.stream(pact.path("interactions").spliterator(), false)
          .map(
              node ->
                  new PactInteraction(
                      provider,
                      node.path("description").asText(),
                      node.path("response").path("status").asText(),
                      node.path("comments").path("testname").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
