package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders as a caller gives them. */
final class PactFiles {
  private PactFiles() {}

  /** The files themselves, and the pacts of the folders: other JSON may lie beside them. */
  static List<Path> of(List<Path> given) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : given) {
      if (!Files.isDirectory(each)) {
        files.add(each);
        continue;
      }
      int before = files.size();
      try (Stream<Path> inside = Files.list(each)) {
        for (Path file : inside.filter(PactFiles::isJson).sorted().toList()) {
          if (isPact(file)) {
            files.add(file);
          }
        }
      }
      if (files.size() == before) {
        throw new IllegalArgumentException(
            "There is no pact file in the folder " + each + ". Pacts end with .json.");
      }
    }
    return files;
  }

  private static boolean isJson(Path file) {
    return Files.isRegularFile(file) && file.toString().endsWith(".json");
  }

  /** A file that is no JSON counts: to pass over a broken pact would be to accept it. */
  private static boolean isPact(Path file) {
    try {
      JsonNode document = new ObjectMapper().readTree(file.toFile());
      return document.has("provider") || document.has("consumer");
    } catch (IOException broken) {
      return true;
    }
  }
}
