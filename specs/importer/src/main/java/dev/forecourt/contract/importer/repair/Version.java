package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The version is 3.0.x or 3.1.x; what only 3.2 has is left out by name. */
public final class Version implements Step {
  private static final Map<Kind, Set<String>> ONLY_32 =
      Map.of(
          Kind.DOCUMENT, Set.of("$self"),
          Kind.COMPONENTS, Set.of("mediaTypes"),
          Kind.PATH_ITEM, Set.of("query", "additionalOperations"),
          Kind.MEDIA_TYPE, Set.of("itemSchema", "prefixEncoding", "itemEncoding"),
          Kind.ENCODING, Set.of("encoding", "prefixEncoding", "itemEncoding"),
          Kind.RESPONSE, Set.of("summary"),
          Kind.SECURITY_SCHEME, Set.of("oauth2MetadataUrl", "deprecated"));

  @Override
  public void apply(Draft draft) {
    Place place = Place.of("openapi");
    String version = draft.at(place).asText();
    if (!draft.at(place).isTextual() || !version.matches("3\\.[01]\\.\\d+")) {
      String wanted =
          version.startsWith("3.0") ? "3.0.3" : version.startsWith("3.1") ? "3.1.0" : "3.1.1";
      if (wanted.equals("3.1.1")) {
        without32(draft, version);
      }
      draft.mend(place, Draft.text(wanted), "the version is " + version, "read as " + wanted);
    }
  }

  private static void without32(Draft draft, String version) {
    String reason = "3.1 does not have it, and " + version + " is read as far as it equals 3.1";
    for (Walk.Spot spot : Walk.of(draft.root())) {
      if (!spot.node().isObject()) {
        continue;
      }
      for (String key : ONLY_32.getOrDefault(spot.kind(), Set.of())) {
        if (spot.node().has(key)) {
          draft.drop(spot.place().key(key), key + " of 3.2", reason, effect(key));
        }
      }
      if (spot.kind() == Kind.EXAMPLE) {
        example(draft, spot);
      }
      if (spot.kind() == Kind.SECURITY_SCHEME
          && spot.node().at("/flows/deviceAuthorization").isObject()) {
        draft.drop(
            spot.place().key("flows").key("deviceAuthorization"),
            "device authorization flow of 3.2",
            reason,
            "callers bring a token of their own");
      }
    }
    wholeQueryStrings(draft, reason);
    keysOf(draft, "tags", List.of("summary", "parent", "kind"), reason);
    keysOf(draft, "servers", List.of("name"), reason);
  }

  private static String effect(String key) {
    return switch (key) {
      case "query", "additionalOperations" -> "client and stub lack these operations";
      case "itemSchema" -> "the stream is read as text, its items are not checked";
      default -> "none";
    };
  }

  private static void example(Draft draft, Walk.Spot spot) {
    for (String key : List.of("dataValue", "serializedValue")) {
      JsonNode value = spot.node().path(key);
      if (!value.isMissingNode()) {
        if (!draft.at(spot.place()).has("value")) {
          draft.set(spot.place().key("value"), value, "3.1 calls " + key + " value.");
        }
        draft.remove(spot.place().key(key), "3.1 has no " + key + ".");
      }
    }
  }

  private static void wholeQueryStrings(Draft draft, String reason) {
    for (Walk.Spot spot : Walk.of(draft.root(), Kind.PARAMETERS)) {
      for (int i = spot.node().size() - 1; i >= 0; i--) {
        if (spot.node().get(i).path("in").asText().equals("querystring")) {
          draft.drop(
              spot.place().at(i),
              "parameter that is the whole query string",
              reason,
              "client and stub have no query there");
        }
      }
    }
  }

  private static void keysOf(Draft draft, String list, List<String> keys, String reason) {
    JsonNode all = draft.root().path(list);
    for (int i = 0; i < all.size(); i++) {
      for (String key : keys) {
        if (all.get(i) instanceof ObjectNode object && object.has(key)) {
          draft.drop(Place.of(list, i, key), key + " of 3.2", reason, "none");
        }
      }
    }
  }
}
