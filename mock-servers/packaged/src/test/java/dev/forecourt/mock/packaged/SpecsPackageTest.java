package dev.forecourt.mock.packaged;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The npm package of the contracts as a front-end project meets it: packed, installed from the
 * tarball, compiled against and run beside the mocks.
 */
@Tag("node")
class SpecsPackageTest {
  private static final Path NPM = Path.of("../../specs/npm").toAbsolutePath().normalize();
  private static final Path CONTRACTS =
      Path.of("../../specs/published/target/classes/dev/forecourt/specs").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path MODULES = NPM.resolve("node_modules");
  private static final Path APP_MODULES = NPM.resolve("test/app/node_modules");
  private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser");
  // all that a user of a collection fills in, beside the host
  private static final Map<String, List<String>> CREDENTIALS =
      Map.of(
          "autengo", List.of("key=autengo-test-key"),
          "autochat", List.of("clientId=autochat-test-client", "clientSecret=autochat-test-secret"),
          "claire", List.of("key=claire-test-key"),
          "fidcar", List.of("key=fidcar-test-key"),
          "fidelisa", List.of("provider=FORECOURT", "providerKey=provider-test-key"));

  private static final String ACME =
      """
      {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "x-mock-port": 4099,
        "servers": [{"url": "http://127.0.0.1:4099"}, {"url": "https://acme.example"}],
        "paths": {
          "/cars": {
            "get": {
              "operationId": "listCars",
              "security": [{"Key": []}],
              "parameters": [
                {"name": "ids", "in": "query", "required": true, "explode": false,
                  "schema": {"type": "array", "items": {"type": "integer"}}},
                {"name": "states", "in": "query",
                  "schema": {"type": "array", "items": {"type": "string"}}}],
              "responses": {"200": {"description": "Cars"}}}},
          "/me": {
            "get": {
              "operationId": "getMe",
              "security": [{"Login": []}],
              "responses": {"200": {"description": "Me"}}}}},
        "components": {
          "securitySchemes": {
            "Key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "Login": {"type": "oauth2", "flows": {}},
            "Old": {"type": "apiKey", "in": "query", "name": "key"}}}
      }
      """;

  @TempDir private static Path folder;
  private static Path tarball;
  private static Path app;
  private static Path installed;
  private static PackedMocks mocks;
  private static String compiled;
  private static JsonNode postman;
  private static String bruno;

  @BeforeAll
  static void installThePackage() throws Exception {
    tarball = pack(CONTRACTS, "first");
    app = folder.resolve("app");
    copy(NPM.resolve("test/app"), app);
    linkWhatIsInstalled();
    installed = app.resolve("node_modules/forecourt-specs");
    Path alone = Files.createDirectories(folder.resolve("alone"));
    Files.writeString(alone.resolve("package.json"), "{\"private\": true}");
    run(alone, "npm", "install", "--prefer-offline", "--no-audit", tarball.toString());
    Files.move(alone.resolve("node_modules/forecourt-specs"), installed);
    mocks = PackedMocks.start(vendors());
  }

  /** What the application uses beside the package, as scripts/test installs it once. */
  private static void linkWhatIsInstalled() throws IOException {
    Path modules = Files.createDirectories(app.resolve("node_modules"));
    assertThat(APP_MODULES).as("run scripts/test, which installs them").isDirectory();
    try (Stream<Path> packages = Files.list(APP_MODULES)) {
      for (Path each : packages.toList()) {
        Files.createSymbolicLink(modules.resolve(each.getFileName()), each);
      }
    }
  }

  @AfterAll
  static void stopTheMocks() throws Exception {
    if (mocks != null) {
      mocks.close();
    }
    // else JUnit warns of each, as it follows none
    try (Stream<Path> links = Files.list(app.resolve("node_modules"))) {
      for (Path each : links.filter(Files::isSymbolicLink).toList()) {
        Files.delete(each);
      }
    }
  }

