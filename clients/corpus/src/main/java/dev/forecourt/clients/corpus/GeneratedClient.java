package dev.forecourt.clients.corpus;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openapitools.codegen.DefaultGenerator;

/**
 * A client that was generated from a contract, in a folder of its own.
 *
 * <pre>{@code
 * GeneratedClient client = GeneratedClient.of(Path.of("acme.yaml"), folder);
 * client.compile();
 * }</pre>
 */
public final class GeneratedClient {
  /** The vendor that the contracts of the corpus are of. */
  public static final String VENDOR = "acme";

  private final Path folder;

  private GeneratedClient(Path folder) {
    this.folder = folder;
  }

  /** Generates as the vendors' poms do. Throws what the generator throws. */
  public static GeneratedClient of(Path contract, Path folder) {
    return of(VENDOR, contract, folder, pom());
  }

  /**
   * The same for another vendor.
   *
   * @param pom {@code clients/pom.xml}, with the templates beside it
   */
  public static GeneratedClient of(String vendor, Path contract, Path folder, Path pom) {
    Path clients = pom.toAbsolutePath().getParent();
    PluginConfiguration configuration =
        PluginConfiguration.of(
            pom,
            Map.of(
                "client.generated",
                "true",
                "clients.templates",
                clients.resolve("templates").toString(),
                "project.artifactId",
                "forecourt-" + vendor,
                "project.groupId",
                "dev.forecourt",
                "vendor.id",
                vendor));
    var configurator = configuration.configurator();
    configurator.setInputSpec(contract.toString());
    configurator.setOutputDir(folder.toString());
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return new GeneratedClient(folder);
  }

  private static Path pom() {
    String named = System.getProperty("clients.pom");
    return Path.of(named == null ? "clients/pom.xml" : named).toAbsolutePath();
  }

  /** Where the Java stands. */
  public Path sources() {
    return folder.resolve("src/main/java");
  }

  /** Compiles the sources, and these beside them; gives what the compiler has to say. */
  public List<String> compile(Path... more) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (!Files.isDirectory(sources())) {
      return List.of("error: there are no sources");
    }
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(sources())) {
      List<Path> sources = new ArrayList<>(all.filter(GeneratedClient::isSource).toList());
      sources.addAll(List.of(more));
      Files.createDirectories(classes());
      compiler
          .getTask(
              said,
              files,
              null,
              List.of(
                  "-d",
                  classes().toString(),
                  "-parameters",
                  "-proc:none",
                  "-Xlint:-options",
                  "-nowarn",
                  "-classpath",
                  System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.toString().lines().filter(line -> line.contains("error:")).toList();
  }

  private static boolean isSource(Path path) {
    // as a part of the class path here, which is no module
    return path.toString().endsWith(".java") && !path.endsWith("module-info.java");
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  /** Loads what was compiled. */
  public ClassLoader load() {
    try {
      URL[] classes = {classes().toUri().toURL()};
      return new URLClassLoader(classes, GeneratedClient.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
