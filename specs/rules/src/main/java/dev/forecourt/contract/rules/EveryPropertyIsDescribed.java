package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Each property and parameter has a description and an example; each schema a description. */
final class EveryPropertyIsDescribed implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    contract
        .components("schemas")
        .forEach(
            (name, file) -> {
              JsonNode schema = contract.read(file);
              need(found, contract.label(file), name, schema, "description");
              schema
                  .path("properties")
                  .properties()
                  .forEach(
                      property -> {
                        String place = name + "." + property.getKey();
                        need(
                            found, contract.label(file), place, property.getValue(), "description");
                        need(found, contract.label(file), place, property.getValue(), "example");
                      });
            });
    contract
        .components("parameters")
        .forEach(
            (name, file) -> {
              need(found, contract.label(file), name, contract.read(file), "description");
              need(found, contract.label(file), name, contract.read(file), "example");
            });
    return found;
  }

  private static void need(
      List<Violation> found, String file, String place, JsonNode node, String key) {
    if (!node.has(key) || node.path(key).isTextual() && node.path(key).asText().isBlank()) {
      found.add(
          new Violation(
              file,
              place,
              "has no " + key,
              "description: \"Mileage in kilometres.\" and example: 239143"));
    }
  }
}
