package dev.forecourt.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.FieldValues;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The request of an exchange beside its operation. What the answer complains about, such as
 * credentials beside a 401 or values beside a 400, is no finding of an expected exchange, and is
 * explained in one that was seen.
 */
public final class RequestCheck {
  /** What any request may have. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "authorization",
          "cache-control",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "host",
          "user-agent");

  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final FieldValues values;
  private final Spot operation;
  private final Exchange interaction;
  private final Message request;
  private final Reading reading;
  private final Findings report;
  private final Set<String> met = new HashSet<>();

  public RequestCheck(
      ContractTree contract,
      SchemaCheck schemas,
      Spot operation,
      Exchange interaction,
      Findings report) {
    this(contract, schemas, operation, interaction, Reading.EXPECTED, report);
  }

  public RequestCheck(
      ContractTree contract,
      SchemaCheck schemas,
      Spot operation,
      Exchange interaction,
      Reading reading,
      Findings report) {
    this.contract = contract;
    this.schemas = schemas;
    this.values = new FieldValues(schemas);
    this.operation = operation;
    this.interaction = interaction;
    this.request = interaction.request();
    this.reading = reading;
    this.report = report;
  }

  public void check(String template) {
    Map<String, String> inPath = ContractTree.pathValues(template, interaction.path());
    credentials();
    for (Spot parameter : contract.parameters(operation)) {
      switch (parameter.text("in")) {
        case "path" -> path(parameter, inPath);
        case "query" -> query(parameter);
        case "header" -> header(parameter);
        default -> {}
      }
    }
    if (!skips(400, 422)) {
      unknown("query", request.query().keySet());
      unknown("header", request.headers().keySet());
      body();
    }
    accept();
  }

  /** What the expected status complains about is no finding. */
  private boolean skips(Integer... statuses) {
    return reading == Reading.EXPECTED && answers(statuses);
  }

  private void add(
      String rule,
      String place,
      Spot inContract,
      String message,
      Finding.Details details,
      Integer... explaining) {
    report.add(rule, place, inContract.pointer(), message, details.explained(answers(explaining)));
  }

  private boolean answers(Integer... statuses) {
    return Arrays.asList(statuses).contains(interaction.status());
  }

  private void credentials() {
    Spot security = contract.security(operation);
    boolean satisfied = security.node().isEmpty();
    for (JsonNode alternative : security.node()) {
      boolean complete = true;
      for (Map.Entry<String, JsonNode> each : alternative.properties()) {
        complete &= has(contract.scheme(each.getKey()));
      }
      satisfied |= complete;
    }
    if (!satisfied && !skips(400, 401, 403) && !request.lacks(Message.Gap.HEADERS)) {
      add(
          "request.credentials",
          request.place(),
          security,
          "lacks the credentials that the operation asks for",
          Finding.Details.NONE,
          400,
          401,
          403);
    }
  }

  private boolean has(Spot scheme) {
    if (scheme.text("in").equals("query")) {
      met.add("query " + scheme.text("name"));
      return request.query().containsKey(scheme.text("name"));
    }
    String name = scheme.node().has("name") ? scheme.text("name") : "Authorization";
    met.add("header " + name.toLowerCase(Locale.ROOT));
    String value = request.header(name);
    return !value.isEmpty()
        && value
            .toLowerCase(Locale.ROOT)
            .startsWith(scheme.text("scheme").toLowerCase(Locale.ROOT));
  }

  private void path(Spot parameter, Map<String, String> inPath) {
    String text = inPath.get(parameter.text("name"));
    if (text != null && !skips(400, 404, 422)) {
      value("path", parameter, List.of(text), request.place() + ".path", 400, 404, 422);
    }
  }

  private void header(Spot parameter) {
    String name = parameter.text("name");
    met.add("header " + name.toLowerCase(Locale.ROOT));
    if (request.headers().containsKey(name)) {
      value("header", parameter, request.headers().get(name), place("header", name), 400, 422);
    } else {
      lacks("header", parameter);
    }
  }

  private void query(Spot parameter) {
    String name = parameter.text("name");
    if (parameter.text("style").equals("deepObject")) {
      members(parameter);
    } else if (request.query().containsKey(name)) {
      met.add("query " + name);
      value("query", parameter, request.query().get(name), place("query", name), 400, 422);
    } else {
      lacks("query", parameter);
    }
  }

