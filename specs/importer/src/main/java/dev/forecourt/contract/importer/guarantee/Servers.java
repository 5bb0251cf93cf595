package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.Guess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Servers are absolute and have no variables. */
public final class Servers implements Step {
  private final String id;

  /** For a vendor whose file may name no machine. */
  public Servers(String id) {
    this.id = id;
  }

  @Override
  public void apply(Draft draft) {
    JsonNode servers = draft.root().path("servers");
    if (!servers.isArray() || servers.isEmpty()) {
      String url = "https://" + id + ".invalid";
      draft.guess(
          new Guess(
              "the document",
              "server " + url,
              "the file names none",
              "servers in overlay.yaml; callers set baseUrl(...)"));
      draft.guessed(
          Place.of("servers"),
          Draft.array().add(Draft.object().put("url", url)),
          "The file names no server; callers set their own.");
    } else {
      absolute(draft, Place.of("servers"));
    }
    for (Walk.Spot spot : Walk.of(draft.root())) {
      if ((spot.kind() == Kind.PATH_ITEM || spot.kind() == Kind.OPERATION)
          && spot.node().path("servers").isArray()) {
        absolute(draft, spot.place().key("servers"));
      }
    }
    tokens(draft);
  }

  /** Addresses of tokens and logins are absolute too. */
  private void tokens(Draft draft) {
    String server = draft.root().path("servers").path(0).path("url").asText();
    Place schemes = Place.of("components", "securitySchemes");
    for (String name : names(draft.at(schemes))) {
      Place flows = schemes.key(name).key("flows");
      for (String flow : names(draft.at(flows))) {
        for (String key : List.of("authorizationUrl", "tokenUrl", "refreshUrl")) {
          Place at = flows.key(flow).key(key);
          String url = draft.at(at).asText();
          if (draft.at(at).isTextual() && !url.matches("[a-z]+://[^{}\\s]+")) {
            String right = absolute(url.trim(), server);
            draft.mend(at, Draft.text(right), "'" + url + "' is no address", right);
          }
        }
      }
    }
  }

  private String absolute(String url, String server) {
    String plain = url.replaceAll("[{}\\s]", "");
    if (url.startsWith("{")) {
      return "https://" + id + ".invalid/" + plain.replaceFirst("^[^/]*/*", "");
    }
    if (plain.matches("[a-z]+://.+")) {
      return plain;
    }
    return plain.startsWith("/")
        ? server.replaceFirst("^([a-z]+://[^/]+).*$", "$1") + plain
        : server + "/" + plain;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void absolute(Draft draft, Place at) {
    JsonNode old = draft.at(at);
    ArrayNode servers = Draft.array();
    Set<String> urls = new HashSet<>();
    boolean relative = false;
    for (JsonNode each : old) {
      ObjectNode server = each.deepCopy();
      String url = resolved(each.path("url").asText().trim(), each.path("variables"));
      server.remove("variables");
      if (url.startsWith("//")) {
        url = "https:" + url;
      } else if (!url.matches("[a-zA-Z][a-zA-Z0-9+.-]*://.*")) {
        relative |= !url.matches("[\\w-]+(\\.[\\w-]+)+.*");
        url =
            url.matches("[\\w-]+(\\.[\\w-]+)+(:\\d+)?(/.*)?")
                ? "https://" + url
                : "https://"
                    + id
                    + ".invalid"
                    + (url.startsWith("/") || url.isEmpty()
                        ? url
                        : "/" + url.replaceFirst("^\\.*/*", ""));
      }
      url = url.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").replace(" ", "");
      if (urls.add(url)) {
        servers.add(server.put("url", url));
      }
    }
    if (servers.equals(old)) {
      return;
    }
    String why = "Servers are absolute, without variables; these have their default values.";
    if (relative) {
      draft.guess(
          new Guess(
              at.toString(),
              "server " + servers.path(0).path("url").asText(),
              "the file names a path without a machine",
              "servers in overlay.yaml; callers set baseUrl(...)"));
      draft.guessed(at, servers, why);
    } else {
      draft.set(at, servers, why);
    }
  }

  private static String resolved(String url, JsonNode variables) {
    String text = url;
    for (java.util.Map.Entry<String, JsonNode> each : variables.properties()) {
      text = text.replace("{" + each.getKey() + "}", each.getValue().path("default").asText());
    }
    return text.replaceAll("\\{([^}]*)\\}", "$1");
  }
}
