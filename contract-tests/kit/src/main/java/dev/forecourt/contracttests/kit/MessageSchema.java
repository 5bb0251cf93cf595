package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.forecourt.contract.rules.ContractRegistry;
import dev.forecourt.contract.tools.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a contract says of the messages that a vendor sends to us: the body of a callback. */
public final class MessageSchema {
  private static final String CONTRACT = "https://contract.invalid/openapi.json";

  private final JsonNode contract;
  private final Schema schema;

  private MessageSchema(ObjectNode contract, String operationId) {
    this.contract = contract;
    String body = reference(callback(contract, operationId));
    // what is sent is to be in the contract, whatever may come in later versions
    ((ObjectNode) contract.at(body)).put("additionalProperties", false);
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(),
            b ->
                b.schemas(Map.of(CONTRACT, contract.toString()))
                    .schemaRegistryConfig(ContractRegistry.config().build()));
    this.schema = registry.getSchema(SchemaLocation.of(CONTRACT + "#" + body));
  }

  /** The body of this operation, which stands among the callbacks of the vendor's contract. */
  public static MessageSchema of(String vendor, String operationId) {
    return new MessageSchema(Bundle.of(Checkout.contract(vendor).getParent()), operationId);
  }

  /** Operations of the callbacks of a vendor's contract: the messages that it sends. */
  public static Set<String> operations(String vendor) {
    Set<String> operations = new TreeSet<>();
    for (JsonNode callbacks :
        Bundle.of(Checkout.contract(vendor).getParent()).findValues("callbacks")) {
      operations.addAll(callbacks.findValuesAsText("operationId"));
    }
    return operations;
  }

  /** What is wrong with a message; empty if the contract allows it. */
  public List<String> problems(JsonNode message) {
    return schema
        .validate(message, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The values of an enumeration of whole numbers of the contract, but for one. */
  public Set<Integer> values(String enumeration, int but) {
    Set<Integer> values = new TreeSet<>();
    contract
        .at("/components/schemas/" + enumeration + "/enum")
        .forEach(value -> values.add(value.asInt()));
    values.remove(but);
    return values;
  }

  private static JsonNode callback(JsonNode contract, String operationId) {
    for (JsonNode callbacks : contract.findValues("callbacks")) {
      for (JsonNode parent : callbacks.findParents("operationId")) {
        if (parent.path("operationId").asText().equals(operationId)) {
          return parent;
        }
      }
    }
    throw new IllegalArgumentException(
        "No callback of the contract is called " + operationId + ". See callbacks in its paths.");
  }

  private static String reference(JsonNode operation) {
    return operation.at("/requestBody/content/application~1json/schema/$ref").asText().substring(1);
  }
}
