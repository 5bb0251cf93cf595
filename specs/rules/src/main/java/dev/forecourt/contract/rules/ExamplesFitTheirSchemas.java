package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Each example and each default is valid: of a body, a parameter, a schema and a property. */
final class ExamplesFitTheirSchemas implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    SchemaCheck schemas = new SchemaCheck(contract);
    List<Violation> found = new ArrayList<>();
    contract.files().forEach((file, node) -> bodies(found, contract, schemas, file, "", node));
    contract
        .components("parameters")
        .forEach(
            (name, file) -> {
              JsonNode parameter = contract.read(file);
              compare(found, contract, schemas, file, "/schema", parameter.path("example"));
              compare(found, contract, schemas, file, "/schema", parameter.at("/schema/default"));
            });
    contract
        .components("schemas")
        .forEach(
            (name, file) -> {
              JsonNode schema = contract.read(file);
              compare(found, contract, schemas, file, "", schema.path("example"));
              schema
                  .path("properties")
                  .properties()
                  .forEach(
                      property -> {
                        String place = "/properties/" + property.getKey();
                        JsonNode value = property.getValue();
                        compare(found, contract, schemas, file, place, value.path("example"));
                        compare(found, contract, schemas, file, place, value.path("default"));
                      });
            });
    return found;
  }

  /** Finds every media type: an object with a schema and named examples. */
  private static void bodies(
      List<Violation> found,
      Contract contract,
      SchemaCheck schemas,
      Path file,
      String pointer,
      JsonNode node) {
    if (node.has("schema") && node.has("examples")) {
      for (JsonNode example : node.path("examples")) {
        JsonNode named =
            example.has("$ref")
                ? contract.read(file.resolveSibling(example.path("$ref").asText()))
                : example;
        compare(found, contract, schemas, file, pointer + "/schema", named.path("value"));
      }
    }
    node.properties()
        .forEach(
            child ->
                bodies(
                    found,
                    contract,
                    schemas,
                    file,
                    pointer + "/" + child.getKey().replace("~", "~0").replace("/", "~1"),
                    child.getValue()));
  }

  private static void compare(
      List<Violation> found,
      Contract contract,
      SchemaCheck schemas,
      Path file,
      String pointer,
      JsonNode value) {
    if (value.isMissingNode()) {
      return;
    }
    for (String problem : schemas.problems(file, pointer, value)) {
      found.add(
          new Violation(
              contract.label(file),
              pointer.isEmpty() ? "example" : pointer,
              "its example or default does not fit: " + problem,
              "an example that the schema accepts"));
    }
  }
}
