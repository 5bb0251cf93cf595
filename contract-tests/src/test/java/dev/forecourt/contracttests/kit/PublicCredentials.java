package dev.forecourt.contracttests.kit;

import java.util.Map;
import java.util.Set;

/** The only credentials that a pact file may hold: those that everybody may know. */
public final class PublicCredentials {
  /** By vendor: what its stub takes by default, what its documentation prints, and wrong ones. */
  public static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "claire", Set.of("claire-test-key", "wrong-key", "correct horse"),
          "fidcar", Set.of("fidcar-test-key", "wrong-key"),
          // a token and a signature that are none, codes, and the documented keys of shops
          "fidelisa",
              Set.of(
                  "0".repeat(32),
                  "A".repeat(54) + "==",
                  "FORECOURT",
                  "619E8B5AAD5E48138881C5E7774C86B2",
                  "FrZN6UChpqXBRKVExXVB",
                  "YAZX2TLVO19DEFVDFF8M"));

  /** By vendor: members of bodies that hold a credential, though their names do not say so. */
  public static final Map<String, Set<String>> MEMBERS =
      Map.of("claire", Set.of("value"), "fidelisa", Set.of("key"));

  private PublicCredentials() {}
}
