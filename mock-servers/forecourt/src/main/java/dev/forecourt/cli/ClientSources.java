package dev.forecourt.cli;

import java.nio.file.Path;

/** The sources of a client, as the Maven plugin writes them. */
final class ClientSources {

  private ClientSources() {}

  static void generate(String id, Path contract, Path folder) {
    throw new Refusal("not yet");
  }
}
