package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.check.Findings;
import dev.forecourt.verifier.check.Reading;
import dev.forecourt.verifier.check.RequestCheck;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.pact.PactReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The committed pacts, by the verifier's checker, as if they had really happened: no interaction
 * may say what the contract does not allow, and those that a vendor refuses must be refused by the
 * contract too.
 */
final class PactChecker implements Checker {
  static final String NAME = "pacts";

  private final List<Exchange> interactions;

  /** The pacts of one vendor. */
  PactChecker(List<JsonNode> pacts) {
    this.interactions =
        pacts.stream()
            .flatMap(pact -> PactReader.exchanges(pact).stream())
            .map(Exchange::withUnknownBody)
            .toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> problems(ContractCopy contract, @Nullable Mutant mutant) {
    Set<String> problems = new TreeSet<>();
    List<Exchange> touched =
        interactions.stream()
            .filter(each -> mutant == null || mutant.operations().contains(each.operationId()))
            .toList();
    if (touched.isEmpty()) {
      return problems;
    }
    ContractTree tree = new ContractTree(contract.bundle());
    SchemaCheck schemas = SchemaCheck.ofTraffic(tree);
    for (Exchange each : touched) {
      List<Finding> wrong = findings(tree, schemas, each);
      if (wrong.isEmpty()) {
        // to take what was refused is a finding as well
        problems.add(each.description() + ": nothing is wrong");
      }
      wrong.forEach(
          found ->
              problems.add(
                  "%s: %s %s %s"
                      .formatted(
                          each.description(),
                          found.rule(),
                          found.inPact(),
                          found.details().keyword())));
    }
    return problems;
  }

  private static List<Finding> findings(
      ContractTree contract, SchemaCheck schemas, Exchange exchange) {
    Findings report = new Findings(exchange.description());
    AnswerCheck answer =
        new AnswerCheck(contract, schemas, exchange.answer(), Reading.SEEN, report);
    if (exchange.kind() == Exchange.Kind.MESSAGE) {
      contract.callbacks().stream()
          .filter(each -> each.text("operationId").equals(exchange.operationId()))
          .findFirst()
          .ifPresentOrElse(
              each -> answer.body(contract.to(each, "requestBody")),
              () -> report.add("message.operation", "", "/paths", "no such callback"));
      return report.findings();
    }
    Optional<String> template = contract.template(exchange.path());
    Optional<Spot> operation =
        template.map(each -> contract.operation(each, exchange.method())).filter(Spot::exists);
    if (operation.isEmpty()) {
      report.add("request.path", "", "/paths", "no such operation");
      return report.findings();
    }
    new RequestCheck(contract, schemas, operation.get(), exchange, Reading.SEEN, report)
        .check(template.get());
    answer.check(operation.get(), exchange.status());
    if (!operation.get().to("responses", String.valueOf(exchange.status())).exists()) {
      // the default answers everything, and so hides that a status is gone
      report.add("response.status", "", operation.get().pointer(), "no answer of its own");
    }
    return report.findings();
  }
}
