package dev.forecourt.trials.specmatic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecmaticContractTest {
  private static final String NONE = "left-out: []";

  static List<String> vendors() throws IOException {
    return Checkout.vendors();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void keepsEveryOperation(String vendor) throws IOException {
    Set<String> operations = SpecmaticContract.operations(contract(vendor));

    for (String provider : List.of("stub", "prism")) {
      assertThat(
              SpecmaticContract.operations(changed(contract(vendor), vendor, provider, NONE))
                  .stream()
                  .map(Share::without)
                  .collect(Collectors.toSet()))
          .isEqualTo(operations);
    }
  }

  @Test
  void sharesManyOptionalParametersOutWithoutLosingOne() throws IOException {
    JsonNode paths = changed(contract("fidcar"), "fidcar", "prism", NONE).path("paths");

    Set<String> names = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path -> {
              if (Share.without(path.getKey()).equals("/api/local")) {
                JsonNode parameters = path.getValue().at("/get/parameters");
                assertThat(parameters.size()).isBetween(1, 2);
                parameters.forEach(each -> names.add(each.path("$ref").asText()));
              }
            });

    assertThat(names).hasSize(contract("fidcar").at("/paths/~1api~1local/get/parameters").size());
  }

  @Test
  void fixesKnownValuesForTheStubOnly() throws IOException {
    String place = "/components/parameters/localId/schema/enum/0";

    assertThat(changed(contract("fidcar"), "fidcar", "stub", NONE).at(place).asInt())
        .isEqualTo(1325);
    assertThat(changed(contract("fidcar"), "fidcar", "prism", NONE).at(place).isMissingNode())
        .isTrue();
  }

  @Test
  void leavesOutReviewedResponses() throws IOException {
    String place = "/paths/~1api~1cars/post/responses/201";
    String reviewed =
        "left-out: [{vendor: autochat, provider: stub, operation: POST /api/cars, status: '201', reason: any}]";

    assertThat(
            changed(contract("autochat"), "autochat", "stub", reviewed).at(place).isMissingNode())
        .isTrue();
    assertThat(
            changed(contract("autochat"), "autochat", "prism", reviewed).at(place).isMissingNode())
        .isFalse();
  }

  @Test
  void boundsWholeNumbersOf32Bits() throws IOException {
    JsonNode schema =
        changed(
                yaml(
                    "{paths: {}, components: {schemas: {Car: {type: integer, format: int32, minimum: 7}}}}"),
                "acme",
                "prism",
                NONE)
            .at("/components/schemas/Car");

    assertThat(schema.path("minimum").asInt()).isEqualTo(7);
    assertThat(schema.path("maximum").asInt()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void spellsOutAlternativesThatOnlyNameRequiredProperties() throws IOException {
    JsonNode schema =
        yaml(
            """
            type: object
            required: [alert]
            oneOf: [{required: [customer]}, {required: [program]}]
            properties: {alert: {type: string}, customer: {type: string}, program: {type: string}}
            """);

    Alternatives.spellOut(schema);

    assertThat(schema)
        .isEqualTo(
            yaml(
                """
                oneOf:
                  - required: [customer, alert]
                    type: object
                    properties: {alert: {type: string}, customer: {type: string}}
                  - required: [program, alert]
                    type: object
                    properties: {alert: {type: string}, program: {type: string}}
                """));
  }

  @Test
  void keepsAlternativesThatAreNoObjects() throws IOException {
    JsonNode schema =
        yaml(
            """
            anyOf: [{$ref: State}, {type: object, nullable: true}]
            properties: {key: {type: string}}
            """);

    Alternatives.spellOut(schema);

    assertThat(schema)
        .isEqualTo(
            yaml(
                """
                oneOf:
                  - {$ref: State}
                  - {type: object, properties: {key: {type: string}}}
                  - {type: string, nullable: true, enum: [null]}
                """));
  }

  private static ObjectNode contract(String vendor) {
    return Bundle.of(Checkout.contract(vendor).getParent());
  }

  private static ObjectNode changed(
      ObjectNode contract, String vendor, String provider, String reviewed) throws IOException {
    return SpecmaticContract.of(contract, vendor, provider, ReviewedFindings.of(reviewed));
  }

  private static ObjectNode yaml(String text) throws IOException {
    return (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(text);
  }
}
