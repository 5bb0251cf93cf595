package dev.forecourt.contracttests;

import dev.forecourt.contracttests.kit.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A vendor that is made of a file in a folder with the few files of a checkout that it wants. */
final class ImportedVendor {

  private static final int MOST_MINUTES = 10;

  /** What names vendors; see {@code dev.forecourt.vendors.Places}. */
  private static final List<String> NAMING =
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

  private final String id;
  private final Path root;
  private final List<String> classPath = new ArrayList<>();

  private ImportedVendor(String id, Path root) {
    this.id = id;
    this.root = root;
  }

  /** Imports a file, generates client and stub, and compiles both. */
  static ImportedVendor of(String id, Path file, Path root) throws Exception {
    ImportedVendor vendor = new ImportedVendor(id, root);
    for (String each : NAMING) {
      vendor.take(each);
    }
    Files.createDirectories(root.resolve("contract-tests/pacts"));
    // the new one goes beside those that there are
    for (String each : Checkout.vendors()) {
      vendor.take("specs/" + each + "/openapi.yaml");
      vendor.take("specs/" + each + "/paths");
      vendor.take("clients/" + each + "/pom.xml");
      vendor.take("mock-servers/" + each + "/pom.xml");
    }
    vendor.forecourt(
        "new-vendor", id, file.toAbsolutePath().toString(), "--root", root.toString(), "--yes");
    String contract = root.resolve("specs/" + id + "/openapi.yaml").toString();
    for (String kind : List.of("client", "stub")) {
      Path to = root.resolve(kind);
      vendor.forecourt("generate", kind, contract, "--id", id, "--to", to.toString());
      vendor.compile(to);
    }
    return vendor;
  }

  private void take(String path) throws IOException {
    Path from = Checkout.file(path);
    try (Stream<Path> files = Files.exists(from) ? Files.walk(from) : Stream.empty()) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(path).resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** The pact that its client wrote. */
  Path pact() {
    return root.resolve("pacts/forecourt-" + id + "-" + id + ".json");
  }

  /** Lets the client make every call, as {@code scripts/test --vendor} does. */
  void writePacts() throws Exception {
    junit("--select-package=dev.forecourt.contracttests.generated", "--exclude-tag=verification");
  }

  /** Verifies what was written; returns the totals. */
  String verifyPacts() throws Exception {
    return junit(
        "--select-class=dev.forecourt.contracttests.PactFilesVerificationTest",
        "--select-class=dev.forecourt.contracttests.generated.GeneratedPactVerificationTest",
        "--exclude-tag=node");
  }

  private String junit(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-Dforecourt.root=" + root,
                "-Dforecourt.vendor=" + id,
                "-Dpact_do_not_track=true",
                "-Dpact.rootDir=" + root.resolve("pacts"),
                "-cp",
                String.join(File.pathSeparator, classPath)
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=summary",
                "--fail-if-no-tests"));
    command.addAll(List.of(arguments));
    return java(command);
  }

  /** Runs the command on its own class path: it and Pact want different versions of libraries. */
  private void forecourt(String... arguments) throws Exception {
    Path module = Checkout.file("mock-servers/forecourt/target");
    List<String> command = new ArrayList<>();
    for (String each : List.of("api", "code", "file", "parser", "tree", "util")) {
      // what formats the client is written on the compiler's own classes
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED");
    }
    command.add("-cp");
    command.add(
        module.resolve("classes")
            + File.pathSeparator
            + Files.readString(module.resolve("classpath")).strip());
    command.add("dev.forecourt.cli.Main");
    command.addAll(List.of(arguments));
    java(command);
  }

  private String java(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // it lives for seconds: not worth much compiling, nor threads that collect
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(arguments);
    Path output = Files.createTempFile(root, "output", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    String said = Files.readString(output);
    if (process.exitValue() != 0) {
      throw new AssertionError(
          arguments.subList(arguments.indexOf("-cp") + 2, arguments.size()) + ":\n" + said);
    }
    return said;
  }

  private void compile(Path sources) throws IOException {
    Path classes = Files.createDirectories(sources.resolve("target"));
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "--release", "17"));
    arguments.addAll(List.of("-d", classes.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .map(Path::toString)
          .filter(each -> each.endsWith(".java") && !each.endsWith("module-info.java"))
          .forEach(arguments::add);
    }
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))
        != 0) {
      throw new AssertionError("The generated code in " + sources + " does not compile.");
    }
    classPath.add(classes.toString());
    for (String each : Arrays.asList("resources", "src/main/resources")) {
      classPath.add(sources.resolve(each).toString());
    }
  }
}
