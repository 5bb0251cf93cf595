package dev.forecourt.verifier.check;

import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.FieldValues;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The expected answer of an interaction beside those of its operation. */
public final class AnswerCheck {
  /** What any answer may have. */
  private static final Set<String> OF_HTTP =
      Set.of("cache-control", "connection", "content-length", "content-type", "date", "server");

  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final Message answer;
  private final Findings report;

  public AnswerCheck(ContractTree contract, SchemaCheck schemas, Message answer, Findings report) {
    this.contract = contract;
    this.schemas = schemas;
    this.answer = answer;
    this.report = report;
  }

  /** What an operation documents for a status: itself, its range or the default. */
  public static Optional<Spot> response(ContractTree contract, Spot operation, int status) {
    return Stream.of(String.valueOf(status), status / 100 + "XX", status / 100 + "xx", "default")
        .map(key -> contract.to(operation, "responses", key))
        .filter(Spot::exists)
        .findFirst();
  }

  public void check(Spot operation, int status) {
    Optional<Spot> response = response(contract, operation, status);
    if (response.isEmpty()) {
      report.add(
          "response.status",
          answer.place() + ".status",
          operation.to("responses").pointer(),
          "the operation answers no " + status);
      return;
    }
    headers(response.get());
    body(response.get());
  }

  private void headers(Spot response) {
    answer
        .headers()
        .forEach(
            (name, texts) -> {
              Optional<Spot> header = header(contract, response, name);
              String place = answer.place() + ".headers['" + name + "']";
              if (header.isPresent()) {
                Spot schema = contract.to(header.get(), "schema");
                report.addAll(
                    "response.header",
                    place,
                    schemas.problems(
                        schema, new FieldValues(schemas).value(List.of(schema), texts)));
              } else if (!OF_HTTP.contains(name.toLowerCase(Locale.ROOT))) {
                report.add(
                    "response.header.unknown",
                    place,
                    response.to("headers").pointer(),
                    "the answer has no header " + name);
              }
            });
  }

  public static Optional<Spot> header(ContractTree contract, Spot response, String name) {
    return ContractTree.children(response.to("headers")).stream()
        .filter(
            header ->
                header
                    .pointer()
                    .toLowerCase(Locale.ROOT)
                    .endsWith("/" + name.toLowerCase(Locale.ROOT)))
        .map(contract::meant)
        .findFirst();
  }

  /** The body of an answer or of a message, which has no status and no headers. */
  public void body(Spot holder) {
    boolean silent = answer.body().isMissingNode();
    if (silent && answer.type().isEmpty()) {
      return;
    }
    Spot media = holder.to("content", answer.type());
    if (!media.exists()) {
      report.add(
          "response.body.type",
          silent ? answer.place() + ".headers['Content-Type']" : answer.bodyPlace(),
          holder.to("content").exists() ? holder.to("content").pointer() : holder.pointer(),
          "the contract has no body of type '%s' here".formatted(answer.type()));
      return;
    }
    if (!silent) {
      report.addAll(
          "response.body",
          answer.bodyPlace(),
          schemas.problems(contract.to(media, "schema"), answer.body()));
    }
  }
}
