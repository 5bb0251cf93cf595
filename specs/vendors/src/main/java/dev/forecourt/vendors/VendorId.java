package dev.forecourt.vendors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Says whether a vendor may be called so: folders, packages, artifacts and variables will be. */
public final class VendorId {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{1,29}");

  // folders beside those of the vendors
  private static final List<String> FOLDERS =
      List.of("specs", "clients", "mock-servers", "clients/consumer");

  private VendorId() {}

  /** Throws {@link IllegalArgumentException} that says what is wrong with the id. */
  public static void check(String id) {
    if (!FORM.matcher(id).matches() || SourceVersion.isKeyword(id)) {
      throw new IllegalArgumentException(
          "A vendor cannot be called '%s': its id is 2 to 30 lower-case letters and digits, begins with a letter, and is no word of Java, such as 'acme'."
              .formatted(id));
    }
  }

  /**
   * The same, and that the checkout has no vendor of this name, and nothing else that a vendor of
   * this name would stand in the way of.
   */
  public static void checkFree(String id, Path root) {
    check(id);
    for (String folder : FOLDERS) {
      if (holdsSources(root.resolve(folder).resolve(id))) {
        String what = "%s/%s is there already".formatted(folder, id);
        throw folder.equals("specs") ? takenContract(id, root, what) : taken(id, what, "");
      }
    }
    for (Path module : modules(root)) {
      for (String name : List.of("dev/forecourt/" + id, "dev/forecourt/mock/" + id)) {
        if (Files.isDirectory(module.resolve("src/main/java").resolve(name))) {
          String where = root.relativize(module).toString().replace('\\', '/');
          throw taken(id, "%s has the package %s".formatted(where, name.replace('/', '.')), "");
        }
      }
      if (text(module.resolve("pom.xml")).contains("<artifactId>forecourt-" + id + "<")) {
        throw taken(id, "an artifact of ours is forecourt-" + id, "");
      }
    }
    if (id.equals("defaults")) {
      throw taken(id, "the settings forecourt.defaults of Spring Boot are of all vendors", "");
    }
  }

  private static IllegalArgumentException takenContract(String id, Path root, String what) {
    Path folder = root.resolve("specs").resolve(id);
    if (Files.exists(folder.resolve("overlay.yaml"))) {
      return taken(
          id,
          what,
          ", or take the vendor's next version: scripts/new-vendor %s FILE --update".formatted(id));
    }
    return Files.exists(folder.resolve("openapi.yaml"))
        ? taken(
            id,
            "specs/%s holds a contract that is written by hand and takes no file".formatted(id),
            ", or change the contract in its files")
        : taken(id, what, "");
  }

  private static IllegalArgumentException taken(String id, String what, String more) {
    return new IllegalArgumentException(
        "'%s' is taken: %s. Choose another id%s.".formatted(id, what, more));
  }

  /** Every folder with a pom.xml, from the root two levels down. */
  private static List<Path> modules(Path root) {
    try (Stream<Path> folders = Files.walk(root, 2)) {
      return folders.filter(each -> Files.exists(each.resolve("pom.xml"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that holds only what a build has left, once its sources are gone, is free. */
  private static boolean holdsSources(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(each -> !each.endsWith("target"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
