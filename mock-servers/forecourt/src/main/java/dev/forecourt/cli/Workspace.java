package dev.forecourt.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that goes when the process ends. */
final class Workspace {

  private Workspace() {}

  static Path create() throws IOException {
    Path folder = Files.createTempDirectory("forecourt-");
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> delete(folder), "forecourt-workspace-delete"));
    return folder;
  }

  static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
