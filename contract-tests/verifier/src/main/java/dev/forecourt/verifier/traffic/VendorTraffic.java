package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.check.Findings;
import dev.forecourt.verifier.check.MediaTypes;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.check.Reading;
import dev.forecourt.verifier.check.RequestCheck;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The traffic of one vendor: checks each exchange, and keeps what was seen of each operation. */
final class VendorTraffic {
  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final Map<String, OperationTraffic> operations = new LinkedHashMap<>();

  VendorTraffic(ContractTree contract) {
    this.contract = contract;
    this.schemas = SchemaCheck.ofTraffic(contract);
    for (Spot path : ContractTree.children(contract.root().to("paths"))) {
      for (Spot each : ContractTree.children(contract.meant(path))) {
        if (each.node().has("operationId")) {
          operations.put(each.pointer(), new OperationTraffic(each));
        }
      }
    }
  }

  ContractTree contract() {
    return contract;
  }

  SchemaCheck schemas() {
    return schemas;
  }

  /** Of all operations of the contract, seen or not. */
  List<OperationTraffic> operations() {
    return List.copyOf(operations.values());
  }

  /** What was seen of the operation of a path and a method, which the contract has. */
  OperationTraffic operation(String template, String method) {
    Spot operation = contract.operation(template, method);
    return operations.computeIfAbsent(
        operation.pointer(), absent -> new OperationTraffic(operation));
  }

  /** Checks an exchange of an operation that the contract has. */
  void check(Recorded recorded, Routes.Route route) {
    Exchange whole = recorded.exchange();
    Exchange exchange =
        new Exchange(
            whole.place(),
            whole.description(),
            whole.operationId(),
            whole.kind(),
            whole.method(),
            route.path(whole.path()),
            whole.status(),
            whole.request(),
            whole.answer());
    Spot operation = contract.operation(route.template(), exchange.method());
    OperationTraffic traffic = operation(route.template(), exchange.method());
    Findings findings = new Findings("");
    RequestCheck request =
        new RequestCheck(contract, schemas, operation, exchange, Reading.SEEN, findings);
    request.check(route.template());
    new AnswerCheck(contract, schemas, exchange.answer(), Reading.SEEN, findings)
        .check(operation, exchange.status());
    traffic.add(
        recorded,
        exchange.status(),
        findings.findings().stream().map(each -> borne(recorded, each)).toList());
    unreadable(recorded, operation, traffic);
    mark(exchange, operation, request, traffic);
  }

  /** The finding; of a value that a consumer made up to see that it bears it, another one. */
  private Finding borne(Recorded recorded, Finding found) {
    boolean invented =
        recorded.ofPact()
            && found.rule().startsWith("response.")
            && found.details().keyword().equals("enum")
            && contract
                .root()
                .node()
                .at(found.inContract().replaceFirst("^#", "").replaceFirst("/enum$", ""))
                .path("x-open-enum")
                .asBoolean();
    return invented
        ? new Finding(
            DriftText.OPEN_VALUE,
            found.interaction(),
            found.inPact(),
            found.inContract(),
            found.message(),
            found.details())
        : found;
  }

  /** Bodies that cannot be read are one finding, or none of the vendor's doing. */
  private static void unreadable(Recorded recorded, Spot operation, OperationTraffic traffic) {
    for (String each : recorded.unreadable()) {
      String side = each.replaceFirst(" .*", "");
      Message message =
          side.equals("request") ? recorded.exchange().request() : recorded.exchange().answer();
      if (each.endsWith(Body.State.UNREADABLE.name())) {
        traffic.add(
            recorded,
            new Finding(
                side + ".body.syntax",
                "",
                message.bodyPlace(),
                "#" + operation.pointer(),
                "the body is no JSON, although its type says so",
                Finding.Details.NONE));
      } else if (each.endsWith(Body.State.CUT_OFF.name())) {
        traffic.add(
            recorded,
            new Finding(
                "recording.cut-off",
                "",
                message.bodyPlace(),
                "#" + operation.pointer(),
                "body cut off in the recording: not checked",
                Finding.Details.NONE));
      } else if (each.endsWith(Body.State.ENCODED.name())) {
        traffic.bodyEncoded();
      } else {
        traffic.bodyLeftOut();
      }
    }
  }

  private void mark(
      Exchange exchange, Spot operation, RequestCheck request, OperationTraffic traffic) {
    Message sent = exchange.request();
    for (Spot parameter : contract.parameters(operation)) {
      String name = parameter.text("name");
      boolean seen =
          switch (parameter.text("in")) {
            case "query" ->
                sent.query().keySet().stream()
                    .anyMatch(each -> each.equals(name) || each.startsWith(name + "["));
            case "header" -> sent.headers().containsKey(name);
            default -> true;
          };
      if (seen) {
        traffic.saw(parameter.pointer());
      }
    }
    Spot taken = MediaTypes.find(contract.to(operation, "requestBody", "content"), sent.type());
    if (!sent.body().isMissingNode() && taken.exists()) {
      Spot schema = contract.to(taken, "schema");
      mark(schema, request.content(schema), traffic);
    }
    Optional<Spot> response = AnswerCheck.response(contract, operation, exchange.status());
    if (response.isPresent()) {
      traffic.saw(response.get().pointer());
      Message got = exchange.answer();
      got.headers().keySet().stream()
          .flatMap(name -> AnswerCheck.header(contract, response.get(), name).stream())
          .forEach(header -> traffic.saw(header.pointer()));
      Spot media = MediaTypes.find(response.get().to("content"), got.type());
      if (!got.body().isMissingNode() && media.exists()) {
        mark(contract.to(media, "schema"), got.body(), traffic);
      }
    }
  }

  private void mark(Spot schema, JsonNode body, OperationTraffic traffic) {
    schemas.walk(
        List.of(schema),
        body,
        (spots, value) -> {
          for (Spot spot : spots) {
            traffic.saw(spot.pointer());
            if (value.isTextual() || value.isIntegralNumber()) {
              for (Spot part : schemas.parts(spot)) {
                if (part.node().has("enum")) {
                  traffic.saw(part.pointer() + "=" + value.asText());
                }
              }
            }
          }
        });
  }
}
