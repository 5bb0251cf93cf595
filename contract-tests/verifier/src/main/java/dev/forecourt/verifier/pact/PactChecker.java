package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.check.Findings;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.check.RequestCheck;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.contract.VendorContracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pact files against a contract, without any server and without Node: requests, answers and
 * messages, and matchers that allow more than the contract does. For pacts of any tool and version.
 *
 * <pre>{@code
 * PactCheck check = PactChecker.of("fidcar").check(Path.of("their-pact.json"));
 * check.findings().forEach(System.out::println);
 * }</pre>
 */
public final class PactChecker {
  private final ContractTree contract;
  private final SchemaCheck requests;
  private final SchemaCheck answers;

  private PactChecker(JsonNode contract) {
    this.contract = new ContractTree(contract);
    this.requests = SchemaCheck.ofRequests(this.contract);
    this.answers = SchemaCheck.ofAnswers(this.contract);
  }

  /** For the packaged contract of a vendor. */
  public static PactChecker of(String vendor) {
    return of(VendorContracts.packaged().of(vendor));
  }

  /** For a contract in one document, with references into itself only. */
  public static PactChecker of(JsonNode contract) {
    return new PactChecker(contract);
  }

  /** What a contract does not allow in a pact file. */
  public static PactCheck check(JsonNode contract, Path pact) {
    return of(contract).check(pact);
  }

  /** What the contract does not allow in a pact file. */
  public PactCheck check(Path pact) {
    try {
      return check(new ObjectMapper().readTree(pact.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the pact file " + pact, e);
    }
  }

  /** What the contract does not allow in a pact. */
  public PactCheck check(JsonNode pact) {
    int calls = 0;
    int messages = 0;
    int matchers = 0;
    Set<String> operations = new TreeSet<>();
    List<Finding> findings = new ArrayList<>();
    for (PactEntry entry : PactReader.read(pact)) {
      Exchange each = entry.exchange();
      Findings report = new Findings(each.description());
      Optional<Spot> operation = check(entry, report);
      if (operation.isPresent()) {
        operations.add(operation.get().text("operationId"));
        calls += each.kind() == Exchange.Kind.CALL ? 1 : 0;
        messages += each.kind() == Exchange.Kind.MESSAGE ? 1 : 0;
        matchers += count(each.request());
        matchers += each.kind() == Exchange.Kind.CALL ? count(each.answer()) : 0;
      }
      findings.addAll(report.findings());
    }
    return new PactCheck(calls, messages, matchers, operations, findings);
  }

  /** Matchers of keys have those of the keys in them; all others stand for themselves. */
  private static int count(Message message) {
    return message.rules().stream()
        .mapToInt(
            rule -> 1 + (MatcherValues.isOfKeys(rule) ? rule.matcher().path("rules").size() : 0))
        .sum();
  }

  /** What the contract does not allow in one interaction. */
  List<Finding> findings(PactEntry entry) {
    Findings report = new Findings(entry.exchange().description());
    check(entry, report);
    return report.findings();
  }

  /** The operation that the interaction is of, if it could be checked. */
  private Optional<Spot> check(PactEntry entry, Findings report) {
    Exchange each = entry.exchange();
    if (!entry.plugins().isEmpty()) {
      report.add(
          "interaction.plugin",
          each.place() + ".pluginConfiguration",
          "/paths",
          ("is written with the plugin %s, which only its own tool can read. Write it with Pact's own"
                  + " matchers, or keep it in a pact of its own")
              .formatted(String.join(", ", entry.plugins())));
      return Optional.empty();
    }
    return switch (each.kind()) {
      case CALL -> call(entry, report);
      case MESSAGE -> message(entry, report);
      case OTHER -> unsupported(each, report);
    };
  }

  private Optional<Spot> call(PactEntry entry, Findings report) {
    Exchange call = entry.exchange();
    Optional<String> template = contract.template(call.path());
    if (template.isEmpty()) {
      report.add(
          "request.path", call.place() + ".request.path", "/paths", "no path takes " + call.path());
      return Optional.empty();
    }
    Spot operation = contract.operation(template.get(), call.method());
    if (!operation.exists()) {
      report.add(
          "request.method",
          call.place() + ".request.method",
          contract.root().to("paths", template.get()).pointer(),
          "the path has no operation " + call.method());
      return Optional.empty();
    }
    RequestCheck request = new RequestCheck(contract, requests, operation, call, report);
    request.check(template.get());
    new AnswerCheck(contract, answers, call.answer(), report).check(operation, call.status());
    matchers(entry.asMatched(), operation, request, report);
    if (!entry.generators().isEmpty()) {
      matchers(entry.asGenerated(), operation, request, report);
    }
    return Optional.of(operation);
  }

  private void matchers(Exchange call, Spot operation, RequestCheck request, Findings report) {
    MatcherCheck ofRequest =
        new MatcherCheck(contract, requests, call.request(), MatcherCheck.Direction.SENT, report);
    ofRequest.path(call, operation);
    ofRequest.parameters(operation);
    Spot content = contract.to(operation, "requestBody", "content");
    ofRequest.types(content);
    Spot schema = contract.to(content.to(call.request().type()), "schema");
    ofRequest.body(schema, request.content(schema));
    MatcherCheck ofAnswer =
        new MatcherCheck(contract, answers, call.answer(), MatcherCheck.Direction.READ, report);
    AnswerCheck.response(contract, operation, call.status())
        .ifPresent(
            response -> {
              ofAnswer.headers(response);
              ofAnswer.statuses(operation);
              ofAnswer.types(response.to("content"));
              ofAnswer.body(
                  contract.to(response.to("content", call.answer().type()), "schema"),
                  call.answer().body());
            });
  }

  private Optional<Spot> message(PactEntry entry, Findings report) {
    Exchange message = entry.exchange();
    List<Spot> callbacks = contract.callbacks();
    Optional<Spot> operation =
        callbacks.stream()
            .filter(
                each ->
                    each.text("operationId").equals(message.operationId())
                        || callbacks.size() == 1 && message.operationId().isEmpty())
            .findFirst();
    if (operation.isEmpty()) {
      report.add(
          "message.operation",
          message.place(),
          "/paths",
          "no callback of the contract is meant. Name its operationId in comments.references.OpenAPI");
      return Optional.empty();
    }
    Spot body = contract.to(operation.get(), "requestBody");
    new AnswerCheck(contract, answers, message.answer(), report).body(body);
    for (Exchange each : List.of(entry.asMatched(), entry.asGenerated())) {
      new MatcherCheck(contract, answers, each.answer(), MatcherCheck.Direction.READ, report)
          .body(
              contract.to(body.to("content", message.answer().type()), "schema"),
              message.answer().body());
    }
    return operation;
  }

  private static Optional<Spot> unsupported(Exchange other, Findings report) {
    report.add(
        "interaction.kind",
        other.place(),
        "/paths",
        "is neither a call over HTTP nor an asynchronous message; a contract of OpenAPI has no others."
            + " Keep it in a pact of its own");
    return Optional.empty();
  }
}
