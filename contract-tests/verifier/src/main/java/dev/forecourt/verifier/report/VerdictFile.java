package dev.forecourt.verifier.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one verifier found of one provider; the files of a run stand in {@code target/results}.
 *
 * @param by who verified: {@code stub} and {@code prism} are the JVM verifier against those, {@code
 *     rust-stub} is Pact's own command line, {@code live} the vendor itself
 * @param provider provider of the pact
 * @param at day and time of a live run; null where the file belongs to the run of the report
 * @param host where it ran, if that is not told by its name
 * @param verdicts one per interaction
 */
public record VerdictFile(
    String by,
    String provider,
    @Nullable String at,
    @Nullable String host,
    List<Verdict> verdicts) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Writes it to a folder, in place of an earlier one. */
  public Path writeTo(Path folder) {
    return writeTo(folder, by + "-" + provider);
  }

  /** Writes it to a folder under this name. */
  public Path writeTo(Path folder, String name) {
    try {
      Path file = Files.createDirectories(folder).resolve(name + ".json");
      Files.writeString(file, JSON.writeValueAsString(this) + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of a folder; none if there is no such folder. */
  public static List<VerdictFile> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(VerdictFile::read)
          .toList();
    }
  }

  private static VerdictFile read(Path file) {
    try {
      return JSON.readValue(file.toFile(), VerdictFile.class);
    } catch (IOException e) {
      throw new IllegalStateException(
          file + " holds no verdicts: " + e.getMessage() + ". Delete it and run scripts/test.", e);
    }
  }
}
