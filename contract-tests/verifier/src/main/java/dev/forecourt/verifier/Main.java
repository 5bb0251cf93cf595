package dev.forecourt.verifier;

import dev.forecourt.verifier.cli.Verifier;

/** The runnable JAR: {@code java -jar forecourt-verifier.jar --help}. */
public final class Main {
  private Main() {}

  /** Runs one command. Ends with 0: all is well, 1: something was found, 2: it was not checked. */
  public static void main(String[] args) {
    System.exit(Verifier.run(args));
  }
}
