package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.forecourt.contract.rules.ContractRegistry;
import dev.forecourt.contract.rules.ParsedDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Values against the schemas of a contract. Objects are closed: a member that no alternative of the
 * schema names is wrong, unless the schema says {@code additionalProperties}.
 */
public final class SchemaCheck {
  private static final String CONTRACT = "https://contract.invalid/openapi.json";

  /**
   * Something that a schema does not allow.
   *
   * @param keyword keyword of the schema, or {@code unknown}
   * @param inValue JSON path within the value, such as {@code .data[0].id}; empty for the value
   * @param inContract JSON pointer
   * @param message what is wrong
   * @param subject name of the member that is unknown or missing; empty for other problems
   * @param value what is wrong, or lacks a member
   */
  public record Problem(
      String keyword,
      String inValue,
      String inContract,
      String message,
      String subject,
      JsonNode value) {}

  /** Gets each value and the schemas that it may fit. */
  @FunctionalInterface
  public interface Visitor {
    void visit(List<Spot> schemas, JsonNode value);
  }

  private final ContractTree contract;
  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> known = new HashMap<>();
  private final Map<String, List<Spot>> knownParts = new HashMap<>();
  private final Map<String, String> knownPlaces = new HashMap<>();
  private final boolean narrowed;

  private SchemaCheck(ContractTree contract, JsonNode document, boolean narrowed) {
    this.contract = contract;
    this.document = document;
    this.narrowed = narrowed;
    boolean newer = document.path("openapi").asText().startsWith("3.1");
    ParsedDocuments documents = new ParsedDocuments(Map.of(CONTRACT, document));
    this.registry =
        SchemaRegistry.withDefaultDialect(
            newer ? Dialects.getOpenApi31() : Dialects.getOpenApi30(),
            b ->
                b.schemas(documents.texts())
                    .nodeReader(documents)
                    .schemaRegistryConfig(ContractRegistry.config().build()));
  }

  /** For what is sent to the vendor. */
  public static SchemaCheck ofRequests(ContractTree contract) {
    return new SchemaCheck(contract, SchemaVariants.ofRequests(contract.root().node()), false);
  }

  /** For what the vendor sends: a consumer may read less than there is. */
  public static SchemaCheck ofAnswers(ContractTree contract) {
    return new SchemaCheck(contract, SchemaVariants.ofAnswers(contract.root().node()), false);
  }

  /**
   * For what was really sent, by either side: all that the contract says holds. Of a value that
   * fits none of several alternatives, the one that was meant is reported.
   */
  public static SchemaCheck ofTraffic(ContractTree contract) {
    return new SchemaCheck(contract, SchemaVariants.ofTraffic(contract.root().node()), true);
  }

  public List<Problem> problems(Spot schema, JsonNode value) {
    ProblemList problems = new ProblemList();
    byKeywords(schema, value, problems);
    unknown(List.of(schema), value, "", problems);
    return problems.all();
  }

  /** Without a look for unknown members. */
  public List<Problem> byKeywords(Spot schema, JsonNode value) {
    ProblemList problems = new ProblemList();
    byKeywords(schema, value, problems);
    return problems.all();
  }

  private void byKeywords(Spot schema, JsonNode value, ProblemList problems) {
    if (!narrowed) {
      errors(schema, value).forEach(error -> problems.add(problem(error)));
      return;
    }
    for (Slices part : Slices.of(value)) {
      for (Alternatives.Fault fault : Alternatives.narrowed(errors(schema, part.value()))) {
        Problem found = problem(schema, part.value(), fault);
        problems.add(
            new Problem(
                found.keyword(),
                part.inWhole(found.inValue()),
                found.inContract(),
                found.message(),
                found.subject(),
                found.value()));
      }
    }
  }

  private List<Error> errors(Spot schema, JsonNode value) {
    return known
        .computeIfAbsent(
            schema.pointer(),
            at -> registry.getSchema(SchemaLocation.of(CONTRACT + "#" + uri(inVariant(at)))))
        .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
  }

  private Problem problem(Error error) {
    return new Problem(
        Objects.toString(error.getKeyword(), ""),
        path(error.getInstanceLocation().toString()),
        knownPlaces.computeIfAbsent(
            error.getSchemaLocation().getFragment().toString(), this::inContract),
        error.getMessage(),
        Objects.toString(error.getProperty(), ""),
        error.getInstanceNode());
  }

  /** A choice of which nothing fits has no error of its own. */
  private Problem problem(Spot schema, JsonNode value, Alternatives.Fault fault) {
    if (fault.keyword().equals(fault.error().getKeyword())) {
      return problem(fault.error());
    }
    Spot choice = schema;
    for (String step : fault.path()) {
      choice = step.equals("$ref") ? contract.meant(choice) : choice.to(step);
    }
    JsonNode at = value;
    for (String step : fault.instance()) {
      at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
    }
    return new Problem(
        fault.keyword(),
        path("/" + String.join("/", fault.instance())),
        choice.pointer(),
        "fits none of the %d alternatives".formatted(choice.node().size()),
        "",
        at);
  }

