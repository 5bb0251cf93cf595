package dev.forecourt.fidelisa;

import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.RequestDraft;
import java.util.List;
import java.util.function.Supplier;

/**
 * A new single-use token with each request. The contract names it first, so signatures can read it.
 */
final class Jeton implements Credential {
  static final String HEADER = "FIDELISA_JETON";

  private final Supplier<String> jetons;

  Jeton(Supplier<String> jetons) {
    this.jetons = jetons;
  }

  @Override
  public void apply(RequestDraft request) {
    request.setHeader(HEADER, jetons.get());
  }

  @Override
  public List<String> secrets() {
    return List.of();
  }
}
