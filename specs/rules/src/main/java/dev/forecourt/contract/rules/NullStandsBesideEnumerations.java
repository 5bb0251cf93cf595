package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An enumeration that may be null is a choice of two: beside {@code nullable}, Prism 5.16 lists
 * null twice, takes the whole schema for broken, and then checks nothing of the body at all.
 */
final class NullStandsBesideEnumerations implements Rule {

  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    SchemaNodes.forEach(
        contract,
        (file, place, schema) -> {
          if (schema.path("enum").isArray() && (isNullable(schema) || listsNullAndMore(schema))) {
            found.add(
                new Violation(
                    file,
                    place,
                    "is an enumeration that lists null or is nullable, which switches Prism's checks of the body off",
                    "anyOf: [{$ref: Kind.yaml}, {enum: [null]}]"));
          }
        });
    return found;
  }

  private static boolean isNullable(JsonNode schema) {
    return schema.path("nullable").asBoolean();
  }

  private static boolean listsNullAndMore(JsonNode schema) {
    boolean listed = false;
    for (JsonNode each : schema.path("enum")) {
      listed |= each.isNull();
    }
    return listed && schema.path("enum").size() > 1;
  }
}
