package dev.forecourt.clients.normalizer;

import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Says what {@code build()} refuses: on each property and parameter of a request {@code x-checks},
 * the calls of the runtime's RequestChecks, and {@code x-pattern}, the constant that one of them
 * needs; on each schema that has any, be it deep inside, {@code x-checked}, and {@code
 * x-names-members} if it has a rule on several members.
 *
 * <p>Works on the contract as it is written: the generator's normalizer drops {@code anyOf}.
 */
final class RequestRules {
  private static final List<String> RULES_ON_SEVERAL =
      List.of("x-any-of-required", "x-one-of-required", "x-preferred-required");

  private final OpenAPI contract;
  private final boolean plain;

  RequestRules(OpenAPI contract) {
    this(contract, false);
  }

  /** The same for a contract in which no two operations share a parameter. */
  RequestRules(OpenAPI contract, boolean plain) {
    this.contract = contract;
    this.plain = plain;
  }

  void mark() {
    Set<String> sent = sent();
    Set<String> checked = new LinkedHashSet<>();
    for (String name : sent) {
      if (hasRules(schema(name))) {
        checked.add(name);
      }
    }
    // a model whose parts have rules has rules
    boolean more = true;
    while (more) {
      more = false;
      for (String name : sent) {
        more |= parts(schema(name)).stream().anyMatch(checked::contains) && checked.add(name);
      }
    }
    checked.forEach(name -> mark(name, schema(name), checked));
    if (contract.getPaths() != null) {
      contract.getPaths().values().forEach(item -> markParameters(item, checked));
    }
  }

