package dev.forecourt.clients.normalizer;

import com.google.common.collect.ImmutableMap;
import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.samskivert.mustache.Mustache;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator's own Java generator, and after it what Mustache cannot write: exact imports, how
 * each property is read, Javadoc in lines; and formatted as a person would leave it. Named by
 * {@code generatorName} in {@code clients/pom.xml}.
 *
 * <p>For all templates {@code lambda.javadoc2}, {@code lambda.javadoc4} and {@code
 * lambda.javadoc6}: a Javadoc comment of the text inside, indented so far. On each model {@code
 * x-imports}; on each property {@code x-read}, the expression that reads it.
 */
public final class ClientCodegen extends JavaClientCodegen {
  /** What values of a contract may be in Java, besides types of our own. */
  private static final Set<String> JAVA_TYPES =
      Set.of(
          "BigDecimal",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "OffsetDateTime",
          "List",
          "Map",
          "URI",
          "UUID");

  private static final List<String> NATIVE_IMAGE_FILES =
      List.of("reachability-metadata", "reflect-config", "proxy-config");

  private final Formatter formatter = new Formatter();

  /** Made by the generator. */
  public ClientCodegen() {
    // only declared options reach us from a pom
    cliOptions.add(
        CliOption.newBoolean("anyContract", "whether the contract may be any, see templates"));
  }

  /**
   * Ends the build if the contract was not prepared: the generator only logs what a normalizer
   * throws, and would write clients without their optional parameters and credentials.
   */
  @Override
  public void preprocessOpenAPI(OpenAPI contract) {
    Map<String, Object> notes =
        contract.getExtensions() == null ? Map.of() : contract.getExtensions();
    if (notes.containsKey(ContractNormalizer.REFUSED)) {
      throw new IllegalStateException(
          "The contract is refused: " + notes.get(ContractNormalizer.REFUSED));
    }
    if (!notes.containsKey(ContractNormalizer.DONE)) {
      throw new IllegalStateException(
          "The contract was not prepared. Set the rule NORMALIZER_CLASS to "
              + ContractNormalizer.class.getName()
              + ", as clients/pom.xml does.");
    }
    super.preprocessOpenAPI(contract);
  }

  /** Of all supporting files only those that native images are built with. */
  @Override
  public void processOpts() {
    super.processOpts();
    // the stock generator knows classes of libraries that a contract may call its own: ApiModel
    importMapping
        .entrySet()
        .removeIf(
            each ->
                !each.getValue().startsWith("dev.forecourt.runtime.")
                    && !JAVA_TYPES.contains(each.getKey()));
    supportingFiles.clear();
    String folder = "src/main/resources/META-INF/native-image/" + groupId + "/" + artifactId;
    for (String file : NATIVE_IMAGE_FILES) {
      supportingFiles.add(new SupportingFile(file + ".mustache", folder, file + ".json"));
    }
    if (isAnyContract()) {
      addClient();
    }
  }

  /** The client class and what makes a module of it, which people write for other contracts. */
  private void addClient() {
    String id = clientId();
    String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
    supportingFiles.add(
        new SupportingFile("client.mustache", folder(invokerPackage), name + "Client.java"));
    supportingFiles.add(
        new SupportingFile("module-info.mustache", sourceFolder, "module-info.java"));
    supportingFiles.add(
        new SupportingFile("package-info.mustache", folder(invokerPackage), "package-info.java"));
    supportingFiles.add(
        new SupportingFile("package-info-api.mustache", folder(apiPackage), "package-info.java"));
    supportingFiles.add(
        new SupportingFile(
            "package-info-model.mustache", folder(modelPackage), "package-info.java"));
  }

  /** The vendor's id: the last part of its package. */
  private String clientId() {
    return invokerPackage.substring(invokerPackage.lastIndexOf('.') + 1);
  }

  private String folder(String packageName) {
    return sourceFolder + "/" + packageName.replace('.', '/');
  }

