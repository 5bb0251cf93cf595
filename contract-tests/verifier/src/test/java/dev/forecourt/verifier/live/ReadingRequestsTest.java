package dev.forecourt.verifier.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReadingRequestsTest {
  private static final String CONTRACT =
      """
      security: [{key: []}]
      components: {securitySchemes: {key: {type: apiKey, in: query, name: api_key}}}
      paths:
        /cars/{id}:
          get:
            operationId: getCar
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}, example: a b}
              - {name: lang, in: header, schema: {type: string, enum: [de, fr]}}
              - {name: full, in: query, schema: {type: boolean, default: false}}
              - {name: filter, in: query, schema: {type: object}, example: {a: 1}}
          delete: {operationId: deleteCar}
        /parts/{id}:
          get:
            operationId: getPart
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
        /orders:
          get: {operationId: closeOrders}
      """;

  private final ReadingRequests requests = ReadingRequests.of(contract());

  @Test
  void asksWithRequiredParametersAndOncePerOptionalOne() {
    assertThat(requests.requests())
        .extracting(ReadingRequest::name)
        .containsExactly("getCar: required parameters only", "getCar: with full");
  }

  @Test
  void encodesExamplesAndTakesOwnValuesInTheirPlace() {
    ReadingRequest full = requests.requests().get(1);
    Map<String, String> key = Map.of("api_key", "s&cret");

    assertThat(full.target(UnaryOperator.identity(), key))
        .isEqualTo("/cars/a%20b?full=false&api_key=s%26cret");
    assertThat(full.target(ours -> ours.equals("a b") ? "4711" : ours, key))
        .isEqualTo("/cars/4711?full=false&api_key=s%26cret");
    assertThat(full.headers()).containsExactly(Map.entry("lang", "de"));
  }

  @Test
  void namesTheParameterThatHasNoExample() {
    assertThat(requests.leftOut())
        .containsExactly("getPart: the contract has no example of its parameter id");
  }

  private static JsonNode contract() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(CONTRACT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
