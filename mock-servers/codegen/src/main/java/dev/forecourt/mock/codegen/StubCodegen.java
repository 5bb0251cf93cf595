package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.ContractReader;
import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConfig;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.SupportingFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generator the Maven plugin runs: {@code generatorName} is the name of this class, {@code
 * vendorId} its one option.
 *
 * <p>It reads the contract as parsed, before the stock generator flattens schemas: the checks need
 * what flattening loses.
 */
public final class StubCodegen extends DefaultCodegen implements CodegenConfig {

  private static final Logger LOG = LoggerFactory.getLogger(StubCodegen.class);
  private static final List<String> FILES =
      List.of("Api", "Contract", "Checks", "Answers", "Operations");

  private String vendorId = "";
  private String sourceFolder = "";
  private final Findings findings = new Findings();
  private String handwritten = "";
  private String resources = "";
  private boolean records = true;

  /** Called by the plugin. */
  public StubCodegen() {
    templateDir = "forecourt-stub";
    embeddedTemplateDir = templateDir;
    // only declared options reach us
    cliOptions.add(CliOption.newString("vendorId", "lower-case id of the vendor"));
    cliOptions.add(
        CliOption.newString("sourceFolder", "folder of the sources below the output folder"));
    cliOptions.add(
        CliOption.newString(
            "handwritten",
            "folder of the sources written by hand; where it has no <Id>Vendor, that is generated"));
    cliOptions.add(
        CliOption.newBoolean(
            "records", "whether to write a record for each object that answers show", true));
    cliOptions.add(
        CliOption.newString("resources", "folder for the resources of a generated vendor"));
  }

  /** What is left out or taken differently, each with its place; once it has generated. */
  List<String> notes() {
    return findings.notes();
  }

  private boolean isHandwritten(String type) {
    String file = "dev/forecourt/mock/%s/%s.java".formatted(vendorId, type);
    return Files.exists(Path.of(handwritten).resolve(file));
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
    handwritten = String.valueOf(additionalProperties.getOrDefault("handwritten", ""));
    records = !"false".equals(String.valueOf(additionalProperties.get("records")));
    resources = String.valueOf(additionalProperties.getOrDefault("resources", ""));
    if (!vendorId.matches("[a-z][a-z0-9]*")) {
      throw new IllegalArgumentException(
          "Option vendorId must be a lower-case vendor id but was '" + vendorId + "'.");
    }
  }

  @Override
  public void preprocessOpenAPI(OpenAPI parsed) {
    super.preprocessOpenAPI(parsed);
    OpenAPI openAPI = asWritten(parsed);
    String prefix = Java.type(vendorId);
    additionalProperties.put("package", "dev.forecourt.mock." + vendorId);
    boolean generatesVendor = !handwritten.isEmpty() && !isHandwritten(prefix + "Vendor");
    ContractModel model =
        new ContractModel(openAPI, prefix, findings, openAPI == parsed, generatesVendor);
    additionalProperties.putAll(model.values());
    Map<String, Object> vendor = generatesVendor ? model.vendorValues() : Map.of();
    additionalProperties.putAll(vendor);
    findings.refuseIfAny();
    findings.notes().forEach(each -> LOG.warn("{}", each));
    String folder = sourceFolder + "/dev/forecourt/mock/" + vendorId;
    new AnswerFiles(Path.of(getOutputDir(), folder), "dev.forecourt.mock." + vendorId)
        .write(records ? model.shapes() : List.of());
    supportingFiles.clear();
    for (String file : FILES) {
      supportingFiles.add(new SupportingFile(file + ".mustache", folder, prefix + file + ".java"));
    }
    if (generatesVendor) {
      addVendor(prefix, folder, String.valueOf(vendor.get("seed")));
    }
  }

  private void addVendor(String prefix, String folder, String seed) {
    additionalProperties.put("vendorId", vendorId);
    boolean overridden = isHandwritten(prefix + "Behaviour");
    additionalProperties.put("behaviour", prefix + (overridden ? "Behaviour" : "Convention"));
    for (String file : List.of("Vendor", "Convention")) {
      supportingFiles.add(new SupportingFile(file + ".mustache", folder, prefix + file + ".java"));
    }
    for (String file : List.of("Caller", "package-info")) {
      if (!isHandwritten(file)) {
        supportingFiles.add(new SupportingFile(file + ".mustache", folder, file + ".java"));
      }
    }
    Path target =
        resources.isEmpty() ? Path.of(getOutputDir()).resolve("resources") : Path.of(resources);
    new VendorFiles(target)
        .write(vendorId, "dev.forecourt.mock.%s.%sVendor".formatted(vendorId, prefix), seed);
  }

  /** The contract as its file has it; where it spans several files, as it was parsed. */
  private OpenAPI asWritten(OpenAPI parsed) {
    Path file = inputSpec == null ? null : Path.of(inputSpec.replaceFirst("^file:", ""));
    OpenAPI read =
        file == null || !Files.isRegularFile(file) ? null : ContractReader.read(file, findings);
    if (read == null && parsed.getPaths().isEmpty()) {
      throw new IllegalArgumentException(
          "%s refers to other files. Put them together first: scripts/new-vendor does."
              .formatted(inputSpec));
    }
    return read == null ? parsed : read;
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
