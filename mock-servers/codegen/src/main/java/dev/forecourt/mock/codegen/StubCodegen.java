package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConfig;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.SupportingFile;

/**
 * The generator the Maven plugin runs: {@code generatorName} is the name of this class, {@code
 * vendorId} its one option.
 *
 * <p>It reads the contract as parsed, before the stock generator flattens schemas: the checks need
 * what flattening loses.
 */
public final class StubCodegen extends DefaultCodegen implements CodegenConfig {

  private static final List<String> FILES =
      List.of("Api", "Contract", "Checks", "Answers", "Operations");

  private String vendorId = "";
  private String sourceFolder = "";

  /** Called by the plugin. */
  public StubCodegen() {
    templateDir = "forecourt-stub";
    embeddedTemplateDir = templateDir;
    // only declared options reach us
    cliOptions.add(CliOption.newString("vendorId", "lower-case id of the vendor"));
    cliOptions.add(
        CliOption.newString("sourceFolder", "folder of the sources below the output folder"));
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.SERVER;
  }

  @Override
  public String getName() {
    return "forecourt-stub";
  }

  @Override
  public String getHelp() {
    return "Generates a stub's routes, typed requests, checks and examples.";
  }

  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  @Override
  public void processOpts() {
    super.processOpts();
    vendorId = String.valueOf(additionalProperties.getOrDefault("vendorId", ""));
    sourceFolder = String.valueOf(additionalProperties.getOrDefault("sourceFolder", "java"));
    if (!vendorId.matches("[a-z][a-z0-9]*")) {
      throw new IllegalArgumentException(
          "Option vendorId must be a lower-case vendor id but was '" + vendorId + "'.");
    }
  }

  @Override
  public void preprocessOpenAPI(OpenAPI openAPI) {
    super.preprocessOpenAPI(openAPI);
    String prefix = Java.type(vendorId);
    additionalProperties.put("package", "dev.forecourt.mock." + vendorId);
    ContractModel model = new ContractModel(openAPI, prefix);
    additionalProperties.putAll(model.values());
    String folder = sourceFolder + "/dev/forecourt/mock/" + vendorId;
    new AnswerFiles(Path.of(getOutputDir(), folder), "dev.forecourt.mock." + vendorId)
        .write(model.shapes());
    supportingFiles.clear();
    for (String file : FILES) {
      supportingFiles.add(new SupportingFile(file + ".mustache", folder, prefix + file + ".java"));
    }
  }

  // the next two are what the stock generator asks of a code generator; our templates escape by
  // themselves, see Java

  @Override
  public String escapeQuotationMark(String input) {
    return input.replace("\"", "");
  }

  @Override
  public String escapeUnsafeCharacters(String input) {
    return input.replace("*/", "*_/").replace("/*", "/_*");
  }

  @Override
  public void postProcess() {
    // the stock generator prints a banner here
  }
}
