package dev.forecourt.fidcar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** FIDCAR's own samples, from {@code specs/fidcar/evidence}. */
final class Evidence {

  private Evidence() {}

  static String of(String name) {
    Path file =
        Path.of(System.getProperty("forecourt.specs"), "fidcar", "evidence", name + ".json");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page that holds these objects. */
  static String page(int page, int limit, int total, String... objects) {
    return "{\"page\":%d,\"limit\":%d,\"total\":%d,\"data\":[%s]}"
        .formatted(page, limit, total, String.join(",", objects));
  }
}
