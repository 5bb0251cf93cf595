package dev.forecourt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that a command fills. */
final class Target {

  private Target() {}

  /** Throws {@link Refusal} if it is a file or holds something. */
  static void checkEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new Refusal("%s is no folder. Name a new or an empty one.".formatted(folder));
      }
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new Refusal(
              "%s holds files, which are left alone. Name a new or an empty folder."
                  .formatted(folder));
        }
      }
    }
  }

  static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, each.getValue());
    }
  }
}
