package dev.forecourt.mock.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a JAR of a vendor has besides classes: who is in it, and the start data. */
final class VendorFiles {

  private static final String SERVICE = "META-INF/services/dev.forecourt.mock.vendor.Vendor";

  private final Path folder;

  VendorFiles(Path folder) {
    this.folder = folder;
  }

  void write(String vendorId, String vendorClass, String seed) {
    try {
      write(SERVICE, vendorClass + "\n");
      write("seed/" + vendorId + ".json", seed);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the resources of the stub to " + folder, e);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
