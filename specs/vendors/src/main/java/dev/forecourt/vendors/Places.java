package dev.forecourt.vendors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each vendor of a checkout has to stand: found missing with one line a place, and added.
 *
 * <pre>{@code
 * Places.of(root).missing(vendor).forEach(System.out::println);
 * }</pre>
 */
public final class Places {

  private static final String DEPENDENCY =
      """
          <dependency>
            <groupId>dev.forecourt</groupId>
            <artifactId>%s</artifactId>
      %s    </dependency>
      """;
  private static final String CLIENT = "forecourt-%s";
  private static final String STUB = "forecourt-mock-%s";
  private static final String STARTER = "clients/spring-boot-starter/src/main/";
  private static final String IMPORTS =
      "org.springframework.boot.autoconfigure.AutoConfiguration.imports";
  private static final String AS_IS = "";
  private static final String OPTIONAL = "      <optional>true</optional>\n";
  private static final String VERSION = "      <version>${project.version}</version>\n";
  private static final String TEST = "      <scope>test</scope>\n";

  private static final List<Place> OF_ALL =
      List.of(
          module("clients/pom.xml"),
          module("mock-servers/pom.xml"),
          managed("pom.xml", CLIENT),
          managed("pom.xml", STUB),
          managed("clients/bom/pom.xml", CLIENT),
          managed("clients/bom/pom.xml", STUB),
          dependency("mock-servers/server/pom.xml", STUB, AS_IS),
          dependency("mock-servers/trials/pom.xml", STUB, AS_IS),
          dependency("contract-tests/clients/pom.xml", CLIENT, TEST),
          dependency("contract-tests/verifier/pom.xml", STUB, AS_IS),
          prism(),
          new TableRow("README.md"));

  private final Path root;
  private final VendorList vendors;
  private final List<Place> places = new ArrayList<>(OF_ALL);

  private Places(Path root, VendorList vendors) {
    this.root = root;
    this.vendors = vendors;
    places.add(starterDependency());
    places.add(starterList());
  }

  /** Those of the checkout with this root. */
  public static Places of(Path root) throws IOException {
    return new Places(root, VendorList.of(root));
  }

  /** One line for each place that lacks the vendor: the file, what it lacks, what mends it. */
  public List<String> missing(ListedVendor vendor) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String file : List.of("clients/%s/pom.xml", "mock-servers/%s/pom.xml")) {
      String pom = file.formatted(vendor.id());
      if (!Files.exists(root.resolve(pom))) {
        missing.add(line(vendor, "there is no " + pom));
      }
    }
    for (Place place : places) {
      if (place.isFor(vendor) && !place.isIn(text(place.file()), vendor)) {
        missing.add(line(vendor, place.file() + " has no " + place.wanted(vendor)));
      }
    }
    return missing;
  }

  /** The same for all vendors, and for two of them on one port. */
  public List<String> missing() throws IOException {
    List<String> missing = new ArrayList<>();
    Map<Integer, String> ports = new LinkedHashMap<>();
    for (ListedVendor vendor : vendors.all()) {
      missing.addAll(missing(vendor));
      String other = ports.putIfAbsent(vendor.port(), vendor.id());
      if (vendor.port() == 0) {
        missing.add(
            "%1$s: specs/%1$s/openapi.yaml has no x-mock-port. Add a free one: x-mock-port: %2$d"
                .formatted(vendor.id(), FreePort.of(vendors)));
      } else if (other != null) {
        missing.add(
            "%1$s: specs/%1$s/openapi.yaml has the x-mock-port %2$d of %3$s. Give it a free one: x-mock-port: %4$d"
                .formatted(vendor.id(), vendor.port(), other, FreePort.of(vendors)));
      }
    }
    return missing;
  }

  /** Adds the vendor to the changes, wherever it is missing. */
  void addTo(Changes changes, ListedVendor vendor) throws IOException {
    for (Place place : places) {
      String text = changes.text(place.file());
      if (place.isFor(vendor) && !place.isIn(text, vendor)) {
        changes.put(place.file(), place.addedTo(text, vendor, vendors.all()));
      }
    }
  }

  private static String line(ListedVendor vendor, String what) {
    return "%s: %s. Write it: scripts/new-vendor %s --mend"
        .formatted(vendor.id(), what, vendor.id());
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  private static Place module(String file) {
    return new Block(
        file,
        vendor -> "<module>%s</module>".formatted(vendor.id()),
        vendor -> "    <module>%s</module>\n".formatted(vendor.id()),
        vendor -> true);
  }

  private static Place dependency(String file, String artifact, String more) {
    return new Block(
        file,
        vendor -> artifact(artifact, vendor),
        vendor -> dependency(artifact, more, vendor),
        vendor -> true);
  }

  private static Place managed(String file, String artifact) {
    return new Block(
        file,
        vendor -> artifact(artifact, vendor),
        vendor -> dependency(artifact, VERSION, vendor).indent(2),
        vendor -> true);
  }

  private static Place prism() {
    return new Block(
        "mock-servers/prism/compose.yaml",
        vendor -> "\"127.0.0.1:%d:4010\"".formatted(vendor.port()),
        vendor ->
            """
              %1$s:
                <<: *prism
                command: ["mock", "--host", "0.0.0.0", "--port", "4010", "/specs/%1$s/openapi.yaml"]
                ports:
                  - "127.0.0.1:%2$d:4010"
            """
                .formatted(vendor.id(), vendor.port()),
        vendor -> true);
  }

  private Place starterDependency() {
    return new Block(
        "clients/spring-boot-starter/pom.xml",
        vendor -> artifact(CLIENT, vendor),
        vendor -> dependency(CLIENT, OPTIONAL, vendor),
        this::hasClassesInTheStarter);
  }

  private Place starterList() {
    return new Block(
        STARTER + "resources/META-INF/spring/" + IMPORTS,
        vendor -> "dev.forecourt.spring.%sAutoConfiguration".formatted(vendor.type()),
        vendor -> "dev.forecourt.spring.%sAutoConfiguration\n".formatted(vendor.type()),
        this::hasClassesInTheStarter);
  }

  /** The starter makes beans of the others by itself. */
  private boolean hasClassesInTheStarter(ListedVendor vendor) {
    String own = "java/dev/forecourt/spring/%sAutoConfiguration.java".formatted(vendor.type());
    return Files.exists(root.resolve(STARTER + own));
  }

  private static String artifact(String artifact, ListedVendor vendor) {
    return "<artifactId>%s</artifactId>".formatted(artifact.formatted(vendor.id()));
  }

  private static String dependency(String artifact, String more, ListedVendor vendor) {
    return DEPENDENCY.formatted(artifact.formatted(vendor.id()), more);
  }
}
