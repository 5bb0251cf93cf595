package dev.forecourt.mock.codegen;

import dev.forecourt.contract.patterns.EcmaPattern;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a contract into the values the templates print. */
final class ContractModel {

  private final OpenAPI contract;
  private final String prefix;
  private final Schemas schemas;
  private final CheckEmitter checks;
  private final CheckEmitter answerChecks;
  private final AnswerShapes shapes;
  private final AnswerSource answers;
  private final OperationSource methods;
  private final OperationTable table;
  private final RouteTrie routes = new RouteTrie();
  private final List<Map<String, Object>> operations = new ArrayList<>();
  private final List<String> verbsByPath = new ArrayList<>();
  private final List<String> switchByPath = new ArrayList<>();

  ContractModel(OpenAPI contract, String prefix) {
    this.contract = contract;
    this.prefix = prefix;
    schemas = new Schemas(contract);
    checks = CheckEmitter.ofRequests(schemas);
    answerChecks = CheckEmitter.ofAnswers(schemas);
    shapes = new AnswerShapes(schemas);
    answers = new AnswerSource(contract, answerChecks, shapes);
    methods = new OperationSource(schemas, checks, prefix);
    table = new OperationTable(contract, new BodySize(schemas));
  }

  Map<String, Object> values() {
    contract.getPaths().forEach(this::addPath);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("prefix", prefix);
    out.put("title", Java.comment(contract.getInfo().getTitle()));
    out.put("contractVersion", Java.string(contract.getInfo().getVersion()));
    out.put("port", port());
    out.put("rateLimit", rateLimit());
    out.put("operationList", operations);
    out.put("answerMediaTypes", String.join("\n", answers.mediaTypes()));
    out.put("answerCalls", String.join("\n", answers.calls()));
    addChecks("answerMethods", "answerPatterns", "answerSets", "answerEnums", answerChecks, out);
    out.put("routes", routes.source());
    out.put("verbsByPath", String.join(",\n          ", verbsByPath));
    out.put("switchByPath", String.join("\n", switchByPath));
    addChecks("checkMethods", "patterns", "sets", "enums", checks, out);
    out.put("names", constants(methods.sets(), "Set<String>", set -> set));
    out.put("texts", constants(methods.lists(), "List<String>", list -> list));
    out.put("objects", constants(methods.objects(), "Map<String, QueryField>", map -> map));
    out.put("places", named(methods.places(), "Place"));
    out.put("schemes", named(table.schemes(), "SecurityScheme"));
    return out;
  }

  /** The records that answers show; all once {@link #values} has been called. */
  List<AnswerShape> shapes() {
    return shapes.all();
  }

  private static void addChecks(
      String methods,
      String patterns,
      String sets,
      String enums,
      CheckEmitter from,
      Map<String, Object> out) {
    out.put(methods, String.join("\n\n", from.methods()));
    out.put(
        patterns,
        constants(
            from.patterns(),
            "TextPattern",
            pattern ->
                "new TextPattern(%s, %s)"
                    .formatted(Java.string(pattern), Java.string(EcmaPattern.toJava(pattern)))));
    out.put(sets, constants(from.sets(), "Set<String>", set -> set));
    out.put(enums, constants(from.enums(), "List<?>", list -> list));
  }

  /** The one place that says on which port a vendor is served. */
  private int port() {
    Object port =
        contract.getExtensions() == null ? null : contract.getExtensions().get("x-mock-port");
    if (port instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException(
        "The contract has no x-mock-port beside info. Add one, such as x-mock-port: 4011.");
  }

  /** The constants of {@code x-rate-limit}; empty when the vendor documents none. */
  private String rateLimit() {
    Object limit =
        contract.getExtensions() == null ? null : contract.getExtensions().get("x-rate-limit");
    if (!(limit instanceof Map<?, ?> fields)) {
      return "";
    }
    return """

          /** Most requests with one key in a {@link #RATE_PERIOD}: {@code x-rate-limit}. */
          static final int RATE_LIMIT = %s;

          /** The period of {@code x-rate-limit}. */
          static final java.time.Duration RATE_PERIOD = java.time.Duration.parse(%s);
        """
        .formatted(fields.get("requests"), Java.string(String.valueOf(fields.get("period"))));
  }

  private static String constants(
      Map<String, String> nameByValue, String type, UnaryOperator<String> initialiser) {
    Map<String, String> byName = new LinkedHashMap<>();
    nameByValue.forEach((value, name) -> byName.put(name, initialiser.apply(value)));
    return named(byName, type);
  }

  private static String named(Map<String, String> initialiserByName, String type) {
    return initialiserByName.entrySet().stream()
        .map(
            each ->
                "  private static final %s %s = %s;"
                    .formatted(type, each.getKey(), each.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private void addPath(String template, PathItem path) {
    int number = verbsByPath.size();
    List<String> segments = List.of(template.substring(1).split("/", -1));
    routes.add(segments, number, template);
    List<String> verbs = new ArrayList<>();
    Source choice = new Source(3);
    choice.open("case " + number + " -> switch (method)");
    path.readOperationsMap()
        .forEach(
            (verb, operation) -> {
              verbs.add(verb.name());
              choice.line("case " + Java.string(verb.name()) + " -> " + operations.size() + ";");
              addOperation(verb.name(), template, segments, path, operation);
            });
    choice.line("default -> NONE;").close();
    verbsByPath.add(Java.listOfStrings(verbs));
    switchByPath.add(choice.text() + ";");
  }

  private void addOperation(
      String verb, String template, List<String> segments, PathItem path, Operation operation) {
    String id = operation.getOperationId();
    if (id == null) {
      throw new UnsupportedContract(verb + " " + template, "an operation without operationId");
    }
    Map<String, Parameter> shared =
        contract.getComponents() == null || contract.getComponents().getParameters() == null
            ? Map.of()
            : contract.getComponents().getParameters();
    Inputs inputs = new Inputs(schemas, shared, path, operation);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("number", operations.size());
    out.put("id", id);
    out.put("method", Java.variable(id));
    out.put("record", Java.type(id) + "Request");
    out.put("constant", Java.constant(id));
    out.put("summary", Java.comment(operation.getSummary() == null ? id : operation.getSummary()));
    out.put("route", verb.toUpperCase(Locale.ROOT) + " " + template);
    out.put("components", components(inputs));
    out.put("body", methods.method(id, segments, inputs, table.queryCredentials(operation)));
    out.put("initialiser", table.initialiser(operation, verb, template));
    answers.add(operations.size(), operation);
    operations.add(out);
  }

  private String components(Inputs inputs) {
    return Stream.concat(
            Stream.of("Caller " + Inputs.CALLER),
            inputs.fields().stream()
                .map(each -> each.componentType(schemas) + " " + each.component()))
        .collect(Collectors.joining(", "));
  }
}
