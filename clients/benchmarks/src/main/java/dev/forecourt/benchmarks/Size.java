package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JARs that forecourt-claire needs at run time. */
final class Size {
  private Size() {}

  /** Takes the file in which Maven wrote the class path of forecourt-claire. */
  static void run(Report report, Path classPath) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("JAR at run time", "bytes"));
    int foreign = 0;
    long bytes = 0;
    for (String entry : Files.readString(classPath).strip().split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      // ours comes from the target folders of this checkout
      boolean ours = jar.getFileName().toString().startsWith("forecourt-");
      if (!ours) {
        foreign++;
        bytes += Files.size(jar);
      }
      rows.add(
          List.of(
              jar.getFileName() + (ours ? " (ours)" : ""),
              String.format(Locale.ROOT, "%,d", Files.size(jar))));
    }
    rows.add(List.of(foreign + " foreign JARs together", String.format(Locale.ROOT, "%,d", bytes)));
    report.table(rows);
    report.atMost("foreign JARs", 6, foreign);
    report.atMost("foreign JARs, MB", 3, bytes / 1e6);
  }
}
