package dev.forecourt.mock.memory;

import java.util.Locale;

/** Numbers of bytes as people and as options of Java write them. */
final class Bytes {

  private static final long MEBI = 1024 * 1024;
  // what -Xmx is rounded up to in advice
  private static final long STEP = 16;

  private Bytes() {}

  /** {@code 12.3 MiB}. */
  static String shown(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", Math.max(0, bytes) / (double) MEBI);
  }

  /** {@code 64m}: rounded up to a multiple of 16. */
  static String option(long bytes) {
    return (bytes + STEP * MEBI - 1) / (STEP * MEBI) * STEP + "m";
  }
}
