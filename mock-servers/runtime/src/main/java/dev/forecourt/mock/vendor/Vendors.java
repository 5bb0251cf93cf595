package dev.forecourt.mock.vendor;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The vendors on the class path. */
public final class Vendors {

  private Vendors() {}

  /** All of them, by port. */
  public static List<Vendor> all() {
    return ServiceLoader.load(Vendor.class, Vendors.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(Vendor::port))
        .toList();
  }

  /** The one with this id. Throws {@link IllegalArgumentException} naming those that exist. */
  public static Vendor named(String id) {
    List<Vendor> all = all();
    return all.stream()
        .filter(vendor -> vendor.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(id, all)));
  }

  private static String unknown(String id, List<Vendor> all) {
    return "No mock for vendor '%s' on the class path. Present: %s. Add the dependency dev.forecourt:forecourt-mock-%s."
        .formatted(
            id, all.stream().map(Vendor::id).collect(Collectors.joining(", ", "[", "]")), id);
  }
}
