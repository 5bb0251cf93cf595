package dev.forecourt.mock.codegen;

import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.mock.codegen.document.Findings;
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

  // a method holds 64 KiB of code: what comes later is made by methods of its own
  private static final int OPERATIONS_OF_A_METHOD = 80;

  private final OpenAPI contract;
  private final String prefix;
  private final Schemas schemas;
  private final CheckMethods checks;
  private final CheckMethods answerChecks;
  private final AnswerShapes shapes;
  private final AnswerSource answers;
  private final OperationSource methods;
  private final OperationTable table;
  private final Findings findings;
  private final boolean generatesVendor;
  private final VendorSource vendor;
  private final Samples samples;
  private final RouteTrie routes = new RouteTrie();
  private final List<Map<String, Object>> operations = new ArrayList<>();
  private final List<String> makers = new ArrayList<>();
  private final List<Map<String, Integer>> numbersByPath = new ArrayList<>();

  /**
   * {@code trusting}: its examples are known to fit; {@code generatesVendor}: nobody has written
   * the vendor by hand.
   */
  ContractModel(
      OpenAPI contract,
      String prefix,
      Findings findings,
      boolean trusting,
      boolean generatesVendor) {
    this.generatesVendor = generatesVendor;
    this.contract = contract;
    this.prefix = prefix;
    this.findings = findings;
    schemas = new Schemas(contract);
    checks = CheckMethods.ofRequests(schemas, findings);
    answerChecks = CheckMethods.ofAnswers(schemas, findings);
    shapes = new AnswerShapes(schemas);
    answers = new AnswerSource(contract, answerChecks, shapes);
    methods = new OperationSource(schemas, checks, routes, prefix);
    samples = new Samples(schemas, trusting);
    table = new OperationTable(contract, new BodySize(schemas), samples, findings);
    vendor =
        new VendorSource(
            contract,
            new Conventions(schemas, samples, findings),
            new ErrorTemplates(contract, samples, findings),
            samples);
  }

  Map<String, Object> values() {
    new OperationNames(findings).give(contract);
    contract.getPaths().forEach(this::addPath);
    if (operations.isEmpty()) {
      findings.refuse("#/paths: the contract has no operation. Add one.");
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("prefix", prefix);
    out.put("title", Java.comment(contract.getInfo().getTitle()));
    out.put("contractVersion", Java.string(contract.getInfo().getVersion()));
    out.put("port", port());
    out.put("namesAllFailures", !generatesVendor);
    out.put("rateLimit", rateLimit());
    out.put("operationList", operations);
    if (!makers.isEmpty()) {
      out.put("makers", String.join("\n", makers));
    }
    List<String> groups = new ArrayList<>();
    out.put("answerMediaTypes", answers.mediaTypes().text());
    groups.addAll(answers.mediaTypes().methods());
    out.put("answerCalls", answers.calls().text());
    groups.addAll(answers.calls().methods());
    out.put("answerGroups", String.join("\n\n", groups));
    addChecks("answerMethods", "answerPatterns", "answerSets", "answerEnums", answerChecks, out);
    out.put("routes", routes.source());
    out.put(
        "verbsByPath",
        numbersByPath.stream()
            .map(each -> Java.listOfStrings(each.keySet()))
            .collect(Collectors.joining(",\n          ")));
    out.put("switchByPath", switchByPath());
    addChecks("checkMethods", "patterns", "sets", "enums", checks, out);
    out.put("names", constants(methods.sets(), "Set<String>", set -> set));
    out.put("texts", constants(methods.lists(), "List<String>", list -> list));
    out.put("objects", constants(methods.objects(), "Map<String, QueryField>", map -> map));
    out.put("places", named(methods.places(), "Place"));
    out.put("readers", readers());
    out.put("schemes", named(table.schemes(), "SecurityScheme"));
    return out;
  }

  /** What the templates of a vendor that nobody has written by hand print, once the rest is. */
  Map<String, Object> vendorValues() {
    return vendor.values(prefix, operations);
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
      CheckMethods from,
      Map<String, Object> out) {
    out.put(methods, String.join("\n\n", from.methods()));
    out.put(
        patterns,
        constants(
            from.constants().patterns(),
            "TextPattern",
            pattern ->
                "new TextPattern(%s, %s)"
                    .formatted(Java.string(pattern), Java.string(EcmaPattern.toJava(pattern)))));
    out.put(sets, constants(from.constants().sets(), "Set<String>", set -> set));
    out.put(enums, constants(from.constants().enums(), "List<?>", list -> list));
  }

  /** The one place that says on which port a vendor is served. */
  private int port() {
    Object port =
        contract.getExtensions() == null ? null : contract.getExtensions().get("x-mock-port");
    if (port instanceof Integer number) {
      return number;
    }
    findings.refuse(
        "The contract has no x-mock-port beside info. Add one, such as x-mock-port: 4011.");
    return 0;
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

  private String readers() {
    return Stream.of(
            constants(routes.patterns(), "PathPattern", each -> each),
            constants(methods.parameters(), "StyledParameter", each -> each),
            constants(methods.bodies(), "List<BodyType>", each -> each))
        .filter(each -> !each.isEmpty())
        .map(each -> each + "\n")
        .collect(Collectors.joining());
  }

  private static String constants(
      Map<String, String> nameByValue, String type, UnaryOperator<String> initialiser) {
    Map<String, String> byName = new LinkedHashMap<>();
    nameByValue.forEach((value, name) -> byName.put(name, initialiser.apply(value)));
    return named(byName, type);
  }

  /** Constants; those whose names say a class are put into that one. */
  private static String named(Map<String, String> initialiserByName, String type) {
    Map<String, List<String>> byClass = new LinkedHashMap<>();
    initialiserByName.forEach(
        (name, initialiser) -> {
          int dot = name.indexOf('.');
          byClass
              .computeIfAbsent(name.substring(0, Math.max(0, dot)), each -> new ArrayList<>())
              .add(
                  "  private static final %s %s = %s;"
                      .formatted(type, name.substring(dot + 1), initialiser));
        });
    return byClass.entrySet().stream()
        .map(
            each ->
                each.getKey().isEmpty()
                    ? String.join("\n", each.getValue())
                    : "  private static final class %s {\n%s\n  }"
                        .formatted(each.getKey(), String.join("\n", each.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private String switchByPath() {
    List<String> all = new ArrayList<>();
    for (Map<String, Integer> each : numbersByPath) {
      Source choice = new Source(3);
      choice.open("case " + all.size() + " -> switch (method)");
      each.forEach(
          (verb, number) -> choice.line("case " + Java.string(verb) + " -> " + number + ";"));
      all.add(choice.line("default -> NONE;").close().text() + ";");
    }
    return String.join("\n", all);
  }

  private void addPath(String template, PathItem path) {
    int fragment = template.indexOf('#');
    if (fragment >= 0) {
      findings.note("#/paths", "what follows '#' in '" + template + "' is never sent");
      addPath(template.substring(0, fragment), path, true);
    } else if (template.contains("?")) {
      findings.refuse("#/paths: '%s' holds a query. Write it as parameters.".formatted(template));
    } else {
      addPath(template, path, false);
    }
  }

  private void addPath(String template, PathItem path, boolean again) {
    List<String> segments = List.of(template.substring(1).split("/", -1));
    int number = routes.add(segments, numbersByPath.size());
    if (number == numbersByPath.size()) {
      numbersByPath.add(new LinkedHashMap<>());
    }
    Map<String, Integer> numbers = numbersByPath.get(number);
    path.readOperationsMap()
        .forEach(
            (verb, operation) -> {
              if (again && numbers.containsKey(verb.name())) {
                findings.note(verb + " " + template, "a second operation is left out");
                return;
              }
              if (numbers.putIfAbsent(verb.name(), operations.size()) != null) {
                findings.refuse(
                    "%s %s: another path template of the same shape has this verb. Remove one."
                        .formatted(verb, template));
                return;
              }
              try {
                addOperation(verb.name(), template, segments, path, operation);
              } catch (UnsupportedContract e) {
                findings.refuse(String.valueOf(e.getMessage()));
              }
            });
  }

  private void addOperation(
      String verb, String template, List<String> segments, PathItem path, Operation operation) {
    String id = operation.getOperationId();
    Map<String, Parameter> shared =
        contract.getComponents() == null || contract.getComponents().getParameters() == null
            ? Map.of()
            : contract.getComponents().getParameters();
    Inputs inputs = new Inputs(schemas, shared, path, operation, segments, findings);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("number", operations.size());
    out.put("id", Java.comment(id).replace("}", "&#125;").replace("{", "&#123;"));
    out.put("method", Java.variable(id));
    out.put("record", Java.type(id) + "Request");
    out.put("constant", Java.constant(id));
    out.put("summary", Java.comment(operation.getSummary() == null ? id : operation.getSummary()));
    out.put("route", Java.comment(verb.toUpperCase(Locale.ROOT) + " " + template));
    out.put("verb", verb);
    out.put("path", template);
    out.put("components", components(inputs));
    out.put("body", methods.method(id, segments, inputs, table.queryCredentials(operation)));
    String initialiser = table.initialiser(operation, verb, template);
    boolean early = operations.size() < OPERATIONS_OF_A_METHOD;
    String maker = "made" + operations.size();
    out.put("initialiser", early ? initialiser : maker + "()");
    if (!early) {
      makers.add(
          "\n  private static Operation %s() {\n    return %s;\n  }".formatted(maker, initialiser));
    }
    answers.add(operations.size(), operation);
    noteUnfitBody(id, inputs);
    if (generatesVendor) {
      vendor.add(operations.size(), operation, inputs);
    }
    operations.add(out);
  }

  /** Notes a body that nobody can send, such as one that has to be a text and a number. */
  private void noteUnfitBody(String id, Inputs inputs) {
    for (Field body : inputs.in("body")) {
      if (!samples.fits(body.schema(), samples.of(body.schema(), "body", 0))) {
        findings.note(
            id, "no body was found that fits the schema; whatever is sent may be refused");
      }
    }
  }

  private String components(Inputs inputs) {
    return Stream.concat(
            Stream.of("Caller " + Inputs.CALLER),
            inputs.fields().stream()
                .map(each -> each.componentType(schemas) + " " + each.component()))
        .collect(Collectors.joining(", "));
  }
}
