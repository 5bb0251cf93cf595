package dev.forecourt.contracttests.kit;

import java.util.Map;
import java.util.Set;

/** The only credentials that a pact file may hold: those that everybody may know. */
public final class PublicCredentials {
  /** By vendor: what its stub takes by default, what its documentation prints, and wrong ones. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "autengo",
          Set.of("autengo-test-key", "autengo-test-token", "wrong-key", "wrong-token"),
          "autochat",
          Set.of("autochat-test-secret", "autochat-test-token", "wrong-secret", "wrong-token"),
          "fidcar",
          Set.of("fidcar-test-key", "wrong-key"));

  private PublicCredentials() {}

  /** Those of one vendor. */
  public static Set<String> of(String vendor) {
    return ALLOWED.getOrDefault(vendor, Set.of());
  }
}
