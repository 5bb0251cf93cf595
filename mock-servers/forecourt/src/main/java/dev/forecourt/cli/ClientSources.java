package dev.forecourt.cli;

import dev.forecourt.clients.corpus.GeneratedClient;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The sources of a client, as the Maven plugin writes them in a checkout. */
final class ClientSources {

  /**
   * In the JAR of the generator: {@code pom.xml} says how it is called, the templates beside it.
   */
  private static final String RESOURCES = "/forecourt-client";

  private ClientSources() {}

  /**
   * Writes them below {@code src/main} of a folder. Throws {@link Refusal} where no JDK runs: the
   * code is formatted by the compiler's own parser.
   */
  static void generate(String id, Path contract, Path folder) throws IOException {
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      throw new Refusal(
          "Clients are formatted by the JDK's own parser, and %s is a JRE. Run it with a JDK."
              .formatted(System.getProperty("java.home")));
    }
    Path configuration = Workspace.create();
    copyTo(configuration);
    try {
      GeneratedClient.of(id, contract, folder, configuration.resolve("pom.xml"));
    } catch (RuntimeException e) {
      throw new Refusal("No client can be generated: " + innermost(e));
    }
    // what the generator notes for itself
    for (String note : List.of(".openapi-generator", ".openapi-generator-ignore")) {
      if (Files.exists(folder.resolve(note))) {
        Workspace.delete(folder.resolve(note));
      }
    }
  }

  private static String innermost(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : innermost(e.getCause());
  }

  private static void copyTo(Path folder) throws IOException {
    URL pom = Objects.requireNonNull(GeneratedClient.class.getResource(RESOURCES + "/pom.xml"));
    URI uri;
    try {
      uri = pom.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    if (uri.getScheme().equals("file")) {
      copy(Path.of(uri).getParent(), folder);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      copy(jar.getPath(RESOURCES), folder);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
