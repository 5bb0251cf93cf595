package dev.forecourt.vendors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of this checkout that name vendors, in a folder where they may be changed. */
final class CheckoutCopy {

  static final Path CHECKOUT = Path.of("../..");

  private static final List<String> COPIED =
      List.of(
          "README.md",
          "clients/bom/pom.xml",
          "clients/pom.xml",
          "clients/spring-boot-starter/pom.xml",
          "clients/spring-boot-starter/src/main",
          "contract-tests/clients/pom.xml",
          "contract-tests/verifier/pom.xml",
          "mock-servers/junit/pom.xml",
          "mock-servers/pom.xml",
          "mock-servers/prism/compose.yaml",
          "mock-servers/server/pom.xml",
          "mock-servers/trials/pom.xml",
          "pom.xml");

  private final Path root;

  private CheckoutCopy(Path root) {
    this.root = root;
  }

  static CheckoutCopy in(Path folder) throws IOException {
    CheckoutCopy copy = new CheckoutCopy(folder);
    for (String each : COPIED) {
      copy.take(each);
    }
    for (String id : VendorList.of(CHECKOUT).ids()) {
      copy.take("specs/" + id + "/openapi.yaml");
      copy.take("specs/" + id + "/paths");
      copy.take("clients/" + id + "/pom.xml");
      copy.take("mock-servers/" + id + "/pom.xml");
    }
    return copy;
  }

  Path root() {
    return root;
  }

  /** A contract of one operation for a vendor that stands nowhere else. */
  CheckoutCopy withContractOf(String id, int port) throws IOException {
    return with(
        "specs/" + id + "/openapi.yaml",
        """
        openapi: 3.0.3
        info:
          title: Parts and prices
          version: "1"
        x-mock-port: %d
        paths:
          /parts:
            get:
              operationId: listParts
        """
            .formatted(port));
  }

  CheckoutCopy with(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  /** All files and what they hold. */
  Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return content;
  }

  private void take(String path) {
    Path from = CHECKOUT.resolve(path);
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = root.resolve(CHECKOUT.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
