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
          "claire",
          Set.of("claire-test-key", "wrong-key", "correct horse"),
          "fidcar",
          Set.of("fidcar-test-key", "wrong-key"),
          // the last two stand for a token and for a signature, and are none
          "fidelisa",
          Set.of(
              "provider-test-key",
              "wrong-key",
              "FrZN6UChpqXBRKVExXVB",
              "YAZX2TLVO19DEFVDFF8M",
              "0".repeat(32),
              "A".repeat(54) + "=="));

  /** By vendor: members that hold a credential, though their names do not say so. */
  private static final Map<String, Set<String>> MEMBERS =
      Map.of("claire", Set.of("value"), "fidelisa", Set.of("key"));

  private PublicCredentials() {}

  /** Those of one vendor. */
  public static Set<String> of(String vendor) {
    return ALLOWED.getOrDefault(vendor, Set.of());
  }

  /** Names of members of one vendor's bodies that hold a credential without saying so. */
  public static Set<String> members(String vendor) {
    return MEMBERS.getOrDefault(vendor, Set.of());
  }
}
