package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;

/** Exclusive bounds: a boolean beside the bound in 3.0, the bound itself in 3.1. */
final class Bounds {
  private Bounds() {}

  static void check(Draft draft, Place place, String key) {
    Place at = place.key(key);
    Place bound = place.key(key.equals("exclusiveMinimum") ? "minimum" : "maximum");
    JsonNode value = draft.at(at);
    JsonNode number =
        value.isTextual() ? SchemaValues.asNumber(value) : value.isNumber() ? value : null;
    if (draft.is31()) {
      if (value.isNumber()) {
        return;
      }
      JsonNode limit = draft.at(bound);
      if (number != null) {
        draft.mend(at, number, "is no number", "read as " + number);
      } else if (value.asBoolean() && limit.isNumber()) {
        draft.mend(at, limit, "is a boolean, as in 3.0", "the bound itself");
        draft.remove(bound, "3.1 has the bound in " + key + ".");
      } else {
        draft.mendByRemoval(at, "is no number", "removed");
      }
      return;
    }
    if (number != null) {
      draft.repaired(at, "is a number, as in 3.1", "the bound, exclusive");
      draft.set(bound, number, "3.0 has the bound apart.");
      draft.set(at, Draft.object().booleanNode(true), "3.0 has the bound apart.");
    } else if (!value.isBoolean()) {
      draft.mendByRemoval(at, "is no boolean", "removed");
    }
  }
}
