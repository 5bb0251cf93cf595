package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A security scheme has the members that its type needs. */
final class SchemeParts {
  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "apiKey", Set.of("name", "in"),
          "http", Set.of("scheme", "bearerFormat"),
          "oauth2", Set.of("flows"),
          "openIdConnect", Set.of("openIdConnectUrl"),
          "mutualTLS", Set.of());

  private static final Map<String, List<String>> URLS =
      Map.of(
          "implicit", List.of("authorizationUrl"),
          "password", List.of("tokenUrl"),
          "clientCredentials", List.of("tokenUrl"),
          "authorizationCode", List.of("authorizationUrl", "tokenUrl"));

  private SchemeParts() {}

  static void check(Draft draft, Place place) {
    type(draft, place);
    JsonNode scheme = draft.at(place);
    String type = scheme.path("type").asText();
    Set<String> members = MEMBERS.get(type);
    if (members == null || type.equals("mutualTLS") && !draft.is31()) {
      drop(draft, place, "its type is '" + type + "'");
      return;
    }
    for (String key :
        List.of("name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl")) {
      if (scheme.has(key) && !members.contains(key)) {
        draft.mendByRemoval(
            place.key(key), "does not belong to a scheme of type " + type, "removed");
      }
    }
    switch (type) {
      case "apiKey" -> {
        if (!scheme.has("name")
            || !List.of("query", "header", "cookie").contains(scheme.path("in").asText())) {
          drop(draft, place, "it needs name and in: header, query or cookie");
        }
      }
      case "http" -> {
        if (!scheme.has("scheme")) {
          drop(draft, place, "it needs a scheme such as bearer");
        } else if (!scheme.path("scheme").asText().equalsIgnoreCase("bearer")
            && scheme.has("bearerFormat")) {
          draft.mendByRemoval(
              place.key("bearerFormat"), "belongs to the scheme bearer only", "removed");
        }
      }
      case "oauth2" -> flows(draft, place);
      case "openIdConnect" -> {
        if (!scheme.has("openIdConnectUrl")) {
          draft.mend(
              place.key("openIdConnectUrl"),
              Draft.text("https://openid.invalid/.well-known/openid-configuration"),
              "openIdConnectUrl is missing",
              "one that leads nowhere; callers bring a token");
        }
      }
      default -> {}
    }
  }

  /** Types as 2.0 or people call them. */
  private static void type(Draft draft, Place place) {
    String type = draft.at(place.key("type")).asText();
    String in = draft.at(place).path("in").asText();
    String lower = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String right =
        switch (lower) {
          case "apikey" -> "apiKey";
          case "http", "basic", "bearer" -> "http";
          case "oauth", "oauth2" -> "oauth2";
          case "openid", "openidconnect" -> "openIdConnect";
          case "mutualtls", "mtls" -> "mutualTLS";
          default -> type;
        };
    if (right.equals(type)) {
      return;
    }
    draft.mend(place.key("type"), Draft.text(right), "the type is " + type, "read as " + right);
    if (right.equals("http") && !draft.at(place).has("scheme") && in.isEmpty()) {
      draft.set(place.key("scheme"), Draft.text(lower), "Repaired: the scheme of " + type + ".");
    }
  }

  private static void flows(Draft draft, Place place) {
    for (Map.Entry<String, List<String>> flow : URLS.entrySet()) {
      Place at = place.key("flows").key(flow.getKey());
      if (draft.at(at).isMissingNode()) {
        continue;
      }
      if (!draft.at(at).has("scopes")) {
        draft.mend(at.key("scopes"), Draft.object(), "scopes are missing", "none");
      }
      for (String url : List.of("authorizationUrl", "tokenUrl")) {
        boolean needed = flow.getValue().contains(url);
        if (needed && !draft.at(at).has(url)) {
          draft.mend(
              at.key(url),
              Draft.text("https://" + url.toLowerCase(Locale.ROOT) + ".invalid/"),
              url + " is missing",
              "one that leads nowhere; callers bring a token");
        } else if (!needed && draft.at(at).has(url)) {
          draft.mendByRemoval(
              at.key(url), "does not belong to the flow " + flow.getKey(), "removed");
        }
      }
    }
    if (!draft.at(place).has("flows")) {
      draft.mend(place.key("flows"), Draft.object(), "flows are missing", "callers bring a token");
    }
  }

  private static void drop(Draft draft, Place place, String why) {
    draft.drop(place, "security scheme " + place.name(), why, "callers cannot authenticate by it");
  }
}
