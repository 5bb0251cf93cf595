package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;

/**
 * Generates the whole stub of one OpenAPI file in this process, without Maven.
 *
 * <pre>{@code
 * List<String> notes = StubGenerator.generate(file, "acme", sources, resources);
 * }</pre>
 */
public final class StubGenerator {

  private StubGenerator() {}

  /**
   * Writes sources below one folder and resources below another; returns what is left out or taken
   * differently, each with its place. Throws {@link IllegalArgumentException} that lists every
   * place that no stub can be made of.
   */
  public static List<String> generate(Path file, String vendorId, Path sources, Path resources) {
    return generate(file, vendorId, sources.resolve("none"), sources, resources);
  }

  /** The same beside sources that are written by hand. */
  static List<String> generate(
      Path file, String vendorId, Path handwritten, Path sources, Path resources) {
    StubCodegen codegen = new StubCodegen();
    codegen.setOutputDir(sources.toString());
    codegen.setInputSpec(file.toString());
    codegen.additionalProperties().put("vendorId", vendorId);
    codegen.additionalProperties().put("sourceFolder", ".");
    codegen.additionalProperties().put("handwritten", handwritten.toString());
    codegen.additionalProperties().put("resources", resources.toString());
    // only behaviour that is written by hand uses them, and they are half of what is compiled
    codegen.additionalProperties().put("records", "false");
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    generator.setGeneratorPropertyDefault("apis", "false");
    generator.setGeneratorPropertyDefault("models", "false");
    generator.setGeneratorPropertyDefault("supportingFiles", "true");
    // the file is read by the codegen itself: what is parsed for the stock parts says nothing
    OpenAPI nothing =
        new OpenAPI().info(new Info().title(vendorId).version("1")).paths(new Paths());
    generator.opts(new ClientOptInput().openAPI(nothing).config(codegen)).generate();
    return codegen.notes();
  }
}
