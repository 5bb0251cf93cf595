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

/** The answer of an exchange beside those of its operation. */
public final class AnswerCheck {
  /** What any answer may have. */
  private static final Set<String> OF_HTTP =
      Set.of("cache-control", "connection", "content-length", "content-type", "date", "server");

  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final Message answer;
  private final Reading reading;
  private final Findings report;

  public AnswerCheck(ContractTree contract, SchemaCheck schemas, Message answer, Findings report) {
    this(contract, schemas, answer, Reading.EXPECTED, report);
  }

  public AnswerCheck(
      ContractTree contract,
      SchemaCheck schemas,
      Message answer,
      Reading reading,
      Findings report) {
    this.contract = contract;
    this.schemas = schemas;
    this.answer = answer;
    this.reading = reading;
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
          "the operation answers no " + status,
          Finding.Details.of(String.valueOf(status), answer.body()));
      return;
    }
    headers(response.get());
    if (reading == Reading.SEEN) {
      requiredHeaders(response.get());
      emptiness(response.get());
    }
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
                    answer.readable(
                        reading,
                        "header " + name,
                        schemas.problems(
                            schema, new FieldValues(schemas).value(List.of(schema), texts))));
              } else if (!isStandard(name)) {
                report.add(
                    "response.header.unknown",
                    place,
                    response.to("headers").pointer(),
                    "the answer has no header " + name,
                    Finding.Details.of(name, texts));
              }
            });
  }

  private boolean isStandard(String header) {
    return reading == Reading.EXPECTED
        ? OF_HTTP.contains(header.toLowerCase(Locale.ROOT))
        : StandardHeaders.isOfAnswers(header);
  }

  private void requiredHeaders(Spot response) {
    for (Spot each : ContractTree.children(response.to("headers"))) {
      String name = each.pointer().replaceFirst(".*/", "");
      if (contract.meant(each).node().path("required").asBoolean()
          && !answer.headers().containsKey(name)
          && !answer.lacks(Message.Gap.HEADERS)) {
        report.add(
            "response.header.missing",
            answer.place() + ".headers",
            each.pointer(),
            "lacks the header " + name,
            Finding.Details.of(name));
      }
    }
  }

  /** An answer without a body, where the recording would have it. */
  private void emptiness(Spot response) {
    if (!response.to("content").node().isEmpty()
        && answer.body().isMissingNode()
        && !answer.lacks(Message.Gap.BODY)) {
      report.add(
          "response.body.missing",
          answer.place(),
          response.to("content").pointer(),
          "lacks the body");
    }
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
    if (silent && (answer.type().isEmpty() || answer.header("Content-Length").equals("0"))) {
      return;
    }
    Spot media = MediaTypes.find(holder.to("content"), answer.type());
    if (!media.exists()) {
      report.add(
          "response.body.type",
          silent ? answer.place() + ".headers['Content-Type']" : answer.bodyPlace(),
          holder.to("content").exists() ? holder.to("content").pointer() : holder.pointer(),
          "the contract has no body of type '%s' here".formatted(answer.type()),
          Finding.Details.of(answer.type(), answer.body()));
      return;
    }
    if (!silent) {
      report.addAll(
          "response.body",
          answer.bodyPlace(),
          answer.readable(
              reading, "body", schemas.problems(contract.to(media, "schema"), answer.body())));
    }
  }
}