  @Override
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
    Map<String, Object> processed = super.postProcessSupportingFileData(bundle);
    if (isAnyContract()) {
      new ClientData(openAPI, clientId()).addTo(processed);
    }
    return processed;
  }

  @Override
  protected ImmutableMap.Builder<String, Mustache.Lambda> addMustacheLambdas() {
    return super.addMustacheLambdas()
        .put("literal", (fragment, out) -> out.write(Literals.escaped(fragment.execute())))
        .put("javadoc0", Javadoc.lambda(0))
        .put("javadoc2", Javadoc.lambda(2))
        .put("javadoc4", Javadoc.lambda(4))
        .put("javadoc6", Javadoc.lambda(6));
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(models);
    processed
        .values()
        .forEach(file -> file.getModels().forEach(model -> complete(model.getModel())));
    return processed;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap service, List<ModelMap> models) {
    OperationsMap processed = super.postProcessOperationsWithModels(service, models);
    for (CodegenOperation operation : processed.getOperations().getOperation()) {
      MemberNames.ofOperation(operation);
      Calls.complete(operation);
      operation.responses.forEach(answer -> answer.message = words(answer.message));
      PageRules.complete(operation, models, modelPackage(), processed.getImports());
      if (operation.vendorExtensions.get("x-paging") instanceof Map<?, ?> paging
          && !paging.containsKey("rule")) {
        // the objects of a list, which the stock generator does not look at
        String item = String.valueOf(paging.get("item"));
        processed
            .getImports()
            .add(Map.of("import", modelPackage() + "." + item, "classname", item));
      }
      operation.unescapedNotes = words(operation.unescapedNotes);
      operation.summary = words(operation.summary);
      // the same parameter stands in several lists, as several objects
      Stream.of(operation.allParams, operation.requiredParams, operation.optionalParams)
          .flatMap(List::stream)
          .distinct()
          .forEach(each -> each.unescapedDescription = words(each.unescapedDescription));
    }
    return processed;
  }

  /** As it stands: the stock one changes what looks like the end of a comment. */
  @Override
  public String toEnumValue(String value, String datatype) {
    return datatype.equals("String") ? Literals.quoted(value) : super.toEnumValue(value, datatype);
  }

  /** A plain contract has names that Java takes; the stock one knows words that it does not. */
  @Override
  public String toOperationId(String operationId) {
    return isAnyContract() ? operationId : super.toOperationId(operationId);
  }

  /** For the normalizer: whether the contract may be any, and where it stands. */
  @Override
  public Map<String, String> openapiNormalizer() {
    // the generator adds to this very map
    Map<String, String> rules = super.openapiNormalizer();
    if (isAnyContract()) {
      rules.put(ContractNormalizer.ANY, "true");
      rules.put(ContractNormalizer.FILE, getInputSpec());
    }
    return rules;
  }

  private boolean isAnyContract() {
    return Boolean.parseBoolean(String.valueOf(additionalProperties.get("anyContract")));
  }

  /** Nothing stands inline in a plain contract that needs a name. */
  @Override
  public boolean getUseInlineModelResolver() {
    return !isAnyContract() && super.getUseInlineModelResolver();
  }

  @Override
  public boolean isEnablePostProcessFile() {
    return true;
  }

  /** The stock one prints an advertisement. */
  @Override
  public void postProcess() {}

  /** A template imports all that it may need; what an operation does need, it cannot tell. */
  @Override
  public void postProcessFile(File file, String type) {
    Path path = file.toPath();
    if (!path.toString().endsWith(".java")) {
      return;
    }
    try {
      Files.writeString(path, formatter.formatSourceAndFixImports(Files.readString(path)));
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "The templates wrote no Java: " + path + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void complete(CodegenModel model) {
    model.unescapedDescription = words(model.unescapedDescription);
    completeEnum(model.dataType, model.allowableValues, model.vendorExtensions);
    MemberNames.ofModel(model);
    if (model.vendorExtensions.containsKey("x-choice")) {
      ChoiceRules.complete(model);
    }
    for (CodegenProperty property : model.vars) {
      property.unescapedDescription = words(property.unescapedDescription);
      property.vendorExtensions.put("x-read", MemberReading.of(property));
      if (property.baseName.equals(model.vendorExtensions.get("x-bare-value"))) {
        property.vendorExtensions.put("x-is-bare", true);
      }
      completeEnum(property.dataType, property.allowableValues, property.vendorExtensions);
      if (property.mostInnerItems != null && property.mostInnerItems != property) {
        property.mostInnerItems.unescapedDescription =
            words(property.mostInnerItems.unescapedDescription);
        completeEnum(
            property.mostInnerItems.dataType,
            property.mostInnerItems.allowableValues,
            property.mostInnerItems.vendorExtensions);
      }
    }
    model.vendorExtensions.put("x-imports", ModelImports.of(model, importMapping));
    // last: from here on the names on the wire stand in literals
    model.vars.forEach(property -> property.baseName = Literals.escaped(property.baseName));
    List<String> readOnly =
        model.vars.stream()
            .filter(property -> property.isReadOnly)
            .map(property -> '"' + property.baseName + '"')
            .toList();
    if (!readOnly.isEmpty()) {
      model.vendorExtensions.put("x-read-only", String.join(", ", readOnly));
    }
  }

  /** Descriptions of the values of an enumeration, and how one is read. */
  private static void completeEnum(
      String dataType,
      @Nullable Map<String, Object> allowableValues,
      Map<String, Object> extensions) {
    if (allowableValues == null || !(allowableValues.get("enumVars") instanceof List<?> values)) {
      return;
    }
    MemberNames.ofValues(values);
    extensions.put("x-read-value", MemberReading.of(dataType));
    extensions.put("x-switch", dataType.equals("String") || dataType.equals("Integer"));
    for (Object value : values) {
      @SuppressWarnings("unchecked") // as the generator makes them
      Map<String, Object> described = (Map<String, Object>) value;
      Object text = described.get("enumDescription");
      described.put(
          "enumDescription",
          Javadoc.escaped(text == null ? "The value " + described.get("value") + "." : text + ""));
    }
  }

  private static @Nullable String words(@Nullable String text) {
    return text == null ? null : Javadoc.escaped(text);
  }
}
