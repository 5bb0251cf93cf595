package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a contract says of the messages that a vendor sends to us: the body of a callback. */
public final class MessageSchema {
  private final JsonNode contract;
  private final SchemaCheck schemas;
  private final Spot body;

  private MessageSchema(JsonNode contract, String operationId) {
    ContractTree tree = new ContractTree(contract);
    this.contract = contract;
    this.schemas = SchemaCheck.ofTraffic(tree);
    Spot callback =
        tree.callbacks().stream()
            .filter(each -> each.text("operationId").equals(operationId))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No callback of the contract is called "
                            + operationId
                            + ". See callbacks in its paths."));
    this.body = tree.to(callback, "requestBody", "content", "application/json", "schema");
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
    return schemas.problems(body, message).stream()
        .map(each -> each.inValue() + ": " + each.message())
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
}
