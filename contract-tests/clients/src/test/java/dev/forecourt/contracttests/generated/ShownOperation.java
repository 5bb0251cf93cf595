package dev.forecourt.contracttests.generated;

import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.MediaTypes;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.contract.VendorContracts;
import java.net.http.HttpResponse;
import java.util.List;

/** What the contract allows of the requests and answers of one operation, as a pact says it. */
final class ShownOperation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ContractTree contract;
  private final Spot operation;

  private ShownOperation(ContractTree contract, Spot operation) {
    this.contract = contract;
    this.operation = operation;
  }

  static ShownOperation of(String vendor, ShownCalls.Shown call) {
    ContractTree contract = new ContractTree(VendorContracts.in(Checkout.file("specs")).of(vendor));
    String template = contract.template(call.path()).orElseThrow();
    return new ShownOperation(contract, contract.operation(template, call.method()));
  }

  /**
   * What the texts of a parameter match; just this one if the contract says more than a pattern.
   */
  String pattern(String in, String name, String text) {
    return contract.parameters(operation).stream()
        .filter(each -> each.text("in").equals(in) && each.text("name").equals(name))
        .findFirst()
        .flatMap(
            parameter ->
                TextPatterns.ofRequests(contract).ofParameter(contract.to(parameter, "schema")))
        .filter(text::matches)
        .orElseGet(() -> TextPatterns.literal(text));
  }

  /** The interaction: that request, and what this answer says to a client. */
  V4Pact answered(PactDslRequestWithPath request, HttpResponse<String> answer) {
    PactDslResponse response = request.willRespondWith().status(answer.statusCode());
    if (answer.body().isEmpty()) {
      return response.toPact(V4Pact.class);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    PactBody body = PactBody.of(contract.root().node(), schema(answer, type), read(answer.body()));
    V4Pact pact =
        response
            .matchHeader("Content-Type", TextPatterns.type(type), type)
            .body(body.example().toString(), type)
            .toPact(V4Pact.class);
    List<Interaction> all = pact.getInteractions();
    MatchingRuleCategory rules =
        all.get(all.size() - 1)
            .asV4Interaction()
            .asSynchronousRequestResponse()
            .getResponse()
            .getMatchingRules()
            .addCategory("body");
    body.rules().forEach(rules::addRule);
    return pact;
  }

  private Spot schema(HttpResponse<String> answer, String type) {
    Spot response = AnswerCheck.response(contract, operation, answer.statusCode()).orElseThrow();
    return contract.to(MediaTypes.find(response.to("content"), type), "schema");
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
