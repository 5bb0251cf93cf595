package dev.forecourt.contracttests.examples;

import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the executed calls of each vendor, one file each, for the documentation site. */
public final class Main {

  private Main() {}

  /** Takes the folder to write to. */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      throw new IllegalArgumentException("Expected one folder, the one to write to.");
    }
    PrintStream out = System.out;
    // the examples print what they read
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    for (String vendor : Checkout.vendors()) {
      Path work = Files.createTempDirectory("forecourt-examples");
      try {
        List<CallExample> calls = CallExamples.of(vendor, work);
        CallExamples.write(vendor, calls, Path.of(args[0]));
        out.println(vendor + ": " + calls.size() + " calls, in curl, fetch and Java");
      } finally {
        delete(work);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
