package dev.forecourt.mock.trials;

import dev.forecourt.mock.vendor.Vendor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Headers that open every operation of a vendor, call after call, with one of its keys after the
 * other. Safe for use by several threads.
 */
public final class TrialCredentials {

  private final Vendor vendor;
  private final List<Set<String>> keys;
  private final AtomicInteger calls = new AtomicInteger();

  private TrialCredentials(Vendor vendor, List<Set<String>> keys) {
    this.vendor = vendor;
    this.keys = keys;
  }

  /** For the keys that the vendor's stub accepts by default. */
  public static TrialCredentials of(Vendor vendor) {
    return new TrialCredentials(vendor, List.of(vendor.defaultKeys()));
  }

  /** One of these keys after the other, for a vendor that limits the calls of each. */
  public static TrialCredentials of(Vendor vendor, List<String> keys) {
    return new TrialCredentials(vendor, keys.stream().map(Set::of).toList());
  }

  /** For one call. */
  public Map<String, String> next() {
    return vendor.headers(keys.get(Math.floorMod(calls.getAndIncrement(), keys.size())));
  }
}
