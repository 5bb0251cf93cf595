package dev.forecourt.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.forecourt.contract.publish.PublishedForm;
import dev.forecourt.contract.tools.Bundle;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A contract of OpenAPI 3.1, as imported ones may be, is published as 3.1 and as 3.0. */
class NewerContractsTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @Test
  void allowsAndRefusesTheSameValuesInBothVersions() throws Exception {
    ObjectNode contract = contract("newer");
    ValueChecker ofContract = new ValueChecker(contract);
    ValueChecker of30 = new ValueChecker(PublishedForm.of(contract));
    ValueChecker of31 = new ValueChecker(PublishedForm.asOpenApi31(contract));
    List<String> differences = new ArrayList<>();
    Set<Boolean> seen = new HashSet<>();

    each(
        contract,
        (name, value) -> {
          boolean allowed = ofContract.allows(name, value);
          seen.add(allowed);
          if (of31.allows(name, value) != allowed) {
            differences.add("3.1 " + name + (allowed ? " must allow " : " must refuse ") + value);
          }
          if (of30.allows(name, value) != allowed) {
            differences.add("3.0 " + name + (allowed ? " must allow " : " must refuse ") + value);
          }
        });

    assertThat(differences).isEmpty();
    assertThat(seen).containsExactlyInAnyOrder(true, false);
  }

  /** Where 3.0 has no words for a rule, it allows more; never less. */
  @Test
  void refusesNothingThatTheContractAllows() throws Exception {
    ObjectNode contract = contract("newer-only");
    ValueChecker ofContract = new ValueChecker(contract);
    ValueChecker of30 = new ValueChecker(PublishedForm.of(contract));
    ValueChecker of31 = new ValueChecker(PublishedForm.asOpenApi31(contract));
    List<String> wrong = new ArrayList<>();

    each(
        contract,
        (name, value) -> {
          boolean allowed = ofContract.allows(name, value);
          if (of31.allows(name, value) != allowed) {
            wrong.add("3.1 " + name + " " + value);
          }
          if (allowed && !of30.allows(name, value)) {
            wrong.add("3.0 " + name + " must allow " + value);
          }
        });

    assertThat(wrong).isEmpty();
  }

  @Test
  void readsWithoutAMessageIn30() throws Exception {
    for (String name : List.of("newer", "newer-only")) {
      ObjectNode published = PublishedForm.of(contract(name));

      List<String> messages =
          new OpenAPIV3Parser().readContents(published.toString()).getMessages();

      assertThat(messages).as(name).isEmpty();
    }
  }

  @Test
  void saysIn30NothingThatOnly31Knows() throws Exception {
    ObjectNode published = PublishedForm.of(contract("newer"));

    assertThat(published.path("openapi").asText()).isEqualTo("3.0.3");
    assertThat(published.path("info"))
        .isEqualTo(yaml("{title: Newer, version: '1', license: {name: Apache 2.0}}"));
    assertThat(published.has("jsonSchemaDialect")).isFalse();
    assertThat(published.has("webhooks")).isFalse();
    assertThat(published.at("/x-webhooks/sold/post/operationId").asText()).isEqualTo("onSold");
    assertThat(published.at("/paths/~1cars/get/operationId").asText()).isEqualTo("listCars");
    assertThat(published.at("/components/pathItems").isMissingNode()).isTrue();
    assertThat(published.at("/paths/~1keys/get/responses/default/description").asText())
        .isEqualTo("Any answer: the contract names none.");
    assertThat(published.at("/paths/~1keys/get/security")).isEqualTo(yaml("[{token: [read]}]"));
    assertThat(published.path("security")).isEqualTo(yaml("[{}, {key: []}]"));
    assertThat(published.at("/components/securitySchemes/certificate").isMissingNode()).isTrue();
    assertThat(published.at("/components/schemas/Kind"))
        .isEqualTo(yaml("{type: string, enum: [car, van], description: Kind of vehicle}"));
    assertThat(published.at("/components/schemas/Car/properties/kind"))
        .isEqualTo(yaml("{description: What it is, type: string, enum: [car, van]}"));
    assertThat(published.at("/components/schemas/Car/properties/owner"))
        .isEqualTo(
            yaml(
                """
                description: Who has it
                type: object
                required: [name]
                properties: {name: {type: string}}
                nullable: true
                """));
    assertThat(published.at("/components/schemas/Text"))
        .isEqualTo(yaml("{type: string, minLength: 1, example: x}"));
    assertThat(published.at("/components/schemas/Car/properties/file"))
        .isEqualTo(yaml("{type: string, format: byte}"));
  }

  /** With the mock as its first server, like every contract. */
  @Test
  void staysAsItIsIn31() throws Exception {
    ObjectNode contract = contract("newer");

    ObjectNode published = PublishedForm.asOpenApi31(contract);

    assertThat(published.at("/servers/0/url").asText()).isEqualTo("http://127.0.0.1:4098");
    published.set("servers", contract.path("servers"));
    // the one form that tools misread in both versions
    assertThat(published.at("/components/schemas/Either/anyOf").isArray()).isTrue();
    assertThat(published).isEqualTo(contract);
  }

  @Test
  void keepsAsAnExtensionWhat30CannotSay() throws Exception {
    JsonNode schemas = PublishedForm.of(contract("newer-only")).at("/components/schemas");

    assertThat(schemas.path("Card").path("x-dependentRequired"))
        .isEqualTo(yaml("{number: [until]}"));
    assertThat(schemas.at("/Parts/properties/first/$ref").asText())
        .isEqualTo("#/components/schemas/Parts/x-$defs/Part");
    assertThat(schemas.at("/Parts/x-$defs/Part")).isEqualTo(yaml("{type: string, nullable: true}"));
    assertThat(schemas.path("Pair").path("maxItems").asInt()).isEqualTo(2);
  }

  private interface Visitor {
    void visit(String name, JsonNode value);
  }

  private static void each(ObjectNode contract, Visitor visitor) throws IOException {
    List<JsonNode> values = new SampleValues(contract).all();
    for (var schema : contract.at("/components/schemas").properties()) {
      values.forEach(value -> visitor.visit(schema.getKey(), value));
    }
  }

  private static ObjectNode contract(String name) throws URISyntaxException {
    return Bundle.of(
        Path.of(Objects.requireNonNull(NewerContractsTest.class.getResource("/" + name)).toURI()));
  }

  private static JsonNode yaml(String yaml) throws JsonProcessingException {
    return YAML.readTree(yaml);
  }
}
