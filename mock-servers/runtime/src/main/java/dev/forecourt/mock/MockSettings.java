package dev.forecourt.mock;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a stub may be given from outside, so that a test can choose it.
 *
 * @param keys credentials that are accepted
 * @param clock says what "now" is; the vendor decides the zone
 * @param ids makes the ids of new objects
 */
public record MockSettings(Set<String> keys, Clock clock, Supplier<UUID> ids) {

  /** Copies the keys; refuses an empty set, with which no request could succeed. */
  public MockSettings {
    keys = Set.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "A mock needs at least one accepted key. Leave keys unset for the vendor's default.");
    }
  }

  /** The vendor's default keys, the system clock, random ids. */
  public static MockSettings defaults(Vendor vendor) {
    return new MockSettings(vendor.defaultKeys(), Clock.systemUTC(), new RandomIds());
  }
}
