package dev.forecourt.contracttests.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contracttests.kit.MessageSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A message that a pact expects of a vendor.
 *
 * @param description what the pact calls it
 * @param content its example
 */
record TeamMessage(String description, JsonNode content) {

  /** Those of a pact file: {@code messages} in version 3, interactions of a kind in version 4. */
  static List<TeamMessage> in(Path pact) throws IOException {
    JsonNode root = new ObjectMapper().readTree(pact.toFile());
    List<TeamMessage> all = new ArrayList<>();
    for (JsonNode each : root.path("messages")) {
      all.add(new TeamMessage(each.path("description").asText(), each.path("contents")));
    }
    for (JsonNode each : root.path("interactions")) {
      if (each.path("type").asText().endsWith("/Messages")) {
        all.add(
            new TeamMessage(
                each.path("description").asText(), each.path("contents").path("content")));
      }
    }
    return all;
  }

  /** What the callbacks of the vendor's contract do not allow; empty if one allows all of it. */
  List<String> problems(String vendor) {
    Set<String> operations = MessageSchema.operations(vendor);
    List<String> problems = new ArrayList<>();
    for (String operation : operations) {
      List<String> wrong = MessageSchema.of(vendor, operation).problems(content);
      if (wrong.isEmpty()) {
        return List.of();
      }
      wrong.forEach(each -> problems.add("contract, callback " + operation + ": " + each));
    }
    return operations.isEmpty() ? List.of(vendor + " documents no messages") : problems;
  }
}
