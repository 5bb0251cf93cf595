package dev.forecourt.vendors;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in the checkout for a vendor beside its contract. */
public final class Scaffold {

  private Scaffold() {}

  /**
   * The modules and places that a vendor with a contract still lacks. Throws {@link
   * IllegalArgumentException} when there is no contract.
   */
  public static Changes mend(Path root, String id) throws IOException {
    Changes changes = new Changes(root);
    ListedVendor vendor = VendorList.of(root).named(id);
    addMissing(changes, root, vendor);
    return changes;
  }

  /**
   * All of an imported vendor.
   *
   * @param files of its contract, by their paths in the vendor's folder
   */
  public static void addImported(
      Changes changes, Path root, ListedVendor vendor, Map<String, byte[]> files)
      throws IOException {
    replaceImported(changes, root, vendor, files);
    for (String each : List.of("README.md", "CHANGELOG.md")) {
      changes.put("specs/%s/%s".formatted(vendor.id(), each), filled("imported/" + each, vendor));
    }
  }

  /** The contract of an imported vendor anew, and what its new operations change elsewhere. */
  public static void replaceImported(
      Changes changes, Path root, ListedVendor vendor, Map<String, byte[]> files)
      throws IOException {
    files.forEach((path, bytes) -> changes.put("specs/%s/%s".formatted(vendor.id(), path), bytes));
    removeOld(changes, root, vendor, files.keySet());
    addMissing(changes, root, vendor);
  }

  /** The vendor's next version may come in files of other names. */
  private static void removeOld(Changes changes, Path root, ListedVendor vendor, Set<String> files)
      throws IOException {
    Path folder = root.resolve("specs").resolve(vendor.id());
    if (!Files.isDirectory(folder.resolve("vendor"))) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder.resolve("vendor"))) {
      all.filter(Files::isRegularFile)
          .map(each -> folder.relativize(each).toString().replace(File.separatorChar, '/'))
          .filter(each -> !files.contains(each))
          .sorted()
          .forEach(each -> changes.remove("specs/%s/%s".formatted(vendor.id(), each)));
    }
  }

  /** All of a vendor whose contract is yet to be written: one operation shows its form. */
  public static void addByHand(Changes changes, Path root, String id, int port) throws IOException {
    ListedVendor vendor = new ListedVendor(id, id, port, 1, false);
    ListedVendor titled = new ListedVendor(id, vendor.type(), port, 1, false);
    for (String each : filled("by-hand/files.txt", titled).lines().toList()) {
      changes.put("specs/%s/%s".formatted(id, each), filled("by-hand/" + each, titled));
    }
    addMissing(changes, root, titled);
  }

  private static void addMissing(Changes changes, Path root, ListedVendor vendor)
      throws IOException {
    addMissing(changes, root, "clients/%s/pom.xml", "client-pom.xml", vendor);
    addMissing(changes, root, "mock-servers/%s/pom.xml", "stub-pom.xml", vendor);
    Places.of(root).addTo(changes, vendor);
  }

  private static void addMissing(
      Changes changes, Path root, String file, String template, ListedVendor vendor)
      throws IOException {
    String path = file.formatted(vendor.id());
    if (!Files.exists(root.resolve(path))) {
      changes.put(path, filled(template, vendor));
    }
  }

  /** A template of this package with what is known of the vendor. */
  private static String filled(String template, ListedVendor vendor) throws IOException {
    try (InputStream in = Scaffold.class.getResourceAsStream(template)) {
      return new String(Objects.requireNonNull(in, template).readAllBytes(), StandardCharsets.UTF_8)
          .replace("@id@", vendor.id())
          .replace("@type@", vendor.type())
          .replace("@port@", String.valueOf(vendor.port()))
          .replace("@title@", xml(vendor.title()));
    }
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
