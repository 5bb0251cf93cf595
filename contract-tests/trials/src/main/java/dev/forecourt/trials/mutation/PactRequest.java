package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The request of an interaction beside its operation. */
final class PactRequest {
  private static final Set<String> OF_HTTP = Set.of("accept", "content-type");

  private final Schemas schemas;
  private final ObjectNode contract;
  private final String operation;
  private final JsonNode request;
  private final Set<String> met = new HashSet<>();

  PactRequest(Schemas schemas, ObjectNode contract, String operation, JsonNode request) {
    this.schemas = schemas;
    this.contract = contract;
    this.operation = operation;
    this.request = request;
  }

  void problems(List<String> wrong) {
    if (!credentials()) {
      wrong.add("no credentials");
    }
    for (String parameter : parameters()) {
      parameter(parameter, wrong);
    }
    for (String place : List.of("query", "headers")) {
      for (Map.Entry<String, JsonNode> sent : request.path(place).properties()) {
        String name = key(place, sent.getKey());
        if (!met.contains(name) && !OF_HTTP.contains(sent.getKey().toLowerCase(Locale.ROOT))) {
          wrong.add("no parameter " + name);
        }
      }
    }
    body(wrong);
  }

  /** Whether one of the alternatives is complete; remembers what it took. */
  private boolean credentials() {
    JsonNode own = schemas.at(operation).path("security");
    JsonNode security = own.isMissingNode() ? contract.path("security") : own;
    boolean satisfied = security.isEmpty();
    for (JsonNode alternative : security) {
      boolean complete = true;
      for (Map.Entry<String, JsonNode> each : alternative.properties()) {
        JsonNode scheme = contract.at("/components/securitySchemes/" + each.getKey());
        boolean inQuery = scheme.path("in").asText().equals("query");
        String name = scheme.has("name") ? scheme.path("name").asText() : "Authorization";
        String place = inQuery ? "query" : "headers";
        String value = value(place, name);
        complete &= !value.isEmpty() && hasForm(scheme, value);
        met.add(key(place, name));
      }
      satisfied |= complete;
    }
    return satisfied;
  }

  private static boolean hasForm(JsonNode scheme, String value) {
    String kind = scheme.path("scheme").asText();
    return kind.isEmpty()
        || value.toLowerCase(Locale.ROOT).startsWith(kind.toLowerCase(Locale.ROOT) + " ");
  }

  private List<String> parameters() {
    List<String> all = new ArrayList<>();
    for (String holder : new String[] {operation.replaceFirst("/[a-z]+$", ""), operation}) {
      int count = contract.at(holder).path("parameters").size();
      for (int i = 0; i < count; i++) {
        all.add(schemas.meant(holder + "/parameters/" + i));
      }
    }
    return all;
  }

  private void parameter(String pointer, List<String> wrong) {
    JsonNode parameter = contract.at(pointer);
    String name = parameter.path("name").asText();
    String in = parameter.path("in").asText();
    JsonNode value =
        switch (in) {
          case "path" -> pathValue(name);
          case "query" -> queryValue(name, parameter.path("style").asText().equals("deepObject"));
          default -> headerValue(name);
        };
    if (!value.isMissingNode()) {
      schemas
          .problems(pointer + "/schema", value, true)
          .forEach(each -> wrong.add(in + " " + name + each));
    } else if (parameter.path("required").asBoolean()) {
      wrong.add("lacks " + in + " " + name);
    }
  }

  private JsonNode pathValue(String name) {
    String[] template = operation.split("/")[2].replace("~1", "/").replace("~0", "~").split("/");
    String[] sent = request.path("path").asText().split("/");
    for (int i = 0; i < template.length; i++) {
      if (template[i].equals("{" + name + "}")) {
        return TextNode.valueOf(sent[i]);
      }
    }
    return contract.path("");
  }

  private JsonNode headerValue(String name) {
    met.add(key("headers", name));
    String value = value("headers", name);
    return value.isEmpty() ? contract.path("") : TextNode.valueOf(value);
  }

  private JsonNode queryValue(String name, boolean object) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> sent : request.path("query").properties()) {
      String key = sent.getKey();
      if (key.equals(name)) {
        met.add(key("query", key));
        boolean list = name.endsWith("[]") || sent.getValue().size() > 1;
        return list ? sent.getValue() : sent.getValue().path(0);
      }
      if (object && key.startsWith(name + "[")) {
        met.add(key("query", key));
        boolean list = key.endsWith("[]") || sent.getValue().size() > 1;
        String member = key.substring(name.length() + 1).replaceFirst("](\\[])?$", "");
        members.set(member, list ? sent.getValue() : sent.getValue().path(0));
      }
    }
    return members.isEmpty() ? contract.path("") : members;
  }

  private void body(List<String> wrong) {
    String pointer = schemas.meant(operation + "/requestBody");
    JsonNode body = request.path("body").path("content");
    if (body.isMissingNode()) {
      if (contract.at(pointer).path("required").asBoolean()) {
        wrong.add("lacks a body");
      }
      return;
    }
    String type = value("headers", "Content-Type").replaceAll(";.*", "");
    String schema = pointer + "/content/" + MutantList.Holder.escaped(type) + "/schema";
    if (contract.at(schema).isMissingNode()) {
      wrong.add("no request of type " + type);
    } else if (type.endsWith("json")) {
      schemas.problems(schema, body, false).forEach(each -> wrong.add("request" + each));
    } else {
      schemas.problems(schema, form(body.asText()), true).forEach(each -> wrong.add("form" + each));
    }
  }

  /** The fields of a multipart form, as {@code VendorPact.form} writes it. */
  private static ObjectNode form(String text) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String part : text.split("--forecourt(--)?\r\n")) {
      if (part.contains("name=\"")) {
        String name = part.replaceFirst("(?s).*?name=\"([^\"]*)\".*", "$1");
        String value = part.replaceFirst("(?s).*?\r\n\r\n(.*)\r\n", "$1");
        if (fields.get(name) instanceof ArrayNode list) {
          list.add(value);
        } else if (fields.has(name)) {
          JsonNode first = fields.get(name);
          fields.putArray(name).add(first).add(value);
        } else {
          fields.put(name, value);
        }
      }
    }
    return fields;
  }

  private String value(String place, String name) {
    for (Map.Entry<String, JsonNode> sent : request.path(place).properties()) {
      if (key(place, sent.getKey()).equals(key(place, name))) {
        return sent.getValue().path(0).asText();
      }
    }
    return "";
  }

  /** Names of headers are the same in upper and lower case. */
  private static String key(String place, String name) {
    return place + " " + (place.equals("headers") ? name.toLowerCase(Locale.ROOT) : name);
  }
}
