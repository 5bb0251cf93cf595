package dev.forecourt.contracttests.kit;

import dev.forecourt.contract.tools.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Places in this checkout that the tests read. */
public final class Checkout {
  private static final Path ROOT =
      Path.of(System.getProperty("forecourt.root", "../..")).toAbsolutePath().normalize();

  private static final String ONLY = System.getProperty("forecourt.vendor", "");

  private Checkout() {}

  /**
   * Ids of all vendors: the folders of {@code specs/} that hold a contract. Only the one of {@code
   * scripts/test --vendor} if that runs.
   */
  public static List<String> vendors() throws IOException {
    List<String> all = Contracts.vendors(ROOT.resolve("specs"));
    return ONLY.isEmpty() ? all : all.stream().filter(ONLY::equals).toList();
  }

  /** Whether this run has only one vendor. */
  public static boolean isOneVendor() {
    return !ONLY.isEmpty();
  }

  /** The one vendor of this run; empty if it has all. */
  public static String only() {
    return ONLY;
  }

  /**
   * Whether the contract is made from the vendor's own file. What others make of such a file, such
   * as Prism of a request that is made up, is not for us to review.
   */
  public static boolean isImported(String vendor) {
    return Files.exists(contract(vendor).resolveSibling("overlay.yaml"));
  }

  /** Whether somebody wrote pacts for the vendor; else the general test writes them. */
  public static boolean hasOwnPactTests(String vendor) {
    return Files.exists(
        ROOT.resolve("contract-tests/clients/src/test/java/dev/forecourt/contracttests")
            .resolve(vendor));
  }

  /** A file by its path from the root. */
  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  /** The contract of a vendor, its table of contents. */
  public static Path contract(String vendor) {
    return ROOT.resolve("specs").resolve(vendor).resolve("openapi.yaml");
  }

  /** A sample of the vendor's documentation, as JSON. */
  public static Path evidence(String vendor, String name) {
    return ROOT.resolve("specs").resolve(vendor).resolve("evidence").resolve(name + ".json");
  }

  /** The pact files that are committed and reviewed. */
  public static Path committedPacts() {
    return ROOT.resolve("contract-tests").resolve("pacts");
  }

  /** The committed pact of a vendor's HTTP interactions. */
  public static Path committedPact(String vendor) {
    return committedPacts().resolve("forecourt-" + vendor + "-" + vendor + ".json");
  }

  /** The pact files that this run wrote. */
  public static Path writtenPacts() {
    return Path.of(System.getProperty("pact.rootDir", "../target/pacts"))
        .toAbsolutePath()
        .normalize();
  }

  /** The pact of a vendor's HTTP interactions that this run wrote. */
  public static Path writtenPact(String vendor) {
    return writtenPacts().resolve("forecourt-" + vendor + "-" + vendor + ".json");
  }

  /** Where this run writes what it found of each interaction. */
  public static Path results() {
    return writtenPacts().resolveSibling("results");
  }

  /** Where this run writes the calls that it executed, for the documentation site. */
  public static Path examples() {
    return writtenPacts().resolveSibling("examples");
  }

  public static Path prism() {
    return ROOT.resolve("mock-servers/prism/node_modules/@stoplight/prism-cli/dist/index.js");
  }

  public static Path comparator() {
    return ROOT.resolve("contract-tests/node_modules/.bin/opc");
  }

  public static Path pactCli() {
    return ROOT.resolve("contract-tests/node_modules/.bin/pact");
  }

  /** The JAR in the npm package of the same name. */
  public static Path specmatic() {
    return ROOT.resolve("contract-tests/specmatic/node_modules/specmatic/specmatic.jar");
  }

  public static Path qs() {
    return ROOT.resolve("contract-tests/node_modules/qs");
  }
}
