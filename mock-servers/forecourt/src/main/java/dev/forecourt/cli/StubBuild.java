package dev.forecourt.cli;

import dev.forecourt.mock.codegen.StubCodegen;
import dev.forecourt.mock.vendor.Vendor;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;

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

  /** Writes the sources, as the Maven plugin does; a folder {@code java} and one of resources. */
  void generate(Path folder) {
    ParseOptions parse = new ParseOptions();
    parse.setResolve(true);
    OpenAPI parsed =
        new OpenAPIParser().readLocation(contract.toUri().toString(), null, parse).getOpenAPI();
    if (parsed == null) {
      throw new Refusal("%s is no OpenAPI file that can be read.".formatted(contract));
    }
    StubCodegen codegen = new StubCodegen();
    codegen.setInputSpec(contract.toString());
    codegen.setOutputDir(folder.toString());
    codegen.additionalProperties().put("vendorId", id);
    codegen.additionalProperties().put("sourceFolder", "java");
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGeneratorPropertyDefault("apis", "false");
    generator.setGeneratorPropertyDefault("models", "false");
    generator.setGeneratorPropertyDefault("supportingFiles", "true");
    generator.opts(new ClientOptInput().openAPI(parsed).config(codegen)).generate();
  }

  /** Generates and compiles into this folder, and loads what came out. */
  Vendor vendor(Path folder) throws IOException {
    generate(folder);
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
