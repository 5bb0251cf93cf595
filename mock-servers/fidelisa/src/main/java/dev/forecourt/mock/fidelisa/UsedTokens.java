package dev.forecourt.mock.fidelisa;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers which tokens were used, each with its provider. The vendor does not say for how long;
 * here it is the last {@value #CAPACITY}, so that memory stays bounded.
 */
final class UsedTokens {

  static final int CAPACITY = 10_000;

  private final Set<Long> used = new LinkedHashSet<>();

  /**
   * Notes a token by the provider's signature over it, which is as good as the token and always as
   * long. False when it was used before.
   */
  synchronized boolean use(String signature) {
    boolean fresh = used.add(start(signature));
    if (used.size() > CAPACITY) {
      used.remove(used.iterator().next());
    }
    return fresh;
  }

  synchronized void clear() {
    used.clear();
  }

  synchronized int size() {
    return used.size();
  }

  /** The first 64 bits: two tokens sharing them is less likely than a fault of this machine. */
  private static long start(String signature) {
    byte[] hex = Base64.getDecoder().decode(signature);
    return Long.parseUnsignedLong(new String(hex, 0, 16, StandardCharsets.US_ASCII), 16);
  }
}
