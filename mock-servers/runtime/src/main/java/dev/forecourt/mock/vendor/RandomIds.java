package dev.forecourt.mock.vendor;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Random UUIDs of version 4. Not from a secure source, for which every creation would wait: ids of
 * a mock need to differ, and nobody has to be kept from guessing them.
 */
public final class RandomIds implements Supplier<UUID> {

  private static final long VERSION_BITS = 0xf000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int VARIANT_BITS = 2;

  @Override
  public UUID get() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(
        random.nextLong() & ~VERSION_BITS | VERSION_4,
        random.nextLong() >>> VARIANT_BITS | VARIANT);
  }
}
