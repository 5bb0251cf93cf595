package dev.forecourt.mock.store;

import java.util.UUID;

/**
 * Texts for seeds. Neither formatters nor digests: a stub is filled at each start, while nothing is
 * compiled yet.
 */
public final class SeedText {

  // the constants of SplitMix64, which spreads numbers over all bits
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
  private static final long MIX_2 = 0x94d049bb133111ebL;
  private static final long VERSION_BITS = 0xf000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private SeedText() {}

  /** A number that is not negative, with zeros before it: {@code 7, 3} gives {@code 007}. */
  public static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /** An id that is the same at each start, and another one for each name. */
  public static UUID id(String name) {
    long hash = STEP;
    for (int i = 0; i < name.length(); i++) {
      hash = mixed(hash + STEP + name.charAt(i));
    }
    return new UUID(hash & ~VERSION_BITS | VERSION_8, mixed(hash + STEP) & ~VARIANT_BITS | VARIANT);
  }

  private static long mixed(long number) {
    long first = (number ^ number >>> 30) * MIX_1;
    long second = (first ^ first >>> 27) * MIX_2;
    return second ^ second >>> 31;
  }
}
