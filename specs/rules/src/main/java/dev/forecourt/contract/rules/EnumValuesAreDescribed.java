package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Each value of an enumeration has its sentence, and its name if it is a number: a value that is
 * lost leaves a gap.
 */
final class EnumValuesAreDescribed implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    contract
        .components("schemas")
        .forEach(
            (name, file) -> {
              JsonNode schema = contract.read(file);
              if (schema.has("enum") && !schema.path("type").asText().equals("boolean")) {
                same(found, contract.label(file), name, schema, "x-enum-descriptions");
                if (schema.path("type").asText().equals("integer")
                    || schema.has("x-enum-varnames")) {
                  same(found, contract.label(file), name, schema, "x-enum-varnames");
                }
              }
            });
    return found;
  }

  private static void same(
      List<Violation> found, String file, String name, JsonNode schema, String key) {
    int values = schema.path("enum").size();
    if (schema.path(key).size() != values) {
      found.add(
          new Violation(
              file,
              name + "." + key,
              "has " + schema.path(key).size() + " entries for " + values + " values",
              "one entry a value, in the order of enum"));
    }
  }
}
