package dev.forecourt.vendors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prints where a vendor is missing in the checkout that is the current folder: scripts/lint. */
public final class Main {

  private Main() {}

  /** Exit code 1 if a vendor is missing somewhere. */
  public static void main(String[] arguments) throws IOException {
    List<String> missing = Places.of(Path.of("")).missing();
    missing.forEach(System.err::println);
    if (!missing.isEmpty()) {
      System.exit(1);
    }
  }
}
