package dev.forecourt.clients.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client is a module, compiled as the vendors' poms compile: every warning is an error. */
class ModuleTest {
  @TempDir Path folder;

  /** The compiler warns of a module whose name ends in a digit. */
  @Test
  void compilesWithoutAWarningIfTheVendorsIdEndsInADigit() throws Exception {
    Path contract =
        Path.of(Objects.requireNonNull(ModuleTest.class.getResource("/corpus/numbers")).toURI())
            .resolve("contract.yaml");
    GeneratedClient client =
        GeneratedClient.of("acme2", contract, folder, Path.of(System.getProperty("clients.pom")));

    String said = compiledAsModule(client.sources());

    assertThat(said).isEmpty();
  }

  /** The runtime and what it requires; of the class path of these tests not all can be modules. */
  private static String needed() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            each ->
                each.matches(
                    ".*[/\\\\](runtime|forecourt-runtime|feign-core|jspecify|httpcore5|jackson-core|jackson-annotations)[/\\\\].*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String compiledAsModule(Path sources) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xlint:module",
                "-Werror",
                "-proc:none",
                "-d",
                folder.resolve("classes").toString(),
                "--module-path",
                needed()));
    try (Stream<Path> all = Files.walk(sources)) {
      all.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
    return said.toString();
  }
}
