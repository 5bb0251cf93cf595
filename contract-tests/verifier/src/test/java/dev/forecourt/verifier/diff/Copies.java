package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of contracts to edit. */
final class Copies {
  private Copies() {}

  static void of(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** Replaces the first of what must be there. */
  static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(from);
    assertThat(at).as("%s in %s", from, file).isNotNegative();
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }
}
