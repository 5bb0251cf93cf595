package dev.forecourt.contracttests.kit;

import dev.forecourt.mock.vendor.Vendors;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The only credentials that a pact file may hold: those that everybody may know. */
public final class PublicCredentials {
  /**
   * By vendor, besides what its stub takes by default: what its documentation prints, and wrong
   * ones.
   */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "autengo",
          Set.of("wrong-key", "wrong-token"),
          "autochat",
          Set.of("wrong-secret", "wrong-token"),
          "claire",
          Set.of("wrong-key", "correct horse"),
          "fidcar",
          Set.of("wrong-key"),
          // the last two stand for a token and for a signature, and are none
          "fidelisa",
          Set.of("wrong-key", "YAZX2TLVO19DEFVDFF8M", "0".repeat(32), "A".repeat(54) + "=="));

  /** Parts that say who calls, and may be shown. */
  private static final Set<String> NAMES = Set.of("client_id", "provider_code", "shop_code");

  /** By vendor: members that hold a credential, though their names do not say so. */
  private static final Map<String, Set<String>> MEMBERS =
      Map.of("claire", Set.of("value"), "fidelisa", Set.of("key"));

  private PublicCredentials() {}

  /** Those of one vendor. */
  public static Set<String> of(String vendor) {
    Set<String> all = new HashSet<>(ALLOWED.getOrDefault(vendor, Set.of()));
    Vendors.named(vendor)
        .testCredentials()
        .forEach(
            (name, value) -> {
              if (!NAMES.contains(name)) {
                all.add(value);
              }
            });
    return all;
  }

  /** One part of what a vendor's stub takes by default, such as {@code api_key}. */
  public static String part(String vendor, String name) {
    return Objects.requireNonNull(Vendors.named(vendor).testCredentials().get(name), name);
  }

  /** Names of members of one vendor's bodies that hold a credential without saying so. */
  public static Set<String> members(String vendor) {
    return MEMBERS.getOrDefault(vendor, Set.of());
  }
}
