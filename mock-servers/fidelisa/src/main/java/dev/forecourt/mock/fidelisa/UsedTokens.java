package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Remembers which tokens were used, each with its provider. The vendor does not say for how long;
 * here it is the last {@value #CAPACITY}, so that memory stays bounded.
 */
final class UsedTokens {

  static final int CAPACITY = 10_000;

  private final Table<String, UsedToken> used;

  /** Adds its table to those of a state. */
  UsedTokens(Tables tables) {
    used =
        tables.add("used_tokens", RowType.of(UsedToken.class), UsedToken::digest).atMost(CAPACITY);
  }

  int size() {
    return used.size();
  }

  /**
   * Notes a token by the provider's signature over it, which is as good as the token and always as
   * long. False when it was used before.
   */
  boolean use(String signature) {
    String digest = start(signature);
    boolean fresh = used.find(digest) == null;
    if (fresh) {
      used.put(new UsedToken(digest));
    }
    return fresh;
  }

  /** The first 64 bits: two tokens sharing them is less likely than a fault of this machine. */
  private static String start(String signature) {
    byte[] hex = Base64.getDecoder().decode(signature);
    return new String(hex, 0, 16, StandardCharsets.US_ASCII);
  }
}
