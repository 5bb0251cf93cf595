package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contract.tools.random.OperationShape.Input;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up requests from a contract: right ones, and ones in which a single thing is wrong.
 *
 * <pre>{@code
 * RandomRequests requests = RandomRequests.of(Path.of("specs/fidcar"));
 * RandomRequest right = requests.valid("listReviews", 1);
 * RandomRequest wrong = requests.broken("listReviews", 1);   // wrong.defect(): ABOVE_MAXIMUM query limit '101'
 * }</pre>
 *
 * <p>The contract is read from its files by itself, so that neither the generator of the stubs nor
 * swagger-parser has a say in what is right. The same seed makes the same request.
 */
public final class RandomRequests {

  private static final List<String> JSON_TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json; charset=utf-8",
          "application/json;charset=UTF-8",
          "Application/JSON");

  private final ContractSchemas schemas;
  private final Map<String, OperationShape> operations;

  private RandomRequests(JsonNode document) {
    schemas = new ContractSchemas(document);
    operations = OperationShape.all(document, schemas);
  }

  /** Requests for the contract in this folder. */
  public static RandomRequests of(Path folder) {
    return new RandomRequests(Bundle.of(folder));
  }

  /** Ids of all operations, in the order of the contract. */
  public List<String> operations() {
    return List.copyOf(operations.keySet());
  }

  /** A request with which nothing is wrong. */
  public RandomRequest valid(String operationId, long seed) {
    Random random = random(operationId, seed);
    Draft draft = draft(operationId, random);
    if (random.nextInt(6) == 0) {
      listLanguages(draft, random);
    }
    return draft.write(seed, null);
  }

  /** A request with which one thing is wrong. */
  public RandomRequest broken(String operationId, long seed) {
    Random random = random(operationId, seed);
    Draft draft = draft(operationId, random);
    Defect defect = RequestDefects.breakOne(schemas, operations.values(), random, draft);
    return draft.write(seed, defect);
  }

  private static Random random(String operationId, long seed) {
    return new Random(seed * 31 + operationId.hashCode());
  }

  private Draft draft(String operationId, Random random) {
    @Nullable OperationShape operation = operations.get(operationId);
    if (operation == null) {
      throw new IllegalArgumentException(
          "The contract has no operation '%s'. It has %s."
              .formatted(operationId, operations.keySet()));
    }
    Draft draft = new Draft(operation);
    RandomValue values = new RandomValue(schemas, random, true);
    for (Input each : operation.inputs()) {
      if (each.required() || values.takesOptional()) {
        boolean known = each.example().isValueNode() && random.nextInt(3) == 0;
        draft.values.put(each, known ? each.example() : input(each, values));
      }
    }
    if (random.nextInt(8) == 0 && draft.values.keySet().stream().anyMatch(RandomRequests::isList)) {
      draft.brackets = random.nextBoolean() ? null : "";
      draft.traits.add(draft.brackets == null ? "numbered brackets" : "no brackets");
    }
    addBody(draft, random);
    return draft;
  }

  /** As browsers and Node send the header unasked. */
  private static void listLanguages(Draft draft, Random random) {
    draft.values.forEach(
        (input, value) -> {
          if (input.name().equals("Accept-Language")) {
            String main = value.asText().matches("de|en") ? value.asText() : "en";
            List<String> lists = List.of(main + "-XX," + main + ";q=0.9", "fr, " + main, "*");
            draft.values.put(input, TextNode.valueOf(lists.get(random.nextInt(lists.size()))));
            draft.traits.add("language list");
          }
        });
  }

  /** A list as its name says; those inside of objects keep the brackets that tell them apart. */
  private static boolean isList(Input input) {
    return input.name().endsWith("[]");
  }

  /** A segment of a path cannot be empty, nor one that clients take for a step. */
  private static JsonNode input(Input input, RandomValue values) {
    JsonNode value = values.of(input.schema());
    if (input.in().equals("header") && value.isTextual()) {
      // HTTP drops the spaces around it; one without text is none to some readers
      String header = value.textValue().strip();
      return TextNode.valueOf(header.isEmpty() ? "*" : header);
    }
    if (!input.in().equals("path") || !value.isTextual()) {
      return value;
    }
    String text = value.textValue().replace("/", "-").replace("\\", "-");
    return TextNode.valueOf(text.isBlank() || text.startsWith(".") ? "x" + text : text);
  }

  private void addBody(Draft draft, Random random) {
    OperationShape operation = draft.operation;
    if (operation.bodies().isEmpty()) {
      return;
    }
    List<String> mediaTypes = List.copyOf(operation.bodies().keySet());
    String mediaType = mediaTypes.get(random.nextInt(mediaTypes.size()));
    draft.body =
        new RandomValue(schemas, random, operation.isForm()).of(operation.bodies().get(mediaType));
    draft.say(mediaType);
    if (operation.isForm()) {
      dropEmptyLists((ObjectNode) draft.body);
      boolean multipart = mediaType.startsWith("multipart");
      draft.traits.add(multipart ? "multipart" : "urlencoded");
      if (!multipart && random.nextInt(4) == 0) {
        draft.contentType = mediaType + "; charset=UTF-8";
      }
    } else {
      draft.contentType = JSON_TYPES.get(random.nextInt(JSON_TYPES.size()));
    }
  }

  /** What has no items is not on the wire. */
  private static void dropEmptyLists(ObjectNode form) {
    form.properties().removeIf(each -> each.getValue().isArray() && each.getValue().isEmpty());
  }
}
