package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.forecourt.mock.codegen.document.ContractReader;
import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made from schemas, judged by a validator that is not ours. */
final class SamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: string, minLength: 10, maxLength: 12}",
        "{type: string, maxLength: 2}",
        "{type: string, pattern: '^[A-Z]{2}-\\d{4}$'}",
        "{type: string, pattern: '^\\+?[1-9]\\d{1,14}$', minLength: 5}",
        "{type: string, pattern: '^(red|green)-[0-9a-f]+$', maxLength: 9}",
        "{type: string, pattern: '[A-HJ-NPR-Z0-9]{17}'}",
        "{type: string, format: date}",
        "{type: string, format: date-time}",
        "{type: string, format: time}",
        "{type: string, format: duration}",
        "{type: string, format: email}",
        "{type: string, format: uri}",
        "{type: string, format: uri-reference}",
        "{type: string, format: uuid}",
        "{type: string, format: ipv4}",
        "{type: string, format: ipv6}",
        "{type: string, format: hostname}",
        "{type: string, format: json-pointer}",
        "{type: string, format: uuid, maxLength: 36}",
        "{type: string, enum: [a, b]}",
        "{type: integer, minimum: 5}",
        "{type: integer, maximum: -5}",
        "{type: integer, exclusiveMinimum: 5, exclusiveMaximum: 7}",
        "{type: integer, multipleOf: 7, minimum: 20}",
        "{type: number, minimum: 0.1, maximum: 0.2}",
        "{type: number, exclusiveMinimum: 0, maximum: 1}",
        "{type: number, multipleOf: 0.25, minimum: 3.1}",
        "{type: integer, format: int32, minimum: -3, maximum: -1}",
        "{type: array, items: {type: integer}, minItems: 3, uniqueItems: true}",
        "{type: array, items: {type: string, enum: [a, b, c]}, minItems: 3, uniqueItems: true}",
        "{type: array, maxItems: 0}",
        "{type: array, prefixItems: [{type: integer}, {type: string}], items: false}",
        "{type: array, contains: {const: 3}, minContains: 2}",
        "{type: object, additionalProperties: {type: integer}, minProperties: 2}",
        "{type: object, additionalProperties: {type: integer}, propertyNames: {pattern:"
            + " '^x_[a-z]{3}$'}}",
        "{type: object, required: [a], additionalProperties: false, properties: {a: {type: string},"
            + " b: {type: number}}}",
        "{type: object, maxProperties: 1, properties: {a: {type: string}, b: {type: string}}}",
        "{type: object, required: [x], properties: {a: {type: string}}}",
        "{type: object, properties: {a: {type: string}}, dependentRequired: {a: [b]}}",
        "{type: object, properties: {k: {const: x}}, required: [k], if: {properties: {k: {const:"
            + " x}}}, then: {required: [y]}}",
        "{const: {a: [1, null]}}",
        "{type: [string, 'null'], minLength: 3}",
        "{type: 'null'}",
        "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object,"
            + " required: [b], properties: {b: {type: string}}}]}",
        "{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object,"
            + " properties: {a: {type: string}, b: {type: integer}}}]}",
        "{oneOf: [{type: integer, multipleOf: 2}, {type: integer, multipleOf: 3}]}",
        "{anyOf: [{type: string, maxLength: 1}, {type: integer}]}",
        "{allOf: [{type: object, required: [a], properties: {a: {type: integer}}}, {required: [b],"
            + " properties: {a: {minimum: 10}, b: {type: string}}}]}",
        "{type: object, required: [t], properties: {t: {type: string}}, oneOf: [{properties: {t:"
            + " {const: a}}}, {properties: {t: {const: b}, n: {type: integer}}, required: [n]}]}",
        "{allOf: [{$ref: '#/components/schemas/Node'}, {required: [extra], properties: {extra:"
            + " {type: boolean}}}]}",
        "{$ref: '#/components/schemas/Node'}",
        "{$ref: '#/components/schemas/Tree'}",
        "{$ref: '#/components/schemas/Pet'}",
        "{$ref: '#/components/schemas/Either'}",
        "{type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required:"
            + " [a]}, {required: [b]}]}",
        "{not: {type: object}}",
        "{type: string, example: 7}",
        "{type: string, default: ok, maxLength: 3, example: too long}",
        "{type: string, format: date-time, example: yesterday}",
        "{minimum: 3}",
        "{}",
        "true",
      })
  void fitTheirSchema(String schema) throws IOException {
    OpenAPI contract = contract(schema);
    Samples samples = new Samples(new Schemas(contract), false);

    for (int number = 0; number < 5; number++) {
      Object value = samples.of(contract.getComponents().getSchemas().get("It"), "name", number);

      assertThat(errors(schema, Values.json(value))).as(Values.json(value)).isEmpty();
    }
  }

  @Test
  void differByTheirNumber() throws IOException {
    OpenAPI contract =
        contract(
            "{type: object, properties: {id: {type: integer}, name: {type: string}, day: {type:"
                + " string, format: date}}}");
    Samples samples = new Samples(new Schemas(contract), false);
    Set<String> all = new LinkedHashSet<>();

    for (int number = 0; number < 3; number++) {
      all.add(
          Values.json(samples.of(contract.getComponents().getSchemas().get("It"), "x", number)));
    }

    assertThat(all)
        .containsExactly(
            "{\"id\":1,\"name\":\"name\",\"day\":\"2026-01-15\"}",
            "{\"id\":2,\"name\":\"name 2\",\"day\":\"2026-01-16\"}",
            "{\"id\":3,\"name\":\"name 3\",\"day\":\"2026-01-17\"}");
  }

  @Test
  void sayOfWhichKindTheyAre() throws IOException {
    OpenAPI contract = contract("{$ref: '#/components/schemas/Either'}");

    Object value =
        new Samples(new Schemas(contract), false)
            .of(contract.getComponents().getSchemas().get("It"), "x", 0);

    assertThat(Values.json(value)).isEqualTo("{\"kind\":\"kitty\",\"purrs\":true}");
  }

  @Test
  void leaveOutWhatFitsTwoAlternatives() throws IOException {
    OpenAPI contract =
        contract(
            "{type: object, required: [must], properties: {must: {$ref:"
                + " '#/components/schemas/Feline'}, may: {$ref: '#/components/schemas/Feline'},"
                + " all: {type: array, items: {$ref: '#/components/schemas/Feline'}}}}");
    Samples samples = new Samples(new Schemas(contract), false);
    Schema<?> it = contract.getComponents().getSchemas().get("It");

    Object value = samples.of(it, "x", 0);

    assertThat(Values.json(value))
        .isEqualTo("{\"must\":{\"kind\":\"Cat\",\"purrs\":true},\"all\":[]}");
    assertThat(samples.fits(it, value)).as("as its name says").isTrue();
    assertThat(samples.fitsOneAlone(it, value)).isFalse();
    assertThat(samples.fitsOneAlone(it, Map.of("must", Map.of("kind", "Lion", "purrs", 1L))))
        .as("no cat, which purrs true or false")
        .isTrue();
  }

  @Test
  void areTheFirstAlternativeWhereNoValueFitsOneAlone() throws IOException {
    OpenAPI contract =
        contract(
            "{oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties:"
                + " {b: {type: string}}}]}");
    Samples samples = new Samples(new Schemas(contract), false);
    Schema<?> it = contract.getComponents().getSchemas().get("It");

    Object value = samples.of(it, "x", 0);

    assertThat(Values.json(value)).isEqualTo("{\"a\":\"a\"}");
    assertThat(samples.fits(it, value)).isFalse();
  }

  @Test
  void leaveOutWhatOnlyRequestsHold() throws IOException {
    OpenAPI contract =
        contract(
            "{type: object, required: [a, secret], properties: {a: {type: string}, secret: {type:"
                + " string, writeOnly: true}}}");

    Object value =
        new Samples(new Schemas(contract), false)
            .of(contract.getComponents().getSchemas().get("It"), "x", 0);

    assertThat(Values.json(value)).isEqualTo("{\"a\":\"a\"}");
  }

  private static String document(String schema) {
    return """
    openapi: 3.1.0
    info: {title: Samples, version: "1"}
    x-mock-port: 4999
    paths: {}
    components:
      schemas:
        It: %s
        Node: {type: object, required: [n], properties: {n: {type: integer}, next: {$ref: "#/components/schemas/Node"}, all: {type: array, items: {$ref: "#/components/schemas/Node"}}}}
        Tree: {type: object, required: [children], properties: {children: {type: array, items: {$ref: "#/components/schemas/Tree"}}, parent: {anyOf: [{$ref: "#/components/schemas/Tree"}, {type: "null"}]}}}
        Animal: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind, mapping: {hound: "#/components/schemas/Pet"}}}
        Pet: {allOf: [{$ref: "#/components/schemas/Animal"}, {type: object, properties: {barks: {type: boolean}}}]}
        Cat: {type: object, required: [kind], properties: {kind: {type: string}, purrs: {type: boolean}}}
        Dog: {type: object, required: [kind, barks], properties: {kind: {type: string}, barks: {type: boolean}}}
        Lion: {type: object, required: [kind], properties: {kind: {type: string}, roars: {type: boolean}}}
        Feline: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Lion"}], discriminator: {propertyName: kind}}
        Either: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind, mapping: {kitty: "#/components/schemas/Cat"}}}
    """
        .formatted(schema);
  }

  private OpenAPI contract(String schema) throws IOException {
    Path file = Files.writeString(folder.resolve("openapi.yaml"), document(schema));
    Findings findings = new Findings();
    OpenAPI contract = ContractReader.read(file, findings);
    assertThat(findings.refusals()).isEmpty();
    return contract;
  }

  private static java.util.List<com.networknt.schema.Error> errors(String schema, String value)
      throws IOException {
    String json =
        JSON.writeValueAsString(
            new ObjectMapper(new com.fasterxml.jackson.dataformat.yaml.YAMLFactory())
                .readTree(document(schema)));
    String at = "https://contract.invalid/openapi.json";
    return SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(java.util.Map.of(at, json)))
        .getSchema(com.networknt.schema.SchemaLocation.of(at + "#/components/schemas/It"))
        .validate(
            JSON.readTree(value),
            context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
  }
}
