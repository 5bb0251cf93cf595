package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.mock.codegen.StubGenerator;
import dev.forecourt.mock.vendor.Vendor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** A stub made of a contract while one waits: generated, compiled and loaded in this process. */
final class StubBuild {

  private final String id;
  private final Path contract;

  /**
   * Of one vendor.
   *
   * @param contract its {@code openapi.yaml}
   */
  StubBuild(String id, Path contract) {
    this.id = id;
    this.contract = contract;
  }

  /**
   * Writes the sources to the folder {@code java} and what else belongs into the JAR to {@code
   * resources}. Returns what is left out or taken differently, each with its place.
   */
  List<String> generate(Path folder) {
    try {
      return StubGenerator.generate(
          contract, id, folder.resolve("java"), folder.resolve("resources"));
    } catch (IllegalArgumentException e) {
      throw new Refusal("No stub can be made of it. " + e.getMessage());
    }
  }

  /**
   * What the stub of an import does otherwise than its contract says, and where its data end, each
   * with its place. Nothing stays on the disk.
   */
  static List<String> notes(ImportResult contract) throws IOException {
    Path folder = Workspace.create();
    try {
      Path openapi = Files.writeString(folder.resolve("openapi.yaml"), contract.openapi());
      return new StubBuild(contract.id(), openapi).generate(folder);
    } catch (Refusal e) {
      return List.of("stub: " + e.getMessage());
    } finally {
      Workspace.delete(folder);
    }
  }

  /** Compiles what was generated into this folder, and loads it. */
  Vendor vendor(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Compiler.compile(folder.resolve("java"), classes);
    URL[] urls = {classes.toUri().toURL(), folder.resolve("resources").toUri().toURL()};
    // stays open: classes are loaded when they are first used
    URLClassLoader loader = new URLClassLoader(urls, Vendor.class.getClassLoader());
    List<Vendor> found =
        ServiceLoader.load(Vendor.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .filter(vendor -> vendor.id().equals(id))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "The generated stub of %s names %d vendors of this id".formatted(id, found.size()));
    }
    return found.get(0);
  }
}