  /** {@code name[member]=value}, as members of an object. */
  private void members(Spot parameter) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    String prefix = parameter.text("name") + "[";
    for (Map.Entry<String, List<String>> each : request.query().entrySet()) {
      if (each.getKey().startsWith(prefix)) {
        met.add("query " + each.getKey());
        String name = each.getKey().substring(prefix.length()).replaceFirst("](\\[\\d*])?$", "");
        members.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(each.getValue());
      }
    }
    if (!members.isEmpty() && !skips(400, 422)) {
      Spot schema = contract.to(parameter, "schema");
      String place = request.place() + ".query['" + parameter.text("name") + "']";
      report.addAll(
          "request.query",
          place,
          request.readable(
              reading,
              "query " + parameter.text("name"),
              schemas.problems(schema, values.object(schema, members))),
          answers(400, 422));
    } else if (members.isEmpty()) {
      lacks("query", parameter);
    }
  }

  private void value(
      String part, Spot parameter, List<String> texts, String place, Integer... explaining) {
    if (skips(400, 422)) {
      return;
    }
    Spot schema = contract.to(parameter, "schema");
    String struck = part.equals("path") ? part : part + " " + parameter.text("name");
    report.addAll(
        "request." + part,
        place,
        request.readable(
            reading, struck, schemas.problems(schema, values.value(List.of(schema), texts))),
        answers(explaining));
  }

  private void lacks(String part, Spot parameter) {
    boolean left = part.equals("header") && request.lacks(Message.Gap.HEADERS);
    if (parameter.node().path("required").asBoolean() && !skips(400, 422) && !left) {
      add(
          "request." + part + ".missing",
          request.place() + (part.equals("header") ? ".headers" : ".query"),
          parameter,
          "lacks the " + part + " parameter " + parameter.text("name"),
          Finding.Details.of(parameter.text("name")),
          400,
          422);
    }
  }

  private void unknown(String part, Set<String> names) {
    for (String name : names) {
      boolean header = part.equals("header");
      String key = header ? name.toLowerCase(Locale.ROOT) : name;
      if (!met.contains(part + " " + key) && !(header && isStandard(key))) {
        add(
            "request." + part + ".unknown",
            place(part, name),
            operation.to("parameters"),
            "the operation has no " + part + " parameter " + name,
            Finding.Details.of(
                name, header ? request.headers().get(name) : request.query().get(name)),
            400,
            422);
      }
    }
  }

  private boolean isStandard(String header) {
    return reading == Reading.EXPECTED
        ? OF_HTTP.contains(header)
        : StandardHeaders.isOfRequests(header);
  }

  private void body() {
    Spot body = contract.to(operation, "requestBody");
    if (request.lacks(Message.Gap.BODY)) {
      return;
    }
    if (request.body().isMissingNode()) {
      if (body.node().path("required").asBoolean()) {
        add(
            "request.body.missing",
            request.place(),
            body,
            "lacks the body",
            Finding.Details.NONE,
            400,
            422);
      }
      return;
    }
    Spot media = MediaTypes.find(body.to("content"), request.type());
    if (!media.exists()) {
      if (!skips(415)) {
        add(
            "request.body.type",
            request.bodyPlace(),
            body.exists() ? body.to("content") : operation,
            body.exists()
                ? "the operation takes no body of type '%s'".formatted(request.type())
                : "the operation takes no body",
            Finding.Details.of(request.type(), request.body()),
            400,
            415,
            422);
      }
      return;
    }
    Spot schema = contract.to(media, "schema");
    report.addAll(
        "request.body",
        request.bodyPlace(),
        request.readable(reading, "body", schemas.problems(schema, content(schema))),
        answers(400, 403, 409, 422));
  }

  /** The body as JSON; the fields of a form are its members. */
  public JsonNode content(Spot schema) {
    if (!request.isForm() || !request.body().isTextual()) {
      return request.body();
    }
    ObjectNode fields =
        values.object(
            schema,
            FieldValues.form(
                request.type(), request.header("Content-Type"), request.body().asText()));
    return fields;
  }

  private void accept() {
    String accept = request.header("Accept");
    if (accept.isEmpty() || skips(406)) {
      return;
    }
    Spot content =
        AnswerCheck.response(contract, operation, interaction.status())
            .map(r -> r.to("content"))
            .orElse(operation.to("none"));
    boolean taken =
        content.node().isEmpty()
            || ContractTree.children(content).stream()
                .anyMatch(
                    media ->
                        accepts(
                            accept, media.pointer().replaceFirst(".*/", "").replace("~1", "/")));
    if (!taken) {
      add(
          "request.accept",
          place("header", "Accept"),
          content,
          "asks for '%s', which the operation does not answer".formatted(accept),
          Finding.Details.of(accept),
          406);
    }
  }

  private static boolean accepts(String accept, String type) {
    return Arrays.stream(accept.split(","))
        .map(each -> each.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
        .anyMatch(
            each ->
                each.equals("*/*")
                    || each.equals(type)
                    || each.endsWith("/*") && type.startsWith(each.replace("*", "")));
  }

  private String place(String part, String name) {
    return request.place() + "." + part.replace("header", "headers") + "['" + name + "']";
  }
}
