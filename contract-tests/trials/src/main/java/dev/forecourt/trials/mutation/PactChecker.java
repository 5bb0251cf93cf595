package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The committed pacts: no interaction may say what the contract does not allow, and those that a
 * vendor refuses must be refused by the contract too.
 */
final class PactChecker implements Checker {
  private static final Map<String, Pattern> TEMPLATES = new ConcurrentHashMap<>();

  static final String NAME = "pacts";

  private final List<JsonNode> interactions;

  /** The interactions of all pacts of one vendor. */
  PactChecker(List<JsonNode> interactions) {
    this.interactions = interactions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> problems(ContractCopy contract, @Nullable Mutant mutant) {
    Set<String> problems = new TreeSet<>();
    Schemas schemas = new Schemas(contract.bundle());
    for (JsonNode interaction : interactions) {
      String description = interaction.path("description").asText();
      if (mutant == null || mutant.operations().contains(description.replaceAll(":.*", ""))) {
        List<String> wrong = new ArrayList<>();
        if (interaction.has("request")) {
          exchange(schemas, contract, interaction, wrong);
        } else {
          message(schemas, contract, interaction, wrong);
        }
        if (wrong.isEmpty()) {
          // to take what was refused is a finding as well
          problems.add(description + ": nothing is wrong");
        }
        wrong.forEach(each -> problems.add(description + ": " + each));
      }
    }
    return problems;
  }

  private static void exchange(
      Schemas schemas, ContractCopy contract, JsonNode interaction, List<String> wrong) {
    JsonNode request = interaction.path("request");
    String operation =
        operation(contract, request.path("method").asText(), request.path("path").asText());
    if (operation.isEmpty()) {
      wrong.add("no such operation");
      return;
    }
    new PactRequest(schemas, contract.bundle(), operation, request).problems(wrong);
    PactAnswer.problems(schemas, operation, interaction.path("response"), wrong);
  }

  /** Pointer to the operation of a request; empty if there is none. Literal paths win. */
  private static String operation(ContractCopy contract, String method, String path) {
    String found = "";
    int fewest = Integer.MAX_VALUE;
    for (Map.Entry<String, JsonNode> item : contract.bundle().path("paths").properties()) {
      String template = item.getKey();
      Pattern pattern =
          TEMPLATES.computeIfAbsent(
              template, t -> Pattern.compile(t.replaceAll("\\{[^}]*}", "[^/]+")));
      int parameters = template.length() - template.replace("{", "").length();
      if (parameters < fewest
          && pattern.matcher(path).matches()
          && item.getValue().has(method.toLowerCase(Locale.ROOT))) {
        fewest = parameters;
        found =
            "/paths/" + MutantList.Holder.escaped(template) + "/" + method.toLowerCase(Locale.ROOT);
      }
    }
    return found;
  }

  /** A message is the body of a callback. */
  private static void message(
      Schemas schemas, ContractCopy contract, JsonNode interaction, List<String> wrong) {
    String id = interaction.path("description").asText().replaceAll(":.*", "");
    JsonNode contents = interaction.path("contents");
    for (JsonNode callbacks : contract.bundle().findValues("callbacks")) {
      for (JsonNode parent : callbacks.findParents("operationId")) {
        if (parent.path("operationId").asText().equals(id)) {
          JsonNode media =
              parent
                  .path("requestBody")
                  .path("content")
                  .path(contents.path("contentType").asText());
          String ref = media.path("schema").path("$ref").asText();
          if (ref.isEmpty()) {
            wrong.add("no such message");
          } else {
            wrong.addAll(schemas.problems(ref.substring(1), contents.path("content"), false));
          }
          return;
        }
      }
    }
    wrong.add("no such callback");
  }
}
