package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.runtime.json.VendorJson;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code build()} takes what lies just inside of each bound of the contract and refuses what lies
 * just outside. The bounds come from the contract itself, not from what the generator made of it.
 */
public abstract class AbstractRequestRulesTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String vendor;
  private final Specs specs;
  private final Schemas schemas;

  protected AbstractRequestRulesTest(String vendor) {
    this.vendor = vendor;
    this.specs = new Specs(vendor);
    this.schemas = new Schemas(vendor);
  }

  @TestFactory
  Stream<DynamicTest> takesSamples() {
    return sent().stream().map(name -> taken(name, valid(name), "its sample"));
  }

  @TestFactory
  Stream<DynamicTest> keepsToTheBoundsOfEveryMember() {
    return sent().stream()
        .flatMap(
            name ->
                schemas.properties(name).entrySet().stream()
                    .flatMap(each -> tests(name, each.getKey(), each.getValue()).stream()));
  }

  private List<DynamicTest> tests(String name, String member, JsonNode property) {
    List<DynamicTest> tests = new ArrayList<>();
    ObjectNode valid = valid(name);
    List<String> alternatives = texts(schema(name).path("x-one-of-required"));
    if (alternatives.contains(member)) {
      valid.remove(alternatives);
    }
    valid.set(member, sample(property));
    if (texts(schema(name).path("required")).contains(member)) {
      ObjectNode without = valid.deepCopy();
      without.remove(member);
      tests.add(refused(name, member, without, "not set"));
      if (!property.path("nullable").asBoolean()) {
        tests.add(refused(name, member, with(valid, member, JSON.nullNode()), "null"));
      }
    }
    Bounds bounds = Bounds.of(schemas, property, sample(property));
    bounds
        .inside()
        .forEach(
            (what, value) ->
                tests.add(taken(name, with(valid, member, value), member + " " + what)));
    bounds
        .outside()
        .forEach(
            (what, value) -> tests.add(refused(name, member, with(valid, member, value), what)));
    return tests;
  }

  @TestFactory
  Stream<DynamicTest> keepsToTheBoundsOfEveryParameter() {
    List<DynamicTest> tests = new ArrayList<>();
    specs
        .yaml("openapi.yaml")
        .get("paths")
        .forEach(
            path -> {
              JsonNode item = specs.yaml(path.get("$ref").asText());
              item.forEach(
                  operation ->
                      Stream.of(item.path("parameters"), operation.path("parameters"))
                          .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                          .filter(parameter -> operation.has("operationId"))
                          .forEach(parameter -> tests.addAll(tests(operation, parameter))));
            });
    return tests.stream();
  }

  private List<DynamicTest> tests(JsonNode operation, JsonNode reference) {
    JsonNode parameter =
        reference.has("$ref")
            ? specs.yaml("components/parameters/" + name(reference) + ".yaml")
            : reference;
    List<DynamicTest> tests = new ArrayList<>();
    JsonNode schema = parameter.path("schema");
    String id = operation.get("operationId").asText();
    String name = parameter.get("name").asText();
    Bounds bounds = Bounds.of(schemas, schema, parameter.path("example"));
    ParameterBounds call =
        new ParameterBounds(service(operation.get("tags").get(0).asText()), id, name);
    if (bounds.outside().isEmpty() || !call.isTextOrNumber()) {
      return tests;
    }
    bounds
        .inside()
        .forEach(
            (what, value) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        id + " takes " + name + " " + what,
                        () -> assertThat(call.refusal(value)).isNull())));
    bounds
        .outside()
        .forEach(
            (what, value) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        id + " refuses " + name + " " + what,
                        () ->
                            assertThat(call.refusal(value))
                                .isInstanceOfAny(
                                    IllegalArgumentException.class, IllegalStateException.class)
                                .hasMessageContaining("'" + name + "' must "))));
    return tests;
  }

  private Class<?> service(String tag) {
    try {
      return Class.forName(
          "dev.forecourt." + vendor + ".api." + tag.replaceAll("[^A-Za-z]", "") + "Service");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private DynamicTest taken(String name, ObjectNode json, String what) {
    return DynamicTest.dynamicTest(
        name + " takes " + what, () -> assertThat(build(name, json)).isNotNull());
  }

  private DynamicTest refused(String name, String member, ObjectNode json, String what) {
    return DynamicTest.dynamicTest(
        name + " refuses " + member + " " + what,
        () ->
            assertThatThrownBy(() -> build(name, json))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'" + member)
                .hasMessageStartingWith(name));
  }

  /** Through the typed members of the builder, as if each had been set. */
  private Object build(String name, ObjectNode json) throws Exception {
    Object read =
        VendorJson.read(
            json.toString(), Class.forName("dev.forecourt." + vendor + ".model." + name));
    try {
      Object builder = read.getClass().getMethod("toBuilder").invoke(read);
      return builder.getClass().getMethod("build").invoke(builder);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  /** Names of all objects that callers send, at any depth. */
  private Set<String> sent() {
    Set<String> sent = new TreeSet<>();
    specs
        .yaml("openapi.yaml")
        .get("paths")
        .forEach(
            path ->
                // without callbacks, which the vendor sends to us
                specs
                    .yaml(path.get("$ref").asText())
                    .forEach(operation -> addBodies(operation, sent)));
    sent.removeIf(name -> !schema(name).has("properties"));
    return sent;
  }

  private void addBodies(JsonNode operation, Set<String> sent) {
    operation.path("requestBody").path("content").forEach(type -> addNames(type, sent));
  }

  private void addNames(JsonNode schema, Set<String> names) {
    if (schema.isMissingNode()) {
      return;
    }
    if (schema.has("$ref") && names.add(name(schema))) {
      addNames(schema(name(schema)), names);
    }
    for (String part : new String[] {"schema", "items", "additionalProperties"}) {
      addNames(schema.path(part), names);
    }
    for (String parts : new String[] {"properties", "allOf", "anyOf"}) {
      schema.path(parts).forEach(each -> addNames(each, names));
    }
  }

  private static String name(JsonNode reference) {
    return reference.get("$ref").asText().replaceAll(".*/|\\.yaml", "");
  }

  private JsonNode schema(String name) {
    return specs.yaml("components/schemas/" + name + ".yaml");
  }

  /** All that may be set together, from the examples of the properties. */
  private ObjectNode valid(String name) {
    ObjectNode valid = JSON.objectNode();
    schemas.properties(name).forEach((member, property) -> valid.set(member, sample(property)));
    texts(schema(name).path("x-one-of-required")).stream().skip(1).forEach(valid::remove);
    return valid;
  }

  private JsonNode sample(JsonNode property) {
    return Stream.of(property, schemas.resolved(property))
        .map(each -> each.path("example"))
        .filter(each -> !each.isMissingNode())
        .findFirst()
        .orElseGet(
            () ->
                property.has("items")
                    ? JSON.arrayNode().add(sample(property.get("items")))
                    : property.has("allOf")
                        ? sample(property.get("allOf").get(0))
                        : valid(name(property)));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static ObjectNode with(ObjectNode json, String member, JsonNode value) {
    ObjectNode changed = json.deepCopy();
    changed.set(member, value);
    return changed;
  }
}
