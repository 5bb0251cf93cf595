package dev.forecourt.clients.normalizer;

import dev.forecourt.clients.normalizer.plain.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.OpenAPINormalizer;
import org.openapitools.codegen.utils.ModelUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generator's own normalizer, and after it what our templates need. Named by {@code
 * NORMALIZER_CLASS} in {@code clients/pom.xml}, so the generator itself stays the stock one.
 *
 * <p>Writes on each operation:
 *
 * <ul>
 *   <li>{@code x-credentials}: the alternatives of its security, each the names of the schemes it
 *       needs. The stock generator flattens "either" and "both" into one list;
 *   <li>{@code x-options: true} if it has optional query or header parameters;
 *   <li>{@code x-server} if it has a server of its own;
 *   <li>{@code x-wrappers} as on the schema of its answer;
 *   <li>{@code x-paging}, completed by {@link Paging};
 *   <li>{@code x-form-type} if its body is a form, which becomes a model like any other body.
 * </ul>
 *
 * <p>And on each schema {@code x-holds-secrets}, see {@link SecretSchemas}, what {@link
 * RequestRules} says of requests, and {@code x-keeps-order: true} if it is sent in the query, in
 * brackets.
 */
public final class ContractNormalizer extends OpenAPINormalizer {

  /** On the contract, once all of it is prepared. */
  static final String DONE = "x-normalized";

  /** On the contract, if it cannot be used: why, and where. */
  static final String REFUSED = "x-refused";

  /** Rule: the contract may be any, and is made plain first. */
  static final String ANY = "ANY_CONTRACT";

  /** Rule: the file of the contract. */
  static final String FILE = "CONTRACT_FILE";

  private static final Logger LOGGER = LoggerFactory.getLogger(ContractNormalizer.class);

  private final boolean any;
  private final @Nullable String file;

  /** Called by the generator. */
  public ContractNormalizer(OpenAPI contract, Map<String, String> rules) {
    super(contract, rules);
    this.any = Boolean.parseBoolean(rules.get(ANY));
    this.file = rules.get(FILE);
  }

  @Override
  protected void normalize() {
    try {
      normalizeAll();
      openAPI.addExtension(DONE, true);
    } catch (RuntimeException e) {
      // the generator logs it and goes on; ClientCodegen does not
      openAPI.addExtension(REFUSED, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void normalizeAll() {
    if (any) {
      Findings findings = new Findings();
      AnyContract.simplify(openAPI, file, findings);
      findings.notes().forEach(note -> LOGGER.warn("Generated in a simpler way: {}", note));
      if (!findings.refusals().isEmpty()) {
        throw new IllegalStateException(String.join("\n", findings.refusals()));
      }
      openAPI.addExtension("x-notes", findings.notes());
    }
    NullAlternatives.simplify(openAPI);
    KnownValues.simplify(openAPI);
    new RequestRules(openAPI, any).mark();
    super.normalize();
    if (openAPI.getPaths() != null) {
      openAPI
          .getPaths()
          .forEach(
              (path, item) -> item.readOperations().forEach(operation -> prepare(item, operation)));
    }
    dropComponentExamples();
    new SecretSchemas(openAPI).mark();
  }

  /**
   * Leaves out what has a part of its own beside references: the generator warns of it ("Failed to
   * get the schema name: null"), and such a schema is no mere name of itself.
   */
  @Override
  @SuppressWarnings("rawtypes") // the generator's signature
  public void fixSelfReferenceSchema(String name, Schema schema) {
    boolean onlyReferences =
        ModelUtils.getInterfaces(schema).stream().allMatch(part -> part.get$ref() != null);
    if (onlyReferences) {
      super.fixSelfReferenceSchema(name, schema);
    }
  }

  private void prepare(PathItem item, Operation operation) {
    List<Parameter> parameters = parameters(item, operation);
    if (!any) {
      parameters.forEach(parameter -> SupportedParameters.check(operation, parameter, openAPI));
      parameters.forEach(this::keepOrder);
    }
    if (parameters.stream().anyMatch(ContractNormalizer::isOption)) {
      operation.addExtension("x-options", true);
    }
    operation.addExtension("x-credentials", credentials(operation));
    server(item, operation);
    if (!any) {
      body(operation);
      answers(operation);
    }
    new Paging(openAPI, operation).complete();
    // calls that a vendor makes are none of ours; their payloads are models like any other
    operation.setCallbacks(null);
  }

  private List<Parameter> parameters(PathItem item, Operation operation) {
    return Stream.of(item.getParameters(), operation.getParameters())
        .filter(list -> list != null)
        .flatMap(List::stream)
        .map(parameter -> ModelUtils.getReferencedParameter(openAPI, parameter))
        .toList();
  }

  private void keepOrder(Parameter parameter) {
    if (parameter.getStyle() == Parameter.StyleEnum.DEEPOBJECT) {
      ModelUtils.getReferencedSchema(openAPI, parameter.getSchema())
          .addExtension("x-keeps-order", true);
    }
  }

  private static boolean isOption(Parameter parameter) {
    return !Boolean.TRUE.equals(parameter.getRequired());
  }

  private List<Map<String, List<String>>> credentials(Operation operation) {
    List<SecurityRequirement> alternatives =
        operation.getSecurity() == null ? openAPI.getSecurity() : operation.getSecurity();
    return alternatives == null
        ? List.of()
        : alternatives.stream()
            .map(schemes -> Map.of("schemes", List.copyOf(schemes.keySet())))
            .toList();
  }

  private static void server(PathItem item, Operation operation) {
    List<Server> servers =
        operation.getServers() == null ? item.getServers() : operation.getServers();
    if (servers != null && !servers.isEmpty()) {
      operation.addExtension("x-server", servers.get(0).getUrl());
    }
  }

  private void body(Operation operation) {
    if (operation.getRequestBody() == null) {
      return;
    }
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    dropExamples(body.getContent());
    String type = body.getContent().keySet().iterator().next();
    if (type.startsWith("multipart/") || type.endsWith("x-www-form-urlencoded")) {
      // the generator flattens a form into parameters and forgets its schema; a JSON body stays one
      operation.addExtension("x-form-type", type);
      operation.addExtension("x-codegen-request-body-name", "form");
      MediaType form = body.getContent().get(type);
      body.setContent(new Content().addMediaType("application/json", form));
    }
    // left out or not, it is an argument of the method
    body.setRequired(true);
    operation.setRequestBody(body);
  }

  private void answers(Operation operation) {
    operation
        .getResponses()
        .values()
        .forEach(
            answer ->
                dropExamples(ModelUtils.getReferencedApiResponse(openAPI, answer).getContent()));
    Answers.success(openAPI, operation)
        .map(schema -> schema.getExtensions())
        .map(extensions -> extensions.get("x-wrappers"))
        .ifPresent(wrappers -> operation.addExtension("x-wrappers", wrappers));
  }

  /** Examples serve people, Prism and stubs. The generator only warns that it ignores them. */
  private static void dropExamples(Content content) {
    if (content != null) {
      content
          .values()
          .forEach(
              type -> {
                type.setExample(null);
                type.setExamples(null);
              });
    }
  }

  private void dropComponentExamples() {
    if (openAPI.getComponents() != null) {
      openAPI.getComponents().setExamples(null);
    }
  }
}
