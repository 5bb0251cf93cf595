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

  /** The same, and that the checkout has no vendor and no module of this name. */
  public static void checkFree(String id, Path root) {
    check(id);
    for (String folder : FOLDERS) {
      if (holdsSources(root.resolve(folder).resolve(id))) {
        String taken = "'%s' is taken: %s/%1$s is there already. ".formatted(id, folder);
        throw new IllegalArgumentException(
            taken
                + (folder.equals("specs")
                    ? "Choose another id, or take the vendor's next version: scripts/new-vendor %s FILE --update"
                        .formatted(id)
                    : "Choose another id."));
      }
    }
    // packages of ours: dev.forecourt.runtime and the like
    if (List.of("contract", "contracttests", "vendors", "verifier", "spring", "cli").contains(id)) {
      throw new IllegalArgumentException(
          "'%s' is taken: a package of ours is dev.forecourt.%s. Choose another id."
              .formatted(id, id));
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
