package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.random.Defect.Rule;
import dev.forecourt.contract.tools.random.OperationShape.Input;
import dev.forecourt.contract.tools.random.ValueDefects.ValueDefect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All the ways in which a request that is right can be made wrong in one place. */
final class RequestDefects {

  private final ContractSchemas schemas;
  private final Collection<OperationShape> all;
  private final Random random;
  private final Draft draft;
  private final Map<Rule, List<Change>> found = new EnumMap<>(Rule.class);

  private RequestDefects(
      ContractSchemas schemas, Collection<OperationShape> all, Random random, Draft draft) {
    this.schemas = schemas;
    this.all = all;
    this.random = random;
    this.draft = draft;
  }

  private record Change(Defect defect, Runnable action) {}

  /** Breaks one rule, each rule that can be broken with the same probability; says which. */
  static Defect breakOne(
      ContractSchemas schemas, Collection<OperationShape> all, Random random, Draft draft) {
    RequestDefects defects = new RequestDefects(schemas, all, random, draft);
    defects.collect();
    List<Rule> rules = List.copyOf(defects.found.keySet());
    List<Change> changes = defects.found.get(rules.get(random.nextInt(rules.size())));
    Change chosen = changes.get(random.nextInt(changes.size()));
    chosen.action.run();
    return chosen.defect;
  }

  private void add(Rule rule, String place, String shown, Runnable action) {
    add(new Defect(rule, place, shown), action);
  }

  private void add(Defect defect, Runnable action) {
    found.computeIfAbsent(defect.rule(), each -> new ArrayList<>()).add(new Change(defect, action));
  }

  private void collect() {
    collectRoute();
    for (Map.Entry<Input, JsonNode> each : List.copyOf(draft.values.entrySet())) {
      collectInput(each.getKey(), each.getValue());
    }
    add(
        Rule.UNKNOWN,
        "query",
        "noSuchParameter=1",
        () -> draft.moreQuery.add(Map.entry("noSuchParameter", "1")));
    if (draft.operation.bodies().isEmpty()) {
      collectNoBody();
    } else {
      collectBody();
    }
  }

  private void collectRoute() {
    for (String each : List.of("/no-such-path", "/no/such/path")) {
      add(Rule.UNKNOWN_PATH, "path", each, () -> draft.afterPath = "/nowhere" + each);
    }
    Set<String> documented =
        all.stream()
            .filter(each -> each.template().equals(draft.operation.template()))
            .map(OperationShape::verb)
            .collect(Collectors.toSet());
    for (String verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      if (!documented.contains(verb)) {
        add(Rule.WRONG_VERB, "verb", verb, () -> draft.verb = verb);
      }
    }
  }

  private void collectInput(Input input, JsonNode value) {
    if (input.required() && !input.in().equals("path")) {
      add(Rule.MISSING, input.place(), "", () -> draft.values.remove(input));
    }
    if (input.in().equals("query") && !value.isContainerNode()) {
      String again = value.asText();
      add(
          Rule.REPEATED,
          input.place(),
          again,
          () -> draft.moreQuery.add(Map.entry(input.name(), again)));
    }
    if (input.members() && value.isObject() && !value.isEmpty()) {
      String member = input.name() + "[" + value.fieldNames().next() + "][deeper][still]";
      for (String name : List.of(member, input.name())) {
        add(
            Rule.MALFORMED,
            input.place(),
            name + "=1",
            () -> draft.moreQuery.add(Map.entry(name, "1")));
      }
    }
    for (ValueDefect each :
        ValueDefects.of(schemas, random, true, input.schema(), value, input.place())) {
      add(each.defect(), () -> draft.values.put(input, each.value().get()));
    }
  }

  private void collectNoBody() {
    if (!draft.verb.equals("GET")) {
      String json = "{\"a\":1}";
      add(
          Rule.UNDOCUMENTED_BODY,
          "body",
          json,
          () -> {
            draft.onBody = body -> json;
            draft.contentType = "application/json";
          });
    }
  }

  private void collectBody() {
    JsonNode body = draft.body;
    if (body == null) {
      return;
    }
    boolean form = draft.operation.isForm();
    if (draft.operation.bodyRequired()) {
      add(Rule.MISSING, "body", "", () -> draft.onBody = written -> "");
      add(
          Rule.MISSING,
          "body",
          "no media type either",
          () -> {
            draft.onBody = written -> "";
            draft.contentType = null;
          });
    }
    add(Rule.NO_MEDIA_TYPE, "header Content-Type", "", () -> draft.contentType = null);
    String other = form ? "application/json" : "application/x-www-form-urlencoded";
    for (String each : List.of("text/plain", "application/xml", other, "json")) {
      add(Rule.WRONG_MEDIA_TYPE, "header Content-Type", each, () -> draft.contentType = each);
    }
    String place = form ? "form" : "body";
    JsonNode schema = draft.operation.bodies().get(draft.mediaType);
    for (ValueDefect each : ValueDefects.of(schemas, random, form, schema, body, place)) {
      add(each.defect(), () -> draft.body = each.value().get());
    }
    if (form) {
      collectForm((ObjectNode) body);
    } else {
      collectJson(body);
    }
  }

  private void collectForm(ObjectNode body) {
    add(
        Rule.UNKNOWN,
        "form",
        "noSuchField=1",
        () -> draft.moreFields.add(Map.entry("noSuchField", "1")));
    for (Map.Entry<String, JsonNode> each : body.properties()) {
      String again = each.getValue().asText();
      if (!each.getValue().isArray()) {
        add(
            Rule.REPEATED,
            "form " + each.getKey(),
            again,
            () -> draft.moreFields.add(Map.entry(each.getKey(), again)));
      }
    }
    if ("multipart/form-data".equals(draft.mediaType)) {
      malformed("no end", written -> written.substring(0, written.length() - 4));
      malformed("no name", written -> written.replace("name=", "nome="));
      malformed("no blank line", written -> written.replace("\r\n\r\n", "\r\n"));
    } else {
      malformed("%zz", written -> written + "&a=%zz");
      malformed("%C3%28", written -> written + "&a=%C3%28");
      malformed("%4", written -> written + "&a=%4");
    }
  }

  private void collectJson(JsonNode body) {
    malformed("no end", written -> written.substring(0, written.length() - 1));
    malformed("text after the end", written -> written + "}");
    malformed("text after the end", written -> written + " x");
    malformed("single quotes", written -> "{'a':" + written + "}");
    malformed("comma at the end", written -> "{\"a\":" + written + ",}");
    malformed("XML", written -> "<a/>");
    malformed("white space", written -> "   ");
    if (!body.isEmpty() && body.isObject()) {
      String name = body.fieldNames().next();
      String again = ",\"" + name + "\":" + body.get(name) + "}";
      add(
          Rule.DUPLICATE_MEMBER,
          "body." + name,
          again,
          () -> draft.onBody = written -> written.substring(0, written.length() - 1) + again);
    }
  }

  private void malformed(String what, UnaryOperator<String> change) {
    add(Rule.MALFORMED, "body", what, () -> draft.onBody = change);
  }
}
