package dev.forecourt.vendors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vendors of a checkout: the folders of {@code specs/} that hold a contract. Nothing else says
 * which there are.
 *
 * <pre>{@code
 * VendorList.of(Path.of(".")).ids();
 * }</pre>
 */
public final class VendorList {

  private final List<ListedVendor> vendors;

  private VendorList(List<ListedVendor> vendors) {
    this.vendors = vendors;
  }

  /** Those of the checkout with this root. */
  public static VendorList of(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root.resolve("specs"))) {
      return new VendorList(
          folders
              .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
              .sorted()
              .map(ListedVendor::of)
              .toList());
    }
  }

  /** All of them, by id. */
  public List<ListedVendor> all() {
    return vendors;
  }

  /** Their ids. */
  public List<String> ids() {
    return vendors.stream().map(ListedVendor::id).toList();
  }

  /** The one with this id. Throws {@link IllegalArgumentException} that names those there are. */
  public ListedVendor named(String id) {
    return vendors.stream()
        .filter(vendor -> vendor.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No vendor is called '%s'. There are: %s."
                        .formatted(id, String.join(", ", ids()))));
  }
}
