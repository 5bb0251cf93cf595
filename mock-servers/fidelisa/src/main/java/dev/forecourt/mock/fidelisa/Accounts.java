package dev.forecourt.mock.fidelisa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who may call: secret keys by code.
 *
 * @param providers makers of software
 * @param shops points of sale
 */
record Accounts(Map<String, String> providers, Map<String, String> shops) {

  /**
   * Reads {@code provider:CODE:SECRET} and {@code shop:CODE:SECRET}. Throws {@link
   * IllegalArgumentException} for anything else.
   */
  static Accounts of(Set<String> keys) {
    Map<String, String> providers = new LinkedHashMap<>();
    Map<String, String> shops = new LinkedHashMap<>();
    for (String key : keys) {
      String[] parts = key.split(":", 3);
      boolean known = parts[0].equals("provider") || parts[0].equals("shop");
      if (!known || parts.length < 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
        // the key itself is not repeated: it may be a secret
        throw new IllegalArgumentException(
            "A key of Fidelisa is provider:CODE:SECRET or shop:CODE:SECRET.");
      }
      (parts[0].equals("provider") ? providers : shops).put(parts[1], parts[2]);
    }
    return new Accounts(providers, shops);
  }
}
