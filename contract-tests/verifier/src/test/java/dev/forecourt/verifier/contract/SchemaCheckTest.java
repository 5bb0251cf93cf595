package dev.forecourt.verifier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * In answers a {@code oneOf} is read as {@code anyOf}; places in it stay those of the contract.
   */
  @Test
  void checksWhatStandsInsideAChoice() throws JsonProcessingException {
    ContractTree contract =
        contract(
            "3.0.3", "{'oneOf': [{'type': 'object', 'properties': {'n': {'type': 'integer'}}}]}");
    Spot inner = contract.root().to("components", "schemas", "S", "oneOf", "0", "properties", "n");

    assertThat(SchemaCheck.ofAnswers(contract).problems(inner, json("1"))).isEmpty();
    assertThat(SchemaCheck.ofAnswers(contract).problems(inner, json("'x'")))
        .extracting(SchemaCheck.Problem::inContract)
        .containsExactly("/components/schemas/S/oneOf/0/properties/n/type");
  }

  /** Lists of types and const are words of 3.1, which the validator for 3.0 passes over. */
  @ParameterizedTest
  @CsvSource({"null, true", "'\"a\"', true", "'\"b\"', false", "1, false"})
  void checksContractsOf31ByTheirOwnWords(String value, boolean expected)
      throws JsonProcessingException {
    ContractTree contract =
        contract("3.1.0", "{'anyOf': [{'type': ['null']}, {'type': ['string'], 'const': 'a'}]}");
    Spot schema = contract.root().to("components", "schemas", "S");

    boolean fits =
        SchemaCheck.ofRequests(contract).problems(schema, JSON.readTree(value)).isEmpty();

    assertThat(fits).isEqualTo(expected);
  }

  @Test
  void asksForNoMemberInARequestThatOnlyTheVendorSets() throws JsonProcessingException {
    ContractTree contract =
        contract(
            "3.0.3",
            "{'type': 'object', 'required': ['id', 'name'], 'properties': {'id': {'type': 'string',"
                + " 'readOnly': true}, 'name': {'type': 'string'}}}");
    Spot schema = contract.root().to("components", "schemas", "S");

    assertThat(SchemaCheck.ofRequests(contract).problems(schema, json("{'name': 'a'}"))).isEmpty();
    assertThat(SchemaCheck.ofRequests(contract).problems(schema, json("{'id': 'a'}")))
        .extracting(SchemaCheck.Problem::subject)
        .containsExactly("name");
  }

  private static ContractTree contract(String version, String schema)
      throws JsonProcessingException {
    return new ContractTree(
        json("{'openapi': '%s', 'components': {'schemas': {'S': %s}}}".formatted(version, schema)));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
