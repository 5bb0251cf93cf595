package dev.forecourt.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.forecourt.contract.tools.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published holds the whole contract, in one file that needs no other. */
class PublishedContractsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path SPECS = Path.of(System.getProperty("forecourt.specs"));
  private static final Path PUBLISHED = Path.of(System.getProperty("forecourt.published"));

  /** Byte for byte, and none is forgotten. */
  @Test
  void holdsTheCommittedPacts() throws IOException {
    Path published = PUBLISHED.resolveSibling("pacts");
    Path committed = SPECS.resolveSibling("contract-tests").resolve("pacts");

    assertThat(texts(published)).isNotEmpty().isEqualTo(texts(committed));
  }

  @Test
  void listsTheVendors() throws IOException {
    assertThat(Files.readAllLines(PUBLISHED.resolve("vendors.txt")))
        .containsExactlyElementsOf(vendors());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void refersToNoOtherFile(String vendor) throws IOException {
    assertThat(references(bundle(vendor)))
        .isNotEmpty()
        .allMatch(ref -> ref.startsWith("#/components/"));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void everyReferenceLeadsSomewhere(String vendor) throws IOException {
    JsonNode bundle = bundle(vendor);

    assertThat(references(bundle)).allMatch(ref -> !bundle.at(ref.substring(1)).isMissingNode());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void holdsEveryComponentUnderItsOwnName(String vendor) throws IOException {
    JsonNode components = bundle(vendor).path("components");

    for (String kind : List.of("schemas", "responses", "parameters", "examples")) {
      assertThat(names(components.path(kind)))
          .as(kind)
          .containsExactlyInAnyOrderElementsOf(componentNames(vendor, kind));
    }
  }

  /** Schemas without a type, nulls in lists, x- keys: nothing may be lost on the way. */
  @ParameterizedTest
  @MethodSource("vendors")
  void changesNothingInAComponent(String vendor) throws IOException {
    JsonNode components = bundle("as-written/" + vendor).path("components");

    for (String kind : List.of("schemas", "responses", "parameters", "examples")) {
      for (String name : fileNames(vendor, kind)) {
        Path file =
            SPECS.resolve(vendor).resolve("components").resolve(kind).resolve(name + ".yaml");
        assertThat(withPlainReferences(components.path(kind).path(name)))
            .as(kind + "/" + name)
            .isEqualTo(withPlainReferences(YAML.readTree(Files.readString(file))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void saysTheSameInJsonAndInYaml(String vendor) throws IOException {
    assertThat(YAML.readTree(Files.readString(PUBLISHED.resolve(vendor + ".yaml"))))
        .hasToString(bundle(vendor).toString());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void keepsWhatTheContractSaysOfItself(String vendor) throws IOException {
    JsonNode bundle = bundle(vendor);
    JsonNode source =
        YAML.readTree(Files.readString(SPECS.resolve(vendor).resolve("openapi.yaml")));

    assertThat(bundle.path("openapi").asText()).isEqualTo("3.0.3");
    assertThat(bundle.path("x-mock-port")).isEqualTo(source.path("x-mock-port"));
    assertThat(names(bundle.path("paths"))).isEqualTo(names(source.path("paths")));
    assertThat(bundle.path("components").path("securitySchemes"))
        .isEqualTo(source.path("components").path("securitySchemes"));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void referencePageStandsOnItsOwn(String vendor) throws IOException {
    Path folder = PUBLISHED.resolve("reference");
    String page = Files.readString(folder.resolve(vendor + ".html"));

    assertThat(page)
        .contains("\"operationId\"")
        .doesNotContain("src=\"http")
        .doesNotContain("href=\"http");
    assertThat(folder.resolve("swagger-ui-bundle.js")).isNotEmptyFile();
    assertThat(folder.resolve("swagger-ui.css")).isNotEmptyFile();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void referencePageNamesTheMockFirstFiltersAndGoesDark(String vendor) throws IOException {
    String page = Files.readString(PUBLISHED.resolve("reference").resolve(vendor + ".html"));
    String mock = "http://127.0.0.1:" + bundle(vendor).path("x-mock-port").intValue();

    assertThat(page.substring(page.indexOf("\"servers\"")))
        .containsPattern("^\"servers\" : \\[ \\{\\s+\"url\" : \"" + mock + "\"");
    assertThat(page).contains("filter: true").contains("prefers-color-scheme: dark");
    assertThat(Files.readString(PUBLISHED.resolve("reference").resolve("swagger-ui.css")))
        .contains("html.dark-mode");
  }

  static List<String> vendors() throws IOException {
    return Contracts.vendors(SPECS);
  }

  private static JsonNode bundle(String vendor) throws IOException {
    return JSON.readTree(PUBLISHED.resolve(vendor + ".json").toFile());
  }

  private static List<String> references(JsonNode bundle) {
    return bundle.findValuesAsText("$ref");
  }

  /** References by the name that they lead to, whichever way they are written. */
  private static JsonNode withPlainReferences(JsonNode node) throws IOException {
    return JSON.readTree(
        node.toString()
            .replaceAll("\"\\$ref\":\"[^\"]*?([^/\"]+?)(\\.yaml)?\"", "\"\\$ref\":\"$1\""));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Those in files of their own, and those of an imported contract, which is one file. */
  private static List<String> componentNames(String vendor, String kind) throws IOException {
    List<String> names = new ArrayList<>(fileNames(vendor, kind));
    Path contract = SPECS.resolve(vendor).resolve("openapi.yaml");
    JsonNode components = YAML.readTree(Files.readString(contract)).path("components");
    names.addAll(names(components.path(kind)));
    return names;
  }

  private static List<String> fileNames(String vendor, String kind) throws IOException {
    Path folder = SPECS.resolve(vendor).resolve("components").resolve(kind);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList();
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> byName = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byName.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return byName;
  }
}
