package dev.forecourt.verifier;

import java.nio.file.Path;

/** Places in this checkout that the tests read. */
public final class Checkout {
  private static final Path ROOT =
      Path.of(System.getProperty("forecourt.root", "../..")).toAbsolutePath().normalize();

  private Checkout() {}

  /** A file by its path from the root. */
  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  /** The folder of a vendor's contract. */
  public static Path contract(String vendor) {
    return file("specs").resolve(vendor);
  }

  /** The committed pact of a vendor's HTTP interactions. */
  public static Path committedPact(String vendor) {
    return file("contract-tests/pacts/forecourt-" + vendor + "-" + vendor + ".json");
  }
}
