package dev.forecourt.contracttests.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;

/** Calls of fetch, each run as a module by one Node process. */
final class Fetch implements Language {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final NodeProcess node;

  Fetch() throws IOException {
    node = NodeProcess.of(Checkout.file("specs/site/run-module.mjs"));
  }

  @Override
  public String run(int number, String code) throws IOException {
    return JSON.readValue(node.ask(JSON.writeValueAsString(code)), String.class);
  }

  @Override
  public void close() {
    node.close();
  }
}
