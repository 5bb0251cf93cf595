package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.Importer;
import dev.forecourt.vendors.VendorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What says more about a vendor's file than the file does. */
final class ContractOptions {

  private static final int MAX_ID = 20;

  @Option(
      names = "--auth",
      paramLabel = "SCHEME",
      description =
          "how callers authenticate: none, basic, bearer, header:NAME, query:NAME, cookie:NAME,"
              + " oauth2:TOKEN-URL; default: as the file says, else guessed")
  @Nullable String auth;

  @Option(
      names = "--paging",
      paramLabel = "STYLE",
      description =
          "how lists are paged: none, offset:PARAMETER[,SIZE], page:PARAMETER[,SIZE],"
              + " cursor:PARAMETER,SIZE,POINTER, link:PARAMETER[,SIZE]; default: guessed")
  @Nullable String paging;

  @Option(
      names = "--operations",
      paramLabel = "PATTERN",
      description =
          "which operations to take, such as 'GET /pets*,createPet'; default: all of them")
  @Nullable String operations;

  /** The value of one of these options by its name; null if it is not set. */
  @Nullable String of(String name) {
    return switch (name) {
      case "--auth" -> auth;
      case "--paging" -> paging;
      default -> operations;
    };
  }

  /** Sets one of these options by its name. */
  void set(String name, String value) {
    switch (name) {
      case "--auth" -> auth = value;
      case "--paging" -> paging = value;
      default -> operations = value;
    }
  }

  /** The import of a file with these options, not yet run. */
  Importer importer(Path file, String id, int port) throws IOException {
    if (file.toString().matches("https?:/.*")) {
      String address = file.toString().replaceFirst(":/+", "://");
      throw new Refusal(
          "%s is an address, and imports read files only. Get it first: curl -o vendor.json '%s'"
              .formatted(address, address));
    }
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Importer importer = Importer.of(file).id(id).port(port);
    if (auth != null) {
      importer.auth(auth);
    }
    if (paging != null) {
      importer.paging(paging);
    }
    if (operations != null) {
      importer.operations(operations);
    }
    return importer;
  }

  /** The contract of a file. */
  ImportResult contract(Path file, @Nullable String id, int port) throws IOException {
    String named = id == null ? idOf(file) : id;
    VendorId.check(named);
    return importer(file, named, port).run();
  }

  /** An id made of the name of a file: {@code acme} for {@code acme-openapi.v2.json}. */
  static String idOf(Path file) {
    String name =
        file.getFileName()
            .toString()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.[^.]*$", "")
            .replaceAll("(open-?api|swagger|spec|api)", "")
            .replaceAll("[^a-z0-9]", "")
            .replaceFirst("^[0-9]+", "");
    String id = name.substring(0, Math.min(name.length(), MAX_ID));
    try {
      VendorId.check(id);
      return id;
    } catch (IllegalArgumentException e) {
      return "vendor";
    }
  }
}