  @BeforeEach
  void beginAnew() throws Exception {
    for (String vendor : vendors()) {
      HttpRequest reset =
          HttpRequest.newBuilder(URI.create(mocks.uri(vendor) + "/__mock/reset"))
              .POST(BodyPublishers.noBody())
              .build();
      assertThat(HttpClient.newHttpClient().send(reset, BodyHandlers.discarding()).statusCode())
          .isLessThan(300);
    }
  }

  @Test
  void compilesStrictlyAndRunsAgainstTheMocks() throws Exception {
    compile();

    String told = run(app, "node", "--test", "--test-reporter=tap", "out/src/");

    assertThat(told).contains("# pass 25", "# fail 0");
  }

  /** Each line there is marked as one that must not compile. */
  @Test
  void doesNotCompileWhatTheContractsRefuse() throws Exception {
    String marked = Files.readString(app.resolve("wrong/wrong.ts"));

    String files = compile();

    assertThat(marked.split("@ts-expect-error", -1)).hasSizeGreaterThan(10);
    assertThat(files).contains(app.resolve("wrong/wrong.ts").toString());
  }

  @Test
  void signsInABrowserAndBundlesOnlyWhatIsUsed() throws Exception {
    String chromium = CHROMIUM.stream().filter(SpecsPackageTest::isThere).findFirst().orElse("");
    // a laptop may have none; .ci/run installs it
    assumeTrue(!chromium.isEmpty(), "no Chromium in PATH");
    compile();

    String told = run(app, "node", "browser.mjs", chromium);

    // the signature is the example of the contract
    assertThat(told)
        .contains("signature OThjOGQxOTA3NDU2NzY3N2Y0YjY3Nzc5N2E1YTU0YjM4YzZmYzAxMA==, some shops")
        .contains("contact A")
        .doesNotContain("claire/", "answers.js", "tokens.js");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void runsThePostmanCollectionWithHostAndCredentialsOnly(String vendor) throws Exception {
    JsonNode run = postmanRuns().path(vendor);

    assertThat(run.path("failures")).as(run.toString()).isEmpty();
    assertThat(run.at("/requests/total").asLong()).isEqualTo(operations(vendor));
    assertThat(run.at("/requests/failed").asLong()).isZero();
    assertThat(run.at("/assertions/total").asLong()).isEqualTo(operations(vendor));
    assertThat(run.at("/assertions/failed").asLong()).isZero();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void runsTheBrunoCollectionWithHostAndCredentialsOnly(String vendor) throws Exception {
    String told = brunoRuns().split("collection " + bruno(vendor) + "\n")[1];

    assertThat(told.split("\ncollection ")[0].replaceAll("[│ ]+", " "))
        .contains("Requests " + operations(vendor) + " (" + operations(vendor) + " Passed)");
  }

  /** What the package says of its host is where the mock is by default, never a vendor. */
  @ParameterizedTest
  @MethodSource("vendors")
  void namesTheMockAsTheHostOfEveryRequest(String vendor) throws Exception {
    String postman =
        Files.readString(installed.resolve("collections/" + vendor + ".postman_collection.json"));

    assertThat(postman)
        .containsPattern(
            "\"key\": \"host\",\\s+\"value\": \"http://127\\.0\\.0\\.1:"
                + JSON.readTree(CONTRACTS.resolve(vendor + ".json").toFile()).path("x-mock-port")
                + "\"")
        .doesNotContain("\"raw\": \"http");
  }

  /** As one that scripts/new-vendor has added: its security schemes say what to send. */
  @Test
  void packsAClientForAVendorWithoutFilesOfItsOwn() throws Exception {
    Path contracts = Files.createDirectories(folder.resolve("contracts/3.1")).getParent();
    for (String file : List.of("acme.json", "acme.yaml", "3.1/acme.json", "3.1/acme.yaml")) {
      Files.writeString(contracts.resolve(file), ACME);
    }
    Files.writeString(contracts.resolve("vendors.txt"), "acme\n");
    Path unpacked = Files.createDirectories(app.resolve("acme"));
    run(unpacked, "tar", "xf", pack(contracts, "acme", MODULES).toString());

    String told = run(app, "node", "acme.mjs");

    assertThat(told)
        .isEqualTo(
            """
            https://acme.example/cars?states=new&states=used&ids=1,2 k null
            acme: credentials.login is missing. Give it as a text, or as a function that returns one.
            """);
    assertThat(unpacked.resolve("package/collections/bruno/acme/acme/listCars.bru"))
        .content()
        .contains("url: {{host}}/cars?ids={{ids}}", "X-Key: {{key}}");
  }

  /** With packages that are there already, too. */
  @Test
  void packsTheSameBytesAgain() throws Exception {
    assertThat(pack(CONTRACTS, "second", MODULES)).hasSameBinaryContentAs(tarball);
  }

  static List<String> vendors() throws IOException {
    return Files.readAllLines(CONTRACTS.resolve("vendors.txt"));
  }

  private static Path bruno(String vendor) {
    return folder.resolve("bruno").resolve(vendor);
  }

  /** All collections in one process, once for all tests: most of a run is its start. */
  private static JsonNode postmanRuns() throws Exception {
    if (postman == null) {
      List<String> command = new ArrayList<>(List.of("node", "newman.mjs"));
      for (String vendor : vendors()) {
        command.add(vendor);
        command.add("host=" + mocks.uri(vendor));
        command.addAll(CREDENTIALS.get(vendor));
      }
      postman = JSON.readTree(lastLine(run(app, command)));
    }
    return postman;
  }

  /** Those of Bruno as well. What the command says of each. */
  private static String brunoRuns() throws Exception {
    if (bruno == null) {
      copy(installed.resolve("collections/bruno"), folder.resolve("bruno"));
      List<String> command = new ArrayList<>(List.of("node", "bruno.mjs"));
      for (String vendor : vendors()) {
        command.add(bruno(vendor).toString());
        command.add("host=" + mocks.uri(vendor));
        command.addAll(CREDENTIALS.get(vendor));
      }
      bruno = run(app, command);
    }
    return bruno;
  }

  /** The application and what must not compile, once for all tests. The files that were read. */
  private static String compile() throws Exception {
    if (compiled == null) {
      compiled = run(app, app.resolve("node_modules/.bin/tsc").toString(), "--listFiles");
    }
    return compiled;
  }

  /** Those of the contract's own paths; what the vendor calls at our side is no request of ours. */
  private static long operations(String vendor) throws IOException {
    long operations = 0;
    for (JsonNode item :
        JSON.readTree(CONTRACTS.resolve(vendor + ".json").toFile()).path("paths")) {
      for (JsonNode each : item) {
        operations += each.has("operationId") ? 1 : 0;
      }
    }
    return operations;
  }

  /** By pack.mjs, which installs what it needs, or takes it from the folder that is named last. */
  private static Path pack(Path contracts, String name, Path... modules) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("node", NPM.resolve("pack.mjs").toString(), "0.1.0-test"));
    command.addAll(List.of(contracts.toString(), folder.resolve(name).toString()));
    Arrays.stream(modules).map(Path::toString).forEach(command::add);
    return Path.of(lastLine(run(folder, command)));
  }

  /** Node and npm may warn before. */
  private static String lastLine(String told) {
    return told.strip().lines().reduce((first, last) -> last).orElseThrow();
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      Stream<Path> ours = files.filter(each -> !from.relativize(each).startsWith("node_modules"));
      for (Path file : ours.sorted(Comparator.naturalOrder()).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static String run(Path where, List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    if (mocks != null) {
      builder.environment().put("MOCKS", addresses());
    }
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private static String run(Path where, String... command) throws Exception {
    return run(where, List.of(command));
  }

  private static String addresses() throws IOException {
    return vendors().stream()
        .map(each -> "\"%s\":\"%s\"".formatted(each, mocks.uri(each)))
        .collect(joining(",", "{", "}"));
  }
}
