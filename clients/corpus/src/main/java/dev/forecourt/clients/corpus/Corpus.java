package dev.forecourt.clients.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Generates, compiles and calls a client of each contract in a folder, and prints what came of it.
 *
 * <pre>{@code
 * java dev.forecourt.clients.corpus.Corpus folder-of-contracts folder-for-clients
 * }</pre>
 */
public final class Corpus {
  private Corpus() {}

  /** The folder with the contracts, and one for what is generated. */
  public static void main(String... arguments) throws IOException {
    Path out = Path.of(arguments[1]);
    System.out.println("generates compiles round-trips wrong-in-silence file");
    for (Path contract : contracts(Path.of(arguments[0]))) {
      System.out.println(Result.of(contract, out));
    }
  }

  /** Contracts of a folder, or of a list of files (the first column of a {@code .txt}). */
  static List<Path> contracts(Path folder) throws IOException {
    if (folder.toString().endsWith(".txt")) {
      try (Stream<String> lines = Files.lines(folder)) {
        return lines
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> Path.of(line.split("\t", 2)[0]))
            .toList();
      }
    }
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().matches(".*\\.(json|ya?ml)")).sorted().toList();
    }
  }
}
