package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.place.Place;

/**
 * A body or answer of any media type with a schema of an object or a list is JSON. Frameworks that
 * write the file themselves say <code>*&#47;*</code> where nobody named a type.
 */
public final class AnyMediaType implements Step {
  private static final String ANY = "*/*";
  private static final String JSON = "application/json";

  @Override
  public void apply(Draft draft) {
    for (Walk.Spot spot : Walk.of(draft.root(), Kind.MEDIA_TYPE)) {
      Place place = spot.place();
      if (place.name().equals(ANY)
          && !draft.at(place.parent()).has(JSON)
          && isStructured(draft, place.key("schema"))) {
        draft.repaired(place, "says nothing of how the value is written", JSON);
        draft.copy(place, place.parent().key(JSON), "Repaired: any media type is JSON here.");
        draft.remove(place, "Repaired: " + JSON + " now.");
      }
    }
  }

  private static boolean isStructured(Draft draft, Place place) {
    JsonNode schema = draft.at(place);
    for (int i = 0; i < 20 && schema.path("$ref").asText().startsWith("#/"); i++) {
      schema = draft.at(Place.ofPointer(schema.path("$ref").asText().substring(1), draft.root()));
    }
    String type = schema.path("type").asText();
    return type.equals("object")
        || type.equals("array")
        || schema.has("properties")
        || schema.has("allOf")
        || schema.has("oneOf")
        || schema.has("anyOf");
  }
}
