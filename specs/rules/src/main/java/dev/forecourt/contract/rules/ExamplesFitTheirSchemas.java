package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Each example and each default is valid: of a body, a parameter, a schema and a property. */
final class ExamplesFitTheirSchemas implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    Found found = new Found(contract, new SchemaCheck(contract), new ArrayList<>());
    contract.files().forEach((file, node) -> bodies(found, new Place(file, ""), node));
    contract
        .components("parameters")
        .forEach(
            (name, file) -> {
              JsonNode parameter = contract.read(file);
              Place schema = new Place(file, "/schema");
              found.compare(new Place(file, "/example"), parameter, schema);
              found.compare(new Place(file, "/schema/default"), parameter, schema);
            });
    contract
        .components("schemas")
        .forEach((name, file) -> schema(found, file, contract.read(file)));
    return found.violations();
  }

  private static void schema(Found found, Path file, JsonNode schema) {
    found.compare(new Place(file, "/example"), schema, new Place(file, ""));
    for (String name : (Iterable<String>) schema.path("properties")::fieldNames) {
      Place property = new Place(file, "").below("properties").below(name);
      found.compare(property.below("example"), schema, property);
      found.compare(property.below("default"), schema, property);
    }
  }

  /** Finds every media type: an object with a schema and named examples. */
  private static void bodies(Found found, Place place, JsonNode node) {
    if (node.has("schema") && node.has("examples")) {
      node.path("examples")
          .properties()
          .forEach(each -> example(found, place, each.getKey(), each.getValue()));
    }
    node.properties()
        .forEach(child -> bodies(found, place.below(child.getKey()), child.getValue()));
  }

  /** It may stand in a file of its own. */
  private static void example(Found found, Place body, String name, JsonNode example) {
    Place schema = body.below("schema");
    if (example.has("$ref")) {
      Path file = body.file().resolveSibling(example.path("$ref").asText()).normalize();
      found.compare(new Place(file, "/value"), found.contract().read(file), schema);
    } else {
      Place value = body.below("examples").below(name).below("value");
      found.compare(value, found.contract().read(body.file()), schema);
    }
  }

  /** A node of a file, by a JSON pointer. */
  private record Place(Path file, String pointer) {
    Place below(String key) {
      return new Place(file, pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
    }
  }

  private record Found(Contract contract, SchemaCheck schemas, List<Violation> violations) {

    /** Compares the value at a place of a document, if there is one. */
    void compare(Place value, JsonNode document, Place schema) {
      JsonNode found = document.at(value.pointer());
      if (found.isMissingNode()) {
        return;
      }
      for (String problem : schemas.problems(schema.file(), schema.pointer(), found)) {
        violations.add(
            new Violation(
                contract.label(value.file()),
                value.pointer(),
                problem(value, schema, problem.replaceFirst("^: ", "")),
                "a value that the schema accepts"));
      }
    }

    private String problem(Place value, Place schema, String problem) {
      String where = contract.label(schema.file()) + (schema.pointer().isEmpty() ? "" : " ");
      return value.pointer().startsWith(schema.pointer()) && value.file().equals(schema.file())
          ? "does not fit its schema: " + problem
          : "does not fit the schema at " + where + schema.pointer() + ": " + problem;
    }
  }
}