  /** Names of all schemas that are sent, at any depth. */
  private Set<String> sent() {
    Deque<String> open = new ArrayDeque<>();
    schemas()
        .forEach(
            (name, schema) -> {
              if ("request".equals(extension(schema, "x-direction"))) {
                open.add(name);
              }
            });
    operations().forEach(operation -> bodies(operation).forEach(body -> addName(body, open)));
    Set<String> sent = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (sent.add(name) && schema(name) != null) {
        open.addAll(parts(schema(name)));
      }
    }
    sent.removeIf(name -> schema(name) == null);
    return sent;
  }

  private static void addName(Schema<?> schema, Deque<String> names) {
    Schema<?> item = schema.getItems() == null ? schema : schema.getItems();
    if (item.get$ref() != null) {
      names.add(ModelUtils.getSimpleRef(item.get$ref()));
    }
  }

  private Stream<Schema<?>> bodies(Operation operation) {
    if (operation.getRequestBody() == null) {
      return Stream.of();
    }
    return ModelUtils.getReferencedRequestBody(contract, operation.getRequestBody())
        .getContent()
        .values()
        .stream()
        .filter(type -> type.getSchema() != null)
        .map(type -> (Schema<?>) type.getSchema());
  }

  private Stream<Operation> operations() {
    return contract.getPaths() == null
        ? Stream.of()
        : contract.getPaths().values().stream().flatMap(item -> item.readOperations().stream());
  }

  private Map<String, Schema<?>> schemas() {
    Map<String, Schema<?>> schemas = new LinkedHashMap<>();
    ModelUtils.getSchemas(contract).forEach((name, schema) -> schemas.put(name, schema));
    return schemas;
  }

  private Schema<?> schema(String name) {
    return ModelUtils.getSchema(contract, name);
  }

  private static Object extension(Schema<?> schema, String key) {
    return schema.getExtensions() == null ? null : schema.getExtensions().get(key);
  }

  private boolean hasRules(Schema<?> schema) {
    return !required(schema).isEmpty()
        || properties(schema).values().stream().anyMatch(property -> value(property).hasAny())
        || RULES_ON_SEVERAL.stream().anyMatch(key -> extension(schema, key) != null);
  }

  private ValueRules value(Schema<?> property) {
    return ValueRules.of(property, contract);
  }

  private static List<String> required(Schema<?> schema) {
    return schema.getRequired() == null ? List.of() : schema.getRequired();
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // the parser's own types
  private static Map<String, Schema<?>> properties(Schema<?> schema) {
    return schema.getProperties() == null ? Map.of() : (Map) schema.getProperties();
  }

  /** Names of the schemas of properties, of elements and of values of maps. */
  private Set<String> parts(Schema<?> schema) {
    Set<String> parts = new LinkedHashSet<>();
    properties(schema).values().forEach(property -> parts.addAll(value(property).models()));
    return parts;
  }

  private void mark(String where, Schema<?> schema, Set<String> checked) {
    schema.addExtension("x-checked", true);
    if (RULES_ON_SEVERAL.stream().anyMatch(key -> extension(schema, key) != null)) {
      schema.addExtension("x-names-members", true);
    }
    Set<String> constants = new LinkedHashSet<>();
    properties(schema)
        .forEach(
            (name, property) -> {
              List<Map<String, Object>> calls = new ArrayList<>();
              if (required(schema).contains(name)) {
                boolean nullable = value(property).isNullable();
                calls.add(ValueRules.call(nullable ? "present" : "required", ", members"));
              }
              calls.addAll(calls(name, where + " " + name, property, checked, constants, property));
              if (!calls.isEmpty()) {
                property.addExtension("x-checks", calls);
              }
            });
  }

  private void markParameters(PathItem item, Set<String> checked) {
    for (Operation operation : item.readOperations()) {
      Set<String> constants = new LinkedHashSet<>();
      Stream.of(item.getParameters(), operation.getParameters())
          .filter(parameters -> parameters != null)
          .flatMap(List::stream)
          .map(parameter -> ModelUtils.getReferencedParameter(contract, parameter))
          .forEach(parameter -> mark(parameter, operation, checked, constants));
    }
  }

  private void mark(
      Parameter parameter, Operation operation, Set<String> checked, Set<String> constants) {
    if (parameter.getSchema() == null) {
      return;
    }
    Schema<?> holder = new Schema<>();
    List<Map<String, Object>> calls =
        calls(
            // constants of arguments stand together in the service
            plain ? operation.getOperationId() + "_" + parameter.getName() : parameter.getName(),
            operation.getOperationId() + " " + parameter.getName(),
            parameter.getSchema(),
            checked,
            constants,
            holder);
    if (!calls.isEmpty()) {
      parameter.addExtension("x-checks", calls);
      operation.addExtension(
          Boolean.TRUE.equals(parameter.getRequired()) ? "x-checks-arguments" : "x-checks-options",
          true);
    }
    if (extension(holder, "x-pattern") != null) {
      parameter.addExtension("x-pattern", extension(holder, "x-pattern"));
    }
  }

  private List<Map<String, Object>> calls(
      String name,
      String where,
      Schema<?> value,
      Set<String> checked,
      Set<String> constants,
      Schema<?> holder) {
    ValueRules rules = value(value);
    List<Map<String, Object>> calls = new ArrayList<>(rules.calls());
    if (rules.pattern() != null) {
      String constant = constant(name, constants);
      holder.addExtension(
          "x-pattern",
          Map.of(
              "constant", constant,
              "contract", Literals.escaped(rules.pattern()),
              "java", Literals.escaped(java(rules.pattern(), where))));
      calls.add(ValueRules.call("pattern", ", " + constant));
    }
    if (rules.models().stream().anyMatch(checked::contains)) {
      calls.add(ValueRules.call("within", ""));
    }
    return calls;
  }

  private static String java(String pattern, String where) {
    try {
      return EcmaPattern.toJava(pattern);
    } catch (UnreadablePattern e) {
      throw new IllegalStateException(
          "%s: %s Write it differently in the contract.".formatted(where, e.getMessage()), e);
    }
  }

  private static String constant(String name, Set<String> taken) {
    String constant =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(java.util.Locale.ROOT)
            + "_PATTERN";
    while (!taken.add(constant)) {
      constant += "_";
    }
    return constant;
  }
}
