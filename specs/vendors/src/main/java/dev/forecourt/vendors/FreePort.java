package dev.forecourt.vendors;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ports of the mocks: from 4011, where the first vendor is, to 4099. */
public final class FreePort {

  static final int FIRST = 4011;
  static final int LAST = 4099;

  private FreePort() {}

  /** The lowest that no vendor has. */
  public static int of(VendorList vendors) {
    Set<Integer> taken = vendors.all().stream().map(ListedVendor::port).collect(Collectors.toSet());
    return IntStream.rangeClosed(FIRST, LAST)
        .filter(port -> !taken.contains(port))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "All ports from %d to %d are taken.".formatted(FIRST, LAST)));
  }
}