  /** All schemas that a schema is made of: itself and its alternatives and parts. */
  public List<Spot> parts(Spot schema) {
    List<Spot> found = knownParts.get(schema.pointer());
    if (found == null) {
      found = List.copyOf(partsOf(schema));
      knownParts.put(schema.pointer(), found);
    }
    return found;
  }

  private List<Spot> partsOf(Spot schema) {
    List<Spot> all = new ArrayList<>();
    Spot here = contract.meant(schema);
    all.add(here);
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      for (int i = 0; i < here.node().path(keyword).size(); i++) {
        all.addAll(parts(here.to(keyword, String.valueOf(i))));
      }
    }
    return all;
  }

  /** The schemas of a member of an object; null stands for any value. */
  public List<Spot> member(List<Spot> schemas, String name) {
    List<Spot> parts = schemas.stream().flatMap(each -> parts(each).stream()).toList();
    List<Spot> named =
        parts.stream().map(part -> part.to("properties", name)).filter(Spot::exists).toList();
    return named.isEmpty()
        ? parts.stream()
            .map(part -> part.to("additionalProperties"))
            .filter(spot -> spot.node().isObject())
            .toList()
        : named;
  }

  public List<Spot> items(List<Spot> schemas) {
    return schemas.stream()
        .flatMap(each -> parts(each).stream())
        .map(part -> part.to("items"))
        .filter(Spot::exists)
        .toList();
  }

  /** Whether objects of these schemas may hold members that they do not name. */
  public boolean isOpen(List<Spot> schemas) {
    List<Spot> parts = schemas.stream().flatMap(each -> parts(each).stream()).toList();
    return parts.stream().anyMatch(part -> part.node().path("additionalProperties").asBoolean())
        || parts.stream()
            .noneMatch(
                part -> part.node().has("properties") || part.node().has("additionalProperties"));
  }

  /** Shows each value within a value, with the schemas that the contract has for it. */
  public void walk(List<Spot> schemas, JsonNode value, Visitor visitor) {
    visitor.visit(schemas, value);
    if (value.isArray()) {
      List<Spot> items = items(schemas);
      value.forEach(each -> walk(items, each, visitor));
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      List<Spot> found = member(schemas, each.getKey());
      if (!found.isEmpty()) {
        walk(found, each.getValue(), visitor);
      }
    }
  }

  /** The part that names members, where an unknown one would be added. */
  private Spot naming(List<Spot> schemas) {
    return schemas.stream()
        .flatMap(each -> parts(each).stream())
        .filter(part -> part.node().has("properties"))
        .findFirst()
        .orElseGet(() -> contract.meant(schemas.get(0)));
  }

  private void unknown(List<Spot> schemas, JsonNode value, String path, ProblemList problems) {
    for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
      List<Spot> items = items(schemas);
      if (!items.isEmpty()) {
        unknown(items, value.get(i), path + "[" + i + "]", problems);
      }
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      List<Spot> found = member(schemas, each.getKey());
      if (!found.isEmpty()) {
        unknown(found, each.getValue(), path + JsonPath.member(each.getKey()), problems);
      } else if (!isOpen(schemas)) {
        problems.add(
            new Problem(
                "unknown",
                path + JsonPath.member(each.getKey()),
                naming(schemas).to("properties").pointer(),
                "the contract has no " + each.getKey() + " here",
                each.getKey(),
                each.getValue()));
      }
    }
  }

  /** Where a schema of the contract stands in the variant, whose {@code oneOf} may be another. */
  private String inVariant(String pointer) {
    StringBuilder place = new StringBuilder();
    JsonNode at = document;
    for (String name : pointer.replaceFirst("^/", "").split("/")) {
      String key = name.replace("~1", "/").replace("~0", "~");
      boolean renamed = key.equals("oneOf") && !at.has(key) && at.has("anyOf");
      at =
          renamed ? at.path("anyOf") : at.isArray() ? at.path(Integer.parseInt(key)) : at.path(key);
      place.append('/').append(renamed ? "anyOf" : name);
    }
    return place.toString();
  }

  /** Where a keyword of a variant stands in the contract itself. */
  private String inContract(String pointer) {
    Spot at = contract.root();
    for (String name : pointer.replaceFirst("^/", "").split("/")) {
      String key = name.replace("~1", "/").replace("~0", "~");
      Spot next = at.to(key);
      at = next.exists() || !key.equals("anyOf") ? next : at.to("oneOf");
      if (!at.exists()) {
        return parent(at);
      }
    }
    return at.pointer();
  }

  private static String parent(Spot spot) {
    return spot.pointer().substring(0, spot.pointer().lastIndexOf('/'));
  }

  private static String path(String location) {
    StringBuilder path = new StringBuilder();
    for (String step : location.length() < 2 ? new String[0] : location.substring(1).split("/")) {
      String name = step.replace("~1", "/").replace("~0", "~");
      path.append(name.matches("\\d+") ? "[" + name + "]" : JsonPath.member(name));
    }
    return path.toString();
  }

  private static String uri(String pointer) {
    return pointer.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
  }
}
