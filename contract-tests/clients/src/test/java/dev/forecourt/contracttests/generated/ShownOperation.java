package dev.forecourt.contracttests.generated;

import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.MediaTypes;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.contract.VendorContracts;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

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

  /** A body without members that the contract does not name: examples may show others. */
  static JsonNode named(JsonNode document, Spot schema, JsonNode body) {
    ContractTree contract = new ContractTree(document);
    JsonNode copy = body.deepCopy();
    SchemaCheck schemas = SchemaCheck.ofRequests(contract);
    schemas.walk(
        List.of(schema),
        copy,
        (here, value) -> {
          if (value instanceof ObjectNode object && !schemas.isOpen(here)) {
            object.properties().removeIf(each -> schemas.member(here, each.getKey()).isEmpty());
          }
        });
    return copy;
  }

  /** Names of the headers that hold credentials, in lower case: of the first way to get in. */
  Set<String> credentials() {
    Set<String> headers = new HashSet<>();
    JsonNode first = contract.security(operation).node().path(0);
    for (String name : (Iterable<String>) first::fieldNames) {
      Spot scheme = contract.scheme(name);
      boolean key = scheme.text("type").equals("apiKey");
      switch (key ? scheme.text("in") : "") {
        case "header" -> headers.add(scheme.text("name").toLowerCase(Locale.ROOT));
        case "cookie" -> headers.add("cookie");
        case "query" -> {}
        default -> headers.add("authorization");
      }
    }
    return headers;
  }

  /**
   * Names of the parameters that hold credentials: of all ways to get in, for the client sends what
   * it has, and a pact tells a query that it does not name from its own.
   */
  Set<String> queryCredentials() {
    Set<String> names = new TreeSet<>();
    for (JsonNode way : contract.security(operation).node()) {
      for (String name : (Iterable<String>) way::fieldNames) {
        Spot scheme = contract.scheme(name);
        if (scheme.text("type").equals("apiKey") && scheme.text("in").equals("query")) {
          names.add(scheme.text("name"));
        }
      }
    }
    return names;
  }

  /** The interaction: that request, and what this answer says to a client. */
  V4Pact answered(PactDslRequestWithPath request, HttpResponse<String> answer) {
    PactDslResponse response = request.willRespondWith().status(answer.statusCode());
    if (answer.body().isEmpty()) {
      return response.toPact(V4Pact.class);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    Spot media = media(answer, type);
    PactBody body =
        PactBody.of(
            contract.root().node(),
            contract.to(media, "schema"),
            read(answer.body()),
            examples(media));
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

  private Spot media(HttpResponse<String> answer, String type) {
    Spot response = AnswerCheck.response(contract, operation, answer.statusCode()).orElseThrow();
    return MediaTypes.find(response.to("content"), type);
  }

  /** Answers that the contract shows. */
  private List<JsonNode> examples(Spot media) {
    Spot named = contract.to(media, "examples");
    List<JsonNode> all = new ArrayList<>(List.of(media.node().path("example")));
    named
        .node()
        .fieldNames()
        .forEachRemaining(name -> all.add(contract.to(named, name, "value").node()));
    all.removeIf(JsonNode::isMissingNode);
    return all;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
