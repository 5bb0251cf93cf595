package dev.forecourt.verifier.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.forecourt.verifier.replay.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * In what the answers of a vendor differ from its contract: status, fields, types and values. Says
 * places and kinds, and of the values only those that an enumeration should hold.
 */
final class Drift {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTRACT = "https://contract.invalid/openapi.json";

  private final JsonNode contract;
  private final SchemaRegistry schemas;

  private Drift(JsonNode contract) {
    this.contract = contract;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(), b -> b.schemas(Map.of(CONTRACT, contract.toString())));
  }

  /** From a contract. */
  static Drift from(JsonNode contract) {
    return new Drift(contract);
  }

  /** What is not as documented in the answer to a call of an operation. */
  List<String> of(String operationId, Answer answer) {
    String operation = place(operationId);
    String status = String.valueOf(answer.status());
    JsonNode responses = contract.at(operation + "/responses");
    if (!responses.has(status) && !responses.has("default")) {
      return List.of("status " + status + " is not documented; " + names(responses) + " are");
    }
    String response = operation + "/responses/" + (responses.has(status) ? status : "default");
    String ref = contract.at(response).path("$ref").asText();
    String content = (ref.isEmpty() ? response : ref.substring(1)) + "/content";
    String type = answer.contentType().split(";")[0].strip().toLowerCase(Locale.ROOT);
    if (!contract.at(content).has(type)) {
      return contract.at(content).isMissingNode() || answer.body().length == 0
          ? List.of()
          : List.of(
              "media type '"
                  + type
                  + "' is not documented; "
                  + names(contract.at(content))
                  + " is");
    }
    return type.equals("application/json")
        ? body(content + "/application~1json/schema", answer)
        : List.of();
  }

  private List<String> body(String schema, Answer answer) {
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return List.of("the body says that it is JSON and is none");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TreeSet<String> all = new TreeSet<>();
    schemas
        .getSchema(SchemaLocation.of(CONTRACT + "#" + schema))
        .validate(body, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .forEach(
            error -> {
              String place = error.getInstanceLocation().toString();
              String value =
                  error.getKeyword().equals("enum") ? " (it is " + body.at(place) + ")" : "";
              all.add(dotted(place) + ": " + error.getMessage() + value);
            });
    UnknownMembers.of(contract, contract.at(schema), body)
        .forEach(place -> all.add(place + ": this field is not documented"));
    return new ArrayList<>(all);
  }

  /** {@code /list/0/grade} as {@code $.list[*].grade}. */
  private static String dotted(String pointer) {
    return "$" + pointer.replaceAll("/\\d+(?=/|$)", "[*]").replace('/', '.');
  }

  private String place(String operationId) {
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (verb.getValue().path("operationId").asText().equals(operationId)) {
          return "/paths/"
              + path.getKey().replace("~", "~0").replace("/", "~1")
              + "/"
              + verb.getKey();
        }
      }
    }
    throw new IllegalArgumentException("The contract has no operation " + operationId + ".");
  }

  private static String names(JsonNode object) {
    return String.join(", ", (Iterable<String>) object::fieldNames);
  }
}
