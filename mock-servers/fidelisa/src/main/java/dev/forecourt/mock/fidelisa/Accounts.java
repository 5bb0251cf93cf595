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

  /** The keys of the shops of the start data; the first three are the vendor's. */
  private static final Map<String, String> SEEDED =
      Map.of(
          "619E8B5AAD5E48138881C5E7774C86B2", "FrZN6UChpqXBRKVExXVB",
          "FD39A1AA85AC4F3FB977DEA5A5786263", "YAZX2TLVO19DEFVDFF8M",
          "D0114EE251D14C5180991418736A6ACC", "RCGQDPWTRQS2XZCHWEZB",
          "5B0C9E77D1F24A6E8C3390B2A71D4F16", "LQ8ZVNE2RM4XTJW7BYPA",
          "A2E8417F60BD4C95B7D16F0C83E95A24", "HD5KCXU9WQ3FGZTN6SVR",
          "93D7F2B8065E41CAAE14C7B90D28F563", "TW4MJPBX7KEYQ2RZ9HLC",
          "E61F0A3D9C274B58A0F5D2748B1E96C7", "PN7GQVS3CDWX5LZTKF8B");

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

  /** With the shops of the start data, each under its own key unless it has got another. */
  Accounts withSeeded() {
    Map<String, String> all = new LinkedHashMap<>(SEEDED);
    all.putAll(shops);
    return new Accounts(providers, all);
  }

  @Override
  public String toString() {
    return "Accounts[providers=%s, shops=%s]".formatted(providers.keySet(), shops.keySet());
  }
}
