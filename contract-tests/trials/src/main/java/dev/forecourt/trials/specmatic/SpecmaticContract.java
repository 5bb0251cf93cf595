package dev.forecourt.trials.specmatic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * A vendor's contract as Specmatic gets it. What the contract demands of requests and answers stays
 * as it is; what Specmatic cannot know or would drown in is said in its terms.
 */
final class SpecmaticContract {
  /** More optional parameters make every set of them a test: 14 of a form would be 16,384. */
  private static final int OPTIONAL = 2;

  private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

  private final ObjectNode document;

  private SpecmaticContract(ObjectNode document) {
    this.document = document;
  }

  /**
   * Changes a contract in one document.
   *
   * @param provider who is asked: {@code stub} has data, so ids have to be known ones
   * @param reviewed which responses are left out
   */
  static ObjectNode of(
      ObjectNode document, String vendor, String provider, ReviewedFindings reviewed) {
    SpecmaticContract contract = new SpecmaticContract(document);
    contract.leaveOut(
        (operation, status) -> reviewed.leavesOut(vendor, provider, operation, status));
    if (provider.equals("stub")) {
      KnownValues.fixIn(document, vendor);
    }
    dropExamples(document);
    Alternatives.spellOut(document);
    allowBodiesOfErrors(document);
    boundWholeNumbers(document);
    contract.dropObjectsInQueries();
    contract.shareOptionals();
    return document;
  }

  /** Verb and path of each operation of a contract. */
  static Set<String> operations(JsonNode document) {
    Set<String> operations = new TreeSet<>();
    forEachOperation(document, (name, operation) -> operations.add(name));
    return operations;
  }

  private static void forEachOperation(JsonNode document, BiConsumer<String, JsonNode> action) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        if (VERBS.contains(each.getKey())) {
          action.accept(
              each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), each.getValue());
        }
      }
    }
  }

  private void leaveOut(BiPredicate<String, String> unwanted) {
    forEachOperation(
        document,
        (name, operation) -> {
          JsonNode responses = operation.path("responses");
          names(responses).stream()
              .filter(status -> unwanted.test(name, status))
              .forEach(((ObjectNode) responses)::remove);
        });
  }

  /** A test named by an example sends that alone; the pacts do so already. */
  private static void dropExamples(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("example", "examples"));
    }
    node.forEach(SpecmaticContract::dropExamples);
  }

  /** Specmatic does not know that int32 ends somewhere. */
  private static void boundWholeNumbers(JsonNode node) {
    if (node.path("format").asText().equals("int32")) {
      ObjectNode schema = (ObjectNode) node;
      if (!schema.has("minimum")) {
        schema.put("minimum", Integer.MIN_VALUE);
      }
      if (!schema.has("maximum")) {
        schema.put("maximum", Integer.MAX_VALUE);
      }
    }
    node.forEach(SpecmaticContract::boundWholeNumbers);
  }

  /** An error whose body no vendor's text shows may have one; Specmatic would refuse it. */
  private static void allowBodiesOfErrors(JsonNode node) {
    node.path("responses")
        .properties()
        .forEach(
            response -> {
              ObjectNode answer = (ObjectNode) response.getValue();
              if (!response.getKey().startsWith("2")
                  && !answer.has("content")
                  && !answer.has("$ref")) {
                answer
                    .withObject("/content")
                    .putObject("text/plain")
                    .putObject("schema")
                    .put("type", "string");
              }
            });
    node.forEach(SpecmaticContract::allowBodiesOfErrors);
  }

  /** Specmatic writes an object in a query as JSON, whatever its style says. */
  private void dropObjectsInQueries() {
    forEachOperation(
        document,
        (name, operation) -> {
          JsonNode parameters = operation.path("parameters");
          for (int i = parameters.size() - 1; i >= 0; i--) {
            if (resolved(parameters.get(i)).path("style").asText().equals("deepObject")) {
              ((ArrayNode) parameters).remove(i);
            }
          }
        });
  }

  private void shareOptionals() {
    ObjectNode paths = (ObjectNode) document.path("paths");
    for (String path : names(paths)) {
      ObjectNode item = (ObjectNode) paths.path(path);
      for (String verb : names(item)) {
        if (VERBS.contains(verb)) {
          ObjectNode operation = (ObjectNode) item.path(verb);
          int shares = shares(operation);
          for (int share = 1; share < shares; share++) {
            paths
                .withObject("/" + Share.escaped(Share.path(path, share)))
                .set(verb, share(operation, share));
          }
          item.set(verb, share(operation, 0));
        }
      }
    }
  }

  private int shares(JsonNode operation) {
    int most = optional(operation.path("parameters"));
    for (JsonNode media : forms(operation)) {
      most = Math.max(most, optionalFields(form(media)).size());
    }
    return Math.max(1, (most + OPTIONAL - 1) / OPTIONAL);
  }

  private ObjectNode share(ObjectNode operation, int share) {
    ObjectNode copy = operation.deepCopy();
    copy.put("operationId", copy.path("operationId").asText() + (share == 0 ? "" : share));
    if (copy.path("parameters") instanceof ArrayNode parameters) {
      int seen = optional(parameters);
      for (int i = parameters.size() - 1; i >= 0; i--) {
        if (!resolved(parameters.get(i)).path("required").asBoolean()
            && --seen / OPTIONAL != share) {
          parameters.remove(i);
        }
      }
    }
    for (JsonNode media : forms(copy)) {
      ObjectNode schema = form(media);
      List<String> fields = optionalFields(schema);
      for (int i = 0; i < fields.size(); i++) {
        if (i / OPTIONAL != share) {
          ((ObjectNode) schema.path("properties")).remove(fields.get(i));
        }
      }
      ((ObjectNode) media).set("schema", schema);
    }
    return copy;
  }

  private List<JsonNode> forms(JsonNode operation) {
    List<JsonNode> forms = new ArrayList<>();
    operation
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(
            media -> {
              if (!media.getKey().contains("json")) {
                forms.add(media.getValue());
              }
            });
    return forms;
  }

  /**
   * The fields of a form. Where one of several must be there, the first is; a list is one value,
   * because Specmatic would write all of them into one field, as JSON; and no text has a least
   * length, because each would double the number of tests.
   */
  private ObjectNode form(JsonNode media) {
    ObjectNode schema = resolved(media.path("schema"));
    ObjectNode form =
        (schema.has("oneOf") ? resolved(schema.path("oneOf").get(0)) : schema).deepCopy();
    for (String name : names(form.path("properties"))) {
      ObjectNode field = resolved(form.path("properties").path(name)).deepCopy();
      field.remove("minLength");
      ((ObjectNode) form.path("properties"))
          .set(name, field.has("items") ? field.path("items") : field);
    }
    return form;
  }

  private int optional(JsonNode parameters) {
    int optional = 0;
    for (JsonNode each : parameters) {
      optional += resolved(each).path("required").asBoolean() ? 0 : 1;
    }
    return optional;
  }

  private static List<String> optionalFields(JsonNode schema) {
    List<String> fields = new ArrayList<>(names(schema.path("properties")));
    schema.path("required").forEach(each -> fields.remove(each.asText()));
    return fields;
  }

  private ObjectNode resolved(JsonNode node) {
    return (ObjectNode)
        (node.has("$ref") ? resolved(document.at(node.path("$ref").asText().substring(1))) : node);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
