package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.output.Format;
import dev.forecourt.verifier.output.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How and where a command writes what it found. */
final class OutputOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text (the default), json, junit (XML of test reports) or sarif (2.1.0: files and lines).")
  Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; the summary is printed. Default: all is printed.")
  @Nullable Path file;

  /** Writes the results; gives the exit code. */
  int write(Results results, PrintStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    format.write(results, text);
    if (file == null) {
      out.print(text);
    } else {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
      out.println("==> " + results.summary());
    }
    return results.good() ? 0 : 1;
  }
}
