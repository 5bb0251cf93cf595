package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/** The answer of an interaction beside those of its operation. */
final class PactAnswer {
  private PactAnswer() {}

  static void problems(Schemas schemas, String operation, JsonNode answer, List<String> wrong) {
    String status = answer.path("status").asText();
    String place = operation + "/responses/" + status;
    if (schemas.at(place).isMissingNode()) {
      wrong.add("no answer " + status);
      return;
    }
    String meant = schemas.meant(place);
    headers(schemas, meant, answer.path("headers"), wrong);
    if (!answer.has("body")) {
      return;
    }
    String type =
        answer.path("headers").path("Content-Type").path(0).asText().replaceAll(";.*", "");
    String schema = meant + "/content/" + MutantList.Holder.escaped(type) + "/schema";
    if (schemas.at(schema).isMissingNode()) {
      wrong.add("no answer of type " + type);
      return;
    }
    JsonNode body = answer.path("body").path("content");
    schemas.problems(schema, body, false).forEach(each -> wrong.add("answer" + each));
  }

  private static void headers(
      Schemas schemas, String response, JsonNode headers, List<String> wrong) {
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      if (header.getKey().equalsIgnoreCase("Content-Type")) {
        continue;
      }
      String place = response + "/headers/" + header.getKey();
      if (schemas.at(place).isMissingNode()) {
        wrong.add("no header " + header.getKey() + " in the answer");
      } else {
        JsonNode value = TextNode.valueOf(header.getValue().path(0).asText());
        schemas
            .problems(schemas.meant(place) + "/schema", value, true)
            .forEach(each -> wrong.add("header " + header.getKey() + each));
      }
    }
  }
}
