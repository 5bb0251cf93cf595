package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rewrites the answers of an operation as one: that of success. {@code x-answer} says how its bytes
 * are read, {@code x-accept} what is asked for.
 */
final class Answers {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Document document;
  private final Findings findings;
  private final Schemas schemas;

  Answers(Document document, Findings findings, Schemas schemas) {
    this.document = document;
    this.findings = findings;
    this.schemas = schemas;
  }

  void add(ObjectNode plain, JsonNode operation, String method, String hint, String place) {
    Map<String, JsonNode> success = new TreeMap<>();
    Map<String, JsonNode> redirects = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
      JsonNode answer = document.resolved(each.getValue());
      String at = place + " " + each.getKey();
      if (answer.isMissingNode()) {
        findings.refuse(
            at,
            "nothing is at "
                + each.getValue().path("$ref").asText()
                + ". Correct the $ref, or add it.");
      } else if (each.getKey().startsWith("2")) {
        success.put(each.getKey(), answer);
      } else if (each.getKey().startsWith("3")) {
        redirects.put(each.getKey(), answer);
      } else if (!each.getKey().startsWith("x-") && !each.getKey().equals("default")) {
        error(answer, at, hint + "Error" + each.getKey());
      }
    }
    JsonNode other = document.resolved(operation.path("responses").path("default"));
    if (success.isEmpty() && redirects.isEmpty() && other.isObject()) {
      success.put("default", other);
    } else if (other.isObject()) {
      error(other, place + " default", hint + "Error");
    }
    if (success.isEmpty()) {
      ArrayNode accepted = NODES.arrayNode();
      redirects.keySet().stream().filter(each -> each.matches("3[0-9]{2}")).forEach(accepted::add);
      if (!accepted.isEmpty()) {
        plain.set("x-accepted", accepted);
        success.putAll(redirects);
      }
    }
    answer(plain, success, method, hint, place);
  }

  /** So that there is a class to read an error's body with. */
  private void error(JsonNode answer, String place, String hint) {
    JsonNode content = answer.path("content");
    for (Map.Entry<String, JsonNode> each : content.properties()) {
      if (MediaTypes.of(each.getKey()) == MediaTypes.JSON) {
        schemas.addRead(schemas.plain(each.getValue().path("schema"), place, hint));
        return;
      }
    }
  }

  private void answer(
      ObjectNode plain, Map<String, JsonNode> success, String method, String hint, String place) {
    ObjectNode answer = plain.putObject("responses").putObject("200");
    answer.put("description", "The answer.");
    Set<ObjectNode> types = new LinkedHashSet<>();
    Set<MediaTypes> kinds = new LinkedHashSet<>();
    Set<String> accepted = new LinkedHashSet<>();
    boolean empty = success.isEmpty();
    for (Map.Entry<String, JsonNode> each : success.entrySet()) {
      Map.Entry<String, JsonNode> media = media(each.getValue().path("content"));
      if (types.isEmpty()) {
        String words = each.getValue().path("description").asText("").strip();
        answer.put("description", words.isEmpty() ? "The answer." : words);
      }
      if (media == null || method.equals("head")) {
        empty = true;
        continue;
      }
      MediaTypes kind = Bodies.kind(media.getKey(), media.getValue());
      boolean json = kind == MediaTypes.JSON;
      kinds.add(json ? kind : kind == MediaTypes.BYTES ? kind : MediaTypes.TEXT);
      accepted.add(media.getKey().split(";", 2)[0].strip());
      if (json) {
        types.add(
            schemas.plain(
                media.getValue().path("schema"),
                place + " " + each.getKey(),
                hint + (types.isEmpty() ? "Answer" : "Answer" + each.getKey())));
      } else {
        types.add(NODES.objectNode().put("kind", kind.name()));
      }
    }
    if (types.isEmpty()) {
      plain.put("x-answer", "none").put("x-accept", "*/*");
      return;
    }
    MediaTypes kind = kinds.size() == 1 ? kinds.iterator().next() : MediaTypes.BYTES;
    if (kinds.size() > 1) {
      findings.note(place, "answers of several media types are given as bytes.");
    }
    plain.put("x-answer", kind.name().toLowerCase(java.util.Locale.ROOT));
    plain.put("x-accept", String.join(", ", accepted));
    if (empty) {
      plain.put("x-answer-optional", true);
    }
    ObjectNode schema =
        switch (kind) {
          case JSON -> one(types, place, hint);
          case TEXT, FORM, MULTIPART -> Schemas.type("string");
          case BYTES -> Schemas.type("string").put("format", Bodies.BYTES);
        };
    answer.putObject("content").putObject("application/json").set("schema", schema);
  }

  /** The one type, or a choice of them. */
  private ObjectNode one(Set<ObjectNode> types, String place, String hint) {
    List<ObjectNode> all = new ArrayList<>(types);
    if (all.size() == 1) {
      return Scalars.withoutRules(all.get(0));
    }
    findings.note(place, "its answers of success differ: told apart by their shape.");
    return schemas.choice(all, place, hint + "Answers");
  }

  /** JSON before all else, then what comes first. */
  private static Map.Entry<String, JsonNode> media(JsonNode content) {
    Map.Entry<String, JsonNode> first = null;
    for (Map.Entry<String, JsonNode> each : content.properties()) {
      if (Bodies.kind(each.getKey(), each.getValue()) == MediaTypes.JSON) {
        return each;
      }
      first = first == null ? each : first;
    }
    return first;
  }
}
